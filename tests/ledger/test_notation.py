"""The notation is lossless: parsing then printing is the identity, both ways."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodwill.ledger.entry import Entry
from goodwill.ledger.kinds import KINDS
from goodwill.ledger.notation import Invalid, line, parse, parse_line

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
tokens = st.from_regex(r"[A-Za-z0-9@.+_-]{1,12}", fullmatch=True)
free_kinds = ["thanks", "concern", "message", "decision", "promise", "concession"]


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    kind = draw(st.sampled_from(free_kinds))
    values = {key: draw(tokens) for key in KINDS[kind].needs}
    for key in KINDS[kind].keys:
        if key.form == "text" and draw(st.booleans()):
            values[key.name] = draw(text)
    time = draw(st.sampled_from(["", "00:00", "14:05", "23:59"]))
    return Entry(draw(st.dates(date(1900, 1, 1))), kind, draw(tokens), values, draw(text), time)


@given(entries())
def test_printing_then_parsing_gives_the_entry(entry: Entry) -> None:
    assert parse_line(line(entry)) == entry


@given(entries())
def test_parsing_then_printing_gives_the_line(entry: Entry) -> None:
    written = line(entry)
    read = parse_line(written)
    assert isinstance(read, Entry)
    assert line(read) == written
    assert line(Entry(read.day, read.kind, read.id, read.values, read.words, read.time)) == written


@given(st.text(max_size=200))
def test_no_text_raises(anything: str) -> None:
    assert isinstance(parse_line(anything), Entry | Invalid | None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2026-02-30 thanks t by=a to=b", "no such day: 2026-02-30"),
        ("2026-02-03T25:00 thanks t by=a to=b", "no such time: 25:00"),
        ("2026-02-03 thanx t by=a to=b", "unknown kind thanx; did you mean thanks?"),
        ("2026-02-03 thanks t by=a", "thanks needs to"),
        ("2026-02-03 thanks t by=a by=b", "key by is given twice"),
        ('2026-02-03 thanks t by="a" to="\\ud800"', "value of to is not a valid quoted string"),
        ("2026-02-03 stake s with=a amount=nan", "amount is not a number: nan"),
        ("2026-02-03 promise p by=a due=soon", "due is not a day: soon"),
        ("2026-02-03 check c of=x result=maybe", "result must be one of confirmed, refuted, unclear, not maybe"),
        ("2026-02-03 thanks t by=a to=b what is this", "expected key=value or | words at: what is this"),
        ("hello", "expected: DAY KIND ID [key=value ...] [| words]"),
    ],
)
def test_a_bad_line_says_why(text: str, reason: str) -> None:
    read = parse_line(text)
    assert isinstance(read, Invalid)
    assert read.reason == reason


def test_a_bad_line_does_not_stop_a_file() -> None:
    lines = ["; notes\n", "\n", "rubbish\n", "2026-02-03 thanks t by=a to=b | well done\r\n"]
    bad, good = parse(lines, "x.goodwill")
    assert isinstance(bad, Invalid)
    assert (bad.file, bad.line) == ("x.goodwill", 3)
    assert isinstance(good, Entry)
    assert good.words == "well done"


def test_needless_quotes_and_wide_gaps_survive() -> None:
    written = '2026-02-03  thanks t  by="a" to="b" |  two spaces '
    read = parse_line(written)
    assert isinstance(read, Entry)
    assert (read.get("by"), read.words) == ("a", " two spaces ")
    assert line(read) == written
