"""Writes what readers load in place of the cues: which words each way of wording one needs.

    uv run python training/make_sieve.py

To be run after a cue changed; `tests/moves/test_sieve.py` says so where it was not.
"""

from pathlib import Path

from goodwill.moves import cue
from goodwill.moves.sieve_made import made

if __name__ == "__main__":
    (Path(cue.__file__).parent / "cue_data" / "sieve.json").write_text(made(tuple(cue.cues())), "ascii")
