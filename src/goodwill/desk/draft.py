"""A draft laid on the desk: an unsaved message with its readings, and the waivers written into it."""

import re
from dataclasses import dataclass
from datetime import date

from goodwill.case.parties import ME
from goodwill.case.thread import DRAFT
from goodwill.desk.readings import readings
from goodwill.ledger.entry import Entry
from goodwill.moves.joint import JointReader

LONGEST = 1_000_000
LONGEST_NAME = 200
MOST_HEADERS = 40
LONGEST_HEAD = 10_000
SOMEONE = "them"
_HEADER = re.compile(r"([A-Za-z][A-Za-z-]{0,39}):(.*)")
_REASON = r"(?:[ \t]+--[ \t]*([^\n]{0,200}?))?"
_WAIVER = re.compile(rf"<!--[ \t]*goodwill:[ \t]*ignore[ \t]+([A-Za-z0-9,\- ]{{1,80}}?){_REASON}[ \t]*-->")


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding waived in the draft itself: its code or name, and the reason given."""

    rule: str
    reason: str
    start: int
    end: int


def waivers(text: str) -> tuple[Waiver, ...]:
    """Read the waivers in a draft.

    >>> waivers("<!-- goodwill: ignore E101 -- said on the phone -->")[0].reason
    'said on the phone'
    """
    return tuple(
        Waiver(rule.strip(), (found[2] or "").strip(), found.start(), found.end())
        for found in _WAIVER.finditer(text)
        for rule in found[1].split(",")
        if rule.strip()
    )


def addressees(text: str) -> tuple[str, ...]:
    r"""Read to whom a draft goes from the `To:` line of the header it may start with; without one, nobody.

    >>> addressees("Subject: the crates\nTo: Alan Fields <alan@fields.example>, Bo\n\nDear Alan,")
    ('Alan Fields <alan@fields.example>', 'Bo')
    >>> addressees("Dear Alan,\nTo: be clear, I will pay.")
    ()
    """
    for line in text[:LONGEST_HEAD].lstrip("\ufeff \t\r\n-").split("\n", MOST_HEADERS)[:MOST_HEADERS]:
        header = _HEADER.match(line)
        if header is None:
            break
        if header[1].lower() == "to":
            named = (part.strip(" \t\r\"'") for part in re.split("[,;]", header[2]))
            return tuple(name for name in named if 0 < len(name) <= LONGEST_NAME)
    return ()


def laid(text: str, to: str, today: date, file: str = "") -> tuple[Entry, ...]:
    """Give a draft as entries that are never saved: the message and what the reader sees in it.

    Waivers are blanked out, one character for one, so that every span points into the draft as written.
    """
    words = _WAIVER.sub(lambda found: " " * len(found[0]), text[:LONGEST])
    values = {"by": ME, "to": to or SOMEONE, "channel": "draft"} | ({"src": file} if file else {})
    message = Entry(today, "message", DRAFT, values, words, "23:59")
    return (message, *readings(message, JointReader()))
