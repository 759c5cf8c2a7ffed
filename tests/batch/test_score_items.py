"""Whole files of deliveries and payments: foretold from their past alone, every odd row told by line and reason."""

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


def test_what_is_late_already_says_so_first(scored):
    found, summary = scored(text(rows_of()), explain=True, only_open=True, as_of=date(2025, 3, 1))
    late = [row for row in found if row["due"] < "2025-03-01"]
    assert 0 < len(late) < len(found)
    for row in late:
        so_far = summary.as_of.toordinal() - date.fromisoformat(row["due"]).toordinal()
        assert row["why"].startswith(f"days late already +{so_far}.00; ")
    assert not [row for row in found if row not in late and "already" in row["why"]]


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
