"""goodwill export: the whole book as text."""

import click

from goodwill.faces.cli.asked import Asked, shared


@click.command("export")
@click.option("-o", "--out", type=click.Path(dir_okay=False, allow_dash=True), default="-", help="The file to write.")
@shared
def command(asked: Asked, out: str) -> int:
    """Print every entry as one line of .goodwill notation; brought into an empty book it gives the same entries."""
    desk = asked.desk(create=False)
    with click.open_file(out, "w", encoding="utf-8", atomic=out != "-") as file:
        for line in desk.journal.lines():
            file.write(line + "\n")
    return 0
