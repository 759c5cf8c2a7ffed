"""Names as numbers: every name keeps one code, and two names never share one.

A name of at most seven bytes is its own code; a longer one is entered in a list. So a file of short names, as most are,
needs no list at all.
"""

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
_SHORT = 7
_FIRST_LONG = 1 << 56


class PartyCodes:
    """A list of long names that grows as they are met; codes are 64-bit whole numbers, 0 or more."""

    __slots__ = ("_long",)

    def __init__(self) -> None:
        self._long: dict[bytes, int] = {}

    def of(self, names: Bytes) -> Ints:
        """Return the codes of names given as rows of bytes filled up with zeros."""
        short = np.zeros((len(names), 8), dtype=np.uint8)
        width = min(names.shape[1], _SHORT)
        short[:, 1 : width + 1] = names[:, :width]
        codes: Ints = short.view(">i8").reshape(-1).astype(np.int64)
        if names.shape[1] > _SHORT:
            rows = np.flatnonzero(names[:, _SHORT])
            codes[rows] = self._listed(names[rows])
        return codes

    def _listed(self, names: Bytes) -> Ints:
        joined = np.ascontiguousarray(names).view(f"S{names.shape[1]}").reshape(-1)
        known, back = np.unique(joined, return_inverse=True)
        listed = [self._long.setdefault(name, _FIRST_LONG + len(self._long)) for name in known.tolist()]
        return np.array(listed, dtype=np.int64)[back]
