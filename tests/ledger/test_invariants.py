"""What every entry must hold, said in one line where it does not."""

from datetime import date

import pytest

from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault, unknown_keys
from goodwill.ledger.kinds import KINDS
from goodwill.ledger.notation import Invalid, line, parse_line

DAY = date(2026, 1, 2)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        (Entry(DAY, "zzz", "p1"), "unknown kind zzz"),
        (Entry(DAY, "thanks", "t 1", {"by": "a", "to": "b"}), "not a usable id: t 1"),
        (Entry(DAY, "thanks", "", {"by": "a", "to": "b"}), "not a usable id: "),
        (Entry(DAY, "thanks", "t1", {"by": "a", "to": "b"}, time="24:00"), "no such time: 24:00"),
        (Entry(DAY, "message", "m1", {"by": "a"}, time="1٣:00"), "no such time: 1٣:00"),
        (Entry(DAY, "thanks", "t1", {}), "thanks needs by and to"),
        (Entry(DAY, "stake", "s1", {"with": "a", "amount": "inf"}), "amount is not a number: inf"),
        (Entry(DAY, "amend", "a1", {"of": "p1", "a b": "1"}), "not a usable key: a b"),
        (Entry(DAY, "amend", "a1", {"of": "p1", "": "1"}), "not a usable key: "),
        (Entry(DAY, "vouch", "v1", {"by": "a", "about": "b", "closeness": "6"}), "closeness must be one of"),
        (Entry(DAY, "thanks", "t1", {"by": "a", "to": "b"}, time="23:59"), ""),
    ],
)
def test_a_fault_is_said(entry: Entry, says: str) -> None:
    assert fault(entry).startswith(says)
    assert bool(fault(entry)) is bool(says)


def test_keys_that_nothing_reads_are_named_with_the_nearest() -> None:
    assert unknown_keys(Entry(DAY, "promise", "p1", {"by": "a", "deu": "x", "src": "f"})) == ("deu; did you mean due?",)
    assert unknown_keys(Entry(DAY, "amend", "a1", {"of": "p1", "anything": "x"})) == ()
    assert KINDS["amend"].known(["anything"])
    assert not KINDS["promise"].known(["deu"])
    assert KINDS["promise"].known(["due", "src"])


def test_a_line_too_long_is_refused_and_a_place_is_said() -> None:
    read = parse_line("2026-01-02 thanks t1 by=a to=b | " + "x" * 1_000_001)
    assert isinstance(read, Invalid)
    assert read.reason.startswith("line is longer")
    assert len(read.text) == 2000
    assert str(Invalid("no", "f", 3)) == "f:3: no"
    assert str(Invalid("no", "f")) == "f: no"
    assert str(Invalid("no")) == "no"


def test_what_a_face_can_write_can_be_read_again() -> None:
    entry = Entry(DAY, "amend", "a1", {"of": "p1", "due": ""}, "why\r\nnot \\")
    assert parse_line(line(entry)) == entry
