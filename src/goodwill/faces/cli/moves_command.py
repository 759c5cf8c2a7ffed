"""goodwill moves: what the language reader sees."""

import json

import click

from goodwill.faces.cli.asked import Day


@click.command("moves")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--format", "form", type=click.Choice(["text", "jsonl", "json"]), default="text", show_default=True)
@click.option("--date", "day", type=Day(), help="The day of a transcript that does not say it.")
def command(file: str, form: str, day: object) -> int:
    """Print the moves seen in each message of a JSONL file or of any transcript, with their chance and span."""
    from goodwill.desk.reading import read_moves

    rows = read_moves(file, day)
    if form == "json":
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=2))
        return 0
    for row in rows:
        if form == "jsonl":
            click.echo(json.dumps({key: row[key] for key in ("id", "moves", "seen", "spans")}, ensure_ascii=False))
        else:
            seen = ", ".join(f"{move} {row['moves'][move]:.2f}" for move in row["seen"]) or "-"
            click.echo(f"{row['by'] or row['id']}: {row['text'][:80]}\n    {seen}")
    return 0
