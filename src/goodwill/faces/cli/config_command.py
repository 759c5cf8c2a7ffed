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
    book = (asked.book, "--book") if asked.book else (str(default_book()), "default")
    if not asked.book and "book" in found:
        book = (str(found["book"].value), found["book"].origin)
    click.echo(f"book = {book[0]}  ({book[1]})")
    for name, setting in sorted(found.items()):
        if name != "book":
            click.echo(f"{name} = {setting.value}  ({setting.origin})")
    return 0
