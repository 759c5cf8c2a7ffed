"""Section 5: ratings, moves and payments in bulk, as files of other people come."""

import csv
import io
import json
import random

import pytest

HEADER = ["by", "about", "at", "p_trust", "low", "high", "n", "p_rating", "mean", "state"]


def network(seed=11, people=30, ratings=900):
    chance = random.Random(seed)
    good = {n: chance.random() for n in range(people)}
    at = 1_400_000_000
    rows = []
    for _ in range(ratings):
        by, about = chance.sample(range(people), 2)
        at += chance.choice([0, 0, 3600, 90_000])
        value = chance.choice([1, 2, 5]) if chance.random() < 0.2 + 0.8 * good[about] else chance.choice([-1, -10])
        rows.append((f"p{by}", f"p{about}", value, at))
    pairs = [(*chance.sample([f"p{n}" for n in range(people)], 2), chance.choice(rows)[3]) for _ in range(25)]
    return rows, pairs


def table(header, rows):
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([header, *rows] if header else rows)
    return out.getvalue()


@pytest.fixture
def score(ask, lay):
    def run(ratings, pairs):
        lay("ratings.csv", ratings)
        lay("pairs.csv", pairs)
        answer = ask("score", "ratings.csv", "--pairs", "pairs.csv")
        assert answer.status == 0
        return list(csv.DictReader(io.StringIO(answer.out))), answer.err

    return run


def test_scores_come_in_the_order_of_the_pairs_and_within_bounds(score):
    rows, pairs = network()
    found, _ = score(table(["by", "about", "value", "at"], rows), table(["by", "about", "at"], pairs))
    assert list(found[0]) == HEADER
    assert [(row["by"], row["about"], int(row["at"])) for row in found] == pairs
    for row in found:
        assert 0 <= float(row["low"]) <= float(row["p_trust"]) <= float(row["high"]) <= 1
        assert 0 <= float(row["p_rating"]) <= 1
        assert -1 <= float(row["mean"]) <= 1
        assert row["state"] in ("enough", "thin", "none")


def test_every_way_to_write_the_same_ratings_gives_the_same_scores(score):
    rows, pairs = network()
    asked = table(["by", "about", "at"], pairs)
    plain, _ = score(table(["by", "about", "value", "at"], rows), asked)
    shuffled = random.Random(1).sample(rows, len(rows))
    spoken = {f"p{n}": f'Ægir, "{n}" Ltd' for n in range(30)}
    others = {
        "no header": table(None, rows),
        "other names": table(["source", "target", "rating", "time"], rows),
        "shares": table(["by", "about", "value", "at"], [(b, a, v / 10, t) for b, a, v, t in rows]),
        "extra columns, other order": table(
            ["x", "at", "value", "about", "by"], [(1, t, v, a, b) for b, a, v, t in rows]
        ),
        "any order": table(["by", "about", "value", "at"], shuffled),
        "mark and returns": "\ufeff" + table(["by", "about", "value", "at"], rows).replace("\n", "\r\n"),
    }
    for name, text in others.items():
        assert score(text, asked)[0] == plain, name
    called = [(spoken[b], spoken[a], v, t) for b, a, v, t in rows]
    asked_called = [(spoken[b], spoken[a], t) for b, a, t in pairs]
    renamed, _ = score(table(["by", "about", "value", "at"], called), table(["by", "about", "at"], asked_called))
    assert [list(row.values())[2:] for row in renamed] == [list(row.values())[2:] for row in plain]


def test_nothing_is_known_of_the_future_or_of_the_same_moment(score):
    rows, pairs = network()
    by, about, at = pairs[7]
    one = table(["by", "about", "at"], [(by, about, at)])
    whole, _ = score(table(["by", "about", "value", "at"], rows), one)
    before, _ = score(table(["by", "about", "value", "at"], [row for row in rows if row[3] < at]), one)
    assert whole == before


def test_bad_rows_are_named_and_the_rest_goes_on(score):
    bad = (
        "by,about,value,at\na,b,1,100\na,b,x,101\na,b\n,b,1,102\na,b,1,\na,c,1e400,104\na,b,1,2020-13-01\na,b,-1,103\n"
    )
    found, said = score(bad, "by,about,at\na,b,200\nstranger,nobody,200\n")
    assert [f"ratings.csv:{n}" in said for n in range(2, 10)] == [False, *[True] * 6, False]
    unknown = found[1]
    assert (unknown["state"], float(unknown["n"])) == ("none", 0)
    assert float(unknown["high"]) - float(unknown["low"]) > 0.3


