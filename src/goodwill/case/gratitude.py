"""What a draft passes over: a recent contribution of theirs that nobody has thanked for yet."""

from collections.abc import Iterator

from goodwill.case.arrears import harms
from goodwill.case.case import Case
from goodwill.case.drafted import said
from goodwill.case.hearing import THANKING, Contribution, unthanked

RECENT = 14


def passed_over(case: Case) -> Iterator[tuple[str, Contribution]]:
    """Give each such contribution with its kind; none where the draft thanks, or where they did harm."""
    draft = case.drafted
    if draft is None or said(draft, *THANKING) or next(harms(case), None):
        return
    for given in unthanked(case):
        entry = case.entry(given.id)
        if entry is not None and given.by == case.party and (case.today - given.day).days <= RECENT:
            yield entry.kind, given
