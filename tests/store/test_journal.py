"""Entries go in once, in order, in batches; what clashes is said; the file is private."""

import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from goodwill.ledger.entry import Entry
from goodwill.store.fault import StoreFault
from goodwill.store.journal import Journal, open_journal
from store_samples import RECORDED, messages, read, without_recorded


def test_what_is_appended_is_read_back_in_order(journal: Journal) -> None:
    told = journal.append(messages(20), "mail", recorded=RECORDED)
    assert told.accepted == tuple(f"m{n}" for n in range(20))
    assert [without_recorded(entry) for entry in journal.entries()] == list(messages(20))
    assert {entry.get("recorded") for entry in journal.entries()} == {RECORDED}
    assert len(journal.book()) == 20


def test_bringing_twice_adds_nothing(journal: Journal) -> None:
    journal.append(messages(7), "mail", recorded=RECORDED)
    head = journal.head()
    told = journal.append(messages(7), "mail", recorded="2026-11-24T10:00")
    assert (told.accepted, told.duplicate, told.conflicting) == ((), 7, ())
    assert journal.head() == head


def test_the_same_entry_from_another_file_is_a_duplicate(journal: Journal) -> None:
    journal.append([read("2026-01-02 thanks t by=me to=alan src=a.txt line=1 | well done")], recorded=RECORDED)
    other = read("2026-01-02 thanks t to=alan by=me src=b.txt line=9 recorded=2026-01-05 | well done")
    assert journal.append([other], recorded=RECORDED).duplicate == 1


def test_other_content_under_the_same_id_is_a_conflict_that_names_the_first_source(journal: Journal) -> None:
    journal.append([read("2026-01-02 thanks t by=me to=alan src=a.txt line=3 | well done")], recorded=RECORDED)
    told = journal.append([read("2026-01-02 thanks t by=me to=alan src=b.txt line=9 | badly done")], recorded=RECORDED)
    assert told.accepted == ()
    (clash,) = told.conflicting
    assert str(clash) == "b.txt:9: id t is already there with other content, from a.txt:3"
    assert "badly done" in clash.text


def test_other_content_under_an_id_a_door_minted_is_a_duplicate(journal: Journal) -> None:
    journal.append([read("2026-01-02 thanks t by=me to=alan | well done")], recorded=RECORDED)
    told = journal.append([read("2026-01-02 thanks t by=me to=alan | done")], "mail", recorded=RECORDED, strict=False)
    assert (told.duplicate, told.conflicting) == (1, ())


def test_a_clash_inside_one_batch_is_seen(journal: Journal) -> None:
    pair = [read("2026-01-02 thanks t by=me to=alan | one"), read("2026-01-02 thanks t by=me to=alan | two")]
    told = journal.append(pair, recorded=RECORDED)
    assert (told.accepted, told.duplicate, len(told.conflicting)) == (("t",), 0, 1)
    assert journal.append([pair[0], pair[0]], recorded=RECORDED).duplicate == 2


def test_entries_without_an_id_get_one_that_stays_the_same(journal: Journal, tmp_path: Path) -> None:
    twice = [read("2026-01-02 payment - by=me to=alan amount=10")] * 2
    first = journal.append(twice, recorded=RECORDED)
    assert len(set(first.accepted)) == 2
    assert "-" not in first.accepted
    assert journal.append(twice, recorded=RECORDED).duplicate == 2
    assert open_journal(tmp_path / "other.db").append(twice, recorded=RECORDED).accepted == first.accepted


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (Entry(date(2026, 1, 2), "promse", "p"), "unknown kind promse; did you mean promise?"),
        (Entry(date(2026, 1, 2), "thanks", "t", {"by": "me"}), "thanks needs to"),
        (Entry(date(2026, 1, 2), "thanks", "t", {"by": "me", "to": "a", "for": "\udcff"}), "cannot be written down"),
        (Entry(date(2026, 1, 2), "thanks", "t", {"by": "me", "to": "a", "a b": "c"}), "not a usable key: a b"),
        (Entry(date(2026, 1, 2), "thanks", "t", {"by": "me", "to": "a"}, "x" * 1_000_001), "longer than 1,000,000"),
    ],
)
def test_what_could_not_be_read_back_is_refused_with_a_reason(journal: Journal, entry: Entry, reason: str) -> None:
    told = journal.append([entry, *messages(1)], recorded=RECORDED)
    assert told.accepted == ("m0",)
    assert reason in told.conflicting[0].reason


def test_batches_are_acknowledged_one_by_one_and_no_more_than_one_is_held(journal: Journal) -> None:
    taken = 0

    def counted() -> Iterator[Entry]:
        nonlocal taken
        for entry in messages(1200):
            taken += 1
            yield entry

    stream = journal.append_stream(counted(), "mail", recorded=RECORDED)
    assert len(next(stream).accepted) == 500
    assert taken == 500
    assert len(list(journal.entries())) == 500
    assert [len(told.accepted) for told in stream] == [500, 200]


def test_a_source_that_fails_loses_only_its_own_batch(journal: Journal) -> None:
    def failing() -> Iterator[Entry]:
        yield from messages(700)
        raise OSError("the stick was pulled out")

    with pytest.raises(OSError, match="stick"):
        journal.append(failing(), "mail", recorded=RECORDED)
    assert len(list(journal.entries())) == 500
    assert journal.verify().ok


def test_erasures_cannot_be_brought_as_entries(journal: Journal) -> None:
    with pytest.raises(ValueError, match="erase"):
        journal.append(messages(1), "erase", recorded=RECORDED)


def test_marks_are_kept_and_replaced(journal: Journal) -> None:
    assert journal.get_mark("watch") is None
    journal.set_mark("watch", "2026-11-22")
    journal.set_mark("watch", "2026-11-23")
    assert journal.get_mark("watch") == "2026-11-23"


def test_the_book_and_the_folders_made_for_it_are_private(tmp_path: Path) -> None:
    path = tmp_path / "one" / "two" / "book.db"
    open_journal(path).append(messages(1), recorded=RECORDED)
    modes = [stat.S_IMODE(place.stat().st_mode) for place in (path, path.parent, path.parent.parent)]
    assert modes == [0o600, 0o700, 0o700]


def test_a_book_is_opened_again_by_path_or_by_url(journal: Journal, path: Path) -> None:
    journal.append(messages(3), recorded=RECORDED)
    assert len(list(open_journal(f"sqlite:///{path}").entries())) == 3
    assert len(list(open_journal(str(path), create=False).entries())) == 3


def test_no_book_is_made_when_told_not_to(path: Path) -> None:
    with pytest.raises(StoreFault, match="there is no book here"):
        open_journal(path, create=False)
    assert not path.parent.exists()


def test_another_database_is_refused_in_one_line() -> None:
    with pytest.raises(StoreFault, match="only SQLite books can be opened") as raised:
        open_journal("postgresql://host/book")
    assert "host" not in str(raised.value)
