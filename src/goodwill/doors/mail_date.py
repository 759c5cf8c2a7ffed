"""The day and time a mail was written, as its sender's clock showed them."""

from datetime import date, datetime
from email.utils import parsedate_tz

from goodwill.doors import header

# Mail as we know it is of 1982; dates past this century's end are a clock gone wrong or a trick of spam.
_EARLIEST, _LATEST = 1982, 2100


def moment(value: bytes) -> tuple[date, str] | str:
    """Read a Date field as day and `HH:MM`, in the zone in which it was written; or say why it cannot be used.

    >>> moment(b"Mon, 02 Jun 2025 23:58:00 -0700")
    (datetime.date(2025, 6, 2), '23:58')
    >>> moment(b"Mon, 31 Feb 2025 05:58:00 +0100")
    'no usable date: Mon, 31 Feb 2025 05:58:00 +0100'
    """
    written = header.text(value[:200])
    if not written:
        return "no date"
    read = _clock(written)
    if read is None or not _EARLIEST <= read.year <= _LATEST:
        return f"no usable date: {written[:60]}"
    return read.date(), read.strftime("%H:%M")


def _clock(written: str) -> datetime | None:
    try:
        fields = parsedate_tz(written)
        if fields is not None:
            return datetime(*fields[:5])
        return datetime.fromisoformat(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
