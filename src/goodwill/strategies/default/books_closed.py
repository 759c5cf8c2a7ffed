"""A late payment that nobody mentioned.

Looks for
    a bill of either side that is three days or more past its day, while the side that owes it has neither written nor
    spoken to the other since that day. Where no word of either side is on record, nothing is said of silence.

Why it matters
    An explanation changes how the same loss is taken: after a cut in pay theft rose much less where it was fully and
    considerately explained [greenberg-1990], and reasons lift perceived fairness [bies-1988].

Do instead
    If you owe it, write before you are asked: what is late, why, and the day on which it will be there. If they owe
    it, ask one friendly question and leave room for a reason.

Limits
    It counts any message or talk since the day as having spoken. Payments that went past the books look unpaid.

Example
    2026-01-05 invoice i1 by=alan to=me amount=480 currency=GBP due=2026-01-19

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import counted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

LEAST_DAYS = 3
MINE = "Write before you are asked: what is late, why, and the day on which it will be there."
THEIRS = "Ask one friendly question and leave room for a reason."


@rule("D503", stance="risk", severity="advice")
def books_closed(case: Case) -> Iterator[Sighting]:
    """Report, for each side, the oldest late bill about which it has said nothing since its day."""
    if not (case.sent or case.talks):
        return
    for side in case.sides:
        late = [b for b in case.bills if b.to == side and b.overdue(case.today) and b.due is not None]
        oldest = min(late, key=lambda bill: bill.days_late(case.today) * -1, default=None)
        if oldest is None or oldest.due is None or oldest.days_late(case.today) < LEAST_DAYS:
            continue
        spoke = [m.day for m in case.sent if m.by == side] + [talk.day for talk in case.talks]
        if not any(day >= oldest.due for day in spoke):
            who = "you have" if side == case.me else f"{case.name(side)} has"
            bill = f"bill {oldest.number}" if oldest.number else f"the bill of {oldest.sent}"
            ago = counted(oldest.days_late(case.today), "day")
            says = f"{bill} was due {oldest.due}, {ago} ago, and {who} not written since"
            mine = side == case.me
            yield Sighting(side, (oldest.id,), says, MINE if mine else THEIRS, "warning" if mine else "")
