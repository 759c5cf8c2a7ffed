"""goodwill mcp: the book's answers for an AI assistant."""

from pathlib import Path

import click

from goodwill.faces.cli.asked import Asked, shared


@click.command("mcp")
@click.option(
    "--allow",
    multiple=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Let the assistant name drafts in this folder; may be given often.",
)
@shared
def command(asked: Asked, allow: tuple[Path, ...]) -> int:
    """Answer an AI assistant from the book: check a draft, brief, mirror, who, owed, deal points, vet, explain a rule.

    An assistant's program starts this and talks to it over standard input and output (model context protocol). The
    tools read and never write; words of other people come back in marked fields, short, with file, line, day and
    author. No tool opens an address or runs a program; files are read only in folders opened with --allow.
    docs/editors.md shows how to set it up. Needs the extra goodwill[mcp].
    """
    try:
        import mcp  # noqa: F401 - asked for here, so that its absence is said in one line
    except ImportError as absent:
        raise click.UsageError("assistants need one more library: pip install 'goodwill[mcp]'") from absent
    import anyio

    from goodwill.faces.mcp.server import Assistant, serve

    anyio.run(serve, Assistant(asked.known, allow))
    return 0
