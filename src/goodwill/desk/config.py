"""Settings: from the nearest goodwill.toml or [tool.goodwill], each with the place it came from."""

import os
from dataclasses import dataclass
from pathlib import Path

from goodwill.desk.fault import DeskFault

KNOWN = {"me": list, "book": str, "fail_on": str}
LEVELS = ("info", "advice", "warning", "never")


class BadConfig(DeskFault, ValueError):  # noqa: N818 - said to the user as it is
    """A setting that cannot be used; the message names file, key and the nearest known one."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its value, and where it was said."""

    name: str
    value: object
    origin: str


def settings(folder: Path) -> dict[str, Setting]:
    """Read the settings that hold in a folder: its own file, else the nearest above it, then the environment."""
    found: dict[str, Setting] = {}
    for place in (folder, *folder.parents):
        table, file = _table(place)
        if table is not None:
            found = {name: _checked(name, value, file) for name, value in table.items()}
            break
    if book := os.environ.get("GOODWILL_BOOK"):
        found["book"] = Setting("book", book, "GOODWILL_BOOK")
    return found


def default_book() -> Path:
    """Give the place of the user's own book, in the data folder of the system."""
    import platformdirs

    return Path(platformdirs.user_data_dir("goodwill", appauthor=False)) / "goodwill.book"


def _table(folder: Path) -> tuple[dict[str, object] | None, Path]:
    own = folder / "goodwill.toml"
    if own.is_file():
        return _read(own), own
    project = folder / "pyproject.toml"
    if project.is_file():
        tool = _read(project).get("tool", {})
        if isinstance(tool, dict) and "goodwill" in tool:
            if not isinstance(tool["goodwill"], dict):
                raise BadConfig(f"{project}: tool.goodwill must be a table")
            return tool["goodwill"], project
    return None, folder


def _read(file: Path) -> dict[str, object]:
    import tomllib  # most folders have no settings

    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadConfig(f"{file}: {error}") from error


def _checked(name: str, value: object, file: Path) -> Setting:
    if name not in KNOWN:
        from difflib import get_close_matches

        near = get_close_matches(name, KNOWN, 1)
        raise BadConfig(f"{file}: unknown key {name}" + (f"; did you mean {near[0]}?" if near else ""))
    if not isinstance(value, KNOWN[name]) or (name == "me" and not all(isinstance(v, str) for v in value)):
        raise BadConfig(f"{file}: {name} must be a {KNOWN[name].__name__}")
    if name == "fail_on" and value not in LEVELS:
        raise BadConfig(f"{file}: fail_on must be one of {', '.join(LEVELS)}, not {value}")
    if name == "book" and "://" not in str(value):
        value = str(file.parent / Path(str(value)).expanduser())
    return Setting(name, value, str(file))
