"""A concern has stood open for more than a week.

Looks for
    a concern of either side that is older than seven days, has no answer, and that the other side did not take up
    in any later message. A concern read by machine counts for 30 days, and not in a message that apologises.

Why it matters
    Listening goes with the quality of a relationship over many studies [kluger-2023], and being heard lifts the
    sense of fairness even where nothing changes [lind-1990].

Do instead
    Yours: Answer it now, in two sentences: what you understood, and where you stand. "I do not know yet, you will
    hear from me on ______" is an answer.

    Theirs: You raised this and heard nothing back. Ask once more, with one clear question: "Which part of this can
    you answer today?"

Limits
    A concern answered on the telephone stays open here until the answer is noted. Shared words count as taking it
    up, so a reply that mentions the matter and says nothing passes.

Example
    2026-01-05 concern c1 by=alan to=me | Will the payments be on time from now on?
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.hearing import open_concerns
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 7


@rule("L101", stance="gap", severity="advice")
def concern_unanswered(case: Case) -> Iterator[Sighting]:
    """Report each concern of more than seven days that nobody answered or took up."""
    for concern in open_concerns(case, DAYS):
        age = counted((case.today - concern.day).days, "day")
        says = f"{quoted(concern.words, 'a concern')} has stood for {age} without an answer"
        yield Sighting(case.other(concern.by), (concern.id,), says)
