"""They said that it was hard, and the draft goes straight to business.

Looks for
    frustration in the newest message of theirs that you have not answered, and a draft that neither says it back,
    nor shows that it is seen, nor apologises.

Why it matters
    Expressed anger lowered resolution in real mediations, partly because it provoked anger [friedman-2004];
    listening goes with the quality of a relationship [kluger-2023].

Do instead
    Begin with it, in one sentence of your own: "I see that you had to ask three times."

Limits
    Frustration is read by machine from plain words.

Example
    2026-01-19 message m1 by=alan to=me | It is frustrating to ask a third time.
    2026-01-20 message draft by=me to=alan | The invoice number is 17.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import HEARING
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("L909", stance="gap", severity="advice")
def frustration_passed_over(case: Case) -> Iterator[Sighting]:
    """Report frustration in their newest message that a draft does not acknowledge."""
    draft = case.drafted
    last = case.sent[-1] if case.sent else None
    if draft is None or last is None or last.by != case.party or draft.moves() & HEARING:
        return
    if felt := next((r for r in last.readings if r.move == "frustration"), None):
        says = f"they wrote {quoted(felt.words, 'that it was hard')}, and the draft does not take it up"
        reword = f"You wrote {quoted(felt.words, 'that it was hard')}. I see that ______."
        yield Sighting(case.me, (draft.id, felt.id), says, reword=reword)
