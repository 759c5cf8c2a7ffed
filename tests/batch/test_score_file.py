"""Whole files of ratings and questions: read, scored, written, with every odd row told by line and reason."""

import csv
import gzip
from datetime import UTC, datetime

import numpy as np
import pyarrow
import pytest
from pyarrow import parquet

from goodwill.batch.csv_cells import Reject
from goodwill.batch.score_file import score
from goodwill.measures import network

HEADER = ["by", "about", "at", "p_trust", "low", "high", "n", "p_rating", "mean", "state"]
PLAIN = "ann,bob,0.5,1300000000\nbob,ann,-0.2,1300100000\ncat,bob,1,1300200000\n"


@pytest.fixture
def folder(tmp_path):
    def write(ratings, pairs="by,about,at\nann,bob,1400000000\n"):
        (tmp_path / "ratings.csv").write_text(ratings, encoding="utf-8")
        (tmp_path / "pairs.csv").write_text(pairs, encoding="utf-8")
        return tmp_path / "ratings.csv", tmp_path / "pairs.csv", tmp_path / "out.csv"

    return write


def read(path):
    with path.open(newline="", encoding="utf-8") as source:
        return list(csv.DictReader(source))


def test_the_published_columns_in_the_order_asked(folder):
    told = folder("by,about,value,at\n" + PLAIN, "by,about,at\nzed,bob,1400000000\nann,cat,1300050000\nbob,ann,5\n")
    summary = score(*told)
    with told[2].open(encoding="utf-8") as source:
        assert source.readline().strip().split(",") == HEADER
    rows = read(told[2])
    assert [(row["by"], row["about"], row["at"]) for row in rows] == [
        ("zed", "bob", "1400000000"),
        ("ann", "cat", "1300050000"),
        ("bob", "ann", "5"),
    ]
    assert [row["state"] for row in rows] == ["thin", "none", "none"]
    assert (summary.ratings, summary.pairs, summary.states) == (3, 3, {"none": 2, "thin": 1})


def test_figures_are_those_of_the_measure(folder):
    told = folder("by,about,value,at\n" + PLAIN, "by,about,at\nann,bob,1400000000\n")
    score(*told)
    found = network.trust([1, 2, 3], [2, 1, 2], [0.5, -0.2, 1.0], [1.3e9, 1.3001e9, 1.3002e9], [1], [2], [1.4e9])
    row = read(told[2])[0]
    for name, places in (("p_trust", 6), ("low", 6), ("high", 6), ("n", 2), ("p_rating", 6), ("mean", 4)):
        assert float(row[name]) == pytest.approx(getattr(found, name)[0], abs=0.51 * 10.0**-places)


@pytest.mark.parametrize(
    "ratings",
    [
        PLAIN,
        "source,target,rating,time\n" + PLAIN,
        "\ufeffby,about,value,at\n" + PLAIN,
        "by,about,value,at\r\n" + PLAIN.replace("\n", "\r\n"),
        "at,note,value,by,about\n" + "1300000000,x,0.5,ann,bob\n1300100000,,-0.2,bob,ann\n1300200000,y,1,cat,bob\n",
        "By, About, Value, At\n" + PLAIN.replace(",", " , "),
        "by,about,value,at\n" + PLAIN.replace("ann", '"ann"'),
        "by,about,value,at\n" + PLAIN.rstrip("\n"),
        "by,about,value,at\n\n" + PLAIN.replace("\n", "\n\n"),
        "by,about,value,at\nann,bob,5,1300000000\nbob,ann,-2,1300100000\ncat,bob,10,1300200000\n",
    ],
    ids=["no header", "other names", "mark", "return", "order", "spaces", "quotes", "no end", "blank lines", "to ten"],
)
def test_one_meaning_in_many_shapes(folder, ratings):
    told = folder("by,about,value,at\n" + PLAIN)
    score(*told)
    expected = told[2].read_text()
    told = folder(ratings)
    summary = score(*told)
    assert told[2].read_text() == expected
    assert summary.rejected_ratings == []


def test_times_as_days_and_moments(folder):
    days = [datetime.fromtimestamp(seconds, UTC) for seconds in (1_300_000_000, 1_300_100_000, 1_300_200_000)]
    texts = [days[0].isoformat(), days[1].strftime("%Y-%m-%dT%H:%M:%SZ"), days[2].strftime("%Y-%m-%d %H:%M:%S")]
    plain = folder("by,about,value,at\n" + PLAIN)
    score(*plain)
    expected = plain[2].read_text()
    rows = [line.rsplit(",", 1)[0] + "," + text for line, text in zip(PLAIN.splitlines(), texts, strict=True)]
    told = folder("by,about,value,at\n" + "\n".join(rows))
    assert score(*told).rejected_ratings == []
    assert told[2].read_text() == expected


def test_odd_rows_are_left_out_with_line_and_reason_and_the_rest_goes_on(folder):
    odd = (
        "by,about,value,at\n"
        "ann,bob,0.5,1300000000\n"
        ",bob,1,1300000000\n"
        "ann,bob,much,1300000000\n"
        "ann,bob,11,1300000000\n"
        "ann,bob,1,someday\n"
        "ann,bob\n"
        'ann,"bob,1,1300000000\n'
        "bob,ann,-0.2,1300100000\n"
        "ann,bob,nan,1300000000\n"
        "ann,bob,1,\n"
        "a\0n,bob,1,1300000000\n"
        "cat,bob,1,1300200000,one more\n"
    )
    told = folder(odd)
    summary = score(*told)
    assert summary.ratings == 3
    assert [reject.line for reject in summary.rejected_ratings] == [3, 4, 5, 6, 7, 8, 10, 11, 12]
    reasons = [reject.reason for reject in summary.rejected_ratings]
    assert "name" in reasons[0]
    assert "-10 to 10" in reasons[1]
    assert "time" in reasons[3]
    assert "2 columns where 4" in reasons[4]
    assert "quotation" in reasons[5]
    assert "null byte" in reasons[8]


