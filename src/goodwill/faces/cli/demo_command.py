"""goodwill demo: three stories, three briefs."""

import tempfile
from importlib.resources import as_file
from pathlib import Path

import click

from goodwill.desk.stories import STORIES, stories
from goodwill.faces.cli import bringing, shown
from goodwill.faces.cli.asked import Asked


@click.command("demo")
@click.argument("story", required=False, type=click.Choice(list(STORIES)))
def command(story: str | None) -> int:
    """Bring three stories into a temporary book and print a brief of each; nothing of yours is touched."""
    with tempfile.TemporaryDirectory() as scratch:
        for name in [story] if story else STORIES:
            day, party, says = STORIES[name]
            click.echo(click.style(f"\n{name}: {says}", bold=True))
            with as_file(stories() / name) as folder:
                desk = Asked(str(Path(scratch) / f"{name}.book")).desk(folder)
                bringing.tell(bringing.watched(desk.bringing([folder])))
                shown.briefs([desk.brief(party, day)], "text")
    return 0
