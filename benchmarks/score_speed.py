"""How fast whole rating files are scored: seconds and memory from CSV to CSV, beside one simple pass of a database.

    python benchmarks/score_speed.py [--rows 35000 1000000 10000000] [--explain]

Every rating of a made network is foretold from its own past, with all columns. The network is made here: a few people
give and receive most ratings, and some treat others badly. DuckDB, beside it, does one mean a person and one joined
deviation a rater over the same rows, which is one round of Fairness and Goodness; so does PySpark where it is installed
(`uv run --group bench --with pyspark ...`, and a Java), the start of its machine not counted.
"""

import argparse
import importlib.util
import tempfile
import time
from pathlib import Path

import numpy as np
from own_process import measured

from goodwill.batch.score_lines import decimals, lines

YEARS = 5.2
TARGETS = {35_000: 2.0, 1_000_000: 30.0, 10_000_000: 300.0}


def make(rows: int, out: Path, seed: int = 7) -> None:
    """Write a network of `rows` ratings like those people give each other, in time order."""
    chance = np.random.default_rng(seed)
    parties = max(rows // 7, 50)
    by = _heavy(chance, rows, parties)
    about = chance.permutation(parties)[_heavy(chance, rows, parties)]
    conduct, warmth = chance.beta(6.0, 0.6, parties), chance.beta(8.0, 0.5, parties)
    good = chance.random(rows) < conduct[about] * (0.3 + 0.7 * warmth[by])
    value = np.where(good, chance.integers(1, 6, rows), -chance.integers(1, 11, rows))
    at = np.floor(1.3e9 + np.sort(chance.random(rows)) * YEARS * 365 * 86_400)
    about = np.where(about == by, (about + 1) % parties, about)
    with out.open("wb") as sink:
        sink.write(b"by,about,value,at\n")
        for begin in range(0, rows, 500_000):
            part = slice(begin, begin + 500_000)
            columns = [decimals(column[part].astype(float), 0) for column in (by, about, value, at)]
            for column in columns:
                column[column == ord(".")] = 0
            sink.write(lines(columns))


def _heavy(chance, rows, parties):
    return np.minimum((parties * chance.random(rows) ** 2.5).astype(np.int64), parties - 1)


def scored(source: Path, out: Path, explain: bool) -> tuple[float, float, float]:
    """Score in a process of its own; return seconds, seconds of computing, and peak memory in GB."""
    task = (
        "from goodwill.batch.score_file import score;"
        "score(Path(sys.argv[1]), Path(sys.argv[1]), Path(sys.argv[2]), explain=sys.argv[3] == '1')"
    )
    return measured(task, source, out, "1" if explain else "0")


def database(source: Path) -> float:
    """Return the seconds DuckDB takes, on two threads, for reading the file and one round of Fairness and Goodness."""
    import duckdb

    begun = time.perf_counter()
    base = duckdb.connect(config={"threads": 2})
    base.execute(
        f"""
        create table rating as select "by", about, value / 10.0 as value from read_csv('{source}');
        create table goodness as select about, avg(value) as g from rating group by about;
        create table fairness as
            select "by", 1 - avg(abs(value - g)) / 2 as f from rating join goodness using (about) group by "by";
        """
    )
    return time.perf_counter() - begun


def spark(source: Path) -> float | None:
    """Return the seconds PySpark takes, on two threads, for the same; none where it is not installed."""
    if importlib.util.find_spec("pyspark") is None:
        return None
    from pyspark.sql import SparkSession, functions

    machine = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    machine.sparkContext.setLogLevel("ERROR")
    machine.range(1).count()
    begun = time.perf_counter()
    read = machine.read.csv(str(source), header=True, schema="by long, about long, value double, at double")
    rating = read.select("by", "about", (read.value / 10).alias("value")).cache()
    goodness = rating.groupBy("about").agg(functions.avg("value").alias("g"))
    off = functions.abs(functions.col("value") - functions.col("g"))
    fairness = rating.join(goodness, "about").groupBy("by").agg((1 - functions.avg(off) / 2).alias("f"))
    fairness.agg(functions.sum("f")).collect()
    return time.perf_counter() - begun


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--rows", type=int, nargs="+", default=[35_000, 1_000_000, 10_000_000])
    ask.add_argument("--explain", action="store_true")
    told = ask.parse_args()
    print("   ratings  csv to csv  computing   wanted  peak memory  rows a second  DuckDB, read and one round  PySpark")
    with tempfile.TemporaryDirectory() as folder:
        for rows in told.rows:
            source, out = Path(folder) / "ratings.csv", Path(folder) / "scores.csv"
            make(rows, source)
            seconds, computing, gigabytes = scored(source, out, told.explain)
            beside, sparked = database(source), spark(source)
            third = "not installed" if sparked is None else f"{sparked:.1f} s"
            wanted = f"{TARGETS[rows]:.0f} s" if rows in TARGETS else "-"
            figures = f"{seconds:9.1f} s {computing:8.1f} s {wanted:>8} {gigabytes:9.2f} GB {rows / seconds:14,.0f}"
            print(f"{rows:>10,} {figures} {beside:13.2f} s {third:>22}", flush=True)


if __name__ == "__main__":
    main()
