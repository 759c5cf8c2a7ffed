"""Whole files of deliveries and payments: foretold from their past alone, every odd row told by line and reason."""

import csv
import gzip
from datetime import date

import numpy as np
import pyarrow
import pytest
from pyarrow import parquet

from goodwill.batch.item_pieces import planned
from goodwill.batch.score_items import Asked, score_items
from goodwill.measures.promptness import items, risk

TODAY = date(2026, 6, 1)
FIGURES = ["p_late", "low", "high", "n", "days50", "days80", "days95", "expected", "usual"]
HEADER = ["issued", "due", "settled", "at", *FIGURES, "state"]


def rows_of(n=120, seed=3):
    """Invoices of six customers over two years: the first two pay late, the newest are open."""
    chance = np.random.default_rng(seed)
    made = []
    for number, day in enumerate(np.sort(chance.integers(0, 700, n)).tolist()):
        who = int(chance.integers(6))
        issued = date(2024, 1, 1).toordinal() + day
        late = chance.random() < (0.7 if who < 2 else 0.1)
        due = issued + 30
        settled = due + int(chance.integers(1, 40)) if late else due - int(chance.integers(0, 20))
        made.append(
            (f"C{who}", f"N{number}", issued, due, settled if settled < date(2025, 12, 1).toordinal() else None)
        )
    return made


def iso(number):
    return date.fromordinal(number).isoformat() if number else ""


def text(rows, header="Customer,Number,Issue date,Due date,Paid on", mark=",", day=iso):
    lines = [mark.join([who, number, *map(day, days)]) for who, number, *days in rows]
    return "\n".join([header, *lines]) + "\n"


@pytest.fixture
def scored(tmp_path):
    def call(content, name="book.csv", told=None, **asked):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        out = tmp_path / "out.csv"
        summary = score_items(path, planned(path, told or {}), out, TODAY, Asked(**asked))
        with out.open(newline="", encoding="utf-8") as source:
            return list(csv.DictReader(source)), summary

    return call


def test_one_line_an_item_in_the_order_of_the_file(scored):
    rows = rows_of()
    found, summary = scored(text(rows))
    assert list(found[0]) == ["counterparty", "number", *HEADER]
    assert [row["number"] for row in found] == [row[1] for row in rows]
    assert [(row["issued"], row["due"], row["settled"]) for row in found] == [tuple(map(iso, row[2:])) for row in rows]
    assert (summary.rows, summary.items, summary.scored, summary.rejected.count) == (120, 120, 120, 0)
    assert summary.as_of == date.fromordinal(max(row[4] or row[2] for row in rows))


def test_figures_are_those_of_the_measure_at_the_moment_told(scored):
    rows = rows_of()
    found, summary = scored(text(rows))
    issued, due = (np.array([row[place] for row in rows], float) for place in (2, 3))
    settled = np.array([row[4] or np.nan for row in rows], float)
    book = items([int(row[0][1:]) for row in rows], due, settled, None, issued)
    at = np.where(np.isnan(settled), summary.as_of.toordinal(), np.fmin(issued, settled) - 0.5)
    told = risk(book, book, at)
    columns = dict(
        zip(FIGURES, (told.p_late, told.low, told.high, told.n, *told.days.T, told.expected, told.usual), strict=True)
    )
    for name, column in columns.items():
        places = {"n": 2, "expected": 2}.get(name, 1 if name.startswith("days") else 4)
        assert [float(row[name]) for row in found] == pytest.approx(column.tolist(), abs=0.51 * 10.0**-places), name
    assert [row["state"] for row in found] == list(told.state)
    for row, day, open_ in zip(found, np.ceil(at), np.isnan(settled), strict=True):
        assert row["at"] == (summary.as_of.isoformat() if open_ else iso(int(day)))


def test_nothing_that_came_after_the_moment_of_an_item_is_known(scored):
    rows = rows_of()
    cut = rows[80][2]
    other = [(*row[:4], row[4] if row[4] and row[4] < cut else cut + 300 + row[2] % 50) for row in rows]
    told, changed = scored(text(rows))[0], scored(text(other))[0]
    mine = [place for place, row in enumerate(rows) if row[2] <= cut and row[4]]
    assert len(mine) > 70
    assert sum(told[place]["settled"] != changed[place]["settled"] for place in mine) > 3
    for place in mine:
        assert [told[place][name] for name in FIGURES] == [changed[place][name] for name in FIGURES]
    newest = [told[-20:][k]["p_late"] != changed[-20:][k]["p_late"] for k in range(20)]
    assert any(newest)


def test_what_is_open_on_a_day_as_it_was_known_then(scored):
    rows = rows_of()
    day = date(2025, 3, 1)
    found, summary = scored(text(rows), as_of=day, only_open=True)
    number = day.toordinal()
    waiting = [row for row in rows if row[2] <= number and not (row[4] and row[4] <= number)]
    assert [row["number"] for row in found] == [row[1] for row in waiting]
    assert {row["settled"] for row in found} == {""}
    assert {row["at"] for row in found} == {"2025-03-01"}
    assert summary.later == sum(row[2] > number for row in rows)
    known = [(*row[:4], row[4] if row[4] and row[4] <= number else None) for row in rows if row[2] <= number]
    assert scored(text(known), as_of=day, only_open=True)[0] == found
    overdue = [row for row in found if row["due"] < "2025-03-01"]
    assert overdue
    for row in overdue:
        so_far = number - date.fromisoformat(row["due"]).toordinal()
        assert (float(row["p_late"]), float(row["low"])) == (1.0, 1.0)
        assert float(row["days50"]) >= so_far


