"""goodwill config: the settings that hold here."""

import click

from goodwill.faces.cli.asked import Asked, shared


@click.group("config")
def command() -> None:
    """Show the settings that hold here and where each comes from."""


@command.command("show")
@shared
def show(asked: Asked) -> int:
    """Print each setting with its origin."""
    from goodwill.desk.config import default_book

    found = asked.settings()
    told = "--book" if asked.book else found.origins.get("book", "default")
    click.echo(f"book = {asked.book or found.book or default_book()}  ({told})")
    for name, value in (("fail_on", found.fail_on), ("me", list(found.me))):
        if name in found.origins:
            click.echo(f"{name} = {value}  ({found.origins[name]})")
    return 0
