"""The file that learnt phrases ship in: checked before use, laid out so that a phrase is read when it is met.

Deflated: a line of JSON; then the phrases' ascending numbers, each as its step from the one before, in four bytes; how
many weights each has that are not nothing, in a byte; and those weights phrase by phrase: first the move of each, in a
byte, then the weight of each, in a byte.
"""

import hashlib
import json
import sys
import zlib
from array import array
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from operator import sub
from pathlib import Path

from goodwill.moves.company import Company
from goodwill.moves.phrase_rows import PhraseRows, Stored
from goodwill.moves.phrases import Phrases


def packed(told: Mapping[str, object], numbers: Sequence[int], weights: Sequence[Sequence[int]]) -> bytes:
    """Give the bytes of a file of phrases: what is told, the phrases' ascending numbers, and the weight of each phrase
    for each move.
    """
    rows = [[(move, weight) for move, weight in enumerate(row) if weight] for row in weights]
    head = json.dumps(dict(told) | {"phrases": len(numbers)}).encode("ascii")
    steps = array("I", map(sub, numbers, (0, *numbers)))
    moves = bytes(move for row in rows for move, _ in row)
    values = array("b", (weight for row in rows for _, weight in row)).tobytes()
    return zlib.compress(b"".join((head, b"\n", _swapped(steps), bytes(map(len, rows)), moves, values)), 9)


def read_phrases(raw: bytes, sha256: str) -> Phrases:
    """Give the phrases in a file's bytes; raises ValueError when they are not the ones expected."""
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise ValueError("the reader's phrases are not the ones this version was released with")
    head, _, body = zlib.decompress(raw).partition(b"\n")
    told = json.loads(head)
    count = told.pop("phrases")
    # lists are filled and searched sooner than arrays of the same numbers
    numbers, ends = [*accumulate(array("I", _swapped(body[: 4 * count])))], [*accumulate(body[4 * count : 5 * count])]
    rest = memoryview(body)[5 * count :]
    half = len(rest) // 2
    stored = Stored(numbers, ends, bytes(rest[:half]), rest[half:].cast("b"))
    weights = PhraseRows(stored, len(told["moves"]))
    company = Company(**told.pop("company"))
    return Phrases(weights=weights, company=company, **{name: tuple(values) for name, values in told.items()})


def _swapped(numbers: "array[int] | bytes") -> bytes:
    """Give numbers of four bytes with their smallest byte first, or such bytes as this machine has them."""
    told = array("I", numbers)
    if sys.byteorder == "big":
        told.byteswap()
    return told.tobytes()


@cache
def shipped_phrases() -> Phrases:
    """Give the phrases that ship with the package; their SHA-256 stands beside them."""
    folder = Path(__file__).parent / "weights_data"
    return read_phrases((folder / "phrases.bin").read_bytes(), (folder / "phrases.sha256").read_text("ascii").strip())
