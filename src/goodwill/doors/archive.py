"""Opens a zip archive with care: bounded in size, number and depth, and never writing where a member's name points."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goodwill.ledger.notation import Invalid

MOST_BYTES = 2 * 1024**3
MOST_MEMBERS = 10_000
STEEPEST_RATIO = 200
_RATIO_FROM = 1024**2
_CHUNK = 1 << 16
_DIRECTORY_BYTES = 8 * 1024**2
_END = struct.Struct("<4s4H2LH")
_FAULTS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError, struct.error, OverflowError)
_RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}


@dataclass(slots=True)
class Budget:
    """What may still be unpacked, shared by an archive and all archives within it."""

    size: int = MOST_BYTES
    members: int = MOST_MEMBERS


@dataclass(frozen=True, slots=True)
class Member:
    """One file out of an archive: its name there, for people to read, and where it lies now."""

    name: str
    path: Path


def is_zip(head: bytes) -> bool:
    """Say whether a file begins like a zip archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def members(path: Path, into: Path, budget: Budget, only: str = "") -> Iterator[Member | Invalid]:
    """Unpack an archive member by member into numbered folders; the caller may delete each after reading it."""
    try:
        if reason := _too_large(path):
            yield Invalid(reason, path.name)
            return
        with zipfile.ZipFile(path) as archive:
            infos = sorted((i for i in archive.infolist() if not i.is_dir()), key=lambda info: info.filename)
            budget.members -= len(infos)
            if budget.members < 0:
                yield Invalid(f"more than {MOST_MEMBERS:,} files in the archive", path.name)
                return
            for number, info in enumerate(infos):
                if info.filename.endswith(only):
                    yield _unpacked(archive, info, into / f"{number:05}" / plain(path.stem), budget)
    except _FAULTS as error:
        yield Invalid(f"not a readable zip archive ({type(error).__name__})", path.name)


def plain(name: str) -> str:
    r"""Give a file name that is safe on every system: the last part only, letters and digits, no leading dot.

    >>> plain("../../etc/passwd"), plain("C:\\a\\_chat.txt"), plain("..")
    ('passwd', '_chat.txt', 'file')
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    kept = "".join(c if c.isalnum() or c in " ._-" else "_" for c in last).strip(" .")[-60:].strip(" .")
    return f"_{kept}" if kept.split(".")[0].lower() in _RESERVED else kept or "file"


def _too_large(path: Path) -> str:
    """Look at the archive's own directory before it is read into memory."""
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - 65_557))
        tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        return "not a readable zip archive (no directory)"
    _, _, _, _, count, directory, _, _ = _END.unpack_from(tail, at)
    return "the archive holds too many files" if count == 0xFFFF or directory > _DIRECTORY_BYTES else ""


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo, folder: Path, budget: Budget) -> Member | Invalid:
    """Unpack one member in pieces, stopping where a cap is passed."""
    shown = info.filename[:200]
    if info.flag_bits & 1:
        return Invalid("encrypted; unpack it first", shown)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        # LZMA may ask for a dictionary of gigabytes before the first byte comes out
        return Invalid("packed in an unusual way; unpack it first", shown)
    folder.mkdir(parents=True)
    target = folder / plain(info.filename)
    written = 0
    try:
        with archive.open(info) as source, target.open("wb") as file:
            while chunk := source.read(_CHUNK):
                written += len(chunk)
                budget.size -= len(chunk)
                if reason := _over(written, info.compress_size, budget):
                    return Invalid(reason, shown)
                file.write(chunk)
    except _FAULTS as error:
        return Invalid(f"cannot be unpacked ({type(error).__name__})", shown)
    return Member(shown, target)


def _over(written: int, packed: int, budget: Budget) -> str:
    if budget.size < 0:
        return f"the archive unpacks to more than {MOST_BYTES // 1024**3} GiB"
    if written > _RATIO_FROM and written > STEEPEST_RATIO * max(packed, 1):
        return f"unpacks to more than {STEEPEST_RATIO} times its size; not read"
    return ""
