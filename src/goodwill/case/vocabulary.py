"""The names two sides give to one thing: theirs in their own messages, mine in a draft."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from goodwill.case.case import Case
from goodwill.case.drafted import Passage, wordings
from goodwill.case.thread import Message

LEAST_USES = 2
RECENT = timedelta(days=60)
_LONGEST = 20_000
PAIRS = (
    ("invoice", "bill"),
    ("contract", "agreement"),
    ("crate", "box"),
    ("deposit", "down payment"),
    ("instalment", "tranche"),
    ("quote", "estimate"),
    ("milestone", "stage"),
    ("delivery", "shipment"),
    ("retainer", "standing fee"),
    ("renewal", "extension"),
    ("chapter", "section"),
    ("defect", "fault"),
)


@dataclass(frozen=True, slots=True)
class Renamed:
    """A thing they call one way and the draft another, with their newest message that names it."""

    theirs: str
    passage: Passage
    message: Message


def renamed(case: Case) -> Iterator[Renamed]:
    """Give each thing named otherwise in the draft than in two or more of their recent messages, and never as there."""
    draft = case.drafted
    if draft is None:
        return
    recent = [m for m in case.sent if m.by == case.party and case.today - m.day <= RECENT]
    for pair in PAIRS:
        for theirs, mine in (pair, pair[::-1]):
            used = [m for m in recent if _named(theirs).search(m.words[:_LONGEST])]
            never = not any(_named(mine).search(m.words[:_LONGEST]) for m in recent)
            passage = next(wordings(draft, _named(mine)), None)
            mixed = next(wordings(draft, _named(theirs)), None)
            if len(used) >= LEAST_USES and never and passage and not mixed:
                yield Renamed(theirs, passage, used[-1])


def _named(word: str) -> re.Pattern[str]:
    plural = r"(?:es|s)?" if word[-1] == "x" else r"s?"
    stem = word[:-1] + "(?:y|ies)" if word.endswith("y") else word + plural
    return re.compile(rf"(?<!\w)(?<!to )(?<!will ){stem}(?!\w)", re.IGNORECASE)
