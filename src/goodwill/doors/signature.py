"""What stands around a mail's words: warnings above, signatures, contact lines and legal footers below."""

import re

from goodwill.doors import phrases

_LONGEST = 400
_MOST_LINES = 12
_CONTACT = re.compile(r"(?:\d[ ()./·-]{0,3}){7}|\S@\S|https?://|www\.|[|·•]|^\[cid:", re.IGNORECASE)
_POSTSCRIPT = re.compile(r"\s*p\.? ?s\.?\b", re.IGNORECASE)


def unsigned(text: str, sender: str = "") -> str:
    r"""Give a text without what stands around it; the greeting and the name at the end stay.

    >>> unsigned("Friday.\n\nBest wishes\nAlan\nFields & Daughter\n07700 900142\n\nSent from my iPhone")
    'Friday.\n\nBest wishes\nAlan'
    """
    lines = _without_footers(_above_mark(_without_banner(text.split("\n"))))
    lines = _without_contacts(lines, sender)
    return "\n".join(lines).rstrip().lstrip("\n")


def _without_banner(lines: list[str]) -> list[str]:
    """Drop the first lines as far as they warn of a sender from outside."""
    start = 0
    for at, line in enumerate(lines[:_MOST_LINES]):
        if line.strip() and not phrases.BANNER.match(line[:_LONGEST]):
            break
        start = at + 1 if line.strip() else start
    return lines[start:]


def _trimmed(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _above_mark(lines: list[str]) -> list[str]:
    """Cut at the line `-- `; without its space it counts only near the end, where no text follows."""
    for at, line in enumerate(lines):
        if line == "-- " or (line.rstrip() in ("--", "—", "__") and len(lines) - at <= _MOST_LINES):
            return lines[:at]
    return lines


def _without_footers(lines: list[str]) -> list[str]:
    """Drop lines a device or a lawyer added at the end."""
    lines = _trimmed(lines)
    for at in range(max(0, len(lines) - _MOST_LINES), len(lines)):
        short = lines[at][:_LONGEST]
        if phrases.LEGAL.match(short) and (at == 0 or _apart(lines[at - 1])):
            lines = _trimmed(lines[:at])
            break
    while lines and phrases.DEVICE.match(lines[-1][:_LONGEST]):
        lines = _trimmed(lines[:-1])
    return lines


def _apart(above: str) -> bool:
    """Say whether a line can stand right above a legal footer: none, a rule, or a way to reach the sender."""
    return not above.strip(" _-=*") or (len(above) < 120 and _CONTACT.search(above) is not None)


def _without_contacts(lines: list[str], sender: str) -> list[str]:
    """Drop the lines of contact that follow the name at the end, the sender's own or any after a closing greeting."""
    lines = _trimmed(lines)
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _MOST_LINES), -1):
        short = lines[at][:80].strip()
        name: int | None = at
        if phrases.CLOSER.match(short):
            name = next((n for n in range(at + 1, len(lines)) if lines[n].strip()), None)
        elif not sender or short.rstrip(",").lower() != sender.lower():
            continue
        if name is None or not is_name(lines[name]):
            return lines
        below, postscript = _parted(lines[name + 1 :])
        return lines[: name + 1] + postscript if all(map(_is_contact, below)) else lines
    return lines


def is_name(line: str) -> bool:
    """Say whether a line may be a name: one to five words, all but a particle with a capital."""
    words = line[:80].split()
    return 0 < len(words) <= 5 and all(word[0].isupper() or word in ("von", "de", "van", "&") for word in words)


def _is_contact(line: str) -> bool:
    """Say whether a line may stand among contacts: a number, an address, or a few words that are no sentence."""
    line = line.strip()
    if not line or (len(line) < 120 and _CONTACT.search(line)):
        return True
    return len(line) < 60 and not line[0].islower() and line[0] not in "-*(" and line[-1] not in ".?!"


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Part what stands below a name from its postscript."""
    start = next((at for at, line in enumerate(lines) if _POSTSCRIPT.match(line[:20])), len(lines))
    return lines[:start], ["", *lines[start:]] if start < len(lines) else []
