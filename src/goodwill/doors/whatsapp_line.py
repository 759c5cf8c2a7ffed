"""Takes one line of a WhatsApp export apart: its day, its time, who wrote it and what."""

import re
from typing import NamedTuple

_DAY = r"(\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4})\.?"
_MARKER = r"[^\d\[\]:\-–]{0,14}?"
_CLOCK = rf"({_MARKER})(\d{{1,2}})[:.](\d\d)(?:[:.]\d\d)?({_MARKER})"
_BRACKETS = re.compile(rf"[\u200e\u200f\ufeff]{{0,4}}\[{_DAY},? {_CLOCK}\] (.*)", re.DOTALL)
_DASH = re.compile(rf"[\u200e\u200f\ufeff]{{0,4}}{_DAY},? {_CLOCK} [-–] (.*)", re.DOTALL)
_AUTHOR = re.compile(r"([^:]{1,120}): ?(.*)", re.DOTALL)
_SPACES = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u202a": None, "\u202c": None})
_MARKS = str.maketrans({"\u202f": " ", "\u00a0": " ", "\u200e": None, "\u200f": None})
_AFTERNOON = {"pm", "nachm", "下午", "午後", "오후", "م", "μμ", "ös", "ch", "em", "odp", "tarde", "noche"}
_MEDIA = re.compile(r"<[^<>]{3,60}>|\S.{0,100}\.\w{2,5} \([^()]{4,40}\)|[\w ]{3,30} omitted")
_DELETED = re.compile(
    r"(?:this message was deleted|you deleted this message|diese nachricht wurde gelöscht"
    r"|du hast diese nachricht gelöscht|ce message a été supprimé|vous avez supprimé ce message"
    r"|se eliminó este mensaje|eliminaste este mensaje)\W*",
    re.IGNORECASE,
)
_NOT_YET = "Waiting for this message. This may take a while."
_MISSED = re.compile(
    r"missed (?:voice|video) call(?:, tap to call back)?|(?:voice|video) call, no answer"
    r"|verpasster (?:sprach|video)anruf|appel (?:vocal|vidéo) manqué|(?:video)?llamada(?: de voz)? perdida",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """The head of one message: its day as written, its time of day, its author (empty for a system line), its text."""

    day: str
    time: str
    author: str
    text: str


def said(line: str) -> Said | None:
    r"""Read a line that starts a message; None for a line that continues the one above it.

    >>> said("[02/06/2025, 08:01:40] Alan Fields: Morning")
    Said(day='02/06/2025', time='08:01', author='Alan Fields', text='Morning')
    >>> said("3/14/26, 9:05\u202fPM - Messages are encrypted.")
    Said(day='3/14/26', time='21:05', author='', text='Messages are encrypted.')
    """
    if not line or not (line[0].isdigit() or line[0] in "[\u200e\u200f\ufeff"):
        return None
    plain = line[:80].translate(_SPACES) + line[80:]
    match = _BRACKETS.match(plain) or _DASH.match(plain)
    time = _time(match[3], match[4], match[2] + match[5]) if match else ""
    if match is None or not time:
        return None
    author = _AUTHOR.match(match[6])
    if author is None or _within_quotes(author[1]):
        return Said(match[1], time, "", match[6])
    return Said(match[1], time, author[1].strip("\u200e\u200f~ "), author[2])


def _within_quotes(before: str) -> bool:
    """Say whether a quotation is still open, so that what follows is the name of a group and not somebody's words."""
    return before.count("“") != before.count("”") or before.count('"') % 2 == 1


def leftover(text: str) -> str:
    r"""Say why a message is not taken - a picture, a deletion, a line of WhatsApp itself - or the empty text.

    >>> leftover("<Media omitted>"), leftover("\u200eimage omitted"), leftover("\u200eMissed voice call")
    ('media', 'media', 'system line')
    >>> leftover("This message was deleted."), leftover("see you at 8")
    ('deleted message', '')
    """
    plain = text.translate(_MARKS).strip()
    if not plain:
        return "no words"
    if _DELETED.fullmatch(plain):
        return "deleted message"
    if _MEDIA.fullmatch(plain[:300]) or plain == "null":
        return "media"
    if plain == _NOT_YET:
        return "not received"
    if text.startswith("\u200e"):
        return "media" if plain.endswith(" omitted") else "system line"
    return ""


def missed_call(text: str) -> bool:
    r"""Say whether this is the line WhatsApp writes, under the name of the one who rang, for a call not taken.

    >>> missed_call("\u200eMissed voice call"), missed_call("Missed voice call, \u200eTap to call back")
    (True, True)
    >>> missed_call("Missed voice call from you, sorry")
    False
    """
    return _MISSED.fullmatch(text[:60].translate(_MARKS).strip(" .")) is not None


def words(text: str) -> str:
    r"""Give the words of a message without what WhatsApp adds: marks of direction, `edited`, the line of a picture.

    >>> words("see you at 9 \u200e<This message was edited>"), words("<Media omitted>\nthe leak, from below")
    ('see you at 9', 'the leak, from below')
    """
    before, _, mark = text.rpartition("<")
    if (
        5 <= len(mark) <= 61
        and mark.endswith(">")
        and (before.endswith("\u200e") or mark == "This message was edited>")
    ):
        text = before
    first, parted, rest = text.partition("\n")
    if parted and leftover(first) == "media":
        text = rest
    return text.replace("\u200e", "").replace("\u200f", "").strip()


def _time(hour: str, minute: str, marker: str) -> str:
    """Write a time of day as HH:MM; the empty text where there is no such time."""
    plain = marker.lower().replace(".", "").replace(" ", "").strip("\u200e\u200f,")
    hours, minutes = int(hour), int(minute)
    if plain and 1 <= hours <= 12:
        hours = hours % 12 + (12 if any(sign in plain for sign in _AFTERNOON) else 0)
    return f"{hours:02}:{minutes:02}" if hours < 24 and minutes < 60 else ""
