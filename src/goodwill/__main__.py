"""Run goodwill from the command line."""

import gc
import sys

SWEEP_AFTER = 100_000


def main() -> int:
    """Run the command line and return its exit status.

    Hardly anything made here is ever rubbish in a circle: it is looked for seldom, and at the end not at all.
    """
    gc.set_threshold(SWEEP_AFTER)
    from goodwill.faces.cli.app import run

    try:
        return run(sys.argv[1:])
    finally:
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
