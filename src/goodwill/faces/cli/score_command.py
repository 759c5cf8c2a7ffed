"""goodwill score: how far A may trust B, in bulk."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodwill.faces.cli import shown

if TYPE_CHECKING:
    from goodwill.batch.score_file import Summary

MOST_SAID = 12
RUNNERS = ("local", "native", "ray")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("score")
@click.argument("ratings", type=FILE)
@click.option("--pairs", type=FILE, required=True, help="Who is asked about whom, and when: by,about,at.")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write, else stdout.")
@click.option("--explain", is_flag=True, help="Add a column with what moved each estimate most.")
@click.option("--runner", type=click.Choice(RUNNERS), default="local", help="Who works: see below.")
@click.option("--address", metavar="ADDR", help="The Ray cluster to join; untold, one is started here.")
def command(ratings: Path, pairs: Path, out: Path | None, explain: bool, runner: str, address: str | None) -> int:
    """Estimate, for each pair, how far the one may trust the other, from ratings strictly before its time.

    RATINGS has the columns by,about,value,at; values from -1 to 1 or -10 to 10; times as epoch seconds or ISO days.
    Parquet is read where pyarrow is installed. Needs no training: it learns from the file's own past as it goes.

    Every runner writes the same figures. local is the fastest on one machine; ray divides a file that outgrows it among
    the machines of a cluster; native does the same work in parts on this one. Both need the extra goodwill[batch].
    """
    from goodwill.batch.runners import estimator
    from goodwill.batch.score_file import score

    try:
        trust = estimator(runner, address)
        if out is not None and str(out) != "-":
            told = score(ratings, pairs, out, explain, trust)
        else:
            with tempfile.TemporaryDirectory() as scratch:
                written = Path(scratch) / "scores.csv"
                told = score(ratings, pairs, written, explain, trust)
                with written.open(encoding="utf-8") as file:
                    shutil.copyfileobj(file, sys.stdout)
    except (ValueError, OSError) as error:
        raise click.UsageError(" ".join(str(error).split())) from error
    _tell(told, ratings, pairs)
    return 2 if told.pairs == 0 and told.rejected_pairs else 0


def _tell(told: "Summary", ratings: Path, pairs: Path) -> None:
    """Say on stderr how many rows were read, and which were left out, with line and reason."""
    states = ", ".join(f"{n} {state}" for state, n in sorted(told.states.items()))
    shown.note(f"{told.ratings} ratings read, {told.pairs} pairs scored ({states})")
    for file, rejects in ((ratings, told.rejected_ratings), (pairs, told.rejected_pairs)):
        for reject in rejects[:MOST_SAID]:
            shown.note(f"rejected {file.name}:{reject.line}: {reject.reason}")
        if len(rejects) > MOST_SAID:
            shown.note(f"and {len(rejects) - MOST_SAID} more rows of {file.name} rejected")
