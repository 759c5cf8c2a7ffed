"""Settings: from the nearest goodwill.toml or [tool.goodwill], each with the place it came from."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from goodwill.desk.fault import DeskFault

KNOWN = ("me", "book", "fail_on")
LEVELS = ("info", "advice", "warning", "never")


class BadConfig(DeskFault, ValueError):  # noqa: N818 - said to the user as it is
    """A setting that cannot be used; the message names file, key and the nearest known one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings that hold somewhere, empty where nobody set one; `origins` names the place of each that was set."""

    me: tuple[str, ...] = ()
    book: str = ""
    fail_on: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)


def settings(folder: Path) -> Settings:
    """Read the settings that hold in a folder: its own file, else the nearest above it, then the environment."""
    found = Settings()
    for place in (folder, *folder.parents):
        table, file = _table(place)
        if table is not None:
            found = _checked(table, file)
            break
    if book := os.environ.get("GOODWILL_BOOK"):
        return replace(found, book=book, origins={**found.origins, "book": "GOODWILL_BOOK"})
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


def _checked(table: dict[str, object], file: Path) -> Settings:
    for name in table:
        if name not in KNOWN:
            from difflib import get_close_matches

            near = get_close_matches(name, KNOWN, 1)
            raise BadConfig(f"{file}: unknown key {name}" + (f"; did you mean {near[0]}?" if near else ""))
    me, book, level = table.get("me", []), _text("book", table, file), _text("fail_on", table, file)
    if not isinstance(me, list) or not all(isinstance(way, str) for way in me):
        raise BadConfig(f"{file}: me must be a list")
    if "fail_on" in table and level not in LEVELS:
        raise BadConfig(f"{file}: fail_on must be one of {', '.join(LEVELS)}, not {level}")
    if "book" in table and "://" not in book:
        book = str(file.parent / Path(book).expanduser())
    return Settings(tuple(me), book, level, dict.fromkeys(table, str(file)))


def _text(name: str, table: dict[str, object], file: Path) -> str:
    value = table.get(name, "")
    if not isinstance(value, str):
        raise BadConfig(f"{file}: {name} must be a str")
    return value
