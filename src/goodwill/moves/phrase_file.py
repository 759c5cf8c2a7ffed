"""The file that learnt phrases ship in: checked before use, and read with what every Python has."""

import hashlib
import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from goodwill.moves.phrases import LANE, Phrases


def packed(told: Mapping[str, Sequence[object]], numbers: Sequence[int], rows: Sequence[int]) -> bytes:
    """Give the bytes of a file of phrases: what is told in JSON, the phrases' numbers, and their packed weights."""
    size = LANE // 8 * len(told["moves"])
    body = b"".join(number.to_bytes(4, "little") for number in numbers)
    body += b"".join(row.to_bytes(size, "little", signed=True) for row in rows)
    return zlib.compress(json.dumps(dict(told) | {"phrases": len(numbers)}).encode("ascii") + b"\n" + body, 9)


def read_phrases(raw: bytes, sha256: str) -> Phrases:
    """Give the phrases in a file's bytes; raises ValueError when they are not the ones expected."""
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise ValueError("the reader's phrases are not the ones this version was released with")
    head, _, body = zlib.decompress(raw).partition(b"\n")
    told = json.loads(head)
    count, size = told.pop("phrases"), LANE // 8 * len(told["moves"])
    numbers = struct.unpack_from(f"<{count}I", body)
    rows = (body[at : at + size] for at in range(4 * count, len(body), size))
    weights = dict(zip(numbers, (int.from_bytes(row, "little", signed=True) for row in rows), strict=True))
    return Phrases(weights=weights, **{name: tuple(values) for name, values in told.items()})


@cache
def shipped_phrases() -> Phrases:
    """Give the phrases that ship with the package; their SHA-256 stands beside them."""
    folder = files("goodwill.moves").joinpath("weights_data")
    sha256 = folder.joinpath("phrases.sha256").read_text("ascii").strip()
    return read_phrases(folder.joinpath("phrases.bin").read_bytes(), sha256)
