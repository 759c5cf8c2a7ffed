"""A concession that was never labelled.

Looks for
    a concession of either side, recorded or confirmed, of which nothing was said: not what it cost, not what it gave,
    not its limit, not why. One of yours is left 14 days, so that a label can still follow; one of theirs 7 days, since
    thanks count while it is fresh, and it is left alone where you thanked in those days, before their next gift. Thanks
    said in the breath that asks for it are for what was hoped for, and thanks above a name close a letter: neither
    count. In a draft it is the first concession with no word of the sort anywhere in the draft.

Why it matters
    People answer to the benefit they get and overlook what it cost the giver; a concession nobody named is not
    counted and not returned [malhotra-2006].

Do instead
    Yours: name it now, without reproach: what it cost you, what it gives them, how far it goes, and that it was meant
    well.

    Theirs: thank them for it, and say what it was worth to you, before they have to.

Limits
    It sees concessions that were recorded or confirmed, and in a draft those in plain words. Whether the other side
    noticed anyway it cannot know, nor thanks that were said and not written down.

Example
    2026-01-05 concession c1 by=me to=alan issue=delivery | we come twice a day now

"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodwill.case.case import Case
from goodwill.case.drafted import gives_reason, said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

if TYPE_CHECKING:
    from goodwill.case.concessions import Concession

DAYS_TO_LABEL = 14
DAYS_TO_THANK = 7
LABELS = ("label-cost", "label-benefit", "label-limit", "label-goodwill", "label-condition")


@rule("E101", stance="gap", severity="advice")
def concession_silent(case: Case) -> Iterator[Sighting]:
    """Report each concession of either side that stayed without a label."""
    for concession in case.settled_concessions:
        if concession.by not in case.sides or not concession.silent():
            continue
        if not concession.thanked and _left(concession, case):
            says = f"{quoted(concession.words)} was given on {concession.day} and never named as a concession"
            yield Sighting(concession.by, (concession.id,), says, deal=concession.deal)
    given = said(case.drafted, "concession")
    if given and not said(case.drafted, *LABELS) and not gives_reason(case.drafted):
        words = given[0].words
        reword = f"{words}. It gives you ______ and costs us ______, and it holds until ______"
        yield Sighting(case.me, (given[0].id,), f"{quoted(words)} stands without a label", reword=reword)


def _left(concession: "Concession", case: Case) -> bool:
    """Say whether the time is over in which a label may follow one of mine, or thanks may follow one of theirs."""
    from goodwill.case.hearing import thanked_for  # nothing in a draft itself waits for thanks

    age = (case.today - concession.day).days
    if concession.by == case.me:
        return age > DAYS_TO_LABEL
    return age > DAYS_TO_THANK and not thanked_for(case, concession.by, concession.day, DAYS_TO_THANK)
