"""Something both signed in a charter was not kept to.

Looks for
    a term of the newest charter, since both signed it: a promise made since whose day was moved with less notice than
    agreed, or passed without a word; a concern that has stood longer than agreed without an answer. The last 60 days.

Why it matters
    Clauses that say who does what by when went with relations that lasted [malhotra-2011]. Such a clause is worth as
    much as the first time it is not kept to and somebody says so.

Do instead
    Yours: say it yourself, with the clause: "We said two days before; I told you on the day. I change this."

    Theirs: ask once whether the clause still suits them. If it does not, write another that does.

Limits
    A word by telephone that nobody noted is not seen. It looks at days and answers alone; the other clauses are for
    the two to judge.

Example
    2026-01-05 charter c1 by=me to=alan notice=2 answer=3 review=2026-04-05 | A charter between Rosa and Alan
    2026-01-10 promise p1 by=alan to=me due=2026-01-20 | the new scales
    2026-01-20 renegotiated r1 of=p1 due=2026-01-27 asked=before
"""

from collections.abc import Iterator

from goodwill.case.agreed import told_late
from goodwill.case.case import Case
from goodwill.case.charters import Charter
from goodwill.case.hearing import open_concerns
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS_NEW = 60


@rule("E501", stance="risk", severity="advice")
def charter_unkept(case: Case) -> Iterator[Sighting]:
    """Report what either side did not keep to of the newest charter."""
    for charter in case.charters[-1:]:
        yield from _days(case, charter)
        yield from _answers(case, charter)


def _days(case: Case, charter: Charter) -> Iterator[Sighting]:
    for promise, told, notice in told_late(case, charter):
        entry = case.entry(told)
        if promise.by not in case.sides or entry is None or (case.today - (promise.due or entry.day)).days > DAYS_NEW:
            continue
        agreed = f"the charter of {charter.day} says {counted(charter.notice or 0, 'day')}"
        how = "passed without a word" if told == promise.id else f"was moved {counted(notice, 'day')} before it"
        cites = tuple(dict.fromkeys((promise.id, told, charter.id)))
        yield Sighting(promise.by, cites, f"the day of {quoted(promise.words, 'a promise')} {how}; {agreed}")


def _answers(case: Case, charter: Charter) -> Iterator[Sighting]:
    if charter.answer is None:
        return
    for concern in open_concerns(case, charter.answer):
        if concern.day >= charter.day and (case.today - concern.day).days <= DAYS_NEW:
            stood = counted((case.today - concern.day).days, "day")
            agreed = f"the charter of {charter.day} says {counted(charter.answer, 'day')}"
            says = f"{quoted(concern.words, 'a concern')} has waited {stood} for an answer; {agreed}"
            yield Sighting(case.other(concern.by), (concern.id, charter.id), says)
