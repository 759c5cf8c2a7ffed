"""The file that learnt phrases ship in: checked before use, and read with what every Python has."""

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate, pairwise

from goodwill.moves.phrases import LANE, MOST_WEIGHT, Phrases


def packed(told: Mapping[str, Sequence[object]], numbers: Sequence[int], weights: Sequence[Sequence[int]]) -> bytes:
    """Give the bytes of a file of phrases: what is told in JSON, the steps between the phrases' ascending numbers, and
    for each move the weight of every phrase in a byte.
    """
    steps = (high - low for low, high in pairwise((0, *numbers)))
    body = struct.pack(f"<{len(numbers)}I", *steps)
    body += b"".join(bytes(weight + MOST_WEIGHT for weight in column) for column in zip(*weights, strict=True))
    return zlib.compress(json.dumps(dict(told) | {"phrases": len(numbers)}).encode("ascii") + b"\n" + body, 9)


def read_phrases(raw: bytes, sha256: str) -> Phrases:
    """Give the phrases in a file's bytes; raises ValueError when they are not the ones expected."""
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise ValueError("the reader's phrases are not the ones this version was released with")
    head, _, body = zlib.decompress(raw).partition(b"\n")
    told = json.loads(head)
    count, moves = told.pop("phrases"), len(told["moves"])
    numbers = accumulate(struct.unpack_from(f"<{count}I", body))
    weights = dict(zip(numbers, _rows(body[4 * count :], count, moves), strict=True))
    return Phrases(weights=weights, **{name: tuple(values) for name, values in told.items()})


def _rows(columns: bytes, count: int, moves: int) -> Sequence[int]:
    """Put the weights of each phrase side by side in one whole number, a lane for each move."""
    size = LANE // 8 * moves
    lanes = bytearray(size * count)
    for move in range(moves):
        lanes[LANE // 8 * move :: size] = columns[move * count : (move + 1) * count]
    most = sum(MOST_WEIGHT << (LANE * move) for move in range(moves))
    return [int.from_bytes(lanes[at : at + size], "little") - most for at in range(0, len(lanes), size)]


@cache
def shipped_phrases() -> Phrases:
    """Give the phrases that ship with the package; their SHA-256 stands beside them."""
    folder = files("goodwill.moves").joinpath("weights_data")
    sha256 = folder.joinpath("phrases.sha256").read_text("ascii").strip()
    return read_phrases(folder.joinpath("phrases.bin").read_bytes(), sha256)
