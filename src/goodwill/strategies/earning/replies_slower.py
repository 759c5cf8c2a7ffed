"""Answers have become slower than they were.

Looks for
    hours until one side's answers that have risen against the same side's own past with you, over at least 10
    answers to messages that asked something; the alarm is set to about one mistake in 640 quiet answers.

Why it matters
    A change of balance against a pair's own past came before broken ties [niculae-2015], and summing what exceeds
    the usual finds it early [page-1954].

Do instead
    Yours: say that you have been slow and why, and which day they can expect an answer.

    Theirs: ask whether another channel or another time would be easier; assume a full desk first.

Limits
    Holidays and night hours count like any other; it knows nothing of channels that were not brought in.

Example
    2026-02-01T09:00 message m1 by=me to=lena | any news?
    2026-02-01T11:00 message m2 by=lena to=me | tomorrow

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.thread import Reply
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST = 10
NEWEST = 3
DAYS_NEW = 30


@rule("E303", stance="risk", severity="advice")
def replies_slower(case: Case) -> Iterator[Sighting]:
    """Report each side whose answers have become slower against its own past."""
    asking = {message.id for message in case.sent if message.asks()}
    for side in case.sides:
        replies = [reply for reply in case.replies if reply.by == side and reply.of in asking]
        if len(replies) >= LEAST and (case.today - replies[-1].day).days <= DAYS_NEW:
            yield from _slower(replies, side)


def _slower(replies: list[Reply], side: str) -> Iterator[Sighting]:
    from goodwill.measures.drift import worsened

    told = worsened([reply.hours for reply in replies], [reply.day.toordinal() for reply in replies])
    if told.worsened and told.since is not None and told.usual is not None:
        slow = replies[told.since :]
        says = f"answers took up to {max(r.hours for r in slow):.0f} hours since {slow[0].day}, {told.usual:.0f} before"
        yield Sighting(side, tuple(reply.id for reply in slow[-NEWEST:]), says)
