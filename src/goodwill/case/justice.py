"""How fairly each side treated the other, kind by kind: counts of what was done, and no verdict."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.case import Case
from goodwill.case.comparison import worse_than_peers
from goodwill.case.hearing import DAYS_A_READING_COUNTS, raised, taken_up, unexplained
from goodwill.case.treatment import Concern
from goodwill.codebook.justice import KINDS


@dataclass(frozen=True, slots=True)
class Treatment:
    """How one side, `by`, treated the other.

    `concerns` of the other side, how many of them were `answered` or taken up, and how many were raised `before` a
    decision of this side; `decisions` and how many were `explained`; `thanked` and `blamed`, how often; `below_peers`,
    how many agreed terms give the other side less than peers get.
    """

    by: str
    concerns: int
    answered: int
    before: int
    decisions: int
    explained: int
    thanked: int
    blamed: int
    below_peers: int

    def nothing(self) -> bool:
        """Say whether nothing of the sort is on record."""
        return not any((self.concerns, self.decisions, self.thanked, self.blamed, self.below_peers))


def treatments(case: Case) -> Iterator[Treatment]:
    """Give how each of the two sides treated the other, the user first."""
    for side in case.sides:
        heard = [concern for concern in raised(case) if concern.by == case.other(side) and _counts(concern, case.today)]
        taken = [c for c in heard if c.answered is not None or taken_up(case, c) is not None]
        days = [d.day for d in case.decisions if d.by == side] + _dated(case, side, frozenset({"decision"}))
        open_to_doubt = [decision for decision in unexplained(case) if decision.by == side]
        yield Treatment(
            by=side,
            concerns=len(heard),
            answered=len(taken),
            before=sum(_before(concern, days) for concern in heard),
            decisions=len(days),
            explained=len(days) - len(open_to_doubt),
            thanked=sum(t.by == side for t in case.thanks) + len(_dated(case, side, KINDS["interpersonal"].speaks_for)),
            blamed=len(_dated(case, side, KINDS["interpersonal"].speaks_against)),
            below_peers=sum(found.side == case.other(side) for found in worse_than_peers(case)),
        )


def _dated(case: Case, side: str, moves: frozenset[str]) -> list[date]:
    """Give the days of the messages of a side in which one of some moves was read."""
    return [message.day for message in case.sent if message.by == side and message.moves() & moves]


def _counts(concern: Concern, today: date) -> bool:
    """Say whether a concern counts: one a person stands behind, or one read in a message not long ago."""
    return concern.confirmed or (today - concern.day).days <= DAYS_A_READING_COUNTS


def _before(concern: Concern, decided: list[date]) -> bool:
    """Say whether a concern was raised by the day of some decision."""
    return any(concern.day <= day for day in decided)
