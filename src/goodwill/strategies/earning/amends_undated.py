"""The draft offers repair and names no day.

Looks for
    an offer to put something right in a draft that is sorry, whose sentence names no day.

Why it matters
    Amends beat words [bottom-2002], and a promise speeds repair only as far as acts follow it [schweitzer-2006].

Do instead
    Name the day, and the amount where there is one.

Limits
    It reads days in plain words.

Example
    2026-01-20 message draft by=me to=alan | I am sorry about the crates. We will make it right.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import names_day, said, sentence
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("E910", stance="gap", severity="info")
def amends_undated(case: Case) -> Iterator[Sighting]:
    """Report the first offer of repair of a draft that names no day."""
    draft = case.drafted
    sorry = said(draft, "apology", "apology-responsibility", "apology-regret", "apology-explanation")
    if draft is None or not sorry or any(promise.due for promise in said(draft, "promise")):
        return
    owned = said(draft, "apology-responsibility")
    for repair in said(draft, "apology-repair"):
        if any((one.start, one.end) == (repair.start, repair.end) for one in owned):
            continue
        if not names_day(sentence(draft, repair.start, repair.end).words):
            says = f"{quoted(repair.words, 'the repair')} names no day"
            yield Sighting(case.me, (repair.id,), says, reword=f"{repair.words} by ______")
            return