@pytest.mark.parametrize("ratings", ["", "by,about,value,at\n"])
def test_no_ratings_at_all_is_none_and_wide(score, ratings):
    ((row),) = score(ratings, "by,about,at\na,b,200\n")[0]
    assert row["state"] == "none"


def test_moves_answers_each_line_under_its_own_id(ask, lay):
    rows = [
        {"id": "u1", "thread": "d", "by": "a", "text": "Hello, how are you?"},
        {"id": 2, "thread": "d", "by": "b", "text": ""},
        {"id": "u3", "text": "We need water because it is hot. 👍 \u202e"},
    ]
    lay("m.jsonl", "\n".join([json.dumps(rows[0]), "{broken", *map(json.dumps, rows[1:])]))
    answer = ask("moves", "m.jsonl", "--format", "jsonl")
    told = [json.loads(line) for line in answer.out.splitlines()]
    assert [one["id"] for one in told] == ["u1", 2, "u3"]
    assert "m.jsonl:2" in answer.err
    for one, row in zip(told, rows, strict=True):
        assert set(one) >= {"id", "moves", "seen", "spans"}
        assert all(0 <= chance <= 1 for chance in one["moves"].values())
        assert set(one["seen"]) <= set(one["moves"])
        assert all(0 <= start < end <= len(row["text"]) for spans in one["spans"].values() for start, end in spans)
    nine = "small-talk showing-empathy promote-coordination self-need other-need no-need elicit-pref uv-part vouch-fair"
    assert set(nine.split()) <= set(told[0]["moves"])


def test_moves_needs_no_day(ask, lay):
    lay("t.txt", "Anna: Hello, how was your weekend?\nBen: Great. I can send the report by Friday.\nAnna: Thanks.\n")
    assert len(ask("moves", "t.txt", "--format", "jsonl").out.splitlines()) == 3


ROWS = [("2026-01-05", "2026-01-19", "2026-01-18"), ("2026-01-12", "2026-01-26", "2026-02-02")]
ROWS += [
    ("2026-01-19", "2026-02-02", "2026-02-12"),
    ("2026-01-26", "2026-02-09", "2026-02-20"),
    ("2026-02-16", "2026-03-02", ""),
]
TABLES = {
    "contract": ("counterparty,issue_date,due_date,settled_date,amount", ",", "{y}-{m}-{d}", []),
    "english": ("Vendor\tInvoice Date\tDue Date\tPaid Date\tAmount", "\t", "{m}/{d}/{y}", []),
    "german": ("Kunde;Rechnungsdatum;Fällig am;Bezahlt am;Betrag", ";", "{d}.{m}.{y}", []),
    "french": ("Fournisseur;Date de facture;Date d'échéance;Date de paiement;Montant", ";", "{d}/{m}/{y}", []),
    "spanish": ("Proveedor,Fecha de factura,Fecha de vencimiento,Fecha de pago,Importe", ",", "{d}/{m}/{y}", []),
    "told": ("W,A,B,C,D", ",", "{y}{m}{d}", ["customer=W", "issue=A", "due=B", "settled=C", "amount=D"]),
}


@pytest.mark.parametrize("name", TABLES)
def test_any_table_of_payments_gives_promptness_and_the_chance_of_lateness(ask, lay, name):
    header, mark, form, told = TABLES[name]

    def day(text):
        return form.format(**dict(zip("ymd", text.split("-"), strict=True))) if text else ""

    lay("paid.csv", "\n".join([header, *(mark.join(["Zed Ltd", *map(day, row), "95"]) for row in ROWS)]) + "\n")
    brought = ask("--book", "p.book", "bring", "paid.csv", *(f"--map={m}" for m in told), "--format", "json").data
    assert (brought["kinds"], brought["rejected"]) == ({"invoice": 5, "payment": 4}, [])
    brief = ask("--book", "p.book", "brief", "Zed Ltd", "--as-of", "2026-02-25", "--format", "json").data
    (waiting,) = [*brief["owed"]["by_me"], *brief["owed"]["by_them"]]
    assert (waiting["due"], waiting["days_late"]) == ("2026-03-02", 0)
    assert 0 < waiting["p_late"] < 1
    assert {"enough", "thin"} & {brief["standing"]["promptness"]["state"], brief["mirror"]["promptness"]["state"]}


def test_what_was_assumed_about_a_table_is_said(ask, lay):
    lay("paid.csv", "counterparty,issue_date,due_date,settled_date,amount\nZed,2026-01-05,2026-01-19,2026-01-28,100\n")
    answer = ask("--book", "p.book", "review", "paid.csv", "--as-of", "2026-03-01")
    assert "taken as your invoices to them" in answer.err
