"""What is rejected is kept once, with its reason, and goes when a party is erased."""

from pathlib import Path

from goodwill.ledger.notation import Invalid
from goodwill.store.quarantine import keep, kept, place, purge

BAD = Invalid("no such day: 2026-02-30", "a.goodwill", 3, "2026-02-30 thanks t by=alan to=me")
OTHER = Invalid("not a mail", "b.eml", None, "")


def test_a_reject_is_kept_once_with_its_reason(tmp_path: Path) -> None:
    book = tmp_path / "x.book"
    assert keep(book, [BAD, OTHER], "2026-03-01T00:00:00Z") == 2
    assert keep(book, [BAD], "2026-03-02T00:00:00Z") == 0
    assert [(row["file"], row["reason"]) for row in kept(book)] == [
        ("a.goodwill", "no such day: 2026-02-30"),
        ("b.eml", "not a mail"),
    ]
    assert place(book).stat().st_mode & 0o077 == 0


def test_erasing_takes_out_what_names_the_party(tmp_path: Path) -> None:
    book = tmp_path / "x.book"
    keep(book, [BAD, OTHER], "2026-03-01T00:00:00Z")
    assert purge(book, ["Alan"]) == 1
    assert [row["file"] for row in kept(book)] == ["b.eml"]


def test_a_damaged_file_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    book = tmp_path / "x.book"
    keep(book, [BAD], "2026-03-01T00:00:00Z")
    place(book).write_bytes(b"\xff\x00 rubbish\n[1]\n" + place(book).read_bytes())
    assert len(list(kept(book))) == 1
