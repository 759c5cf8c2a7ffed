"""You owe them money past its day and the draft does not say so.

Looks for
    an invoice of theirs that you have not paid by its day, and a draft to them that speaks of no payment.

Why it matters
    A run of trustworthy acts restores trust, and silence about a known debt is read as the opposite
    [schweitzer-2006]; acknowledging beat denying [bottom-2002].

Do instead
    Say it first, with the invoice and a day: "That is on me; I will pay on ______."

Limits
    It knows the invoices in the book. A payment under way that is not yet there looks like none.

Example
    2026-01-02 invoice i1 by=alan to=me amount=380 due=2026-01-10 number=1042
    2026-01-20 message draft by=me to=alan | Could you bring ten more crates?
"""

from collections.abc import Iterator

from goodwill.case.arrears import overdue_bills, speaks_of_paying, told
from goodwill.case.case import Case
from goodwill.case.drafted import own_words
from goodwill.case.quoting import counted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule
from goodwill.findings.words import spoken_days


@rule("E912", stance="risk", severity="warning")
def payment_unmentioned(case: Case) -> Iterator[Sighting]:
    """Report a draft that is silent about the oldest overdue invoice of theirs."""
    draft, overdue = case.drafted, overdue_bills(case)
    if draft is None or not overdue or any(speaks_of_paying(own_words(draft), bill) for bill in overdue):
        return
    first = min(overdue, key=lambda bill: bill.due or case.today)
    ago = counted(first.days_late(case.today), "day")
    says = f"{told(first)} was due {first.due}, {ago} ago, and the draft does not mention it"
    what = told(first)
    reword = f"{what[0].upper()}{what[1:]} was due on {first.due} and I have not paid it. I will pay ______ on ______."
    reword = spoken_days(reword, case.today)
    yield Sighting(case.me, (draft.id, first.id), says, reword=reword)
