"""Whatever is done in whatever order, the book holds what a simple model holds, and verifies."""

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from goodwill.ledger.entry import Entry
from goodwill.store.copying import restore
from store_samples import RECORDED, bring, copied

PARTIES = st.sampled_from(["alan", "carol", "jon"])
NUMBERS = st.integers(0, 12)


class Histories(RuleBasedStateMachine):
    """A book beside a dictionary that says what must be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.copies = 0
        self.journal = copied(self._path())
        self.kept: dict[str, str] = {}
        self.erased: set[str] = set()
        self.heads = [self.journal.head()]

    def _path(self) -> Path:
        self.copies += 1
        return Path(self.folder.name) / f"{self.copies}.db"

    @rule(drawn=st.lists(st.tuples(NUMBERS, PARTIES), max_size=6), strict=st.booleans())
    def append(self, drawn: list[tuple[int, str]], strict: bool) -> None:
        entries = [Entry(date(2026, 1, 2), "thanks", f"t{n}", {"by": "me", "to": who}) for n, who in drawn]
        fresh: dict[str, str] = {}
        duplicate = clash = 0
        for entry in entries:
            known = self.kept.get(entry.id) or fresh.get(entry.id)
            if entry.id in self.erased or (known and (known == entry.get("to") or not strict)):
                duplicate += 1
            elif known:
                clash += 1
            else:
                fresh[entry.id] = entry.get("to")
        told = self.journal.append(entries, recorded=RECORDED, strict=strict)
        assert (list(told.accepted), told.duplicate, len(told.conflicting)) == (list(fresh), duplicate, clash)
        self.kept |= fresh

    @rule(who=PARTIES)
    def erase(self, who: str) -> None:
        gone = {name for name, to in self.kept.items() if to == who}
        assert self.journal.erase([who], RECORDED, "").count == len(gone)
        self.erased |= gone
        self.kept = {name: to for name, to in self.kept.items() if name not in gone}

    @rule()
    def write_the_head_down(self) -> None:
        self.heads.append(self.journal.head())

    @rule()
    def go_on_from_a_backup(self) -> None:
        saved, back = self._path(), self._path()
        self.journal.backup(saved)
        assert restore(saved, back).ok
        self.journal = type(self.journal)(back)  # type: ignore[call-arg]

    @rule()
    def export_and_bring(self) -> None:
        other = copied(self._path())
        lines = list(self.journal.lines())
        other.append(bring(lines), "notation", recorded="2027-01-01")
        assert list(other.lines()) == lines

    @invariant()
    def the_book_is_what_the_model_is(self) -> None:
        found = {entry.id: entry.get("to") for entry in self.journal.entries() if entry.kind == "thanks"}
        assert found == self.kept
        assert all(self.journal.verify(head).ok for head in self.heads[-3:])
        assert self.journal.verify().erased == len(self.erased)

    def teardown(self) -> None:
        self.folder.cleanup()


Histories.TestCase.settings = settings(max_examples=12, stateful_step_count=15, deadline=None)
test_histories = Histories.TestCase
