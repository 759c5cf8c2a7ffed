"""The draft presses with time and gives no reason for it.

Looks for
    words in a draft that press for an answer by a short day, with no reason in the same sentence.

Why it matters
    Pressure is answered in kind [friedman-2004]; a reason lifts the sense of fairness [bies-1988]. A deadline that
    is not real is a deception, and deception prevents full recovery of trust [schweitzer-2006].

Do instead
    Give the real reason for the day, and ask whether it leaves them enough time. If there is none, drop the day.

Limits
    It cannot know whether the deadline is real. A due day of an invoice is no pressure.

Example
    2026-01-20 message draft by=me to=alan | This offer is only good until 5 pm today.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said, sentence
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("R904", stance="risk", severity="advice")
def pressed_for_time(case: Case) -> Iterator[Sighting]:
    """Report the first pressing with time in a draft that gives no reason for it."""
    draft = case.drafted
    for press in said(draft, "deadline-pressure"):
        whole = sentence(draft, press.start, press.end, mark=True) if draft else None
        reasons = said(draft, "reason")
        if whole and not any(whole.start <= reason.start < whole.end for reason in reasons):
            says = f"{quoted(press.words, 'the wording')} presses with time and gives no reason"
            reword = "I would like to decide by ______, because ______. Does that leave you enough time?"
            yield Sighting(case.me, (press.id,), says, reword=reword, span=whole.span)
            return
