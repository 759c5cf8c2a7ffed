"""What could not be taken in, kept beside the book with its reason, so that nothing is lost and it can be mended."""

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from goodwill.ledger.notation import Invalid

LARGEST = 16_000_000


def place(book: Path) -> Path:
    """Give the file beside a book in which its rejects are kept."""
    return book.with_name(book.name + ".rejected.jsonl")


def keep(book: Path, rejects: Iterable[Invalid], recorded: str) -> int:
    """Keep rejects that are not there yet; gives how many were added. A full file takes no more."""
    file = place(book)
    known = {_same(row) for row in kept(book)}
    rows = [{"file": r.file, "line": r.line, "reason": r.reason, "text": r.text, "recorded": recorded} for r in rejects]
    fresh = {_same(row): row for row in rows if _same(row) not in known}
    if not fresh or (file.exists() and file.stat().st_size > LARGEST):
        return 0
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "a", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in fresh.values())
    return len(fresh)


def kept(book: Path) -> Iterator[dict[str, object]]:
    """Give the rejects kept, oldest first; a line that cannot be read is passed over."""
    file = place(book)
    if not file.exists():
        return
    with file.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                row = json.loads(line)
            except ValueError:
                continue
            if isinstance(row, dict):
                yield row


def purge(book: Path, names: Collection[str]) -> int:
    """Take out the rejects whose text holds one of some names; gives how many."""
    rows = list(kept(book))
    left = [row for row in rows if not any(name.casefold() in str(row).casefold() for name in names if name)]
    if len(left) < len(rows):
        file = place(book)
        fresh = file.with_name(file.name + ".new")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as out:
            out.writelines(json.dumps(row) + "\n" for row in left)
        fresh.replace(file)
    return len(rows) - len(left)


def _same(row: Mapping[str, object]) -> tuple[object, ...]:
    return (row.get("file"), row.get("line"), row.get("reason"), row.get("text"))
