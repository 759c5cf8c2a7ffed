"""goodwill debrief: a conversation looked back on."""

from datetime import date
from pathlib import Path

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Day, format_option
from goodwill.faces.cli.standard_input import laid_down

MOST_SAID = 5


@click.command("debrief")
@click.argument("transcript", type=click.Path(exists=True, allow_dash=True))
@click.option("--date", "day", type=Day(), help="The day of a transcript that does not say it.")
@format_option()
def command(transcript: str, day: date | None, form: str) -> int:
    """Say who was heard, what was conceded and never labelled, which concern was left open, and where a cycle began.

    Reads any conversation goodwill reads: captions, typed transcripts, chats, mail; `-` is standard input.
    Nothing is written.
    """
    from goodwill.brief.debrief_page import debrief_document, debrief_page
    from goodwill.desk.debriefing import debrief_file
    from goodwill.doors.door import Hints

    with laid_down([transcript]) as (file,):
        told, problems = debrief_file(Path(file), Hints(day=day or date.today()))
    for problem in problems[:MOST_SAID]:
        shown.note(f"left out {problem}")
    if not told.shares:
        raise click.UsageError(f"{transcript}: no conversation was found in it")
    if form == "json":
        shown.document(debrief_document(told))
    else:
        shown.pages((debrief_page(told, Path(transcript).stem),), form)
    return 0
