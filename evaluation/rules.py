"""How often each draft rule is right when it speaks, and how often it speaks when it ought to, on the coded drafts.

uv run python -m evaluation.rules [--part held-out|tuning|all|strangers] [--misses] [--write]
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from goodwill.desk.desk import Desk
from goodwill.desk.readings import readings
from goodwill.ledger.book import Book
from goodwill.ledger.notation import Invalid, parse
from goodwill.moves.joint import JointReader
from goodwill.store.unwritten import Unwritten
from goodwill.strategies.roster import ROSTER

HERE = Path(__file__).resolve().parent
CODED = HERE / "drafts_coded"
STRANGERS = HERE / "strangers"
PAGE = HERE.parent / "docs" / "rules_precision.md"
TODAY = date(2026, 1, 20)
TUNING = frozenset({"produce", "translator", "patient", "itvendor", "design", "wholesale", "garage", "bureau"})
PARTS = ("held-out", "tuning", "all", "strangers")
AIM = (0.9, 0.7)
CODES = tuple(sorted(rule.code for rule in ROSTER if rule.code[1] == "9" or rule.code == "E101"))
Found = dict[str, tuple[str, ...]]


class Held(Unwritten):
    """A book held in memory: the few ledger lines before one draft."""

    def __init__(self, held: Book) -> None:
        self._held = held

    def book(self) -> Book:
        """Give the lines held."""
        return self._held


@dataclass(frozen=True, slots=True)
class Count:
    """Where a rule was right, wrong and silent when it ought to speak; and how often it spoke where codings differ."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    disputed: int = 0

    @property
    def precision(self) -> float | None:
        """Share of findings that both codings bear out; none where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Share of what both codings saw that was found; none where there was nothing to find."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    def __add__(self, other: Count) -> Count:
        return Count(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


@cache
def drafts(part: str):
    """Read the drafts of a part; `all` is all that one hand wrote."""
    file = STRANGERS if part == "strangers" else CODED
    every = [json.loads(line) for line in (file / "drafts.jsonl").read_text("utf-8").splitlines()]
    if part == "strangers":
        return tuple(every)
    return tuple(d for d in every if part == "all" or (d["scenario"] in TUNING) == (part == "tuning"))


@cache
def coding(name: str) -> dict[str, frozenset[str]]:
    """Read one coding of both sets: which rules ought to speak on which draft."""
    told = {}
    for file in (CODED / f"coding_{name}.csv", STRANGERS / f"drafts_{name}.csv"):
        with file.open(encoding="utf-8", newline="") as rows:
            told |= {row["id"]: frozenset(row["rules"].split()) for row in csv.DictReader(rows)}
    return told


def book(lines: list[str]) -> Book:
    """Lay a small ledger as the desk would after bringing it: each message also read by the cue reader."""
    entries = []
    for entry in parse(lines):
        if isinstance(entry, Invalid):
            raise SystemExit(f"a ledger line of the set does not parse: {entry}")
        entries += [entry, *(readings(entry, JointReader()) if entry.kind == "message" else ())]
    return Book.of(entries)


@cache
def by_rules(part: str) -> Found:
    """Check each draft at the desk: the code of every finding."""
    found = {}
    for draft in drafts(part):
        desk = Desk(Held(book(draft["ledger"])))
        found[draft["id"]] = tuple(f.code for f in desk.check(draft["text"], draft["to"], TODAY).findings)
    return found


@cache
def by_words(part: str) -> Found:
    """The baseline: one or two telling words a rule, and no ledger."""
    with (CODED / "words.csv").open(encoding="utf-8", newline="") as rows:
        telling = {row["rule"]: re.compile(rf"\b(?:{row['words']})\b") for row in csv.DictReader(rows)}
    return {d["id"]: tuple(code for code in CODES if telling[code].search(d["text"].lower())) for d in drafts(part)}


def counts(found: Found) -> dict[str, Count]:
    """Set what was found against what both codings say, rule by rule."""
    first, second = coding("a"), coding("b")
    return {code: sum((_held_against(code, first[i], second[i], found[i]) for i in found), Count()) for code in CODES}


def _held_against(code: str, first: frozenset[str], second: frozenset[str], found: tuple[str, ...]) -> Count:
    spoke = code in found
    if (code in first) != (code in second):
        return Count(disputed=spoke)
    ought = code in first
    return Count(right=ought and spoke, wrong=spoke and not ought, missed=ought and not spoke)


def pooled(found: Found) -> Count:
    """Add up all rules."""
    return sum(counts(found).values(), Count())


def kappa(code: str) -> float | None:
    """Agreement of both codings on a rule beyond chance, over all drafts that one hand wrote."""
    ids = [draft["id"] for draft in drafts("all")]
    first, second = ({one: coding(name)[one] for one in ids} for name in "ab")
    here, there = (sum(code in said for said in one.values()) / len(one) for one in (first, second))
    same = sum((code in first[i]) == (code in second[i]) for i in first) / len(first)
    chance = here * there + (1 - here) * (1 - there)
    return (same - chance) / (1 - chance) if chance < 1 else None


def ordinary(found: Found) -> list[int]:
    """Give the number of findings, of whatever rule, on each draft on which neither coding wants any."""
    first, second = coding("a"), coding("b")
    return [len(found[i]) for i in found if not first[i] | second[i]]


def misses(part: str) -> list[str]:
    """List each draft on which the rules and the codings differ."""
    lines, found = [], by_rules(part)
    for draft in drafts(part):
        first, second = coding("a")[draft["id"]], coding("b")[draft["id"]]
        told = set(found[draft["id"]])
        if (first & second) - told or told - (first | second):
            missed, wrong = sorted((first & second) - told), sorted(told - (first | second))
            lines.append(f"{draft['id']} missed {missed} wrong {wrong}: {draft['text']}")
    return lines


def main() -> None:
    from evaluation.rules_page import page, table

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS, default="held-out")
    parser.add_argument("--misses", action="store_true", help="list the drafts of the tuning part that came out wrong")
    parser.add_argument("--write", action="store_true", help="renew docs/rules_precision.md")
    told = parser.parse_args()
    if told.write:
        PAGE.write_text(page(), "utf-8")
    print("\n".join(misses("tuning") if told.misses else table(told.part)))


if __name__ == "__main__":
    main()
