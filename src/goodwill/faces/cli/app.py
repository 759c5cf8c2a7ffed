"""The command line: which commands there are, and how each ends."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from goodwill.faces.cli.asked import Asked, shared

COMMANDS = {
    "review": "Bring files and folders and print the brief: the main job.",
    "bring": "Bring files into the book; bringing them twice adds nothing.",
    "record": "Write one entry by hand.",
    "confirm": "Confirm or set aside what a machine read in messages, at most 7 at a time.",
    "brief": "How far to trust one counterparty now, on what evidence, and what to do next.",
    "mirror": "What they could say about you, by the same rules.",
    "vet": "Due diligence on one candidate: what is known, what is not, whom to ask.",
    "compare": "Candidates side by side on evidence.",
    "charter": "A charter for both sides to sign: how you mean to treat each other.",
    "pulse": "How it felt, asked of both sides and opened once both have answered.",
    "deal": "A deal laid open: what options are worth to both, what to offer, and what would be better for both.",
    "score": "How far A may trust B, or what comes late, in bulk, from a file.",
    "watch": "What worsened since the last look; quiet otherwise.",
    "check": "Check a draft before it is sent.",
    "debrief": "A conversation looked back on: who was heard, what was conceded, where a cycle began.",
    "explain": "Show the page of a rule, by code or name.",
    "rules": "List every rule.",
    "moves": "Show what the language reader sees in a file of messages.",
    "rejects": "What could not be taken in, where it stood and why.",
    "export": "Print the whole book as text, one entry a line.",
    "verify": "Walk the chain of the book and name the first entry that is not as it was written.",
    "backup": "Copy the book to a file.",
    "restore": "Make a book from a backup.",
    "salvage": "Save what can still be read of a damaged book.",
    "contest": "Contest an entry, so that everything resting on it says so.",
    "dismiss": "Set an entry or a finding aside, with a reason.",
    "undo": "Set aside what a command wrote.",
    "erase": "Erase a party: delete what names them, keep the chain whole.",
    "mcp": "Answer an AI assistant from the book, over standard input and output; it reads and never writes.",
    "lsp": "Check drafts in an editor as they are typed, over standard input and output.",
    "config": "Show the settings that hold here and where each comes from.",
    "serve": "The same in your browser: people, what is due, drafts, deals, candidates, files; on this machine alone.",
    "demo": "Bring three stories into a temporary book and print their briefs.",
}


class Commands(click.Group):
    """Commands loaded one at a time, so that help starts at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order of use."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command from the file of its name."""
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = import_module(f"goodwill.faces.cli.{cmd_name}_command").command
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command; an unknown one names the nearest."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            raise click.UsageError(f"no command {args[0]}" + (f"; did you mean {near[0]}?" if near else ""))
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@shared
@click.version_option(package_name=None, version="0.1.0", prog_name="goodwill")
@click.pass_context
def goodwill(ctx: click.Context, asked: Asked) -> None:
    """Keep books on trust: what was promised, paid, said and conceded, and what to do next.

    Start with: goodwill review FOLDER
    """
    ctx.obj = asked


def run(args: Sequence[str]) -> int:
    """Run one command: 0 nothing to report, 1 findings, 2 usage or bad input, 3 a book that fails verification."""
    try:
        ended = goodwill.main(args=list(args), prog_name="goodwill", standalone_mode=False)
    except (click.exceptions.Exit, click.ClickException) as error:
        return _said(error) if isinstance(error, click.ClickException) else error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _complained("stopped; everything acknowledged so far is kept", 130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (OSError, LookupError, ValueError) as error:
        return _failed(error)
    except Exception as error:
        return _failed(error)
    return ended if isinstance(ended, int) else 0


def _said(error: click.ClickException) -> int:
    return _complained(error.format_message(), 2)


def _failed(error: Exception) -> int:
    if os.environ.get("GOODWILL_DEBUG"):
        raise error
    from goodwill.desk.fault import DeskFault
    from goodwill.store.fault import StoreFault

    expected = isinstance(error, StoreFault | DeskFault | OSError)
    text = " ".join(str(error).split()) or type(error).__name__
    own = "a fault of goodwill itself (GOODWILL_DEBUG=1 shows where): "
    return _complained(text if expected else own + f"{type(error).__name__}: {text}", 2)


def _complained(text: str, status: int) -> int:
    from goodwill.findings.words import visible

    click.echo(f"goodwill: {visible(text)}", err=True)
    return status
