"""One mail as an entry: who wrote to whom on which day, and their own words in it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from goodwill.doors import header, ics, mime
from goodwill.doors.door import Hints, Ignored, Item, minted
from goodwill.doors.mail_date import moment
from goodwill.doors.mail_text import written
from goodwill.doors.mime import Part
from goodwill.doors.people import people
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

LONGEST_MESSAGE = 25_000_000
_MESSAGE_ID = re.compile(rb"<[^<>\s]{1,400}>")
_REPLY = re.compile(r"\s*(?:re|aw|antw|fwd?|wg|sv|rif|tr|réf|enc|res|rv)(?:\[\d{1,3}\])?\s*:\s*", re.IGNORECASE)
_MACHINE_MADE = (b"multipart/report", b"message/delivery-status")
_UNSENT_LABELS = {"draft": "a draft", "drafts": "a draft", "entwürfe": "a draft", "brouillons": "a draft"}
_BINNED_LABELS = {"spam": "spam", "trash": "thrown away", "bin": "thrown away", "papierkorb": "thrown away"}


def message(raw: bytes, file: str, line: int, hints: Hints) -> Iterator[Item]:
    """Read one mail: an entry and what its invitations say, or the reason why there is none; never raises."""
    try:
        items = list(_items(raw[:LONGEST_MESSAGE], file, line, hints))
    except Exception as error:  # a mail is written by anyone; whatever it breaks must not stop the next one
        items = [Invalid(f"cannot be read as a mail ({type(error).__name__})", file, line, _start(raw))]
    yield from items


def _start(raw: bytes) -> str:
    return raw[:2000].decode("utf-8", "replace")


def _items(raw: bytes, file: str, line: int, hints: Hints) -> Iterator[Item]:
    fields = header.fields(header.split(raw[: header.LONGEST_BLOCK])[0])
    reason = _unwanted(fields, hints.label)
    if reason:
        yield Ignored(reason, file, line)
        return
    whole = mime.read(raw)
    automatic = _automatic(fields)
    yield Ignored(automatic, file, line) if automatic else _entry(whole, raw, (file, line), hints)
    for part in _calendars(whole):
        yield from ics.appointments(part.text(hints.charset)[0].encode().split(b"\n"), file, line)


def _unwanted(fields: Mapping[str, bytes], label: str) -> str:
    """Say why a mail is not to be read at all; the empty text means it is."""
    labels = [name.strip().lower() for name in header.text(fields.get("x-gmail-labels", b"")).split(",")]
    for name in labels:
        if reason := _UNSENT_LABELS.get(name) or _BINNED_LABELS.get(name):
            return reason
    if fields.get("x-unsent", b"") == b"1" or "x-mozilla-draft-info" in fields:
        return "a draft"
    if _deleted(fields.get("x-mozilla-status", b"")):
        return "thrown away"
    if label and label.strip().lower() not in labels:
        return f"not under the label {label}"
    if "list-unsubscribe" in fields or fields.get("precedence", b"").lower() in (b"bulk", b"list", b"junk"):
        return "sent to a list"
    return ""


def _deleted(status: bytes) -> bool:
    """Thunderbird leaves a deleted mail in its file, marked by a bit, until the folder is compacted."""
    try:
        return bool(int(status[:8], 16) & 0x0008)
    except ValueError:
        return False


def _automatic(fields: Mapping[str, bytes]) -> str:
    if fields.get("auto-submitted", b"no").partition(b";")[0].strip().lower() not in (b"no", b""):
        return "sent by a machine"
    if fields.get("content-type", b"").lower().startswith(_MACHINE_MADE):
        return "a delivery report"
    return ""


def _entry(whole: Part, raw: bytes, place: tuple[str, int], hints: Hints) -> Entry | Invalid:
    fields = whole.fields
    senders = people(fields.get("from", b"")) or people(fields.get("sender", b""))
    when = moment(fields.get("date", b""))
    if not senders or isinstance(when, str):
        return Invalid(when if isinstance(when, str) else "no sender", *place, _start(raw))
    text = written(whole, senders[0].partition(" <")[0], hints.charset)
    subject = header.text(fields.get("subject", b""))[:1000]
    ident = _ident(fields, when[0], senders[0], text.words or subject)
    values = {
        "by": senders[0],
        "to": ",".join(people(fields.get("to", b""), fields.get("cc", b""))),
        "channel": "mail",
        "thread": _thread(fields, subject, ident),
        "subject": subject,
        "zone": when[2],
        "decoded": "lossy" if text.lossy else "",
        "src": place[0],
        "line": str(place[1]),
    }
    return Entry(when[0], "message", ident, {k: v for k, v in values.items() if v}, text.words, when[1])


def _ident(fields: Mapping[str, bytes], day: date, sender: str, words: str) -> str:
    own = fields.get("message-id", b"").strip()
    if own:
        return minted("message", own.decode("utf-8", "replace"))
    return minted("message", day.isoformat(), header.text(fields.get("date", b"")), sender, words)


def _thread(fields: Mapping[str, bytes], subject: str, ident: str) -> str:
    """Name the conversation: by the mail that began it, as far as this one tells, else by its subject."""
    for name in ("references", "in-reply-to", "message-id"):
        if root := _MESSAGE_ID.search(fields.get(name, b"")[:65_536]):
            return minted("thread", root[0].decode("utf-8", "replace"))
    return minted("thread", _plain_subject(subject) or ident)


def _plain_subject(subject: str) -> str:
    while found := _REPLY.match(subject):
        subject = subject[found.end() :]
    return " ".join(subject.lower().split())


def _calendars(part: Part) -> Iterator[Part]:
    if part.kind == "text/calendar":
        yield part
        return
    for inner in part.parts:
        yield from _calendars(inner)
