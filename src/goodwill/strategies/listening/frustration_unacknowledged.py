"""Frustration was met with business as usual.

Looks for
    a message of the last 30 days that says that something was hard to bear, where the other side's next message
    neither says it back, nor shows that it is seen, nor apologises.

Why it matters
    Expressed anger lowered resolution in real mediations, partly because it provoked anger [friedman-2004];
    listening goes with the quality of the relationship [kluger-2023].

Do instead
    Yours: Name it before the matter: "This is the third time you have had to ask. I see that." No defence in the
    same message.

    Theirs: You said that it was hard, and the answer passed over it. Say once what you would need to hear, without
    blame.

Limits
    Frustration and its acknowledgement are read by machine from plain words, so dry humour and sighs are not seen.
    A call in between is not in the thread.

Example
    2026-01-05 message m1 by=alan to=me | It is frustrating to ask a third time.
    2026-01-06 message m2 by=me to=alan | The invoice number is 17.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import unmet
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 30


@rule("L105", stance="gap", severity="advice")
def frustration_unacknowledged(case: Case) -> Iterator[Sighting]:
    """Report each frustration whose next answer shows nothing of it."""
    for reading, answer in unmet(case, "frustration"):
        if answer.by in case.sides and (case.today - answer.day).days <= RECENT:
            says = f"{quoted(reading.words, 'frustration')} was answered {quoted(answer.words, 'without words')}"
            yield Sighting(answer.by, (reading.id, answer.id), says)
