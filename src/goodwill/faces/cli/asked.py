"""What every command is asked alike: which book, who I am, as of which day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from goodwill.desk.clock import EARLIEST, LATEST, asked_day

if TYPE_CHECKING:
    from goodwill.desk.config import Settings
    from goodwill.desk.desk import Desk

FORMATS = ("text", "json", "html", "md")


def spoken(reason: str) -> str:
    """Give a reason without the bar that stands before words in the notation."""
    return reason.strip().removeprefix("|").strip()


class Day(click.ParamType[date]):
    """A day in ISO form."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a day."""
        if isinstance(value, date):
            return value
        try:
            return asked_day(str(value))
        except ValueError:
            self.fail(f"{value} is not a day between {EARLIEST} and {LATEST}; write it as 2026-03-31", param, ctx)


@dataclass(frozen=True, slots=True)
class Asked:
    """The book and the user's own names, as told on the command line."""

    book: str = ""
    me: tuple[str, ...] = ()

    def over(self, other: "Asked | None") -> "Asked":
        """Fill what was not told here with what was told before the command."""
        return Asked(self.book or other.book, (*self.me, *other.me)) if other else self

    def settings(self, folder: Path | None = None) -> "Settings":
        """Read the settings of a folder, by default the one the command runs in."""
        from goodwill.desk.config import settings

        return settings((folder or Path.cwd()).absolute())

    def level(self, told: str | None, folder: Path | None = None) -> str:
        """Say how loud a finding must be to end with 1: as told, else as set, else a warning."""
        if told:
            return told
        return self.settings(folder).fail_on or "warning"

    def held(self, folder: Path | None = None) -> tuple[str, tuple[str, ...]]:
        """Give the book that was told, set, or is the user's own; and the user's names."""
        found = self.settings(folder)
        return self.place(folder), self.me or found.me

    def place(self, folder: Path | None = None) -> str:
        """Say where the book is: as told, else as set, else the user's own place."""
        from goodwill.desk.config import default_book

        return self.book or self.settings(folder).book or str(default_book())

    def desk(self, folder: Path | None = None, *, create: bool = True) -> "Desk":
        """Open the desk on the book."""
        from goodwill.desk.desk import Desk

        book, me = self.held(folder)
        return Desk.open(book, me, create=create)

    def known(self, folder: Path | None = None) -> "Desk":
        """Open the desk on the book if there is one, else without any; nothing is made."""
        from goodwill.desk.opening import known

        return known(*self.held(folder))


def first_folder(paths: tuple[str, ...]) -> Path | None:
    """Give the first folder among some paths: its goodwill.toml says whose files these are."""
    return next((Path(path) for path in paths if Path(path).is_dir()), None)


def shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options --book and --me; it receives them as `asked`."""

    @click.option("--book", default="", metavar="PATH", help="The book; else GOODWILL_BOOK, else your own.")
    @click.option("--me", multiple=True, metavar="NAME", help="Your own name, mail or phone; may be given often.")
    @click.pass_context
    @wraps(command)
    def told(ctx: click.Context, /, book: str, me: tuple[str, ...], **rest: Any) -> Any:  # noqa: ANN401
        return ctx.invoke(command, asked=Asked(book, me).over(ctx.obj), **rest)

    return told


def today_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --as-of; it receives the day as `today`."""
    return click.option(
        "--as-of", "today", type=Day(), default=date.today, show_default="today", help="The day to judge from."
    )(command)


def format_option(*formats: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Give a command the option --format."""
    return click.option("--format", "form", type=click.Choice(formats or FORMATS), default="text", show_default=True)


def fail_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option --fail-on."""
    return click.option(
        "--fail-on",
        type=click.Choice(["info", "advice", "warning", "never"]),
        help="Exit with 1 when a finding is at least this loud.  [default: warning]",
    )(command)
