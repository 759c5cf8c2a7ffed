"""The draft boasts of a gain in front of the other side.

Looks for
    words in a draft that boast of your own gain or of what they left on the table.

Why it matters
    People feel less successful when the other side is happy [thompson-1995].

Do instead
    Leave it out. Name instead what they contributed, if that is true.

Limits
    It knows plain boasts. Joy in a shared result is none.

Example
    2026-01-20 message draft by=me to=alan | You left money on the table.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said, sentence
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("L903", stance="risk", severity="advice")
def gloating(case: Case) -> Iterator[Sighting]:
    """Report each boast of a draft."""
    draft = case.drafted
    for boast in said(draft, "bragging"):
        says = f"{quoted(boast.words, 'a boast')} tells them what you gained"
        span = sentence(draft, boast.start, boast.end, mark=True).span if draft else None
        yield Sighting(case.me, (boast.id,), says, reword="What I value in what you brought is ______.", span=span)
