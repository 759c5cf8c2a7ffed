"""The day a promise names, told from the day it was said; none where the words could mean two."""

import random
import re
from datetime import date

import pytest

from goodwill.moves import dates
from goodwill.moves.dates import due_day
from pattern_texts import said_by

MONDAY = date(2026, 3, 9)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("by Friday", "2026-03-13"),
        ("on Monday", "2026-03-16"),
        ("this Friday", "2026-03-13"),
        ("next Friday", "2026-03-20"),
        ("by Fri", "2026-03-13"),
        ("tomorrow", "2026-03-10"),
        ("the day after tomorrow", "2026-03-11"),
        ("by end of day", "2026-03-09"),
        ("tonight", "2026-03-09"),
        ("on 12 May", "2026-05-12"),
        ("May 12th, 2027", "2027-05-12"),
        ("by the 3rd of April", "2026-04-03"),
        ("on 12 January", "2027-01-12"),
        ("on the 12th", "2026-03-12"),
        ("on the 5th", "2026-04-05"),
        ("on the 31st", "2026-03-31"),
        ("2026-05-03", "2026-05-03"),
        ("by 13/5", "2026-05-13"),
        ("by 5/13/2026", "2026-05-13"),
        ("by 5/5", "2026-05-05"),
        ("03.05.2026", "2026-05-03"),
        ("by the end of the month", "2026-03-31"),
        ("at month end", "2026-03-31"),
        ("by the end of next month", "2026-04-30"),
        ("by the end of the week", "2026-03-13"),
        ("next week", "2026-03-20"),
        ("by the end of the quarter", "2026-03-31"),
        ("by the end of May", "2026-05-31"),
        ("by the end of the year", "2026-12-31"),
        ("within two weeks", "2026-03-23"),
        ("in a fortnight", "2026-03-23"),
        ("within 48 hours", "2026-03-11"),
        ("in an hour", "2026-03-09"),
        ("in 5 working days", "2026-03-16"),
        ("in a month", "2026-04-09"),
        ("As agreed on 12 March, I'll send the May report by Friday", "2026-03-13"),
        ("first thing Wednesday\nmorning", "2026-03-11"),
    ],
)
def test_told(words, day):
    assert due_day(words, MONDAY) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "words",
    ["by 3/5", "03/05/2026", "by 31 Feb", "on 1 March", "soon", "", "2.5 tonnes", "3/4 of it", "your invoice of 12 May",
     "since Friday", "the 2nd crate", "it costs 1,250.50", "99/99/2026", "last Friday"],
)  # fmt: skip
def test_not_told(words):
    assert due_day(words, MONDAY) is None


def test_month_ends_do_not_overflow():
    assert due_day("in a month", date(2026, 1, 31)) == date(2026, 2, 28)
    assert due_day("by the end of next month", date(2026, 12, 5)) == date(2027, 1, 31)
    assert due_day("on the 31st", date(2026, 4, 2)) == date(2026, 5, 31)
    assert due_day("by 29 February", date(2026, 3, 5)) is None


def test_a_weekend_is_past_the_week():
    assert due_day("by the end of the week", date(2026, 3, 14)) == date(2026, 3, 14)


def test_long_text_is_cut():
    assert due_day("x " * 5000 + "by Friday", MONDAY) is None


@pytest.mark.parametrize(("needs", "pattern"), [(needs, pattern) for needs, pattern, _ in dates._WAYS])
def test_what_a_way_to_name_a_day_matches_holds_what_it_is_tried_for(needs, pattern):
    chance, tree, met = random.Random(2), re._parser.parse(pattern), 0
    for _ in range(1_000):
        found = re.search(pattern, " " + said_by(tree, chance) + chance.choice([" ", "."]))
        met += found is not None
        assert found is None or any(need in found[0] for need in needs)
    assert met > 200
