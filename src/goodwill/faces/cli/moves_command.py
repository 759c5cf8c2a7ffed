"""goodwill moves: what the language reader sees."""

import json
from pathlib import Path

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.standard_input import laid_down
from goodwill.findings.words import visible


@click.command("moves")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--format", "form", type=click.Choice(["text", "jsonl", "json"]), default="text", show_default=True)
def command(file: str, form: str) -> int:
    """Print the moves seen in each message of a JSONL file, a transcript or a text, with their chance and span."""
    with laid_down([file]) as (path,):
        _print(Path(path), form)
    return 0


def _print(path: Path, form: str) -> None:
    from goodwill.desk.read_moves import read_moves

    rows = read_moves(path, lambda bad: shown.note(f"rejected {bad}"))
    if form == "json":
        click.echo(visible(json.dumps(list(rows), ensure_ascii=False, indent=2)))
        return
    for row in rows:
        if form == "jsonl":
            told = {key: row[key] for key in ("id", "moves", "seen", "spans")}
            click.echo(visible(json.dumps(told, ensure_ascii=False)))
        else:
            seen = ", ".join(f"{move} {row['moves'][move]:.2f}" for move in row["seen"]) or "-"
            click.echo(visible(f"{row['by'] or row['id']}: {row['text'][:80]}\n    {seen}"))
