"""An export brought into an empty book gives the same book, and the same export, byte for byte."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import line, parse_line
from goodwill.store.journal import Journal, open_journal
from goodwill.store.recall import recalled
from store_samples import RECORDED, any_entries, bring, copied, messages, without_recorded


@settings(max_examples=40, deadline=None)
@given(st.lists(any_entries(), max_size=12, unique_by=lambda entry: entry.id))
def test_append_export_bring(drawn: list[Entry]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        first, second = (copied(Path(folder) / name) for name in ("a.db", "b.db"))
        told = first.append(drawn, "mail", recorded=RECORDED)
        assert not told.conflicting
        kept = list(first.entries())
        given_ids = [entry for entry in map(without_recorded, kept) if entry.id in {e.id for e in drawn}]
        assert given_ids == [entry for entry in drawn if entry.id != "-"]
        exported = list(first.lines())
        assert len(second.append(bring(exported), "notation", recorded="2027-01-01").accepted) == len(kept)
        assert list(second.entries()) == kept
        assert list(second.lines()) == exported
        assert second.append(bring(exported), "notation", recorded="2028-01-01").duplicate == len(kept)


def test_an_export_with_an_erasure_can_be_brought(journal: Journal, tmp_path: Path) -> None:
    journal.append(messages(9), "mail", recorded=RECORDED)
    journal.erase(["alan"], RECORDED, "asked for it")
    exported = list(journal.lines())
    other = open_journal(tmp_path / "other.db")
    other.append(bring(exported), "notation", recorded=RECORDED)
    assert list(other.lines()) == exported
    assert other.verify().ok
    assert other.verify().erased == 0


@given(any_entries())
def test_a_line_of_the_book_is_recalled_as_it_would_be_parsed(entry: Entry) -> None:
    text = line(entry)
    assert recalled(text) == parse_line(text)


@given(st.text(st.sampled_from(' |"=\\\\nrab1é\t'), max_size=40))
def test_whatever_follows_the_head_is_recalled_as_it_would_be_parsed(text: str) -> None:
    for start in (
        "2026-02-03 thanks t by=me to=a",
        "2026-02-30T10:00 thanks t by=me to=",
        "2026-02-03 thanks t by=a to=b ",
    ):
        expected = parse_line(start + text)
        assert recalled(start + text) == expected or not isinstance(expected, Entry)
