"""What was agreed and did not feel right, while the day it is about is still ahead."""

from collections.abc import Iterator
from dataclasses import dataclass

from goodwill.case.case import Case
from goodwill.case.exposure import Stake
from goodwill.case.satisfaction import latest_from
from goodwill.case.treatment import Pulse

LOW = 3
DAYS_BACK = 30


@dataclass(frozen=True, slots=True)
class Afterthought:
    """Something still at stake after I agreed: what was agreed, and how that felt."""

    stake: Stake
    agreed: str
    pulse: Pulse
    felt: str


def afterthoughts(case: Case) -> Iterator[Afterthought]:
    """Give what is at stake until a day ahead, where I agreed of late and then felt 3 of 7 or lower about it.

    What counts is how I felt about myself and about the way there; a result can be poor and rightly agreed to.
    """
    settled = [e for e in case.book.kinds("agree", "decision") if e.kind == "agree" or e.get("by") == case.me]
    pulse = latest_from(case, case.me)
    if not settled or pulse is None or not 0 <= (case.today - settled[-1].day).days <= DAYS_BACK:
        return
    left = any(e.day >= settled[-1].day for e in case.book.kinds("walk"))
    parts = {"self": pulse.self, "process": pulse.process}
    low = [f"{part} {felt} of 7" for part, felt in parts.items() if felt is not None and felt <= LOW]
    if low and not left and pulse.day >= settled[-1].day:
        for stake in case.stakes:
            if stake.until is not None and stake.until > case.today:
                yield Afterthought(stake, settled[-1].id, pulse, ", ".join(low))
