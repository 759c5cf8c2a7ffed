"""What a user may tell of files that do not tell it themselves: columns, day, charset, label."""

from collections.abc import Callable
from typing import Any

import click

from goodwill.faces.cli.asked import Day


def hint_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options of what files do not tell; together they are the hints of bringing."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def _columns(_: click.Context, __: click.Parameter, pairs: tuple[str, ...]) -> dict[str, str]:
    """Read which column holds which field."""
    wrong = [pair for pair in pairs if "=" not in pair]
    if wrong:
        raise click.UsageError(f"--map takes FIELD=COLUMN, not {wrong[0]}")
    told = dict(pair.split("=", 1) for pair in pairs)
    if told:
        from goodwill.doors.columns import FIELDS

        for field in told.keys() - FIELDS:
            raise click.UsageError(f"--map knows no field {field}; it knows {', '.join(sorted(FIELDS))}")
    return told


_MAP: dict[str, Any] = {"multiple": True, "metavar": "FIELD=COLUMN", "callback": _columns}
_OPTIONS = (
    click.option("--label", default="", help="Take only mail with this label."),
    click.option("--map", "columns", **_MAP, help="Name a CSV column, as due='Due date'."),
    click.option("--charset", default="", help="The charset of text files, where it is known."),
    click.option("--date", "day", type=Day(), help="The day of a transcript that does not say it."),
)
