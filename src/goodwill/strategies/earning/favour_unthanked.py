"""They granted you a favour and the draft does not thank them.

Looks for
    a favour of theirs in the last 14 days that nobody has thanked for, and a draft without thanks.

Why it matters
    Thanks raised further helping [grant-2010], supporting evidence only; a favour is easily taken for the custom,
    since people overlook what it cost the giver [malhotra-2006].

Do instead
    One sentence: what they did, and what it made possible.

Limits
    Thanks given in person count only when the talk was noted. While you owe them something past its day, that comes
    first and this is silent.

Example
    2026-01-15 accommodation a1 by=alan to=me matter=late-payment | just this once
    2026-01-20 message draft by=me to=alan | Could you bring ten more crates?
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.gratitude import passed_over
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("E913", stance="gap", severity="info")
def favour_unthanked(case: Case) -> Iterator[Sighting]:
    """Report a recent favour of theirs that a draft does not thank for."""
    for kind, given in passed_over(case):
        if kind == "accommodation":
            says = f"{given.told} of {given.day} has had no thanks, and the draft gives none"
            reword = f"Thank you for {given.told}; it let us ______."
            yield Sighting(case.me, (case.draft, given.id), says, reword=reword)
            return
