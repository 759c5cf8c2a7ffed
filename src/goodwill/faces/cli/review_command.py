"""goodwill review: bring the files, print the brief."""

from datetime import date
from typing import TYPE_CHECKING, Unpack

import click

from goodwill.desk.brought import as_document, unread
from goodwill.faces.cli import bringing, shown
from goodwill.faces.cli.asked import Asked, fail_option, first_folder, format_option, shared, today_option
from goodwill.faces.cli.hint_options import hint_options
from goodwill.faces.cli.standard_input import laid_down

if TYPE_CHECKING:
    from goodwill.desk.desk import Desk
    from goodwill.doors.door import Hinted


@click.command("review")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--party", multiple=True, metavar="NAME", help="Only this counterparty; may be given often.")
@hint_options
@today_option
@format_option()
@fail_option
@shared
def command(
    asked: Asked,
    paths: tuple[str, ...],
    party: tuple[str, ...],
    today: date,
    form: str,
    fail_on: str | None,
    **hints: Unpack["Hinted"],
) -> int:
    """Bring files and folders into the book and print a brief for each counterparty in them.

    Reads mail (.eml, .mbox, Maildir), letters, WhatsApp and Slack exports, transcripts, CSV of invoices, deliveries and
    ratings, vCard, calendars, JSONL and .goodwill notes. `-` is standard input. Bringing it again adds nothing.
    """
    desk = asked.desk(first_folder(paths))
    with laid_down(paths) as files:
        brought = bringing.watched(desk.bringing(files, **hints))
    if brought.read:
        settle_me(desk)
    made = desk.briefs_of(brought, today, party)
    if form == "json":
        from goodwill.brief.document import brief_document

        shown.document({"brought": as_document(brought), "briefs": [brief_document(brief) for brief in made]})
    else:
        bringing.tell(brought)
        whole_files = [left for left in brought.ignored if left.line is None and brought.read]
        for left in whole_files[: bringing.MOST_SAID]:
            shown.note(f"left aside {left}")
        shown.briefs(made, form)
        if not made and brought.read:
            shown.note(desk.mistaken(desk.case(today)) or "no counterparty there is something to say about")
    if unread(brought):
        return 2
    return shown.status((f for brief in made for f in brief.findings), asked.level(fail_on, first_folder(paths)))


def settle_me(desk: "Desk") -> None:
    """Say who the user was taken to be; where that is unclear, ask for --me."""
    identity = desk.identity
    if identity.note:
        shown.note(identity.note)
    elif identity.choices:
        raise click.UsageError(f"who are you? say --me with one of: {', '.join(identity.choices)}")
