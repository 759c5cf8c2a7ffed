"""They gave way or came early, and the draft does not say so.

Looks for
    a concession of theirs on record or a delivery before its day in the last 14 days that nobody has thanked for,
    and a draft without thanks.

Why it matters
    Thanks raised further helping [grant-2010], supporting evidence only; people overlook what a step cost the one
    who took it [malhotra-2006].

Do instead
    One sentence: what they did, and what it changed for you.

Limits
    Thanks given in person count only when the talk was noted. While you owe them something past its day, that comes
    first and this is silent.

Example
    2026-01-15 concession k1 by=alan to=me issue=price | 110 in place of 120
    2026-01-20 message draft by=me to=alan | Could you bring ten more crates?
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.gratitude import passed_over
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("L906", stance="gap", severity="info")
def contribution_passed_over(case: Case) -> Iterator[Sighting]:
    """Report a recent concession or early delivery of theirs that a draft does not thank for."""
    for kind, given in passed_over(case):
        if kind != "accommodation":
            says = f"{given.told} has had no thanks since {given.day}, and the draft gives none"
            reword = f"Thank you for {given.told}; it let us ______."
            yield Sighting(case.me, (case.draft, given.id), says, reword=reword)
            return
