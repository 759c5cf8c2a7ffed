"""Two accounts of one event.

Looks for
    an entry that one of you contests today, so that two descriptions of the same event stand side by side.

Why it matters
    Each side's view serves itself, and naming the weak points of one's own view reduces that [babcock-1997]; the
    wider the gap between two views, the longer and costlier the strike [thompson-1992].

Do instead
    Put both accounts on one page, each in its own words, and mark what both agree on. Begin with the weakest point of
    your own account, then ask which document would settle the rest.

Limits
    It takes no side. What is contested does not count in any estimate until the contest ends.

Example
    2026-01-05 broken b1 of=p1 | It never came
    2026-01-07 contest x1 of=b1 by=alan | It stood at the back door at six

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D402", stance="risk", severity="advice")
def account_contested(case: Case) -> Iterator[Sighting]:
    """Report each entry that is contested today, with the contest."""
    for contest in case.book.kinds("contest"):
        of = case.entry(contest.get("of"))
        until = contest.day_of("until")
        if of is not None and (until is None or until >= case.today):
            one = quoted(of.words, f"the {of.kind} of {of.day}")
            other = quoted(contest.words, f"the contest of {contest.day}")
            yield Sighting(contest.get("by") or case.me, (of.id, contest.id), f"{one}; against it, {other}")
