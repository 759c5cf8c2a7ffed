"""Files of deliveries and payments as people have them: odd rows, lines of one shipment, two sides, other tables."""

from datetime import date, timedelta

import pytest

from goodwill.batch.item_pieces import planned

TODAY = date(2026, 6, 1)


def test_odd_rows_are_left_out_with_line_and_reason_and_the_rest_goes_on(scored):
    long = "x" * 201
    odd = (
        "Customer,Issue date,Due date,Paid on,Amount\n"
        "A,2026-01-05,2026-02-04,2026-02-10,100\n"
        ",2026-01-05,2026-02-04,2026-02-10,100\n"
        "A,2026-13-05,2026-02-04,2026-02-10,100\n"
        "A,2026-01-05,,2026-02-10,100\n"
        "A,2026-01-05,2026-02-04,31/02/2026,100\n"
        "A,2026-01-05,2026-02-04,2026-02-10,-100\n"
        "A,2026-01-05\n"
        'A,"2026-01-05,2026-02-04,2026-02-10,100\n'
        "A\0,2026-01-05,2026-02-04,2026-02-10,100\n"
        f"{long},2026-01-05,2026-02-04,2026-02-10,100\n"
        f'"a ""{long}""",2026-01-05,2026-02-04,2026-02-10,100\n'
        "\n"
        'A,2026-01-06,2026-02-05,unpaid,"1,100.00"\n'
        "A,2026-01-06,2026-02-05,,(50.00)\n"
    )
    found, summary = scored(odd)
    assert [row["issued"] for row in found] == ["2026-01-05", "2026-01-06"]
    told = {reject.line: reject.reason for reject in summary.rejected.first}
    assert list(told) == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15]
    assert told[3] == "no counterparty"
    assert told[4] == "the issue day is not a day: 2026-13-05"
    assert told[5] == "no due day"
    assert told[6] == "the settled day is not a day: 31/02/2026"
    assert told[7] == told[15] == "an amount below 0 is a credit, nothing falls due"
    assert told[8] == "2 columns where 5 are expected"
    assert "quotation" in told[9]
    assert "null byte" in told[10]
    assert told[11] == told[12] == "a cell has more than 200 bytes"
    assert summary.rejected.count == 11


def test_names_come_back_as_they_were(scored):
    names = ["Smith, J", 'the "old" one', "=1+1", "007", "a very long name of a company in Zürich", "名前"]
    quoted = [f'"{name.replace(chr(34), chr(34) * 2)}"' for name in names]
    content = "Vendor,Due date,Received\n" + "".join(f"{name},2026-01-05,2026-01-06\n" for name in quoted)
    found, summary = scored(content)
    assert [row["counterparty"] for row in found] == names
    assert summary.undated == len(names)
    assert {row["at"] for row in found} == {"2025-11-21"}
    assert {row["issued"] for row in found} == {""}


def test_lines_of_one_shipment_are_one_delivery(scored):
    lines = (
        "PO / SO #,ASN/DN #,Vendor,PO Sent to Vendor Date,Scheduled Delivery Date,Delivered to Client Date\n"
        "P1,A1,Acme,2026-01-02,2026-02-01,2026-02-01\n"
        "P2,A7,Acme,2026-01-04,2026-02-09,2026-02-02\n"
        "P1,A1,ACME,2026-01-03,2026-02-01,2026-02-05\n"
        "P1,A2,Acme,2026-01-03,2026-03-01,\n"
        "P1,A2,Acme,2026-01-03,2026-03-01,2026-02-20\n"
        "P1,A1,Other,2026-01-03,2026-02-01,2026-02-01\n"
    )
    found, summary = scored(lines)
    assert (summary.rows, summary.items) == (6, 4)
    told = [(row["counterparty"], row["number"], row["issued"], row["settled"]) for row in found]
    assert told == [
        ("Acme", "P1", "2026-01-03", "2026-02-05"),
        ("Acme", "P2", "2026-01-04", "2026-02-02"),
        ("Acme", "P1", "2026-01-03", ""),
        ("Other", "P1", "2026-01-03", "2026-02-01"),
    ]


