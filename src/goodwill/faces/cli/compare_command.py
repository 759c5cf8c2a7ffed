"""goodwill compare: candidates side by side."""

import textwrap
from collections.abc import Iterator
from datetime import date

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, format_option, shared, today_option

LABEL = 16


@click.command("compare")
@click.argument("parties", nargs=-1, required=True, metavar="PARTY PARTY...")
@today_option
@format_option("text", "json", "md")
@shared
def command(asked: Asked, parties: tuple[str, ...], today: date, form: str) -> int:
    """Show candidates side by side on the same evidence; what is missing is shown, and nobody is ranked."""
    from goodwill.brief.comparison import compared

    if len(parties) < 2:
        raise click.UsageError("name at least two parties to compare")
    desk = asked.desk(create=False)
    vettings = tuple(desk.vet(party, today) for party in parties)
    rows = compared(vettings)
    names = tuple(vetting.party.name for vetting in vettings)
    if form == "json":
        from goodwill.brief.vetting_page import comparison_document

        shown.document(comparison_document(vettings, today))
    elif form == "md":
        from goodwill.brief.render_markdown import plain

        for row, cells in (("", names), ("---", ("---",) * len(names)), *rows):
            click.echo("| " + " | ".join(cell if cell == "---" else plain(cell) for cell in (row, *cells)) + " |")
    else:
        for line in _table((("", names), *rows), shown.terminal().width):
            click.echo(shown.terminal().shows(line))
    return 0


def _table(rows: tuple[tuple[str, tuple[str, ...]], ...], width: int) -> Iterator[str]:
    """Lay rows out in columns of one width, cells wrapped."""
    column = max(14, (width - LABEL) // max(1, len(rows[0][1])) - 2)
    for label, cells in rows:
        wrapped = [textwrap.wrap(label, LABEL - 2) or [""], *(textwrap.wrap(cell, column) or [""] for cell in cells)]
        for n in range(max(len(cell) for cell in wrapped)):
            texts = [cell[n] if n < len(cell) else "" for cell in wrapped]
            yield (f"{texts[0]:<{LABEL}}" + "".join(f"{text:<{column + 2}}" for text in texts[1:])).rstrip()
        yield ""
