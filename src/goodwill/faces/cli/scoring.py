"""Which kind of file is scored, with which of the options, and what is said beside the scores."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodwill.case.quoting import counted
from goodwill.faces.cli import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from goodwill.batch.csv_cells import Reject
    from goodwill.batch.item_layout import Plan
    from goodwill.batch.score_items import ItemSummary

MOST_SAID = 12


@dataclass(frozen=True, slots=True)
class Told:
    """The options as they were told."""

    pairs: Path | None
    explain: bool
    only_open: bool
    as_of: date | None
    columns: tuple[str, ...]
    runner: str
    address: str | None


def scored(path: Path, sink: Path, told: Told) -> int:
    """Score a file by its kind; give the exit status. Raises ValueError or OSError where it cannot be read."""
    from goodwill.batch.item_pieces import planned

    ratings = _like_ratings(path)
    seen = planned(path, _columns(told.columns)) if told.columns or not ratings else None
    if seen is not None and told.pairs:
        raise click.UsageError(f"--pairs is for ratings; {path.name} is a table of {seen.kind.name}")
    if seen is not None:
        return _score_items(path, sink, seen, told)
    if not ratings and not told.pairs:
        raise click.UsageError(_neither(path))
    if told.columns or told.as_of or told.only_open:
        raise click.UsageError("--map, --as-of and --open are for deliveries and payments, not for ratings")
    return _score_ratings(path, sink, told)


def _neither(path: Path) -> str:
    from goodwill.batch.item_layout import found_in

    return (
        f"{path.name} is neither ratings (by,about,value,at) nor deliveries or payments (a counterparty, a due and a "
        f"settled day); --map FIELD=COLUMN names columns; found: {found_in(path)}"
    )


def _like_ratings(path: Path) -> bool:
    """Say whether a file begins as ratings do: by their header, or with a row whose third cell is a rating."""
    from goodwill.batch.rating_rows import RATINGS
    from goodwill.batch.table_layout import layout

    first = _first_line(path)
    try:
        return layout(first, RATINGS).header or abs(float(first.split(",")[2].strip('" '))) <= 10
    except ValueError:
        return False


def _first_line(path: Path) -> str:
    if path.suffix == ".parquet":
        from goodwill.batch.parquet_cells import head

        return head(path).partition(b"\n")[0].decode("utf-8", "replace")
    from goodwill.batch.csv_chunks import opened

    with opened(path) as source:
        return source.readline(20_000).decode("utf-8", "replace").removeprefix("\ufeff")


def _columns(pairs: tuple[str, ...]) -> dict[str, str]:
    from goodwill.batch.item_layout import TOLD

    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        raise click.UsageError(f"--map takes FIELD=COLUMN, not {wrong[0]}")
    told = dict(pair.split("=", 1) for pair in pairs)
    for field in told.keys() - TOLD:
        raise click.UsageError(f"--map knows no field {field}; it knows {', '.join(sorted(TOLD))}")
    return told


def _score_items(path: Path, sink: Path, seen: "Plan", told: Told) -> int:
    from goodwill.batch.score_items import Asked, score_items

    if told.runner != "local" or told.address:
        raise click.UsageError("deliveries and payments are scored by --runner local; the others divide ratings")
    done = score_items(path, seen, sink, date.today(), Asked(told.as_of, told.only_open, told.explain))
    _tell_items(done, seen, told)
    _tell_rejects(path.name, done.rejected.first, done.rejected.count)
    return 2 if not done.rows else 0


def _tell_items(done: "ItemSummary", seen: "Plan", told: Told) -> None:
    states = ", ".join(f"{n} {state}" for state, n in sorted(done.states.items()))
    read = f"{counted(done.rows, 'row')} of {seen.kind.name} read, {counted(done.items, 'item')}, {done.scored} scored"
    shown.note(f"{read} ({states or 'none'}); {done.open} open as of {done.as_of}")
    shown.note(f"columns: {seen.used}")
    if seen.who[0] == "counterparty":
        shown.note("the file does not tell which side owes; the record of each counterparty is read as one")
    elif seen.who[0] != seen.kind.owes:
        shown.note(f"what may be late is owed to the {seen.who[0]}s named, not by them")
    if done.later and told.as_of:
        shown.note(f"{counted(done.later, 'item')} came after {done.as_of}, left out")
    if done.undated:
        shown.note(
            f"{counted(done.undated, 'item')} without a day of issue or order: 45 days before the due day is taken"
        )
    for note in seen.notes:
        shown.note(note)


def _score_ratings(path: Path, sink: Path, told: Told) -> int:
    from goodwill.batch.runners import estimator
    from goodwill.batch.score_file import score

    if told.pairs is None:
        raise click.UsageError("Missing option '--pairs'.")
    trust = estimator(told.runner, told.address)
    done = score(path, told.pairs, sink, told.explain, trust)
    states = ", ".join(f"{n} {state}" for state, n in sorted(done.states.items()))
    shown.note(f"{done.ratings} ratings read, {done.pairs} pairs scored ({states})")
    for file, rejects in ((path, done.rejected_ratings), (told.pairs, done.rejected_pairs)):
        _tell_rejects(file.name, rejects, len(rejects))
    return 2 if done.pairs == 0 and done.rejected_pairs else 0


def _tell_rejects(name: str, rejects: "Sequence[Reject]", count: int) -> None:
    """Say on stderr which rows were left out, with line and reason."""
    for reject in rejects[:MOST_SAID]:
        shown.note(f"rejected {name}:{reject.line}: {reject.reason}")
    if count > MOST_SAID:
        shown.note(f"and {count - MOST_SAID} more rows of {name} rejected")
