"""goodwill verify: is the book as it was written?"""

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, format_option, shared

FAILED = 3


@click.command("verify")
@click.option("--head", default="", help="A head written down earlier; the book must contain it.")
@format_option("text", "json")
@shared
def command(asked: Asked, head: str, form: str) -> int:
    """Walk the chain of the book; exits with 3 and names the first entry that is not as it was written."""
    seen = asked.desk(create=False).journal.verify(head)
    if form == "json":
        from dataclasses import asdict

        shown.document(asdict(seen))
    elif seen.ok:
        click.echo(f"{seen.events} entries as they were written, {seen.erased} of them erased; head {seen.head}")
    else:
        click.echo(f"entry {seen.first_bad} is not as it was written: {seen.reason}")
    return 0 if seen.ok else FAILED
