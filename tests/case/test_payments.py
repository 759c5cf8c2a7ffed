"""What was paid on which invoice, and when it was settled."""

from datetime import date

import pytest

from goodwill.case.payments import Bill, bills
from ledgers import book_of


def all_of(text: str) -> dict[str, Bill]:
    return {bill.id: bill for bill in bills(book_of(text))}


def settled(text: str) -> dict[str, str]:
    return {name: str(bill.settled) if bill.settled else "open" for name, bill in all_of(text).items()}


I1 = "2026-01-01 invoice i1 by=alan to=me amount=100 currency=EUR due=2026-01-31 number=7\n"
I2 = "2026-01-05 invoice i2 by=alan to=me amount=100 currency=EUR due=2026-02-05\n"
I3 = "2026-01-06 invoice i3 by=alan to=me amount=40 currency=EUR due=2026-02-06\n"


def pay(day: str, amount: str, more: str = "currency=EUR", name: str = "y1") -> str:
    return f"2026-{day} payment {name} by=me to=alan amount={amount} {more}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (I1, {"i1": "open"}),
        (I1 + pay("01-20", "100", "of=i1"), {"i1": "2026-01-20"}),
        (I1 + pay("01-20", "60", "of=i1"), {"i1": "open"}),
        (I1 + pay("01-20", "60", "of=i1") + pay("01-25", "40", name="y2"), {"i1": "2026-01-25"}),
        (I1 + pay("01-20", "60") + pay("01-25", "40", name="y2"), {"i1": "2026-01-25"}),
        (I1 + I2 + pay("01-20", "100"), {"i1": "2026-01-20", "i2": "open"}),
        (I1 + I3 + pay("01-20", "40"), {"i1": "open", "i3": "2026-01-20"}),
        (I1 + I3 + pay("01-20", "140"), {"i1": "2026-01-20", "i3": "2026-01-20"}),
        (I1 + I3 + pay("01-20", "120"), {"i1": "2026-01-20", "i3": "open"}),
        (I1 + pay("01-20", "120") + I3.replace("01-06", "01-25"), {"i1": "2026-01-20", "i3": "open"}),
        (I1 + pay("01-20", "100", "currency=USD"), {"i1": "open"}),
        (I1 + pay("01-20", "100", "currency=eur"), {"i1": "2026-01-20"}),
        (I1 + pay("01-20", "100", ""), {"i1": "2026-01-20"}),
        (I1 + pay("01-20", "110", "currency=USD of=i1"), {"i1": "2026-01-20"}),
        (pay("01-01", "100") + I1, {"i1": "2026-01-01"}),
        ("2025-12-20" + pay("01-01", "100")[10:] + I1, {"i1": "2025-12-20"}),
        ("2025-12-20" + pay("01-01", "90")[10:] + I1, {"i1": "open"}),
        ("2025-10-01" + pay("01-01", "100")[10:] + I1, {"i1": "open"}),
        (I1 + "2026-01-20 payment y1 by=alan to=me amount=100", {"i1": "open"}),
        (I1 + pay("01-20", "100", "of=i1") + pay("01-22", "-100", "of=i1", "y2"), {"i1": "open"}),
        (I1 + pay("01-20", "100", "of=x9"), {"i1": "open"}),
        (I1 + pay("01-20", "0"), {"i1": "open"}),
    ],
)
def test_what_settles_an_invoice(text: str, expected: dict[str, str]) -> None:
    assert settled(text) == expected


def test_a_credit_note_takes_off_what_was_never_owed_and_is_no_bill() -> None:
    note = "2026-02-10 invoice n1 by=alan to=me amount=-{} currency=EUR\n"
    assert settled(I1 + note.format(100)) == {"i1": "2026-01-31"}
    part = all_of(I1 + note.format(20) + pay("01-20", "80"))["i1"]
    assert (part.settled, part.days_late(date(2026, 3, 1))) == (date(2026, 1, 31), 0)
    assert settled("2026-02-10 invoice n1 by=alan to=me amount=-5\n2026-02-10 invoice n2 by=a to=me amount=0") == {}
    assert settled(I1.replace("due=2026-01-31 ", "") + note.format(100)) == {"i1": "2026-02-10"}


def test_what_is_left_and_how_late_it_is() -> None:
    bill = all_of(I1 + pay("01-20", "60"))["i1"]
    assert bill.left() == 40
    assert bill.open()
    assert not bill.overdue(date(2026, 1, 31))
    assert bill.overdue(date(2026, 2, 1))
    assert bill.days_late(date(2026, 1, 20)) == 0
    assert bill.days_late(date(2026, 2, 3)) == 3
    assert bill.days_to_pay(date(2026, 1, 11)) == 10
    paid = all_of(I1 + pay("01-20", "100"))["i1"]
    assert (paid.left(), paid.days_late(date(2026, 6, 1)), paid.days_to_pay(date(2026, 6, 1))) == (0, -11, 19)
    assert all_of("2026-01-01 invoice i1 by=a to=me amount=1")["i1"].days_late(date(2027, 1, 1)) == 0


def test_parts_paid_in_any_order_come_in_order_of_days() -> None:
    bill = all_of(I1 + pay("01-25", "40") + pay("01-20", "60", "of=i1", "y2"))["i1"]
    assert [name for name, _, _ in bill.payments] == ["y2", "y1"]


def test_a_payment_whose_amount_was_amended_away_pays_the_invoice_it_cites() -> None:
    from goodwill.ledger.book import Book
    from goodwill.ledger.entry import Entry

    blank = Entry(date(2026, 1, 20), "payment", "y1", {"by": "me", "to": "alan", "of": "i1"})
    (bill,) = bills(Book.of([*book_of(I1), blank]))
    assert bill.settled == date(2026, 1, 20)
