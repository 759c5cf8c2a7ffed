"""They could speak only after it was decided.

Looks for
    a decision that the other side raised a concern about in the 30 days after it, where in the 30 days before it
    there was no concern of theirs, no question from the side that decided and no talk.

Why it matters
    A say before the decision was felt fairer than a say after it, and that fairer than none, even where it changed
    nothing [lind-1990].

Do instead
    Yours: Say that the order was wrong, ask now, and say what can still change. Next time ask before: "We are about
    to decide ______; what should we know?"

    Theirs: Ask to be heard before the next one: "May I say two things before this is fixed?"

Limits
    It sees noted talks and written questions. A question on quite another matter silences it, and so does a call
    that was about something else.

Example
    2026-01-05 decision d1 by=me to=alan reason=cost | We order from two suppliers
    2026-01-08 concern c1 by=alan to=me | I bought a second van for your orders
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import raised
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

WINDOW = 30


@rule("L202", stance="gap", severity="advice")
def voice_after_decision(case: Case) -> Iterator[Sighting]:
    """Report each decision whose first concern came after it, with no room for one before."""
    for decision in case.decisions:
        other = case.other(decision.by)
        heard = [c for c in raised(case) if c.by == other and abs((c.day - decision.day).days) <= WINDOW]
        asked = [m.day for m in case.sent if m.by == decision.by and m.moves() & {"question", "elicit-pref"}]
        room = [c.day for c in heard] + asked + [talk.day for talk in case.talks]
        if any(0 <= (decision.day - day).days <= WINDOW for day in room):
            continue
        if after := next((c for c in heard if c.day > decision.day), None):
            what = quoted(decision.words, f"the decision of {decision.day}")
            says = f"{what} was decided on {decision.day}; {quoted(after.words, 'a concern')} came after it"
            yield Sighting(decision.by, (decision.id, after.id), says, deal=decision.deal)
