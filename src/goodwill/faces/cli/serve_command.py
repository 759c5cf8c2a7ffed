"""goodwill serve: the same answers in a browser, on this machine alone."""

from contextlib import suppress

import click

from goodwill.faces.cli.asked import Asked, shared


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port to listen on.  [default: a free one]")
@click.option("--no-open", is_flag=True, help="Print the link and open no browser.")
@click.option("--demo", is_flag=True, help="Show the three made-up stories, in a book that goes with the end.")
@shared
def command(asked: Asked, port: int, no_open: bool, demo: bool) -> int:
    """Open goodwill in the browser: who is in the book, briefs, drafts, debriefs, files to bring, readings to confirm.

    It listens on 127.0.0.1 alone and needs no connection. The link that it prints works once; Ctrl-C ends it.
    """
    from goodwill.faces.web.serving import serve

    def say(link: str) -> None:
        click.echo(f"goodwill is at {link}")
        click.echo("goodwill: the link works once, in one browser; Ctrl-C ends", err=True)

    with suppress(KeyboardInterrupt):
        serve(asked.known, asked.desk, port, say, browser=not no_open, demo=demo)
    click.echo("goodwill: ended", err=True)
    return 0
