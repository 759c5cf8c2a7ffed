"""Knows how a Slack export is laid out: who is who, which conversation is which, and one file a day in each."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from goodwill.doors.charset import named
from goodwill.doors.door import mention
from goodwill.doors.lines import sound
from goodwill.ledger.notation import Invalid

LONGEST_FILE = 32 * 1024**2
_MOST_BROKEN = 100
_BLANK = re.compile(r"[\s,]*")
_NEXT_OBJECT = re.compile(r"\n[ \t]{0,8}\{")


@dataclass(frozen=True, slots=True)
class User:
    """A member of the workspace, as entries mention them, and by name alone; a bot's words are not taken."""

    mention: str
    name: str
    bot: bool


@dataclass(frozen=True, slots=True)
class Conversation:
    """A channel or direct conversation: its name, and its members where the export lists them."""

    name: str
    members: tuple[str, ...]
    direct: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One object of a day's file, and the line on which it starts."""

    line: int
    values: Mapping[str, object]


def users(path: Path) -> dict[str, User]:
    """Read `users.json`: everyone by id."""
    found = {}
    for record in records(path):
        if isinstance(record, Record) and (name := text_of(record.values, "id")):
            found[name] = _user(record.values, name)
    return found


def conversations(paths: Mapping[str, Path]) -> dict[str, Conversation]:
    """Read the lists of channels, groups and direct conversations: each by the name of its folder."""
    found = {}
    for file in ("channels.json", "groups.json", "mpims.json", "dms.json"):
        for record in records(paths[file]) if file in paths else ():
            if isinstance(record, Record):
                folder = text_of(record.values, "name") or text_of(record.values, "id")
                members = record.values.get("members")
                known = tuple(str(m) for m in members[:1000]) if isinstance(members, list) else ()
                found[folder] = Conversation(folder, known, file == "dms.json")
    return found


def records(path: Path) -> Iterator[Record | Invalid]:
    """Read a file that is one JSON list, object by object; an object that is broken costs only itself."""
    try:
        if path.stat().st_size > LONGEST_FILE:
            yield Invalid(f"longer than {LONGEST_FILE // 1024**2} MiB", path.name)
            return
        text = path.read_text("utf-8", "replace").removeprefix("\ufeff")
    except OSError as error:
        yield Invalid(f"cannot be read: {error.strerror or error}", path.name)
        return
    if not text.lstrip().startswith("["):
        yield Invalid("not a JSON list", path.name, 1)
        return
    yield from _objects(text, named(path))


def text_of(values: Mapping[str, object], key: str) -> str:
    """Give a value if it is text, else the empty text."""
    value = values.get(key)
    return sound(value) if isinstance(value, str) else ""


def _objects(text: str, file: str) -> Iterator[Record | Invalid]:
    decoder = json.JSONDecoder()
    at, line, counted, broken = text.index("[") + 1, 1, 0, 0
    while broken < _MOST_BROKEN:
        blank = _BLANK.match(text, at)
        at = blank.end() if blank else at
        if at >= len(text) or text[at] == "]":
            return
        line += text.count("\n", counted, at)
        counted = at
        try:
            values, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            broken += 1
            yield Invalid("not JSON", file, line, text[at : at + 200])
            following = _NEXT_OBJECT.search(text, at + 1)
            if following is None:
                return
            at = following.end() - 1
            continue
        yield Record(line, values) if isinstance(values, dict) else Invalid("not a message", file, line)
    yield Invalid("too much of it is not JSON; the rest is not read", file, line)


def _user(values: Mapping[str, object], name: str) -> User:
    profile = values.get("profile")
    known = profile if isinstance(profile, dict) else {}
    shown = text_of(known, "real_name") or text_of(values, "real_name") or text_of(values, "name") or name
    bot = values.get("is_bot") is True or name == "USLACKBOT"
    return User(mention(shown[:200], text_of(known, "email")[:200]) or name, mention(shown[:200]) or name, bot)
