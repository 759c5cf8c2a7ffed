"""The draft names another day than the one on record.

Looks for
    a promise in a draft that shares two words or more with an open promise of yours, names another day, and does
    not say that the day moves.

Why it matters
    Writers overrate how well they are understood [kruger-2005]; a run of acts that match what was said restores
    trust [schweitzer-2006]. Two days for one thing cannot both be kept.

Do instead
    Keep the day on record, or say that it moves, why, and what the other day was.

Limits
    It compares words, so two different things of one kind may look the same. It leaves a promise past its day to
    another rule.

Example
    2026-01-02 promise p1 by=me to=alan due=2026-01-23 | the signed order form
    2026-01-20 message draft by=me to=alan | I will send the signed order form by Tuesday.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import own_words, said
from goodwill.case.matter import shared
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule
from goodwill.findings.words import spoken_days

_MOVED = re.compile(
    r"\b(?:instead|rather than|postpon\w+|reschedul\w+|mov(?:e|ed|ing)|push\w*|delay\w*|later than|sooner|earlier than"
    r"|new da(?:y|te)|slip\w*|not before|I (?:had )?said|original\w*)\b",
    re.I,
)


@rule("E906", stance="risk", severity="advice")
def day_conflicts(case: Case) -> Iterator[Sighting]:
    """Report a day in a draft that differs from the day of the same promise on record."""
    draft = case.drafted
    if draft is None or _MOVED.search(own_words(draft)):
        return
    drafted = {new.id for new in said(draft, "promise")}
    mine = [p for p in case.promises if p.by == case.me and p.state == "open" and p.due and p.due >= case.today]
    known = [p for p in mine if p.id not in drafted]
    for new in said(draft, "promise"):
        for old in known:
            if new.due and old.due != new.due and len(shared(old.words, new.words)) >= 2:
                says = (
                    f"{quoted(new.words, 'the draft')} is {new.due}; for {quoted(old.words, 'it')} you said {old.due}"
                )
                reword = spoken_days(f"{new.words} (not {old.due}, as I said before, because ______)", case.today)
                yield Sighting(case.me, (new.id, old.id), says, reword=reword)
                break
