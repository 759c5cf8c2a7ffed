"""Only one side tells.

Looks for
    four messages or more, in the last 60 days, in which one side tells its needs and reasons, while the other has told
    none; both write.

Why it matters
    Information shared is what rapport is for: a short call before bargaining raised rapport and trusting plans
    [morris-2002], and lasting ties show balance [niculae-2015].

Do instead
    If you are the silent one, tell one need of yours and the reason behind it; it need not be your weakest. If they
    are, ask one open question and wait for the answer.

Limits
    Needs and reasons are read by machine in messages only; what was told on the telephone does not count here.

Example
    2026-01-05 message m1 by=tomas to=me | I need it by May because the frost comes early

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.turns import TELLING, one_sided
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST_TOLD = 4
RECENT = 60


@rule("R301", stance="gap", severity="advice")
def sharing_one_sided(case: Case) -> Iterator[Sighting]:
    """Report a thread in which only one side tells its needs and reasons."""
    recent = tuple(m for m in case.sent if (case.today - m.day).days <= RECENT)
    for silent in case.sides:
        told = one_sided(recent, case.other(silent), silent, TELLING)
        if len(told) >= LEAST_TOLD:
            who, other = ("you", "they") if silent == case.me else ("they", "you")
            said = quoted(told[-1].words, "the thread")
            says = f"{said}: {other} told {len(told)} needs and reasons in {RECENT} days, {who} told none"
            yield Sighting(silent, tuple(reading.id for reading in told[-LEAST_TOLD:]), says)
