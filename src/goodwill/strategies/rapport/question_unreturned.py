"""Questions in one direction only.

Looks for
    three questions or more from one side in the last 60 days, while the other has asked none; both write.

Why it matters
    Listening, of which asking is the plainest sign, goes with the quality of a relationship over many studies
    [kluger-2023]; lasting ties show balance [niculae-2015].

Do instead
    If it is you who has not asked, ask one question today that only they can answer, and one about what they told you
    last. If it is they, offer what they would need to know.

Limits
    Questions are read by machine in messages only. An interview or a complaint has its questions on one side by
    nature.

Example
    2026-01-05 message m1 by=tomas to=me | How is the wall holding?

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.turns import ASKING, one_sided
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST_ASKED = 3
RECENT = 60


@rule("R302", stance="gap", severity="advice")
def question_unreturned(case: Case) -> Iterator[Sighting]:
    """Report a thread in which only one side asks."""
    recent = tuple(m for m in case.sent if (case.today - m.day).days <= RECENT)
    for silent in case.sides:
        asked = one_sided(recent, case.other(silent), silent, ASKING)
        if len(asked) >= LEAST_ASKED:
            who, other = ("you", "they") if silent == case.me else ("they", "you")
            said = quoted(asked[-1].words, "the thread")
            says = f"{said}: {other} asked {len(asked)} questions in {RECENT} days, {who} asked none"
            yield Sighting(silent, tuple(reading.id for reading in asked[-LEAST_ASKED:]), says)
