"""goodwill confirm: what a machine read in messages counts only after a person's word."""

import sys
from datetime import date

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, format_option, shared, today_option
from goodwill.findings.words import visible


@click.command("confirm")
@click.argument("ids", nargs=-1, metavar="[ID...]")
@click.option("--set-aside", is_flag=True, help="Set the named readings aside instead.")
@today_option
@format_option("text", "json")
@shared
def command(asked: Asked, ids: tuple[str, ...], set_aside: bool, today: date, form: str) -> int:
    """Go through the newest readings, at most 7 at a time, or confirm those named.

    A reading is what a machine saw in a message: a promise, a concession, a concern, an apology.
    """
    desk = asked.desk()
    waiting = desk.candidates(today)
    if ids:
        for name in ids[:7]:
            click.echo(desk.settle(name, today, keep=not set_aside))
        for line in () if set_aside else desk.still_open(ids[:7], today):
            shown.note(line)
        return 0
    if form == "json":
        shown.document([desk.candidate(entry) for entry in waiting])
        return 0
    if not waiting:
        click.echo("Nothing waits for your word.")
    for entry in waiting:
        told = desk.candidate(entry)
        due = f", due {told['due']}" if told["due"] else ""
        click.echo(visible(f'{told["id"]}  {told["move"]} by {told["by"]} on {told["day"]}{due}: "{told["words"]}"'))
        if sys.stdin.isatty():
            word = click.prompt("  count it? yes, no, later", type=click.Choice(["y", "n", "l"]), default="l")
            if word != "l":
                desk.settle(entry.id, today, keep=word == "y")
            for line in desk.still_open([entry.id], today) if word == "y" else ():
                shown.note(line)
    return 0
