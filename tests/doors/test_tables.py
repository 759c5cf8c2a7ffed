"""Tables are understood from their own header and columns: who, when, how much, in which order of day and month."""

from datetime import date
from pathlib import Path

import pytest

from goodwill.doors.amounts import amount
from goodwill.doors.columns import DELIVERIES, PAYMENTS, layout
from goodwill.doors.deliveries_csv import DeliveriesCsv
from goodwill.doors.door import Hints, Ignored
from goodwill.doors.payments_csv import PaymentsCsv
from goodwill.doors.ratings_csv import RatingsCsv
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid


def read(tmp_path, door, *lines, name="table.csv", charset="utf-8"):
    path = tmp_path / name
    path.write_bytes(("\n".join(lines) + "\n").encode(charset))
    return list(door.read(path, Hints()))


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Purchasing Document;Item;Vendor;Name of Vendor;Document Date;Delivery Date;Order Quantity;Qty Delivered;"
         "Posting Date of GR",
         {"number": 0, "item": 1, "supplier": 3, "ordered": 4, "promised": 5, "quantity": 6, "came": 7,
          "delivered": 8}),
        ("EBELN;EBELP;LIFNR;BEDAT;EINDT;Goods Receipt Date",
         {"number": 0, "item": 1, "supplier": 2, "ordered": 3, "promised": 4, "delivered": 5}),
        ("ID,Supplier,Supplier Name,Purchase Order,PO Date,Required By,Item Code,Qty,Received Qty,Received On",
         {"supplier": 2, "number": 3, "ordered": 4, "promised": 5, "item": 6, "quantity": 7, "came": 8,
          "delivered": 9}),
        ("Vendor,Order Date,Scheduled Delivery Date,Delivery Date",
         {"supplier": 0, "ordered": 1, "promised": 2, "delivered": 3}),
    ],
)  # fmt: skip
def test_columns_of_orders_are_found_by_name(header, roles):
    assert layout([header], DELIVERIES, {}).roles == roles


def test_a_payables_list_is_read_from_its_usual_columns():
    header = (
        "Vendor;Vendor Name;Reference;Document Date;Net Due Date;Clearing Date;Amount in local currency;Local Currency"
    )
    found = {"supplier": 1, "number": 2, "issue": 3, "due": 4, "settled": 5, "amount": 6, "currency": 7}
    assert layout([header], PAYMENTS, {}).roles == found
    assert not DeliveriesCsv().knows(Path("x.csv"), header.encode())


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Invoice No,Supplier,Issue date,Due date,Paid on,Amount,Currency",
         {"number": 0, "supplier": 1, "issue": 2, "due": 3, "settled": 4, "amount": 5, "currency": 6}),
        ("countryCode,customerID,PaperlessDate,invoiceNumber,InvoiceDate,DueDate,InvoiceAmount,Disputed,SettledDate",
         {"customer": 1, "number": 3, "issue": 4, "due": 5, "amount": 6, "settled": 8}),
        ("Rechnungsnummer;Lieferant;Rechnungsdatum;Fälligkeit;Bezahlt am;Betrag;Währung",
         {"number": 0, "supplier": 1, "issue": 2, "due": 3, "settled": 4, "amount": 5, "currency": 6}),
        ("Fournisseur;Date de facture;Échéance;Payé le;Montant",
         {"supplier": 0, "issue": 1, "due": 2, "settled": 3, "amount": 4}),
        ("ContactName,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Status",
         {"counterparty": 0, "number": 1, "issue": 3, "due": 4, "amount": 5, "balance": 7, "status": 8}),
        ("Amount Due,Currency,Customer,Date (UTC),Due Date (UTC),Number,Paid,Total,Status,Customer Name,Paid At (UTC)",
         {"amount": 7, "currency": 1, "customer": 9, "issue": 3, "due": 4, "number": 5, "status": 8, "settled": 10}),
        ("Reference,Contact,Invoice Number,Invoice Date,Due Date,Last Payment Date,Gross,Balance",
         {"counterparty": 1, "number": 2, "issue": 3, "due": 4, "settled": 5, "amount": 6, "balance": 7}),
        ("Date,Transaction type,Num,Customer full name,Due date,Amount,Open balance,Date paid",
         {"issue": 0, "number": 2, "customer": 3, "due": 4, "amount": 5, "balance": 6, "settled": 7}),
        ("Konto;Lieferant;Belegnummer;Belegdatum;Fälligkeit;Betrag;Ausgleichsdatum",
         {"supplier": 1, "number": 2, "issue": 3, "due": 4, "amount": 5, "settled": 6}),
        ("Tenant,For,Due date,Paid on,Amount", {"customer": 0, "due": 2, "settled": 3, "amount": 4}),
        ("Proveedor\tFecha de factura\tVencimiento\tFecha de pago\tImporte",
         {"supplier": 0, "issue": 1, "due": 2, "settled": 3, "amount": 4}),
    ],
)  # fmt: skip
def test_columns_are_found_by_name(header, roles):
    assert layout([header], PAYMENTS, {}).roles == roles


