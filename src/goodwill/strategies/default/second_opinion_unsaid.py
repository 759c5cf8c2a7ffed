"""A decision is near, and a second opinion was not mentioned.

Looks for
    something at stake whose day, or the day by which I promised to answer, comes within 21 days, while I have neither
    agreed nor announced a second opinion; louder in the last week.

Why it matters
    Among 286 referred patients the second opinion confirmed 12 %, refined 66 % and differed for 21 %; a selected
    sample, and nobody followed up who was right [vansuch-2017]. Said early it is a habit; said late it can sound like
    distrust [bohnet-2005].

Do instead
    Say it now, and as your normal way: "With every big decision I hear a second person before I say yes. Would you
    help me by sending them what they need?" Then write down the three questions you want both to answer.

    goodwill gives words for asking. It gives no medical or legal advice.

Limits
    It knows the days that were written down. Once you have agreed or decided it is silent, whatever you decided.

Example
    2026-03-06 stake s1 with=osei until=2026-03-23 | My next year

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.exposure import deciding
from goodwill.case.quoting import counted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

NEAR = 21
NEXT = 7


@rule("D303", stance="gap", severity="advice")
def second_opinion_unsaid(case: Case) -> Iterator[Sighting]:
    """Report a stake whose day is near while no second opinion was announced."""
    if any(guard.type == "second_opinion" and guard.announced != "no" for guard in case.safeguards):
        return
    mine = tuple(p for p in case.promises if p.by == case.me and p.confirmed and p.state == "open")
    for choice in deciding(case.book, case.stakes, mine):
        left = (choice.day - case.today).days
        if 0 <= left <= NEAR:
            when = f"in {counted(left, 'day')}" if left else "today"
            says = f"{choice.stake.told()} is decided by {choice.day}, {when}, and a second opinion was not mentioned"
            yield Sighting(case.me, choice.cites, says, severity="warning" if left <= NEXT else "")
