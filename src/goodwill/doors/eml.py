"""Single mails saved as files (.eml): one message a file."""

import re
from collections.abc import Iterator
from pathlib import Path

from goodwill.doors import mail
from goodwill.doors.charset import named
from goodwill.doors.door import Hints, Item
from goodwill.ledger.notation import Invalid

_FIELD = re.compile(rb"(?:[!-9;-~]{1,80}:[^\n]*\n(?:[ \t][^\n]*\n)*)+")
_TELLING = (b"\nfrom:", b"\ndate:", b"\nmessage-id:", b"\nreceived:", b"\nmime-version:")


class Eml:
    """Reads one mail from one file."""

    name = "mail"

    def knows(self, path: Path, head: bytes) -> bool:
        """Know a mail by its ending, or by the fields at its head."""
        if path.suffix.lower() in (".eml", ".email"):
            return not head.startswith(b"From ")
        block = _FIELD.match(head.replace(b"\r\n", b"\n"))
        fields = b"\n" + block[0].lower() if block else b""
        return b"\nfrom:" in fields and sum(name in fields for name in _TELLING) >= 3

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read the mail; a file that cannot be opened is a reject like any other."""
        try:
            with path.open("rb") as file:
                raw = file.read(mail.LONGEST_MESSAGE)
        except OSError as error:
            yield Invalid(f"cannot be opened: {error.strerror}", named(path))
            return
        yield from mail.message(raw.lstrip(b"\r\n\xef\xbb\xbf"), named(path), 1, hints)
