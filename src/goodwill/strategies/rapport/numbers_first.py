"""The draft opens with numbers and not a friendly word.

Looks for
    the first offer between you, in a draft with nothing friendly in it, after no talk and no friendly word in any
    message.

Why it matters
    Without a small-talk call first, e-mail negotiators reached impasse far more often and left more resentful
    [nadler-2004]; a short call raised rapport and improved outcomes [morris-2002].

Do instead
    Propose five minutes on the telephone before the numbers, or put one honest line about them first.

Limits
    A call nobody noted is not seen. Flattery in writing is no substitute for a call.

Example
    2026-01-20 message draft by=me to=tomas | We can offer 300 for the wall.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import known_well
from goodwill.case.drafted import said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

WARM = frozenset({"rapport", "small-talk", "thanks", "acknowledgement", "showing-empathy"})


@rule("R905", stance="gap", severity="info")
def numbers_first(case: Case) -> Iterator[Sighting]:
    """Report the first offer between two sides, in a draft without a friendly word before or beside it."""
    offered = next(iter(said(case.drafted, "offer")), None)
    met = case.talks or case.offers or known_well(case) or not (case.sent or case.party in case.who.known)
    if offered is None or met or any(m.moves() & (WARM | {"offer"}) for m in case.sent):
        return
    if not said(case.drafted, *WARM):
        says = f"{quoted(offered.words, 'the offer')} is the first offer, and nothing friendly came before it"
        reword = f"Before the numbers: could we have five minutes on the telephone? {offered.words}"
        yield Sighting(case.me, (offered.id,), says, reword=reword)
