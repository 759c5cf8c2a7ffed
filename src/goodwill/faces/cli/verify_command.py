"""goodwill verify: is the book as it was written?"""

from typing import TYPE_CHECKING

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, format_option, shared

if TYPE_CHECKING:
    from goodwill.store.records import Verified

FAILED = 3


@click.command("verify")
@click.option("--head", default="", help="A head written down earlier; the book must contain it.")
@format_option("text", "json")
@shared
def command(asked: Asked, head: str, form: str) -> int:
    """Walk the chain of the book; exits with 3 and names the first entry that is not as it was written."""
    seen = _verified(asked, head)
    if form == "json":
        from dataclasses import asdict

        shown.document(asdict(seen))
    elif seen.ok:
        click.echo(f"{seen.events} entries as they were written, {seen.erased} of them erased; head {seen.head}")
    else:
        where = f"entry {seen.first_bad}" if seen.first_bad else "the book"
        click.echo(f"{where} is not as it was written: {seen.reason}")
    return 0 if seen.ok else FAILED


def _verified(asked: Asked, head: str) -> "Verified":
    """Walk the chain; a file too damaged to be opened has failed as well."""
    from goodwill.store.fault import DAMAGED, StoreFault
    from goodwill.store.records import Verified

    try:
        return asked.desk(create=False).journal.verify(head)
    except StoreFault as fault:
        if fault.reason != DAMAGED:
            raise
        return Verified(False, 0, 0, None, str(fault), "")
