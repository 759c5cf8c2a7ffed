"""Who needs whom more, as far as somebody said so: words of dependence, or what each has without a deal."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.case import Case
from goodwill.case.quoting import quoted

POINTS_APART = 20
_LONGEST = 20_000
_LEANS = re.compile(
    r"\b(?:you are|you're) (?:by far )?(?:my|our) (?:only|biggest|largest|main) (?:customer|client|supplier|buyer)\b"
    r"|\b(?:we|I) (?:fully |entirely )?(?:depend|rely) on (?:you|your (?:order|payment|supply|deliver)\w*)\b"
    r"|\b(?:we|I) (?:cannot|can't|can\u2019t|could not) afford to lose (?:you|this|your)\b"
    r"|\b(?:we|I) have no (?:other (?:option|choice|supplier|customer|client|offer)|alternative)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Leaning:
    """One side leans on the other: the entry that says so, and the words."""

    side: str
    id: str
    day: date
    told: str


def leanings(case: Case) -> Iterator[Leaning]:
    """Give what shows that one side needs the other more."""
    for message in case.sent:
        if message.by in case.sides and (found := _LEANS.search(message.words[:_LONGEST])):
            yield Leaning(message.by, message.id, message.day, quoted(found[0], "the message"))
    held = {e.get("deal"): e for e in case.book.kinds("reservation") if e.get("by") == case.party}
    for mine in case.book.kinds("reservation"):
        theirs = held.get(mine.get("deal"))
        if mine.get("by") != case.me or theirs is None:
            continue
        gap = (mine.number("points") or 0.0) - (theirs.number("points") or 0.0)
        if abs(gap) >= POINTS_APART:
            weaker = theirs if gap > 0 else mine
            told = f"without a deal one side keeps {abs(gap):g} points more"
            yield Leaning(weaker.get("by"), weaker.id, weaker.day, told)
