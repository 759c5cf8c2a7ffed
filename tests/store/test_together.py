"""Several programs at once: one chain, no gap, nothing lost, and nobody is told that the book is locked."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from goodwill.store.fault import StoreFault
from goodwill.store.journal import Journal, open_journal
from store_samples import RECORDED, messages

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from goodwill.ledger.notation import parse_line
from goodwill.store.journal import open_journal
book, slot, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
journal = open_journal(book)
for number in range(0, count, 5):
    batch = [parse_line(f"2026-01-02 thanks w{slot}-{n} by=me to=p{n % 7}") for n in range(number, number + 5)]
    shared = parse_line(f"2026-01-02 thanks shared-{number} by=me to=alan")
    told = journal.append([*batch, shared], recorded="2026-11-23T10:00")
    assert not told.conflicting
"""
COLD = """
import sys
from goodwill.store.journal import open_journal
journal = open_journal(sys.argv[1], create=False)
assert len(journal.book()) == 3 and journal.verify().ok and journal.head() and list(journal.lines())
journal.set_mark("watch", "today")
print(sorted({"sqlalchemy", "alembic", "numpy", "pydantic"} & set(sys.modules)))
"""


def test_four_programs_that_also_make_the_book_together(path: Path) -> None:
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), str(slot), "100"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for slot in range(4)
    ]
    for program in programs:
        assert program.stdout is not None
        program.stdout.readline()
    errors = [program.communicate("go\n")[1] for program in programs]
    assert errors == [""] * 4
    journal = open_journal(path)
    found = journal.verify()
    ids = [entry.id for entry in journal.entries()]
    assert (found.ok, found.events, len(ids), len(set(ids))) == (True, 420, 420, 420)


def test_twenty_kills_lose_nothing_acknowledged() -> None:
    script = ROOT / ".ci" / "long" / "crash.py"
    asked = [sys.executable, str(script), "--kills", "20", "--writers", "2"]
    ran = subprocess.run(asked, capture_output=True, text=True, timeout=120, check=False)
    found = json.loads(ran.stdout)
    assert (ran.returncode, found["lost"], found["twice"], found["verified"]) == (0, 0, 0, True), found
    assert found["acknowledged"] > 0
    assert sum(found["landed"].values()) == 20


def test_reading_does_not_load_what_only_writing_needs(journal: Journal, path: Path) -> None:
    journal.append(messages(3), recorded=RECORDED)
    ran = subprocess.run(
        [sys.executable, "-c", COLD, str(path)], capture_output=True, text=True, timeout=60, check=True
    )
    assert ran.stdout.strip() == "[]"


def test_a_book_that_stays_locked_gives_one_line(journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sqlcipher3 import dbapi2

    monkeypatch.setattr("goodwill.store.reading.connect.__defaults__", ("", 0.05))
    monkeypatch.setattr("goodwill.store.engine.LONGEST_WAIT", 0.2)
    raw = dbapi2.connect(str(path), isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFault, match="another program kept it busy for too long") as raised:
        journal.append(messages(3), recorded=RECORDED)
    raw.close()
    assert "database is locked" not in str(raised.value)
    assert len(journal.append(messages(3), recorded=RECORDED).accepted) == 3


def test_erasing_while_others_write(journal: Journal) -> None:
    def write() -> None:
        for start in range(0, 600, 50):
            journal.append(messages(50, start), "mail", recorded=RECORDED)

    writer = threading.Thread(target=write)
    writer.start()
    while writer.is_alive():
        journal.erase(["alan"], RECORDED, "")
    journal.erase(["alan"], RECORDED, "")
    found = journal.verify()
    kept = [entry for entry in journal.entries() if entry.kind == "message"]
    assert found.ok
    assert (found.erased, len(kept)) == (200, 400)
    assert "alan" not in {entry.get("by") for entry in kept}