def test_rows_without_a_number_are_each_an_item(scored):
    same = "Customer,Issue date,Due date,Paid on\n" + "A,2026-01-05,2026-02-04,2026-02-10\n" * 3
    assert scored(same)[1].items == 3


def test_both_sides_told_make_a_pair_with_a_record_of_its_own(scored):
    lines = "Supplier,Customer,Issue date,Due date,Paid on\n"
    for month in range(1, 10):
        lines += f"Us,Slow,2025-{month:02}-01,2025-{month:02}-10,2025-{month:02}-28\n"
        lines += f"Them,Slow,2025-{month:02}-01,2025-{month:02}-10,2025-{month:02}-09\n"
    found, _ = scored(lines + "Us,Slow,2025-11-01,2025-11-10,\nThem,Slow,2025-11-01,2025-11-10,\n", only_open=True)
    assert [(row["counterparty"], row["to"]) for row in found] == [("Slow", "Us"), ("Slow", "Them")]
    late, early = (float(row["p_late"]) for row in found)
    assert late > 2 * early
    assert [float(row["n"]) > 3 for row in found] == [True, True]


def test_the_matter_of_the_work_counts_where_it_is_told(scored):
    lines = "Vendor,Category,Order date,Due date,Received\n"
    for week in range(40):
        day = date(2025, 1, 1) + timedelta(7 * week)
        for who, late in (("A", True), ("B", False)):
            lines += (
                f"{who},{'sea' if late else 'air'},{day},{day + timedelta(20)},{day + timedelta(30 if late else 20)}\n"
            )
    lines += "C,sea,2025-10-01,2025-12-01,\nC,air,2025-10-01,2025-12-01,\nC,,2025-10-01,2025-12-01,\n"
    found, _ = scored(lines, only_open=True)
    assert [row["matter"] for row in found] == ["sea", "air", ""]
    sea, air, unknown = (float(row["p_late"]) for row in found)
    assert sea > unknown > air


@pytest.mark.parametrize(
    ("content", "told", "reason"),
    [
        ("Vendor,Due date\nA,2026-01-01\n", {}, "no column tells when an item was settled"),
        (
            "Vendor,Due date,Received\nA,2026-01-01,\n",
            {"due": "Nowhere"},
            "no such column; found: Vendor, Due date, Received",
        ),
        ("Vendor,Due date,Received\nA,2026-01-01,\n".encode("utf-16"), {}, "not UTF-8"),
    ],
)
def test_a_hopeless_file_is_one_clear_line(scored, content, told, reason):
    with pytest.raises(ValueError, match=reason):
        scored(content, told=told)


@pytest.mark.parametrize(
    "content", ["", "a,b,c\n1,2,3\n", "by,about,value,at\n1,2,3,4\n", "Vendor,Received\nA,2026-01-01\n"]
)
def test_other_tables_are_not_taken_for_items(tmp_path, content):
    (tmp_path / "other.csv").write_text(content)
    assert planned(tmp_path / "other.csv", {}) is None


def test_a_header_alone_is_no_items(scored):
    found, summary = scored("Vendor,Due date,Received\n")
    assert (found, summary.items, summary.as_of) == ([], 0, TODAY)


def test_bills_from_them_and_ours_to_them_are_two_records(scored):
    lines = "Counterparty,Type,Issue date,Due date,Paid on\n"
    for month in range(1, 10):
        lines += f"Acme,sales,2025-{month:02}-01,2025-{month:02}-10,2025-{month:02}-28\n"
        lines += f"Acme,purchase,2025-{month:02}-01,2025-{month:02}-10,2025-{month:02}-09\n"
    found, _ = scored(
        lines + "Acme,sale,2025-11-01,2025-11-10,\nAcme,purchase,2025-11-01,2025-11-10,\n", only_open=True
    )
    ours, theirs = found
    assert float(ours["p_late"]) > 2 * float(theirs["p_late"])
    kinds = lines.replace("purchase", "goods").replace("sales", "service") + "Acme,goods,2025-11-01,2025-11-10,\n"
    assert float(scored(kinds, only_open=True)[0][0]["n"]) == pytest.approx(
        float(ours["n"]) + float(theirs["n"]), abs=0.02
    )
