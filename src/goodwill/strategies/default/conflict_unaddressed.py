"""A conflict of interest is known, and nothing was done about it.

Looks for
    an interest of either side, or of someone who recommended them, that conflicts and was disclosed, with no
    safeguard with them since.

Why it matters
    Telling an interest does not remove its pull: each side's view of what is fair goes on serving itself
    [babcock-1997].

Do instead
    Thank them for having told you. Then agree one thing that takes the pull out: a second opinion from somebody
    without the interest, an outside price, or a decision made by someone else.

Limits
    Any safeguard from that day on silences it; whether it is enough, only you can say.

Example
    2026-01-05 vouch v1 by=priya about=lena
    2026-01-05 interest i1 of=priya matter="family of the candidate" conflict=yes disclosed=yes

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D202", stance="gap", severity="advice")
def conflict_unaddressed(case: Case) -> Iterator[Sighting]:
    """Report each disclosed conflict since which no safeguard was agreed."""
    for interest in case.interests:
        since = any(guard.day >= interest.day for guard in case.safeguards)
        if interest.conflict and interest.disclosed and not since:
            whose = "you" if interest.of == case.me else case.name(interest.of)
            said = quoted(interest.words or interest.matter, "an interest")
            yield Sighting(interest.of, (interest.id,), f"{said}, {whose} told on {interest.day}: no safeguard since")
