"""Something given so as not to look distrustful.

Looks for
    a concession or acceptance within three days after the same side had proposed a safeguard and the other declined
    it; or words in a message of the last 14 days such as "I don't want to seem distrustful".

Why it matters
    Caution costs little when it is announced early as a habit; it is trust withdrawn late that is punished
    [bohnet-2005]. A price paid to look trusting buys nothing, since people answer to the benefit they get and
    overlook what it cost [malhotra-2006].

Do instead
    Yours: put the safeguard back as your usual way: "I do this with everyone, so that neither of us has to worry."

    Theirs: tell them that a safeguard is welcome and takes nothing from your regard.

Limits
    It sees moves read by machine and a few plain phrases. A concession made for another reason looks the same, so ask
    yourself what it was for.

Example
    2026-01-05 message m1 by=me to=osei | I don't want to seem distrustful, so let us go ahead

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.politeness import declined_then_gave, excused
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS_AFTER = 3
RECENT = 14


@rule("D504", stance="risk", severity="advice")
def concession_from_politeness(case: Case) -> Iterator[Sighting]:
    """Report what was given after a declined safeguard, and words that excuse caution."""
    for message, words in excused(case.sent):
        if message.by in case.sides and (case.today - message.day).days <= RECENT:
            yield Sighting(message.by, (message.id,), f"{quoted(words, 'the message')}, written on {message.day}")
    for no, gave in declined_then_gave(case.messages, case.book, DAYS_AFTER):
        by = case.other(no.by)
        if no.by in case.sides and (case.today - gave.day).days <= RECENT:
            what = quoted(gave.words, f"the {gave.kind} of {gave.day}")
            says = f"{what} came after a safeguard was declined: {quoted(no.words, 'no')}"
            yield Sighting(by, (gave.id, no.id), says)
