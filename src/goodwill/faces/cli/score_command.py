"""goodwill score: how far A may trust B, and what comes late, in bulk."""

import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodwill.faces.cli import scoring, shown
from goodwill.faces.cli.asked import Day
from goodwill.faces.cli.standard_input import laid_down
from goodwill.findings.words import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

PIECE = 1 << 20
RUNNERS = ("local", "native", "ray")
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
TABLE = click.Path(exists=True, dir_okay=False, allow_dash=True)


@click.command("score")
@click.argument("file", type=TABLE)
@click.option("--pairs", type=FILE, help="For ratings: who is asked about whom, and when: by,about,at.")
@click.option("-o", "--out", type=click.Path(dir_okay=False, path_type=Path), help="The file to write, else stdout.")
@click.option("--explain", is_flag=True, help="Add a column with what moved each estimate most.")
@click.option("--open", "only_open", is_flag=True, help="For deliveries and payments: only what is still open.")
@click.option("--as-of", type=Day(), help="For deliveries and payments: judge from this day, not the file's last.")
@click.option("--map", "columns", multiple=True, metavar="FIELD=COLUMN", help="Name a column, as due='Due date'.")
@click.option("--runner", type=click.Choice(RUNNERS), default="local", help="For ratings: who works; see above.")
@click.option("--address", metavar="ADDR", help="The Ray cluster to join; untold, one is started here.")
def command(file: str, out: Path | None, **told: object) -> int:
    """Score a whole file: how far the one may trust the other, or how likely what is due comes late.

    Ratings have the columns by,about,value,at; values from -1 to 1 or -10 to 10; times as epoch seconds or ISO days.
    Each of the --pairs is estimated from ratings strictly before its time.

    Deliveries and payments have a counterparty, a due and a settled day (promised and delivered), and may have a day of
    issue or order, a number and a matter; columns are found by name, as in `goodwill bring`. Each item gets the chance
    that it ends late (p_late), its 90 % interval, the own items it rests on (n), days late at 50, 80 and 95 % (days50,
    days80, days95), days late to expect, the share that is usually late, and enough, thin or none. A settled item is
    foretold from what was known before the day it was issued (45 days before it was due where that is not told); an
    open one as of the file's last day or --as-of. Rows with the same counterparty, number,
    shipment (else item) and due day are one item.

    Parquet is read where pyarrow is installed; `-` is standard input. Needs no training: it learns from the file's own
    past as it goes.

    Every runner writes the same figures for ratings. local is the fastest on one machine; ray divides a file that
    outgrows it among the machines of a cluster; native does the same work in parts on this one. Both need the extra
    goodwill[batch]. Deliveries and payments are scored by local.
    """
    asked = scoring.Told(**told)  # type: ignore[arg-type]
    with laid_down([file]) as (laid,), _written(out) as sink:
        try:
            return scoring.scored(Path(laid), sink, asked)
        except (ValueError, OSError) as error:
            raise click.UsageError(" ".join(str(error).split())) from error


@contextmanager
def _written(out: Path | None) -> "Iterator[Path]":
    """Give the file to write: the one told, else one that goes to standard output when it is done."""
    if out is not None and str(out) != "-":
        yield out
        return
    with tempfile.TemporaryDirectory() as scratch:
        written = Path(scratch) / "scores.csv"
        yield written
        if written.exists():
            _shown(written)


def _shown(written: Path) -> None:
    """Print a file as it is, but for what the terminal cannot carry or should not be driven by."""
    watched = sys.stdout.isatty()
    with written.open(encoding="utf-8", newline="") as file:
        while piece := file.read(PIECE):
            sys.stdout.write(shown.carried(visible(piece) if watched else piece))
