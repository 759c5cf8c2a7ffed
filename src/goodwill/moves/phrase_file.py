"""The file that learnt phrases ship in: checked before use, laid out so that a phrase is read when it is met.

A line of JSON; then the phrases' ascending numbers and, for each, where its weights end, in four bytes each; then the
weights that are not nothing, phrase by phrase: first the move of each, in a byte, then the weight of each, in a byte.
"""

import hashlib
import json
import sys
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
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
    moves = bytes(move for row in rows for move, _ in row)
    values = array("b", (weight for row in rows for _, weight in row)).tobytes()
    return b"".join((head, b"\n", _fours(numbers), _fours(accumulate(map(len, rows))), moves, values))


def read_phrases(raw: bytes, sha256: str) -> Phrases:
    """Give the phrases in a file's bytes; raises ValueError when they are not the ones expected."""
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise ValueError("the reader's phrases are not the ones this version was released with")
    head, _, body = raw.partition(b"\n")
    told = json.loads(head)
    at = 4 * told.pop("phrases")
    numbers, ends, rest = _read_fours(body[:at]), _read_fours(body[at : 2 * at]), body[2 * at :]
    half = len(rest) // 2
    stored = Stored(numbers, ends, rest[:half], memoryview(rest[half:]).cast("b"))
    weights = PhraseRows(stored, len(told["moves"]))
    company = Company(**told.pop("company"))
    return Phrases(weights=weights, company=company, **{name: tuple(values) for name, values in told.items()})


def _fours(numbers: Iterable[int]) -> bytes:
    told = array("I", numbers)
    if sys.byteorder == "big":
        told.byteswap()
    return told.tobytes()


def _read_fours(raw: bytes) -> "array[int]":
    told = array("I", raw)
    if sys.byteorder == "big":
        told.byteswap()
    return told


@cache
def shipped_phrases() -> Phrases:
    """Give the phrases that ship with the package; their SHA-256 stands beside them."""
    folder = Path(__file__).parent / "weights_data"
    return read_phrases((folder / "phrases.bin").read_bytes(), (folder / "phrases.sha256").read_text("ascii").strip())
