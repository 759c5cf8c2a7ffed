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

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import known_well
from goodwill.case.drafted import said, wordings
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_FIGURE = r"[$£€]?\d+(?:[.,]\d+){0,3}"
_BARE = re.compile(
    rf"\b(?:my|our) (?:budget|price|limit|fee|rate)(?: for [^.!?\n]{{1,30}})? is {_FIGURE}"
    rf"|^\W{{0,3}}{_FIGURE} (?:for (?:the|each|all)|per|each)\b"
    rf"|^\W{{0,3}}\d{{1,6}} (?!people|persons|guests|places)[a-z]{{3,14}} at {_FIGURE}(?!:| ?(?:am|pm|o'clock)\b)",
    re.I | re.M,
)
WARM = frozenset({"rapport", "small-talk", "thanks", "acknowledgement", "showing-empathy"})


@rule("R905", stance="gap", severity="info")
def numbers_first(case: Case) -> Iterator[Sighting]:
    """Report the first offer between two sides, in a draft without a friendly word before or beside it."""
    offered = next(iter(said(case.drafted, "offer")), None)
    bare = None if offered else next(wordings(case.drafted, _BARE), None)
    numbers = offered or bare
    met = case.talks or case.offers or known_well(case) or not (case.sent or case.party in case.who.known)
    if numbers is None or met or any(m.moves() & (WARM | {"offer"}) for m in case.sent):
        return
    if not said(case.drafted, *WARM):
        says = f"{quoted(numbers.words, 'the offer')} is the first offer, and nothing friendly came before it"
        reword = f"Before the numbers: could we have five minutes on the telephone? {numbers.words}"
        cited = offered.id if offered else case.draft
        yield Sighting(case.me, (cited,), says, reword=reword, span=bare.span if bare else None)
