"""How it felt, asked of both sides: answered under a seal, opened when both have answered."""

import secrets
from collections.abc import Sequence
from datetime import date

from goodwill.brief.pulse_text import opened, sealed
from goodwill.case.case import Case
from goodwill.case.parties import ME
from goodwill.case.treatment import PULSE
from goodwill.desk.fault import DeskFault
from goodwill.desk.open_book import OpenBook
from goodwill.desk.writing import written
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

SALT_BYTES = 16


class Unanswerable(DeskFault, ValueError):  # noqa: N818 - said to the user as it is
    """An answer that cannot be taken or opened; the message says why."""


def answer(desk: OpenBook, party: str, said: Sequence[str], today: date) -> str:
    """Keep the user's answer, `key=value ... | words`, and give the sealed text to send."""
    narrowed = desk.among(party, today)
    told = ["by=me", f"to={narrowed.party}", f"salt={secrets.token_hex(SALT_BYTES)}", *said]
    pulse = written("pulse", told, "-", today)
    if isinstance(pulse, str):
        raise Unanswerable(pulse)
    if not any(pulse.get(part) for part in PULSE):
        raise Unanswerable(f"answer at least one of {', '.join(PULSE)}, 1 to 7, as process=5")
    kept = desk.record(pulse)
    if isinstance(kept, Invalid):
        raise Unanswerable(str(kept))
    return sealed(narrowed, pulse)


def opening(desk: OpenBook, party: str, today: date) -> str:
    """Give the user's newest sealed answer opened, if the other side has sealed one as well."""
    narrowed = desk.among(party, today)
    name = narrowed.name(narrowed.party)
    mine = _newest(narrowed, "pulse", ME)
    if mine is None:
        raise Unanswerable(f"you have not answered yet: goodwill pulse {name} process=5 relationship=6 '| why'")
    if _newest(narrowed, "seal", narrowed.party) is None:
        raise Unanswerable(f"{name} has not answered yet, or what they sent was not brought; yours stays closed")
    return opened(narrowed, mine)


def _newest(narrowed: Case, kind: str, by: str) -> Entry | None:
    found = [e for e in narrowed.book.kinds(kind) if e.get("by") == by and (kind == "seal" or e.get("salt"))]
    return found[-1] if found else None
