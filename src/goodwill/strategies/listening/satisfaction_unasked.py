"""Nobody has asked how it felt.

Looks for
    an agreement, every third delivery, or 60 days of working together with five messages or more, between a week
    and 90 days ago, with no pulse of the other side since and none in the 180 days before.

Why it matters
    How a negotiation felt predicted satisfaction a year later, which the economic result did not [curhan-2009], and
    it predicted later choices of partner [curhan-2006].

Do instead
    Ask one question and the reason for the answer: "How has working together been for you, and what is one thing I
    should do differently?" Give your own answer as well.

Limits
    Satisfaction told over coffee is not in the ledger until it is noted as a pulse.

Example
    2026-01-05 agree g1 by=alan to=me deal=crates | 40 crates a week
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.satisfaction import latest_from, milestones
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

SOONEST = 7
LATEST = 90
ASKED_WITHIN = 180


@rule("L103", stance="gap", severity="info")
def satisfaction_unasked(case: Case) -> Iterator[Sighting]:
    """Report a recent milestone with no word of theirs on how it felt."""
    recent = [e for e in milestones(case) if SOONEST <= (case.today - e.day).days <= LATEST]
    told = latest_from(case, case.party)
    if recent and (told is None or (case.today - told.day).days > ASKED_WITHIN):
        last = max(recent, key=lambda entry: entry.day)
        what = {
            "agree": "the agreement",
            "delivery": "the delivery",
            "invoice": "the bill",
            "payment": "the payment",
        }.get(last.kind, "the work")
        says = f"since {what} of {last.day} nobody noted how it felt to {case.name(case.party)}"
        yield Sighting(case.me, (last.id,), says)