def test_the_vendor_column_is_not_taken_for_a_date_that_names_the_vendor():
    found = layout(
        ["ID,PO / SO #,ASN/DN #,Vendor,PO Sent to Vendor Date,Scheduled Delivery Date,Delivered to Client Date"],
        DELIVERIES,
        {},
    )
    assert found.roles == {"number": 1, "shipment": 2, "supplier": 3, "ordered": 4, "promised": 5, "delivered": 6}


@pytest.mark.parametrize(
    ("rows", "issued"),
    [
        (["Fern,13/01/2026,20/02/2026,,1"], date(2026, 1, 13)),
        (["Fern,01/13/2026,02/20/2026,,1"], date(2026, 1, 13)),
        (["Fern,01/02/2026,01/30/2026,,1"], date(2026, 1, 2)),
        (["Fern,12/01/2026,11/02/2026,12/02/2026,1"], date(2026, 1, 12)),
        (["Fern,02/01/2026,20/02/2026,,1", "Fern,02/13/2026,20/02/2026,,1"], date(2026, 1, 2)),
        (["Fern,2-Jan-26,9-Feb-26,,1"], date(2026, 1, 2)),
        (["Fern,2026-01-02 00:00:00,2026-02-01,,1"], date(2026, 1, 2)),
        (["Fern,20260102,20260201,,1"], date(2026, 1, 2)),
    ],
)
def test_the_order_of_day_and_month_is_found_from_the_columns(tmp_path, rows, issued):
    found = read(tmp_path, PaymentsCsv(), "Supplier,Invoice date,Due date,Paid on,Amount", *rows)
    assert [e.day for e in found if isinstance(e, Entry) and e.kind == "invoice"] == [issued]
    assert not [item for item in found if isinstance(item, Ignored)]


@pytest.mark.parametrize(
    ("text", "comma", "expected"),
    [
        ("1,234.50", False, "1234.50"), ("1.234,50", True, "1234.50"), ("1.234", True, "1234"),
        ("1,234", False, "1234"),
        ("1,2", True, "1.2"), ("1'234.50", False, "1234.50"), ("1 234,50", True, "1234.50"), ("€ 12", False, "12"),
        ("(12.00)", False, "-12.00"), ("12.00-", False, "-12.00"), ("-12", False, "-12"), ("1,2,3.4.5", False, ""),
        ("1.234.567", False, "1234567"), ("1.200", True, "1200"), ("12 or 13", False, ""), ("", False, ""),
        ("1e5", False, ""), (".5", False, "0.5"), ("5.", False, "5"),
    ],
)  # fmt: skip
def test_amounts_as_ledgers_write_them(text, comma, expected):
    assert amount(text, comma) == expected


def test_supplier_invoices_me_and_i_invoice_a_customer(tmp_path):
    row = "Fern,2026-01-05,2026-01-19,2026-01-18,10"
    theirs = read(tmp_path, PaymentsCsv(), "Supplier,Invoice date,Due date,Paid on,Amount", row)
    ours = read(tmp_path, PaymentsCsv(), "Customer,Invoice date,Due date,Paid on,Amount", row)
    assert [(e.get("by"), e.get("to")) for e in theirs] == [("Fern", "me"), ("me", "Fern")]
    assert [(e.get("by"), e.get("to")) for e in ours] == [("me", "Fern"), ("Fern", "me")]
    assert theirs[1].get("of") == theirs[0].id


