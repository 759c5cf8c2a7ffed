"""Reads a WhatsApp chat export: who wrote or rang on which day, without the pictures and WhatsApp's own lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from goodwill.doors import days
from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Ignored, Item, mention, minted
from goodwill.doors.duplicates import Occurrences
from goodwill.doors.lines import LONGEST, Line, decoded, lines
from goodwill.doors.whatsapp_line import Said, leftover, missed_call, said, words
from goodwill.ledger.entry import Entry
from goodwill.ledger.kinds import MISSED_CALL
from goodwill.ledger.notation import Invalid

_DAYS_KEPT = 20_000
_TITLE = re.compile(
    r"(?:whatsapp[ -]chat|chat (?:de )?whatsapp|discussion whatsapp|conversa do whatsapp)"
    r" ?(?:with|mit|con|com|avec|-|–) (.{1,120}?)(?: \(\d{1,3}\))?",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b(?:group|gruppe|groupe|grupo|gruppo|groep)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chat:
    """What the whole file tells about itself: day or month first, and who talks to whom."""

    order: str
    note: str
    people: tuple[str, ...]
    thread: str

    def other(self, author: str) -> str:
        """Name the one an author writes to: only a chat of two people tells."""
        return next((p for p in self.people if p != author), "") if len(self.people) == 2 else ""


@dataclass(slots=True)
class _Message:
    """The head of a message and the lines that continue it, kept apart so that joining them costs nothing."""

    line: int
    head: Said
    more: list[str] = field(default_factory=list)
    size: int = 0

    @property
    def text(self) -> str:
        return "\n".join((self.head.text, *self.more))

    def room_for(self, text: str) -> bool:
        """Say whether one more line fits."""
        self.size += len(text) + 1
        return self.size <= LONGEST


class WhatsApp:
    """A chat exported from WhatsApp on either kind of phone, as `_chat.txt` or `WhatsApp Chat with X.txt`."""

    name = "WhatsApp export"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether one of the first lines is the head of a WhatsApp message."""
        if path.suffix.lower() not in (".txt", ""):
            return False
        return any(said(text.rstrip("\r")) for text in islice(decoded(head).split("\n"), 10))

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read the chat twice: once to learn how it writes days and who is in it, once for its messages."""
        chat = _survey(path, hints)
        if chat.note:
            yield Ignored(chat.note, path.name)
        seen = Occurrences()
        for message in _messages(path, hints):
            yield _entry(message, chat, seen, named(path)) if isinstance(message, _Message) else message


def _messages(path: Path, hints: Hints) -> Iterator[_Message | Invalid | Ignored]:
    """Join the lines of each message."""
    current: _Message | None = None
    for line in lines(path, hints.charset):
        if not isinstance(line, Line):
            yield line
        elif head := said(line.text):
            if current:
                yield current
            current = _Message(line.number, head)
        elif current is not None and current.room_for(line.text):
            current.more.append(line.text)
        elif line.text.strip("\ufeff\u200e \t"):
            yield Invalid("not a line of a chat", path.name, line.number, line.text[:2000])
    if current:
        yield current


def _entry(message: _Message, chat: Chat, seen: Occurrences, file: str) -> Item:
    """Turn one message into its entry, or say why it is none."""
    head, said_text = message.head, message.text
    day = days.day(head.day, chat.order)
    if day is None:
        return Invalid(f"no such day: {head.day}", file, message.line, said_text[:2000])
    author, text = mention(head.author), words(said_text)
    call = bool(author) and missed_call(said_text)
    if not call and (reason := leftover(said_text) or leftover(text) or ("" if author else "system line")):
        return Ignored(reason, file, message.line)
    moment = f"{day.isoformat()}T{head.time}"
    count = seen.number(moment, author, text)
    channel = MISSED_CALL if call else "whatsapp"
    keys = {"by": author, "to": chat.other(author), "channel": channel, "thread": chat.thread}
    said_keys = {key: value for key, value in keys.items() if value} | {"src": file, "line": str(message.line)}
    name = minted("message", "whatsapp", moment, author.casefold(), text, str(count))
    return Entry(day, "message", name, said_keys, text, head.time)


def _survey(path: Path, hints: Hints) -> Chat:
    """Look a chat over: the days in their order, and everyone who wrote."""
    written: list[str] = []
    people: dict[str, None] = {}
    group = False
    for line in lines(path, hints.charset):
        if not isinstance(line, Line) or not (head := said(line.text)):
            continue
        if len(written) < _DAYS_KEPT and (not written or written[-1] != head.day):
            written.append(head.day)
        if not head.author or (leftover(head.text) == "system line" and not missed_call(head.text)):
            group = group or bool(_GROUP.search(head.text[:300]))
        elif len(people) < 3:
            people[mention(head.author)] = None
    order, note = _order(written)
    title = _title(path)
    pair = _pair(tuple(people), title) if not group else ()
    return Chat(order, note, pair, minted("thread", "whatsapp", title.casefold() or "/".join(sorted(people))))


def _title(path: Path) -> str:
    """Give the name of the chat from the file's name, or from its folder where the file is a bare `_chat.txt`."""
    found = _TITLE.fullmatch(path.stem) or _TITLE.fullmatch(path.parent.name)
    return mention(found[1]) if found else ""


def _pair(people: tuple[str, ...], title: str) -> tuple[str, ...]:
    """Name the two people of a chat of two; where only one has written, the title may name the other."""
    if len(people) == 1 and title and title.casefold() != people[0].casefold():
        return (*people, title)
    return people if len(people) == 2 else ()


def _order(written: list[str]) -> tuple[str, str]:
    """Find whether the day or the month comes first: by a number above 12, else by which order runs forwards."""
    if order := days.order_of(*days.tells(written)):
        return order, ""
    falls = {order: days.falls(days.day(text, order) for text in written) for order in ("dmy", "mdy")}
    if falls["dmy"] != falls["mdy"]:
        return min(falls, key=lambda order: falls[order]), ""
    example = next((t for t in written if (n := days.parts(t)) and n[0] < 32 and n[0] != n[1]), "")
    return "dmy", f"nothing tells whether {example} has the day first; taken so" if example else ""
