"""Backing a book up while it is in use, and putting a backup back; neither ever overwrites a file."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from goodwill.store.fault import StoreFault
from goodwill.store.reading import connect, examine, faults, key_told, reader
from goodwill.store.records import Verified
from goodwill.store.verifying import verify


def backup(path: Path, key: str, target: Path) -> None:
    """Copy a book as it stands at one moment; others may go on writing."""
    with _claimed(target) as part, reader(path, key) as opened:
        copy = connect(part, key)
        try:
            opened.backup(copy)
            copy.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            copy.close()


def restore(saved: Path | str, target: Path | str) -> Verified:
    """Put a backup where a book shall be, if it verifies and nothing stands there yet."""
    saved, target, key = Path(saved), Path(target), key_told()
    if examine(saved, key) != "current":
        raise StoreFault(saved, "there is no book here")
    found = verify(saved, key)
    if not found.ok:
        raise StoreFault(saved, f"this backup does not verify and was not restored: {found.reason}")
    backup(saved, key, target)
    return found


@contextmanager
def _claimed(target: Path) -> Iterator[Path]:
    """Claim a path that is free, let a copy be made beside it, and put the copy there only when it is whole."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    with faults(target):
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            raise StoreFault(target, "there is a file already; choose another name") from None
        part.touch(mode=0o600)
        try:
            yield part
            part.replace(target)
        except BaseException:
            target.unlink(missing_ok=True)
            for end in ("", "-wal", "-shm", "-journal"):
                part.with_name(part.name + end).unlink(missing_ok=True)
            raise