def test_a_credit_note_has_no_payment(tmp_path):
    found = read(
        tmp_path,
        PaymentsCsv(),
        "Supplier,Invoice date,Due date,Paid on,Amount",
        "Fern,2026-01-05,2026-01-19,2026-01-18,-10",
    )
    assert [(e.kind, e.get("amount")) for e in found] == [("invoice", "-10")]


def test_a_quote_left_open_costs_its_own_row_only(tmp_path):
    rows = ['"Fern,2026-01-05,2026-01-19,,1'] + [f"Fern,2026-01-05,2026-01-19,,{n}" for n in range(2, 700)]
    found = read(tmp_path, PaymentsCsv(), "Supplier,Invoice date,Due date,Paid on,Amount", *rows)
    assert [(type(i), i.line) for i in found if isinstance(i, Invalid)] == [(Invalid, 2)]
    assert sum(isinstance(i, Entry) for i in found) == 698


def test_a_line_without_end_is_bounded(tmp_path):
    found = read(
        tmp_path,
        PaymentsCsv(),
        "Supplier,Invoice date,Due date,Paid on,Amount",
        "F" * 3_000_000 + ",2026-01-05,2026-01-19,,1",
        "Fern,2026-01-05,2026-01-19,,1",
    )
    assert [(i.line, i.reason) for i in found if isinstance(i, Invalid)] == [
        (2, "line is longer than 1,000,000 characters")
    ]
    assert sum(isinstance(i, Entry) for i in found) == 1


def test_a_delivery_without_an_order_day_is_kept_without_a_promise(tmp_path):
    head = "Vendor,Order date,Promised date,Delivered,PO #"
    found = read(tmp_path, DeliveriesCsv(), head, "Kite,n/a,2026-01-30,2026-02-02,7", "Kite,2026-01-02,2026-01-30,,8")
    assert [(e.kind, e.get("of"), e.words) for e in found] == [("delivery", "", ""), ("promise", "", "deliver 8")]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("10", "-5", "1"), ["1", "-0.5", "0.1"]),
        (("1", "-0.5", "0.25"), ["1", "-0.5", "0.25"]),
        (("1", "-1"), ["1", "-1"]),
    ],
)
def test_the_range_of_ratings_tells_their_scale(tmp_path, values, expected):
    rows = [f"ana,ben,{value},{1_400_000_000 + n}" for n, value in enumerate(values)]
    found = read(tmp_path, RatingsCsv(), "by,about,value,at", *rows)
    assert [e.get("value") for e in found] == expected


def test_invoices_without_a_column_of_settled_days_are_not_taken_for_unpaid(tmp_path):
    head = "Supplier,Invoice date,Due date,Amount,Status"
    [found] = read(tmp_path, PaymentsCsv(), head, "Fern,2026-01-05,2026-01-19,10,paid")
    assert found.reason == (
        "needs columns for the counterparty and the days due and settled; no column tells the day paid;"
        " found: Supplier, Invoice date, Due date, Amount, Status"
    )


def test_rows_that_claim_nothing_are_left_aside_with_the_reason(tmp_path):
    head = "Supplier,Number,Invoice date,Due date,Amount,Balance,Status,Paid on"
    rows = [
        "Fern,1,2026-01-05,2026-01-19,10,0.00,Paid,",
        "Fern,2,2026-01-05,2026-01-19,10,0.00,,",
        "Fern,3,2026-01-05,2026-01-19,10,10,Voided,",
        "Fern,4,2026-01-05,2026-01-19,10,10,Draft,",
        "Total,,,,40,20,,",
        "Fern,5,2026-01-05,2026-01-19,10,10,Awaiting payment,",
    ]
    found = read(tmp_path, PaymentsCsv(), head, *rows)
    untold = "paid, on a day this table does not tell"
    assert [item.reason for item in found if isinstance(item, Ignored)] == [
        untold,
        untold,
        "not a claim: voided",
        "not a claim: draft",
        "a sum",
    ]
    assert [(e.kind, e.get("number")) for e in found if isinstance(e, Entry)] == [("invoice", "5")]


