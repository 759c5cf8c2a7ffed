"""The draft promises something and names no day.

Looks for
    a promise in a draft that names no day, where no other promise of the draft names one.

Why it matters
    A run of acts that keep to what was said restores and builds trust [schweitzer-2006]. A promise without a day
    cannot be kept on its day.

Do instead
    Name the day you are sure of, and a later one where you are not.

Limits
    It reads days in plain words. A courtesy such as "I will be glad to help", and an act tied to an event ("before
    you come"), are left alone.

Example
    2026-01-20 message draft by=me to=alan | I will send the revised quote.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import names_day, said, sentence
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_COURTESY = Wording(
    "",
    r"\b(?:happy|glad|pleased|delighted|there for you|let you know|look forward|in touch|thinking|straight away"
    r"|right away|immediately|at once|we promise"
    r"|(?:before|when|once|after|as soon as) (?:you|we|they|I|the|it))"
    r"\b(?! (?:can|could|may)\b)",
    re.I,
)


@rule("E904", stance="gap", severity="info")
def promise_without_day(case: Case) -> Iterator[Sighting]:
    """Report the first promise of a draft, if no promise of the draft names a day."""
    draft, made = case.drafted, said(case.drafted, "promise")
    if draft is None or any(p.due or names_day(sentence(draft, p.start, p.end).words) for p in made):
        return
    if first := next((p for p in made if not _COURTESY.search(p.words)), None):
        says = f"{quoted(first.words, 'a promise')} names no day"
        yield Sighting(case.me, (first.id,), says, reword=f"{first.words} by ______")
