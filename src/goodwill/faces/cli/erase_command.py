"""goodwill erase: delete what names a party."""

import sys
from datetime import date
from shlex import quote

import click

from goodwill.case.quoting import counted
from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, shared


@click.command("erase")
@click.argument("party")
@click.option("--reason", default="asked to", show_default=True, help="Why, without names.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@shared
def command(asked: Asked, party: str, reason: str, yes: bool) -> int:
    """Delete the content of every entry that names a party; the chain still verifies, other entries stay."""
    desk = asked.desk(create=False)
    named = desk.mentions(party, date.today())
    if not yes and not sys.stdin.isatty():
        raise click.UsageError("nobody is there to ask; say --yes to erase")
    if not yes:
        click.confirm(f"Delete everything that names {', '.join(named)}? This cannot be undone", abort=True, err=True)
    others = desk.may_be(party, date.today())
    done = desk.erase(named, reason)
    click.echo(f"{counted(done.count, 'entry')} erased")
    for other in others:
        shown.note(f"{other} may be the same and stays; if so: goodwill erase {quote(other)}")
    shown.note("files exported, backed up or sent before are not reached; delete those yourself")
    return 0
