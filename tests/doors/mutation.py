"""Damages the bytes of a sample the way broken disks, careless programs and hostile senders do."""

import random

_NASTY = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b'"', b'""', b"\r", b"\n\n", b"\n", b"-->", b"[", b"{", b"]", b"}", b",",
    b";", b"\t", b":", b"9" * 400, b"1e999", b"\xed\xa0\x80", b"\xe2\x80\x8e", b"\xe2\x80\xaf", b"<", b">", b"<v ",
    b"\\ud800", b"\x1f", b"\xc2\xb2", b"\xd9\xa3", b"31/02/2026", b"|", b"=", b"NaN", b"-", b"\x85", b"\xe2\x80\xa8",
)  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Change a sample in one to eight places."""
    found = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found) + 1)
        span = chance.randint(1, 40)
        match chance.randrange(6):
            case 0 if at < len(found):
                found[at] = chance.randrange(256)
            case 1:
                del found[at : at + span]
            case 2:
                found[at:at] = found[at : at + span]
            case 3:
                found[at:at] = chance.choice(_NASTY)
            case 4:
                found[at:at] = chance.randbytes(span)
            case _:
                del found[max(at, len(found) // 2) :]
    return bytes(found)
