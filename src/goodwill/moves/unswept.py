"""Reading in bulk makes no rubbish in circles: meanwhile none is looked for, which would cost a tenth of the time."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Look for no rubbish in circles until the work is done; also to be written above a function."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
