"""One side has left, and the other has something open.

Looks for
    a side that left in the last 30 days, by a recorded walk, while the other side owed it something overdue or left a
    concern of it unanswered.

Why it matters
    Amends beat words, and acknowledging beats denying [bottom-2002]; in an apology, responsibility and the offer of
    repair weigh most and the plea for forgiveness least [lewicki-2016].

Do instead
    Yours: first do what is open, today if you can. Then write, without asking them to come back: it was mine, this is
    what I have put right, this is the day from now on.

    Theirs: say what it would take, if anything would, and by when.

Limits
    It does not know whether they can be won back, and does not press them. It cites what is open, not why they left.

Example
    2026-03-12 walk w1 by=alan to=me | I'm stopping deliveries from Monday
    2026-02-02 invoice i1 by=alan to=me amount=380 currency=GBP due=2026-02-16

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 30


@rule("E310", stance="risk", severity="warning")
def walked_away(case: Case) -> Iterator[Sighting]:
    """Report the side that was left while something it owed was open."""
    for walk in case.offers:
        if walk.kind != "walk" or walk.by not in case.sides or (case.today - walk.day).days > DAYS:
            continue
        left = case.other(walk.by)
        if open_items := _open(case, left):
            says = f"{quoted(walk.words, 'it was left')} on {walk.day}, with {counted(len(open_items), 'item')} open"
            yield Sighting(left, (walk.id, *open_items), says)


def _open(case: Case, side: str) -> list[str]:
    overdue = [b.id for b in case.bills if b.to == side and b.overdue(case.today)]
    overdue += [p.id for p in case.promises if p.by == side and p.confirmed and p.overdue(case.today)]
    return overdue + [c.id for c in case.concerns if c.to == side and c.confirmed and c.answered is None]
