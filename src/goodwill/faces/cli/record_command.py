"""goodwill record: one entry by hand."""

from datetime import date

import click

from goodwill.faces.cli.asked import Asked, shared, today_option


@click.command("record", context_settings={"ignore_unknown_options": True})
@click.argument("kind")
@click.argument("said", nargs=-1, metavar="key=value ... [| words]")
@click.option("--id", "name", default="-", help="The entry's id; one is minted where none is given.")
@today_option
@shared
def command(asked: Asked, kind: str, said: tuple[str, ...], name: str, today: date) -> int:
    """Write one entry, as: goodwill record promise by=alan to=me due=2026-03-06 '| the crates by Friday'."""
    from goodwill.desk.writing import written

    entry = written(kind, said, name, today)
    if isinstance(entry, str):
        raise click.UsageError(entry)
    kept = asked.desk().record(entry)
    if not isinstance(kept, str):
        raise click.UsageError(str(kept))
    click.echo(kept)
    return 0
