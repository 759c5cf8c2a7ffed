"""What the user owes on the day a draft is written, and whether the draft speaks of it."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording

if TYPE_CHECKING:
    from goodwill.case.case import Case
    from goodwill.case.concessions import Accommodation
    from goodwill.case.payments import Bill
    from goodwill.case.promises import Promise

_PAYING = Wording(
    "",
    r"\b(?:pay|pays|paid|paying|payments?|invoices?|bills?|transfer(?:red)?|owe|owed|owing|settle[ds]?|remittance"
    r"|cheques?|outstanding|balance|arrears|instal+ments?)\b",
    re.IGNORECASE,
)
_LATER = Wording(
    "",
    r"\b(?:later|next (?:week|month)|more time|another (?:week|month|few days)|(?:a )?few (?:more )?days|extension"
    r"|extend|delay|postpone|push (?:it|this|the)|hold off|once more|this once|instead|late)\b",
    re.IGNORECASE,
)


def overdue_promises(case: "Case") -> "tuple[Promise, ...]":
    """Give the user's promises to the other side that are past their day, as far as a person stands behind them."""
    return tuple(p for p in case.settled_promises if p.by == case.me and p.overdue(case.today))


def overdue_bills(case: "Case") -> "tuple[Bill, ...]":
    """Give the other side's invoices that the user has not paid by their day."""
    return tuple(b for b in case.bills if b.to == case.me and b.by == case.party and b.overdue(case.today))


def harms(case: "Case") -> Iterator[tuple[str, str]]:
    """Give what an apology of the user may be about, each with its entry: what is overdue, and breaches unrepaired."""
    for promise in overdue_promises(case):
        yield promise.id, f"{quoted(promise.words, 'a promise')}, due {promise.due}"
    for bill in overdue_bills(case):
        yield bill.id, f"{told(bill)}, due {bill.due}"
    for entry in case.book.kinds("breach"):
        if entry.get("by") == case.me and not case.book.citing(entry.id, "apology", "amends"):
            yield entry.id, quoted(entry.words, f"the breach of {entry.day}")


def told(bill: "Bill") -> str:
    """Name a bill by its number and amount."""
    size = f"{bill.amount:g} {bill.currency}".strip()
    name = f"invoice {bill.number}" if bill.number else "the invoice" if bill.amount else f"the invoice of {bill.sent}"
    return f"{name} over {size}" if bill.amount else name


def speaks_of_paying(words: str, bill: "Bill") -> bool:
    """Say whether words mention paying, or the number of a bill."""
    return _PAYING.search(words) is not None or bool(bill.number and bill.number in words)


def announced(case: "Case", bill: "Bill") -> "Promise | None":
    """Give the promise in which a payer said, by an invoice's day, on which later day it would be paid, and paid it."""
    if bill.due is None or bill.settled is None or bill.settled <= bill.due:
        return None
    for promise in case.promises:
        before = promise.by == bill.to and promise.confirmed and bill.sent <= promise.made <= bill.due
        if before and promise.due and bill.settled <= promise.due and speaks_of_paying(promise.words, bill):
            return promise
    return None


def asks_for_time(words: str) -> bool:
    """Say whether words ask to pay later.

    >>> asks_for_time("Could I pay next week instead?"), asks_for_time("When did you pay?")
    (True, False)
    """
    return _PAYING.search(words) is not None and _LATER.search(words) is not None


def favours_spent(case: "Case") -> "Iterator[Accommodation]":
    """Give the other side's favours to the user that were used as often as was said, or more."""
    for favour in case.accommodations:
        if favour.by == case.party and favour.times is not None and len(favour.used(case.today)) >= favour.times:
            yield favour