def test_the_last_day_is_never_after_today(scored):
    rows = [
        *rows_of(20),
        ("C1", "typo", date(2025, 1, 2).toordinal(), date(2025, 2, 1).toordinal(), date(2062, 1, 1).toordinal()),
    ]
    found, summary = scored(text(rows))
    assert summary.as_of < TODAY
    assert (found[-1]["number"], found[-1]["settled"]) == ("typo", "")


GERMAN = "Kunde;Rechnungsnummer;Rechnungsdatum;Fällig am;Bezahlt am"


def german(number):
    return date.fromordinal(number).strftime("%d.%m.%Y") if number else "offen"


def american(number):
    return date.fromordinal(number).strftime("%m/%d/%y") if number else ""


def spoken(number):
    return date.fromordinal(number).strftime("%-d-%b-%y") if number else "n/a"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (text(rows_of(), GERMAN, ";", german), {}),
        (text(rows_of(), GERMAN, ";", german).encode("cp1252"), {}),
        (text(rows_of(), "Debtor\tInvoice no\tInvoice date\tDue\tPaid date", "\t", american), {}),
        (
            text(rows_of(), "W,B,C,D,E", ",", spoken),
            {"customer": "W", "number": "B", "issue": "C", "due": "D", "settled": "E"},
        ),
        ("\ufeff" + text(rows_of()).replace("\n", "\r\n"), {}),
        ("Ledger of May\n\n" + text(rows_of()), {}),
        ("\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in text(rows_of()).splitlines()), {}),
        (
            "\n".join(f'"a, b",{line},x' for line in text(rows_of()).splitlines())
            .replace('"a, b",Cus', "note,Cus", 1)
            .replace("Paid on,x", "Paid on,y", 1),
            {},
        ),
        (text(rows_of()).replace(",", " , "), {}),
        (text([(row[0].lower(), *row[1:]) for row in rows_of()]), {}),
    ],
    ids=["german", "windows", "american", "told", "mark", "title", "quotes", "more columns", "spaces", "lower case"],
)
def test_one_meaning_in_many_shapes(scored, content, told):
    expected, _ = scored(text(rows_of()))
    found, summary = scored(content, told=told)
    for row in found:
        row["counterparty"] = row["counterparty"].upper()
    assert found == expected
    assert summary.rejected.count == 0


def test_a_file_in_many_pieces_is_one_file(scored, monkeypatch):
    whole, _ = scored(text(rows_of()))
    monkeypatch.setattr("goodwill.batch.csv_chunks.chunks.__defaults__", (61,))
    assert scored(text(rows_of()))[0] == whole


def test_a_packed_file(scored):
    assert scored(gzip.compress(text(rows_of()).encode()), "book.csv.gz")[0] == scored(text(rows_of()))[0]


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
        day = date(2025, 1, 1).toordinal() + 7 * week
        for who, late in (("A", True), ("B", False)):
            lines += f"{who},{'sea' if late else 'air'},{iso(day)},{iso(day + 20)},{iso(day + (30 if late else 20))}\n"
    lines += "C,sea,2025-10-01,2025-12-01,\nC,air,2025-10-01,2025-12-01,\nC,,2025-10-01,2025-12-01,\n"
    found, _ = scored(lines, only_open=True)
    assert [row["matter"] for row in found] == ["sea", "air", ""]
    sea, air, unknown = (float(row["p_late"]) for row in found)
    assert sea > unknown > air


def test_reasons_add_up(scored):
    found, _ = scored(text(rows_of()), explain=True)
    for row in found:
        parts = [part.rsplit(" ", 1) for part in row["why"].split("; ")]
        assert len(parts) == 3
        assert all(number[0] in "+-" for _, number in parts)
        sizes = [abs(float(number)) for _, number in parts]
        assert sizes == sorted(sizes, reverse=True)
    first = found[0]
    assert first["why"].startswith("usual in this file -")
    p = float(first["p_late"])
    assert float(first["why"].split("; ")[0].rsplit(" ", 1)[1]) == pytest.approx(np.log(p / (1 - p)), abs=0.02)


def test_parquet_in_and_out_says_the_same(scored, tmp_path):
    rows = rows_of()
    expected, _ = scored(text(rows))
    days = [[date.fromordinal(row[place]) if row[place] else None for row in rows] for place in (2, 3, 4)]
    table = {"Customer": [row[0] for row in rows], "Number": [row[1] for row in rows]}
    table |= dict(zip(("Issue date", "Due date", "Paid on"), days, strict=True))
    path, out = tmp_path / "book.parquet", tmp_path / "out.parquet"
    parquet.write_table(pyarrow.table(table), path)
    score_items(path, planned(path, {}), out, TODAY, Asked(explain=True))
    found = parquet.read_table(out).to_pylist()
    assert list(found[0]) == ["counterparty", "number", *HEADER, "why"]
    for row, told in zip(found, expected, strict=True):
        assert [row[name].isoformat() if row[name] else "" for name in HEADER[:4]] == [
            told[name] for name in HEADER[:4]
        ]
        assert [row[name] for name in ("counterparty", "number", "state")] == [
            told[name] for name in ("counterparty", "number", "state")
        ]
        for name in FIGURES:
            assert row[name] == pytest.approx(float(told[name]), abs=0.051)
    assert len(found[0]["why"].split("; ")) == 3
    nothing = tmp_path / "nothing.parquet"
    parquet.write_table(pyarrow.table(table).slice(0, 0), nothing)
    assert score_items(nothing, planned(nothing, {}), out, TODAY).items == 0
    assert parquet.read_table(out).num_rows == 0


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
