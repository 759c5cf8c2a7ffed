"""Half a year of ordinary dealings: days kept, questions answered, calls returned. No rule warns, whatever the day."""

from datetime import date, timedelta
from random import Random

import pytest

from goodwill.case.case import case
from goodwill.findings.finding import Finding
from goodwill.findings.run import run
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.invariants import fault
from goodwill.strategies.roster import ROSTER

FIRST, DAYS, A_MOVE = date(2025, 10, 1), 180, 90
SIDES = ("me", "ilse")
ONE_EVENT = {"D404", "E304", "L203"}
SEEDS = range(24)
WHAT = ("promise", "bill", "question", "call", "comparison")


class Dealings:
    """Entries of two sides that keep their days, move one in good time, and answer each other within the week."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.made: list[Entry] = []
        for day in range(0, DAYS, 3):
            one, other = self.chance.sample(SIDES, 2)
            what = "moved" if day == A_MOVE else self.chance.choice(WHAT)
            getattr(self, what)(day, {"by": one, "to": other}, {"by": other, "to": one})

    def add(self, day: int, kind: str, values: dict[str, str], words: str = "", time: str = "") -> str:
        self.made.append(Entry(FIRST + timedelta(days=day), kind, f"e{len(self.made)}", values, words, time))
        assert not fault(self.made[-1]), self.made[-1]
        return self.made[-1].id

    def due(self, day: int) -> dict[str, str]:
        return {"due": (FIRST + timedelta(days=day)).isoformat()}

    def promise(self, day: int, there: dict[str, str], back: dict[str, str]) -> None:
        due = day + self.chance.randint(4, 12)
        promised = self.add(day, "promise", there | self.due(due), f"part {day}")
        self.add(due - self.chance.randint(0, 2), "kept", {"of": promised})

    def moved(self, day: int, there: dict[str, str], back: dict[str, str]) -> None:
        promised = self.add(day, "promise", there | self.due(day + 9), f"part {day}")
        self.add(day + 7, "renegotiated", {"of": promised, "asked": "before"} | self.due(day + 14), "five days more?")
        self.add(day + 14, "kept", {"of": promised})

    def bill(self, day: int, there: dict[str, str], back: dict[str, str]) -> None:
        due, sum_ = day + self.chance.randint(4, 12), {"amount": "90", "currency": "EUR"}
        billed = self.add(day, "invoice", there | sum_ | self.due(due))
        self.add(due - self.chance.randint(0, 3), "payment", back | sum_ | {"of": billed})

    def question(self, day: int, there: dict[str, str], back: dict[str, str]) -> None:
        self.add(day, "message", there, "When does the next part come?", "09:00")
        self.add(day + self.chance.randint(0, 2), "message", back, "With the week", "17:00")

    def call(self, day: int, there: dict[str, str], back: dict[str, str]) -> None:
        for later in range(self.chance.randint(1, 2)):
            self.add(day + later, "message", there | {"channel": "missed-call"}, "Missed voice call", "09:00")
        self.add(day + 2, "message", back, "I could not take it, what is it?", "12:00")
        self.add(day + 2, "message", there, "Only the list, it is done", "13:00")

    def comparison(self, day: int, there: dict[str, str], back: dict[str, str]) -> None:
        raised = self.add(day, "concern", there, "The market pays 125 for a crate like ours")
        self.add(day, "comparable", {"matter": "price of a crate", "value": "125", "n": "3"})
        answer = {"of": raised, "by": back["by"]}
        self.add(day + self.chance.randint(1, 6), "answer", answer, "They take only the large ones")


def over_time(made: list[Entry], step: int = 7) -> list[Finding]:
    book = Book.of(sorted(made, key=lambda entry: (entry.day, entry.time)))
    whole = (case(book, FIRST + timedelta(days=day)) for day in range(0, DAYS + 30, step))
    return [finding for one in whole for finding in run(ROSTER, one.among("ilse"))]


@pytest.mark.parametrize("seed", SEEDS)
def test_an_ordinary_book_brings_no_warning_and_none_of_what_one_event_sets_off(seed: int) -> None:
    found = over_time(Dealings(seed).made)
    assert [(f.code, f.says) for f in found if f.severity == "warning" or f.code in ONE_EVENT] == []


@pytest.mark.parametrize(("code", "left_out"), [("E201", "kept"), ("L203", "answer"), ("E304", "message")])
def test_the_same_book_is_not_quiet_once_one_side_keeps_nothing_or_answers_nothing(code: str, left_out: str) -> None:
    kept = [e for e in Dealings(0).made if not (e.kind == left_out and e.get("by") in ("", "ilse"))]
    assert any(f.code == code for f in over_time(kept))


def test_the_same_book_is_not_quiet_once_one_promise_comes_late() -> None:
    made = Dealings(0).made
    last = max((e for e in made if e.kind == "kept"), key=lambda e: e.day)
    late = Entry(last.day + timedelta(days=4), "kept", last.id, dict(last.values), last.words)
    found = over_time([late if e is last else e for e in made], 1)
    assert any(f.code == "D404" for f in found)
