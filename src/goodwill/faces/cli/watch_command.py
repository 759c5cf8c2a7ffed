"""goodwill watch: what worsened since the last look; quiet otherwise."""

from datetime import date
from pathlib import Path

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, fail_option, format_option, shared, today_option


@click.command("watch")
@click.option("--due", is_flag=True, help="List everything open on both sides, with the chance that it comes late.")
@click.option("--ics", type=click.Path(dir_okay=False, path_type=Path), help="Write what is due to a calendar file.")
@click.option("--keep-quiet", is_flag=True, help="Do not remember that somebody looked.")
@today_option
@format_option("text", "json")
@fail_option
@shared
def command(asked: Asked, today: date, form: str, fail_on: str | None, **how: object) -> int:
    """Say what worsened since the last look, at most 3 things a day, each once; say nothing when nothing did.

    Made for cron: silent, and exit status 0, on a quiet day. The drift alarm is set to one mistake a year for each
    relationship.
    """
    seen = asked.desk(create=False).watch(today, remember=not how["keep_quiet"])
    if isinstance(how["ics"], Path):
        from goodwill.desk.due_calendar import calendar

        how["ics"].write_bytes(calendar(seen.due, today))
    if form == "json":
        from goodwill.desk.watched import watched_document

        shown.document(watched_document(seen))
    else:
        shown.watched(seen, today, due=bool(how["due"]))
    return shown.status(seen.nudges, asked.level(fail_on))
