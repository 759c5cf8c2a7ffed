"""goodwill debrief: a conversation looked back on, or many."""

from datetime import date
from pathlib import Path

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import format_option
from goodwill.faces.cli.standard_input import laid_down

MOST_SAID = 5


@click.command("debrief")
@click.argument("transcripts", type=click.Path(exists=True, allow_dash=True), nargs=-1, required=True)
@click.option("--anonymous", is_flag=True, help="Letters for the speakers, also in their words; numbers for the talks.")
@click.option("--all", "whole", is_flag=True, help="Show all that was heard, not only the first dozen of a kind.")
@format_option()
def command(transcripts: tuple[str, ...], anonymous: bool, whole: bool, form: str) -> int:
    """Say who was heard, what was conceded and never labelled, which concern was left open, and where a cycle began.

    Reads any conversation goodwill reads: captions, typed transcripts, chats, mail; `-` is standard input.
    Several files, or a folder of them, give one report: a few lines for each talk, and in how many of them what was
    heard; all mail together is one talk. --anonymous leaves the names of others, who do not speak in it.
    Nothing is written.
    """
    from goodwill.brief.class_report import class_document, class_page
    from goodwill.brief.debrief_page import debrief_document, debrief_page
    from goodwill.desk.debriefing import debrief_files
    from goodwill.doors.door import Hints

    with laid_down(transcripts) as files:
        talks, problems = debrief_files([Path(f) for f in files], Hints(day=date.today()), names=not anonymous)
    for problem in problems[:MOST_SAID]:
        shown.note(f"left out {problem}")
    if len(problems) > MOST_SAID:
        shown.note(f"left out {len(problems) - MOST_SAID} more")
    if not talks:
        raise click.UsageError(f"{transcripts[0]}: no conversation was found in it")
    alone = talks[0] if len(talks) == 1 else None
    if form == "json":
        shown.document(debrief_document(alone.told) if alone else class_document(talks))
    else:
        shown.pages((debrief_page(alone.told, alone.title, whole=whole) if alone else class_page(talks),), form)
    return 0