def test_an_odd_question_is_left_out_of_the_answers_too(folder):
    told = folder(PLAIN, "by,about,at\nann,bob,1400000000\nann,,1400000000\nann,bob,never\nzoë,bob,1400000000\n")
    summary = score(*told)
    assert summary.rejected_pairs == [Reject(3, "no name in 'by' or 'about'"), Reject(4, "the time cannot be read")]
    assert [row["by"] for row in read(told[2])] == ["ann", "zoë"]


def test_names_come_back_as_they_were(folder):
    names = ["Smith, J", 'the "old" one', "=1+1", "7188", "007", "a very long name of a company in Zürich", "名前"]
    table = "by,about,at\n" + "".join(f'"{name.replace(chr(34), chr(34) * 2)}",bob,1400000000\n' for name in names)
    told = folder("by,about,value,at\n" + PLAIN, table)
    score(*told)
    assert [row["by"] for row in read(told[2])] == names


def test_long_names_that_begin_alike_are_two_people(folder):
    ratings = "by,about,value,at\n" + "".join(
        f"rater{i},company-number-{i % 2},{1 if i % 2 else -1},{1_300_000_000 + i * 1_000_000}\n" for i in range(20)
    )
    told = folder(ratings, "by,about,at\nx,company-number-0,1320000000\nx,company-number-1,1320000000\n")
    score(*told)
    bad, good = (float(row["p_trust"]) for row in read(told[2]))
    assert bad < 0.5 < good


def test_reasons_on_request(folder):
    told = folder("by,about,value,at\n" + PLAIN)
    score(*told, explain=True)
    row = read(told[2])[0]
    parts = row["why"].split("; ")
    assert len(parts) == 3
    assert all(float(part.rsplit(" ", 1)[1]) == pytest.approx(0.0, abs=9.0) for part in parts)
    assert all(part.rsplit(" ", 1)[1][0] in "+-" for part in parts)


def test_packed_ratings(folder, tmp_path):
    told = folder("by,about,value,at\n" + PLAIN)
    score(*told)
    with gzip.open(tmp_path / "ratings.csv.gz", "wt") as packed:
        packed.write("by,about,value,at\n" + PLAIN)
    expected = told[2].read_text()
    score(tmp_path / "ratings.csv.gz", told[1], told[2])
    assert told[2].read_text() == expected


def test_a_missing_column_is_one_clear_line(folder):
    told = folder("by,about,at\nann,bob,1\n")
    with pytest.raises(ValueError, match="line 1: no column 'value' among by, about, at"):
        score(*told)


def test_too_few_columns_without_header(folder):
    with pytest.raises(ValueError, match="line 1: 2 columns"):
        score(*folder("1,2\n"))


def test_empty_files(folder):
    told = folder("", "")
    summary = score(*told)
    assert (summary.ratings, summary.pairs) == (0, 0)
    assert told[2].read_text() == ",".join(HEADER) + "\n"


def test_a_file_in_many_pieces_is_one_file(folder, monkeypatch):
    draw = np.random.default_rng(0)
    names = [f"{'long-name-' if i % 3 else ''}{draw.integers(30)}" for i in range(400)]
    rows = "".join(f"p{i % 31},{name},{draw.integers(-10, 11)},{1_300_000_000 + i}\n" for i, name in enumerate(names))
    told = folder(
        "by,about,value,at\n" + rows, "by,about,at\n" + "".join(f"p1,{i},1300000{i:03}\n" for i in range(200))
    )
    score(*told)
    expected = told[2].read_text()
    monkeypatch.setattr("goodwill.batch.csv_chunks.chunks.__defaults__", (97,))
    score(*told)
    assert told[2].read_text() == expected


def test_parquet_in_and_out_says_the_same(folder, tmp_path):
    told = folder("by,about,value,at\n" + PLAIN)
    score(*told)
    table = {"by": ["ann", "bob", "cat"], "about": ["bob", "ann", "bob"], "value": [0.5, -0.2, 1.0]}
    at = pyarrow.array([1_300_000_000, 1_300_100_000, 1_300_200_000])
    parquet.write_table(pyarrow.table(table | {"at": at}), tmp_path / "ratings.parquet")
    moments = pyarrow.array([1_400_000_000_000], pyarrow.timestamp("ms", tz="UTC"))
    pairs = pyarrow.table({"by": ["ann"], "about": ["bob"], "at": moments})
    parquet.write_table(pairs, tmp_path / "pairs.parquet")
    score(tmp_path / "ratings.parquet", tmp_path / "pairs.parquet", tmp_path / "out.parquet")
    found, expected = parquet.read_table(tmp_path / "out.parquet").to_pylist()[0], read(told[2])[0]
    assert list(found) == HEADER
    for name in HEADER[3:9]:
        assert found[name] == pytest.approx(float(expected[name]), abs=6e-3 if name == "n" else 6e-5)
    assert found["state"] == expected["state"]
