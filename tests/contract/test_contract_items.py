"""Section 5: deliveries and payments scored in bulk, as a vendor team brings them."""

import csv
import io
import random
from datetime import date, timedelta
from pathlib import Path

import pytest

NEEDED = {
    "counterparty", "issued", "due", "p_late", "low", "high", "n", "days50", "days80", "days95", "expected", "usual",
    "state",
}  # fmt: skip


def orders(seed=5, size=400):
    chance = random.Random(seed)
    slow = {n: chance.random() < 0.3 for n in range(12)}
    rows, day = [], date(2024, 1, 2)
    for number in range(size):
        day += timedelta(days=chance.choice([0, 1, 2, 3]))
        vendor = chance.randrange(12)
        due = day + timedelta(days=chance.choice([14, 30, 45]))
        late = chance.random() < (0.6 if slow[vendor] else 0.08)
        came = due + timedelta(days=chance.randrange(1, 30) if late else -chance.randrange(0, 8))
        rows.append((f"V{vendor}", f"PO-{number}", day, due, came))
    return rows


def table(rows, header="Vendor,PO number,Order date,Due date,Received", last=date(2026, 1, 1)):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows([*row[:4], row[4] if row[4] <= last else ""] for row in rows)
    return out.getvalue()


@pytest.fixture
def score(ask, lay):
    def run(text, *options):
        lay("orders.csv", text)
        answer = ask("score", "orders.csv", *options)
        assert answer.status == 0
        return list(csv.DictReader(io.StringIO(answer.out))), answer.err

    return run


def test_every_item_gets_a_chance_with_its_interval_and_days(score):
    rows = orders()
    found, _ = score(table(rows))
    assert set(found[0]) >= NEEDED
    assert [row["number"] for row in found] == [row[1] for row in rows]
    for row in found:
        assert 0 <= float(row["low"]) <= float(row["p_late"]) <= float(row["high"]) <= 1
        assert 0 <= float(row["days50"]) <= float(row["days80"]) <= float(row["days95"])
        assert row["state"] in ("enough", "thin", "none")
        assert float(row["n"]) >= 0
    first = {row["counterparty"]: row for row in reversed(found)}
    assert {(row["state"], float(row["n"])) for row in first.values()} == {("none", 0.0)}


def test_late_ones_were_given_the_higher_chance_beforehand(score):
    found, _ = score(table(orders(size=480)))
    newest = [row for row in found[160:] if row["settled"]]
    late = [float(row["p_late"]) for row in newest if row["settled"] > row["due"]]
    early = [float(row["p_late"]) for row in newest if row["settled"] <= row["due"]]
    better = sum((a > b) + (a == b) / 2 for a in late for b in early) / (len(late) * len(early))
    assert better > 0.65


def test_a_chance_rests_on_the_past_alone(score):
    rows = orders()
    middle = rows[200][2]
    other = [(*row[:4], row[4] + timedelta(days=90)) if row[4] >= middle else row for row in rows]
    whole, changed = score(table(rows))[0], score(table(other, last=date(2027, 1, 1)))[0]
    names = sorted(NEEDED - {"counterparty", "issued", "due"})
    for row, one, two in zip(rows, whole, changed, strict=True):
        if row[2] <= middle:
            assert [one[name] for name in names] == [two[name] for name in names]


def test_what_is_open_as_of_a_day(score):
    rows = orders()
    day = date(2024, 9, 1)
    found, said = score(table(rows), "--open", "--as-of", "2024-09-01")
    assert [row["number"] for row in found] == [row[1] for row in rows if row[2] <= day < row[4]]
    assert {row["at"] for row in found} == {"2024-09-01"}
    for row in found:
        if row["due"] < "2024-09-01":
            assert float(row["p_late"]) == 1
    assert f"{len(found)} open as of 2024-09-01" in said


def test_every_way_to_write_the_same_orders_gives_the_same_scores(score):
    rows = orders()
    plain, _ = score(table(rows))
    german = "Lieferant;Bestellnummer;Bestelldatum;Liefertermin;Geliefert am\n" + "".join(
        ";".join([who, number, *(day.strftime("%d.%m.%Y") for day in days)]) + "\n" for who, number, *days in rows
    )
    told = table(rows, "A,B,C,D,E")
    more = "".join(f'"x, y",{line}\n' for line in table(rows).splitlines()).replace('"x, y"', "note", 1)
    assert score(german)[0] == plain
    options = ("supplier=A", "number=B", "ordered=C", "promised=D", "delivered=E")
    assert score(told, *(f"--map={option}" for option in options))[0] == plain
    assert score(more)[0] == plain
    assert score("\ufeff" + table(rows).replace("\n", "\r\n"))[0] == plain


def test_bad_rows_are_named_and_the_rest_goes_on(score):
    good = table(orders(size=30))
    found, said = score(good + "V1,x,2024-01-02\n,x,2024-01-02,2024-02-02,\nV1,x,2024-01-02,soon 1,\n")
    assert len(found) == 30
    for line in (32, 33, 34):
        assert f"orders.csv:{line}:" in said


def test_by_standard_input_to_a_file_with_reasons(ask):
    answer = ask("score", "-", "--explain", "-o", "out.csv", stdin=table(orders(size=60)))
    assert (answer.status, answer.out) == (0, "")
    with Path("out.csv").open(newline="", encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    assert len(found) == 60
    assert all(len(row["why"].split("; ")) == 3 for row in found)


@pytest.mark.parametrize(
    "args",
    [
        ["score", "orders.csv", "--pairs", "orders.csv"],
        ["score", "orders.csv", "--runner", "native"],
        ["score", "orders.csv", "--map", "due=Nowhere"],
        ["score", "orders.csv", "--map", "nonsense=Vendor"],
        ["score", "orders.csv", "--map", "due"],
        ["score", "orders.csv", "--as-of", "soon"],
        ["score", "orders.csv", "-o", "no/such/folder.csv"],
        ["score", "open.csv"],
        ["score", "other.csv"],
        ["score", "empty.csv"],
        ["score", "ratings.csv"],
        ["score", "ratings.csv", "--pairs", "ratings.csv", "--open"],
        ["score", "noise.csv"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_scored_is_one_clear_line_and_2(ask, lay, args):
    lay("orders.csv", table(orders(size=5)))
    lay("open.csv", "Vendor,Due date\nA,2026-01-01\n")
    lay("other.csv", "a,b,c,d\n1,2,3,x\n")
    lay("empty.csv", "")
    lay("ratings.csv", "by,about,value,at\na,b,1,100\n")
    lay("noise.csv", bytes(range(256)) * 40)
    answer = ask(*args)
    assert (answer.status, answer.out) == (2, "")
    assert len(answer.err.strip().splitlines()) == 1
