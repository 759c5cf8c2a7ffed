"""Reads a table of certificates: who holds which, from which day, and until when."""

from collections.abc import Iterator
from pathlib import Path

from goodwill.doors.charset import named
from goodwill.doors.columns import CLAIMS, Layout, layout
from goodwill.doors.door import Hints, Ignored, Item, minted
from goodwill.doors.lines import decoded
from goodwill.doors.rows import Row, first_lines
from goodwill.doors.table import RowError, Table, opened, taken
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

_DAYS = ("valid_from", "expires")


class ClaimsCsv:
    """Any table with a vendor or other party, a certificate, the day it holds from and the day it runs out."""

    name = "certificates table"

    def knows(self, path: Path, head: bytes) -> bool:
        """Say whether the header names a party, a certificate and both its days."""
        return _complete(layout(decoded(head).split("\n"), CLAIMS, {}))

    def read(self, path: Path, hints: Hints) -> Iterator[Item]:
        """Read each row as a claim of the party: that it was checked is not told by a table."""
        found = layout(first_lines(path, hints.charset), CLAIMS, hints.columns)
        if found is None or not _complete(found):
            yield Invalid("no columns for vendor, certificate, valid_from and expires", path.name)
            return
        table, notes = opened(path, hints, found, _DAYS)
        yield from notes
        yield from taken(table, _entries)


def _complete(found: Layout | None) -> bool:
    if found is None or not {"certificate", *_DAYS} <= found.roles.keys():
        return False
    return bool({"supplier", "customer", "counterparty"} & found.roles.keys())


def _entries(table: Table, row: Row) -> list[Entry | Ignored]:
    by = next((who for role in ("supplier", "customer", "counterparty") if (who := table.who(row, role))), "")
    matter = table.cell(row, "certificate")[:200]
    since, until = (table.day(row, role) for role in _DAYS)
    if not by or not matter or since is None:
        raise RowError(
            f"no {table.name('supplier') if not by else table.name('certificate' if not matter else _DAYS[0])}"
        )
    name = minted("claim", by.casefold(), matter.casefold(), since.isoformat())
    keys = {"by": by, "matter": matter, "expires": until.isoformat() if until else ""}
    keys |= {"src": named(table.path), "line": str(row.line)}
    return [Entry(since, "claim", name, {key: value for key, value in keys.items() if value}, matter)]
