"""goodwill lsp: drafts checked in an editor."""

import click

from goodwill.faces.cli.asked import Asked, shared


@click.command("lsp")
@click.option("--to", default="", metavar="PARTY", help="To whom drafts go that have no To: line.")
@click.option("--all", "whole", is_flag=True, help="Mark every finding, not only the most useful.")
@shared
def command(asked: Asked, to: str, whole: bool) -> int:
    """Check drafts (.md, .txt, .eml) in an editor as they are typed.

    An editor starts this and talks to it over standard input and output (language server protocol): marks with the
    code of the rule, the rewording or a waiver as a quick fix, the page of the rule on hover. The book has its say
    where the draft starts with a line such as `To: Alan`, or where the editor sends {"to": "Alan"} as initialization
    options. docs/editors.md shows how to set editors up. Needs the extra goodwill[lsp].
    """
    try:
        import pygls  # noqa: F401 - asked for here, so that its absence is said in one line
    except ImportError as absent:
        raise click.UsageError("editors need one more library: pip install 'goodwill[lsp]'") from absent
    from goodwill.faces.lsp.server import served
    from goodwill.faces.lsp.wishes import Wishes

    served(asked.known, Wishes(to, whole)).start_io()
    return 0
