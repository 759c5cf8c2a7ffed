"""Peers get better terms, and nobody said why.

Looks for
    an agreed term that is worse for one side than what peers get, where the first offers of both show which way
    each pulls, and the other side gave no reason in a message or a decision of the deal. Or a concern that one side
    raised together with what peers get, without an answer for a week.

Why it matters
    Getting less than others hurts steeply, whatever the relationship [loewenstein-1989]; a full explanation takes
    much of the harm away [greenberg-1990].

Do instead
    Yours: Explain the difference before they find it: volume, risk, season, history. If there is no reason, offer
    one step towards the peers.

    Theirs: Ask with the figures on the table: "Peers get ______. What makes ours different?"

Limits
    It needs a first offer of each side and a comparable under the same name. It knows nothing of what else the
    terms hold. Any reason of theirs on record silences it. A comparison raised counts where what peers get was noted
    within three days of the concern, in words they share; hearsay counts like a survey, so its n is shown.

Example
    2026-01-02 offer o1 by=alan to=me deal=d terms="price=130"
    2026-01-03 offer o2 by=me to=alan deal=d terms="price=100"
    2026-01-05 agree g1 by=alan to=me deal=d terms="price=120"
    2026-01-20 comparable k1 matter=price value=105 n=6
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.comparison import explained, unanswered_comparisons, worse_than_peers
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

WEEK = 7
ANSWER = (
    "They have raised it: say what makes the difference (volume, risk, season, history), or that you do not know yet "
    "and by when you will. If there is no reason, offer one step towards the peers."
)


@rule("L203", stance="gap", severity="advice")
def comparison_unexplained(case: Case) -> Iterator[Sighting]:
    """Report each agreed term worse than what peers get, and each comparison raised, with no reason for it."""
    for found in worse_than_peers(case):
        if not explained(case, found):
            n = f" ({found.peers.n:g} asked)" if found.peers.n else ""
            says = f"{found.term}: {found.agreed} agreed, {found.peers.value} among peers{n}, and no reason given"
            ids = (found.agreement.id, found.peers.id)
            yield Sighting(case.other(found.side), ids, says, deal=found.agreement.deal)
    for raised in unanswered_comparisons(case, WEEK - 1):
        concern, peers = raised.concern, raised.peers
        days = counted((case.today - concern.day).days, "day")
        says = f"{quoted(concern.words, 'a comparison')} has had no answer for {days}; beside it {peers.told()}"
        side = case.other(concern.by)
        yield Sighting(side, (concern.id, peers.id), says, do=ANSWER if side == case.me else "")
