"""They raised a concern and the draft does not touch it.

Looks for
    a concern of theirs of the last 60 days without an answer that no message of yours took up, and a draft that
    neither mentions its matter nor says it back.

Why it matters
    Being heard lifts the sense of fairness even where nothing changes [lind-1990]; listening goes with the quality
    of a relationship over many studies [kluger-2023].

Do instead
    Answer it first, or say when you will: "On ______ you will hear from me about this."

Limits
    It compares words, so an answer in quite other words is not seen. A concern read by machine may be none.

Example
    2026-01-15 concern c1 by=alan to=me | Will the payments be on time from now on?
    2026-01-20 message draft by=me to=alan | Could you bring ten more crates?
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import own_words
from goodwill.case.hearing import HEARING, open_concerns
from goodwill.case.matter import shared
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 60


@rule("L901", stance="gap", severity="advice")
def concern_left_open(case: Case) -> Iterator[Sighting]:
    """Report the oldest open concern of theirs that a draft does not touch."""
    draft = case.drafted
    if draft is None or draft.moves() & HEARING:
        return
    last = case.sent[-1] if case.sent else None
    felt = {r.id for r in last.readings} if last is not None and "frustration" in last.moves() else set()
    for concern in open_concerns(case, -1):
        theirs = concern.by == case.party and (case.today - concern.day).days <= RECENT
        if theirs and concern.id not in felt and not shared(own_words(draft), concern.words):
            what = quoted(concern.words, f"the concern of {concern.day}")
            reword = f"You said {what}. If I understand you, ______. Where I stand: ______."
            says = f"{what} has no answer since {concern.day}, and the draft does not touch it"
            yield Sighting(case.me, (draft.id, concern.id), says, reword=reword)
            return
