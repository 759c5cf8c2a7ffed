"""Settings, what a person types, and who they are."""

from datetime import date
from pathlib import Path

import pytest

from goodwill.desk.config import BadConfig, Settings, default_book, settings
from goodwill.desk.draft import waivers
from goodwill.desk.identity import identified
from goodwill.desk.writing import restored, written
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse
from goodwill.store.fault import StoreFault

DAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GOODWILL_BOOK", raising=False)


def test_the_nearest_file_counts_and_the_environment_above_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.goodwill]\nme = ["Maria"]\nbook = "x.book"\n')
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n")
    found = settings(inner)
    assert found.me == ("Maria",)
    assert found.book == str(tmp_path / "x.book")
    assert found.origins["me"] == str(tmp_path / "pyproject.toml")
    (inner / "goodwill.toml").write_text('me = ["Bo"]\n')
    assert settings(inner) == Settings(me=("Bo",), origins={"me": str(inner / "goodwill.toml")})
    monkeypatch.setenv("GOODWILL_BOOK", "y.book")
    assert (settings(inner).book, settings(inner).origins["book"]) == ("y.book", "GOODWILL_BOOK")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("mee = []", "unknown key mee; did you mean me?"),
        ("zzzzzz = 1", "unknown key zzzzzz"),
        ('me = "Maria"', "me must be a list"),
        ("me = [1]", "me must be a list"),
        ("book = 1", "book must be a str"),
        ('fail_on = "loud"', "fail_on must be one of"),
        ("me = [", "goodwill.toml"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "goodwill.toml").write_text(text)
    with pytest.raises(BadConfig, match=says.replace("?", r"\?")):
        settings(tmp_path)


def test_a_tool_table_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool]\ngoodwill = "x"\n')
    with pytest.raises(BadConfig, match="must be a table"):
        settings(tmp_path)
    (tmp_path / "pyproject.toml").write_text("tool = 3\n")
    assert settings(tmp_path) == Settings()


def test_there_is_a_place_for_the_users_own_book() -> None:
    assert default_book().name == "goodwill.book"


@pytest.mark.parametrize(
    ("said", "says"),
    [
        (["by=me"], "thanks needs to"),
        (["by=me", "to"], "expected key=value or '| words', not to"),
        (["by=me", "by=alan", "to=bo"], "key by is given twice"),
        (["by=me", "to=bo", "fro=x"], "thanks has no key fro"),
        (["by=me", "to=bo", "=x"], "not a usable key"),
    ],
)
def test_what_is_wrong_with_words_typed_is_said(said: list[str], says: str) -> None:
    told = written("thanks", said, "t1", DAY)
    assert isinstance(told, str)
    assert told.startswith(says)


def test_words_typed_make_an_entry() -> None:
    told = written("thanks", ["by=me", "to=bo", "|", "two", "a=b"], "t1", DAY)
    assert told == Entry(DAY, "thanks", "t1", {"by": "me", "to": "bo"}, "two a=b")


def test_a_book_is_made_from_a_backup_once(tmp_path: Path) -> None:
    from goodwill.desk.desk import Desk

    desk = Desk.open(tmp_path / "a.book")
    desk.record(Entry(DAY, "thanks", "t1", {"by": "me", "to": "bo"}))
    desk.journal.backup(tmp_path / "backup")
    restored(tmp_path / "backup", tmp_path / "b.book")
    assert [e.id for e in Desk.open(tmp_path / "b.book").book] == ["t1"]
    with pytest.raises(StoreFault):
        restored(tmp_path / "backup", tmp_path / "b.book")


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("<!-- goodwill: ignore E101 -->", ["E101"]),
        ("<!-- goodwill: ignore E101, silent-concession -- why not -->", ["E101", "silent-concession"]),
        ("<!-- goodwill: ignore E101,, -- x -->", ["E101"]),
        ("<!-- goodwill: ignore , -- x -->", []),
        ("<!-- goodwill: ignore -->", []),
        ("<!-- ignore E101 -->", []),
    ],
)
def test_waivers_are_read(text: str, rules: list[str]) -> None:
    assert [waiver.rule for waiver in waivers(text)] == rules


def book(text: str) -> Book:
    return Book.of(entry for entry in parse(text.splitlines()) if isinstance(entry, Entry))


def test_the_user_is_told_found_or_asked() -> None:
    two = "2026-01-01 message m1 by=a to=b thread=t\n2026-01-02 message m2 by=c to=a thread=u"
    assert identified(book(two), ("Maria",)).mentions == ("Maria",)
    found = identified(book(two), ())
    assert found.mentions == ("a",)
    assert "a, the one party on every thread" in found.note
    unclear = identified(book("2026-01-01 message m1 by=a to=b"), ())
    assert (unclear.mentions, set(unclear.choices)) == ((), {"a", "b"})
    assert identified(book("2026-01-01 message m1 by=me to=b"), ()).choices == ()
    nobody = identified(book("2026-01-01 message m1 by=a to=b\n2026-01-01 message m2 by=c to=d"), ())
    assert set(nobody.choices) == {"a", "b", "c", "d"}
