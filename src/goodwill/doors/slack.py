"""Reads a Slack export, as a zip archive or its folder: channels, threads and direct messages."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from goodwill.doors.archive import Budget, is_zip, members
from goodwill.doors.door import Hints, Ignored, Item, minted
from goodwill.doors.slack_export import Conversation, Record, User, conversations, records, text_of, users
from goodwill.doors.slack_text import readable
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

_LISTS = frozenset(("channels.json", "dms.json", "groups.json", "mpims.json"))
_TAKEN = frozenset(("", "thread_broadcast", "me_message", "file_share"))


@dataclass(frozen=True, slots=True)
class _Workspace:
    """Who is who, and which conversation each folder holds."""

    people: Mapping[str, User]
    names: Mapping[str, str]
    rooms: Mapping[str, Conversation]


class Slack:
    """A Slack export: `users.json`, lists of channels, and a folder of days for each. Times are UTC."""

    name = "Slack export"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether a folder or an archive holds `users.json` beside a list of channels."""
        if path.is_dir():
            return (path / "users.json").is_file() and any((path / name).is_file() for name in _LISTS)
        directory = _directory(path) if is_zip(head) else b""
        return b"users.json" in directory and any(name.encode() in directory for name in _LISTS)

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read every day of every conversation, in order of their names."""
        if path.is_dir():
            inside = (p for p in sorted(path.rglob("*.json")) if p.is_file() and not p.is_symlink())
            yield from _export({p.relative_to(path).as_posix(): p for p in inside})
            return
        with tempfile.TemporaryDirectory(prefix="goodwill-") as folder:
            paths = {}
            for member in members(path, Path(folder), Budget(), only=".json"):
                if isinstance(member, Invalid):
                    yield member
                else:
                    paths[member.name] = member.path
            yield from _export(_without_top(paths))


def _directory(path: Path) -> bytes:
    """Give the end of an archive, where the names of its members stand."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - 8 * 1024**2))
            return file.read()
    except OSError:
        return b""


def _without_top(paths: Mapping[str, Path]) -> dict[str, Path]:
    """Drop the one folder that some programs put around an export."""
    tops = {name.partition("/")[0] for name in paths}
    if "users.json" in paths or len(tops) != 1:
        return dict(paths)
    return {name.partition("/")[2]: path for name, path in paths.items()}


def _export(paths: Mapping[str, Path]) -> Iterator[Item]:
    people = users(paths["users.json"]) if "users.json" in paths else {}
    names = {name: user.name for name, user in people.items()}
    workspace = _Workspace(people, names, conversations(paths))
    for shown, path in sorted(paths.items()):
        folder = PurePosixPath(shown).parent.as_posix()
        if folder == ".":
            continue
        room = workspace.rooms.get(folder, Conversation(folder, (), direct=False))
        for record in records(path):
            if isinstance(record, Invalid):
                yield Invalid(record.reason, shown, record.line, record.text)
            else:
                yield _message(record, room, workspace, shown)


def _message(record: Record, room: Conversation, workspace: _Workspace, file: str) -> Item:
    """Read one message, or say why it is left out."""
    values = record.values
    author = text_of(values, "user")
    user = workspace.people.get(author)
    if text_of(values, "subtype") not in _TAKEN or text_of(values, "bot_id") or (user is not None and user.bot):
        return Ignored("a bot or a line of Slack itself", file, record.line)
    stamp = text_of(values, "ts")
    moment = _moment(stamp)
    if moment is None or not author:
        return Invalid("a message needs user and ts", file, record.line)
    text = readable(text_of(values, "text"), workspace.names).strip()
    if not text:
        return Ignored("no words", file, record.line)
    thread = minted("thread", "slack", room.name, text_of(values, "thread_ts"))
    keys = {"by": user.mention if user else author, "to": _other(author, room, workspace), "channel": "slack"}
    keys |= {"thread": thread, "src": file, "line": str(record.line)}
    name = minted("message", "slack", room.name, stamp, author)
    said = {key: value for key, value in keys.items() if value}
    return Entry(moment[0], "message", name, said, text, moment[1])


def _other(author: str, room: Conversation, workspace: _Workspace) -> str:
    """Name the one a direct message goes to."""
    others = [member for member in room.members if member != author]
    if not room.direct or len(others) != 1:
        return ""
    user = workspace.people.get(others[0])
    return user.mention if user else others[0]


def _moment(stamp: str) -> tuple[date, str] | None:
    try:
        moment = datetime.fromtimestamp(int(stamp.partition(".")[0][:12]), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment.date(), f"{moment:%H:%M}"
