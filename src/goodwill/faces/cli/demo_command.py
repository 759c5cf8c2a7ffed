"""goodwill demo: three stories, three briefs."""

import tempfile
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

import click

from goodwill.faces.cli import bringing, shown
from goodwill.faces.cli.asked import Asked

STORIES = {
    "translator": (date(2026, 1, 10), "Lena Brandt", "Jon hired a translator; the first chapters were excellent."),
    "patient": (date(2026, 3, 16), "Dr Kwame Osei", "Carol is to say yes to a treatment tomorrow, and stays silent."),
    "restaurant": (date(2026, 1, 31), "Alan Fields", "Rosa pays a friend later and later, and does not see it."),
}


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


def stories() -> Path:
    """Find the stories: in the wheel, or beside the source."""
    inside = Path(str(files("goodwill"))) / "examples"
    return inside if inside.is_dir() else Path(str(files("goodwill"))).parents[1] / "examples"
