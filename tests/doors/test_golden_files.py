"""Each sample gives exactly the entries, rejects and notes of its golden file; GOODWILL_REGOLD=1 writes them anew."""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from goodwill.doors.door import Hints, Ignored, Item
from goodwill.doors.open import openings
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import line

HERE = Path(__file__).parent
SAMPLES = sorted(p for p in (HERE / "samples").iterdir() if p.is_dir())


def written(items: Iterable[Item]) -> Iterable[str]:
    """Entries as ledger lines, the rest as comments: a golden file is itself a file of ledger lines."""
    for item in items:
        if isinstance(item, Entry):
            yield line(item)
        else:
            said = " ".join(str(item).split())
            yield f"; {'ignored' if isinstance(item, Ignored) else 'rejected'} {said}"


def read(folder: Path) -> str:
    found = []
    for opening in openings([folder]):
        if isinstance(opening, tuple):
            door, path = opening
            found.append(f"; -- {path.relative_to(folder.parent).as_posix()}: {door.name}")
            found.extend(written(door.read(path, Hints())))
        else:
            found.extend(written([opening]))
    return "\n".join(found).replace(str(folder.parent) + os.sep, "") + "\n"


@pytest.mark.parametrize("folder", SAMPLES, ids=lambda p: p.name)
def test_a_sample_gives_its_golden_entries(folder):
    golden = HERE / "golden" / f"{folder.name}.goodwill"
    found = read(folder)
    if os.environ.get("GOODWILL_REGOLD"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


def test_no_golden_file_is_without_its_sample():
    assert {p.stem for p in (HERE / "golden").glob("*.goodwill")} == {p.name for p in SAMPLES}
