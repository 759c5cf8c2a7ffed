"""A concern was answered, but never said back.

Looks for
    a concern with an answer on record, where the side that answered wrote at least one message since it was raised
    and in none of them, nor in the answer, took up its words or said it back. The last 60 days.

Why it matters
    Over many studies listening goes with the quality of a relationship [kluger-2023]; an answer that skips the
    concern does not show that it was heard. Voice lifts fairness [bies-1988].

Do instead
    Yours: Say it back before you move on: "If I have it right, you worry that ______. Is that it?"

    Theirs: Your point was answered without being taken up. Say it once more in one sentence and ask them to say
    what they heard.

Limits
    It compares words. An answer in quite other words may have met the point, and a nod at a meeting is not in the
    ledger.

Example
    2026-01-05 concern c1 by=alan to=me | The payments worry me
    2026-01-06 answer a1 of=c1 by=me | Noted
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import raised, taken_up
from goodwill.case.matter import shared
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 60


@rule("L102", stance="gap", severity="info")
def concern_unrestated(case: Case) -> Iterator[Sighting]:
    """Report each answered concern that was not taken up in any words."""
    for concern in raised(case):
        answer = case.entry(concern.answer)
        if answer is None or (case.today - answer.day).days > RECENT or shared(answer.words, concern.words):
            continue
        other = case.other(concern.by)
        wrote = any(m.by == other and m.day >= concern.day for m in case.sent)
        if wrote and taken_up(case, concern) is None:
            reply = quoted(answer.words, "without words")
            says = f"{quoted(concern.words, 'a concern')} was answered {reply}, not said back"
            yield Sighting(other, (concern.id, answer.id), says)
