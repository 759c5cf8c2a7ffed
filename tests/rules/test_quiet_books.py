"""An ordinary year is a quiet one: all on its day, thanked for, and felt as good; and small slips are no alarm."""

import random
from datetime import date, timedelta

import pytest

from goodwill.case.case import case
from goodwill.findings.run import run
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse
from goodwill.strategies.roster import ROSTER

FIRST = date(2025, 1, 6)
WEEKS = 52
LOOKS = [FIRST + timedelta(days=day) for day in range(20, 7 * WEEKS, 9)]
SMALL = ("E101", "E208", "E209", "D303", "L104")


def year(seed, slips):
    """Write a year with a supplier; a share of the bills and promises comes one or two days late."""
    chance = random.Random(seed)

    def late():
        return timedelta(days=chance.choice((1, 2)) if chance.random() < slips else 0)

    lines = []
    for week in range(WEEKS):
        day = FIRST + timedelta(weeks=week)
        due, soon = day + timedelta(days=14), day + timedelta(days=5)
        by, to = ("me", "alan") if week % 2 else ("alan", "me")
        lines += [
            f"{day} invoice i{week} by=alan to=me amount={300 + week} due={due}",
            f"{due + late()} payment y{week} by=me to=alan amount={300 + week} of=i{week}",
        ]
        if week % 3 == 0:
            lines += [
                f"{day} promise p{week} by={by} to={to} due={soon} | thing {week}",
                f"{soon + late()} kept k{week} of=p{week}",
            ]
        if week % 13 == 0:
            lines += [
                f"{day} pulse u{week} by=me to=alan process=6 relationship=6",
                f"{day} pulse v{week} by=alan to=me process=6 relationship=6",
            ]
        if week % 13 == 6:
            lines += [
                f"{day}T08:00 concession c{week} by=alan to=me issue=delivery | came twice on Monday",
                f"{day}T09:00 message m{week} by=me to=alan | Thank you, that was a help.",
                f"{day} reading r{week} of=m{week} move=thanks span=0-9 reader=cues@1",
            ]
    return [entry for entry in parse(sorted(lines)) if isinstance(entry, Entry)]


def found(book):
    return [(day, f.code, f.by, f.severity) for day in LOOKS for f in run(ROSTER, case(book, day).among("alan"))]


def test_a_year_in_which_all_went_well_says_nothing_louder_than_a_remark():
    seen = found(Book.of(year(0, 0.0)))
    assert {code for _, code, *_ in seen} >= {"E208", "E209"}
    assert [one for one in seen if one[3] != "info"] == []


@pytest.mark.parametrize("seed", range(3))
def test_one_in_twenty_a_day_or_two_late_is_no_alarm(seed):
    seen = found(Book.of(year(seed, 0.05)))
    assert [one for one in seen if one[3] == "warning" or (one[1] in SMALL and one[3] != "info")] == []