def test_of_an_invoice_with_a_balance_only_the_rest_was_paid(tmp_path):
    head = "Supplier,Number,Invoice date,Due date,Amount,Balance,Last payment date"
    rows = ["Fern,1,2026-01-05,2026-01-19,10.50,4,2026-01-19", "Fern,2,2026-01-05,2026-01-19,10.50,0,2026-01-19"]
    found = read(tmp_path, PaymentsCsv(), head, *rows)
    assert [e.get("amount") for e in found if e.kind == "payment"] == ["6.50", "10.50"]


def test_rent_has_no_day_of_issue_and_is_known_by_its_due_day_paid_or_not(tmp_path):
    head = "Tenant,Due date,Paid on,Amount"
    [before] = read(tmp_path, PaymentsCsv(), head, "Sam,2026-11-01,,850")
    bill, paid = read(tmp_path, PaymentsCsv(), head, "Sam,2026-11-01,2026-10-30,850")
    assert (before.id, before.day, before.get("by")) == (bill.id, date(2026, 11, 1), "me")
    assert (paid.day, paid.get("by"), paid.get("of")) == (date(2026, 10, 30), "Sam", bill.id)


def test_the_owner_of_a_milestone_delivers_it_unless_a_customer_is_named(tmp_path):
    row = "Six pictures,Chloé,2026-10-30,2026-11-02"
    plan, came = read(tmp_path, DeliveriesCsv(), "Milestone,Owner,Planned date,Delivered on", row)
    assert (plan.kind, plan.day, plan.get("due"), plan.words) == (
        "promise", date(2026, 10, 30), "2026-10-30", "deliver Six pictures"
    )  # fmt: skip
    assert (came.get("by"), came.get("to"), came.get("of")) == ("Chloé", "me", plan.id)
    ours, _ = read(tmp_path, DeliveriesCsv(), "Customer,Owner,Planned date,Delivered on", row)
    assert (ours.get("by"), ours.get("to")) == ("me", "Six pictures")


def test_a_milestone_that_is_not_delivered_is_open_from_its_own_day_on(tmp_path):
    [plan] = read(tmp_path, DeliveriesCsv(), "Milestone,Owner,Planned date,Delivered on", "Cover,Chloé,2026-11-20,")
    assert (plan.kind, plan.day, plan.get("due")) == ("promise", date(2026, 11, 20), "2026-11-20")


def test_an_address_beside_the_name_joins_the_table_with_the_mail(tmp_path):
    head = "ContactName,EmailAddress,InvoiceNumber,InvoiceDate,DueDate,Total,Fully paid on"
    rows = [
        "Fern Ltd,bills@fern.example,1,2026-01-05,2026-01-19,10,",
        "Moss,,2,2026-01-05,2026-01-19,10,",
        "Kite,a@x.example; b@x.example,3,2026-01-05,2026-01-19,10,",
    ]
    found = read(tmp_path, PaymentsCsv(), head, *rows, name="supplier bills.csv")
    parties = [e.get("by") for e in found if isinstance(e, Entry)]
    assert parties == ["Fern Ltd <bills@fern.example>", "Moss", "Kite"]


def test_an_address_in_a_table_of_two_sides_belongs_to_neither_for_certain(tmp_path):
    head = "Supplier,Customer,Email,Invoice date,Due date,Paid on"
    [bill] = read(tmp_path, PaymentsCsv(), head, "Fern,Moss,bills@fern.example,2026-01-05,2026-01-19,")
    assert (bill.get("by"), bill.get("to")) == ("Fern", "Moss")


def test_a_column_that_says_yes_in_place_of_a_day_tells_that_it_was_paid(tmp_path):
    head = "Supplier,Number,Invoice date,Due date,Amount,Paid"
    rows = [
        f"Fern,{n},2026-01-05,2026-01-19,10,{cell}" for n, cell in enumerate(("TRUE", "yes", "Paid", "FALSE", "no", ""))
    ]
    found = read(tmp_path, PaymentsCsv(), head, *rows)
    assert [item.reason for item in found if isinstance(item, Ignored)] == [
        "paid, on a day this table does not tell"
    ] * 3
    assert [e.get("number") for e in found if isinstance(e, Entry)] == ["3", "4", "5"]
