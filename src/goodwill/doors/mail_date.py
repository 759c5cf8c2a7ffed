"""The day and time a mail was written, as its sender's clock showed them."""

from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_tz

from goodwill.doors import header

# Mail as we know it is of 1982; dates past this century's end are a clock gone wrong or a trick of spam.
_EARLIEST, _LATEST = 1982, 2100


def moment(value: bytes) -> tuple[date, str, str] | str:
    """Read a Date field as day, `HH:MM` and the zone in which both were written; or say why it cannot be used.

    >>> moment(b"Mon, 02 Jun 2025 23:58:00 -0700")
    (datetime.date(2025, 6, 2), '23:58', '-0700')
    >>> moment(b"Mon, 31 Feb 2025 05:58:00 +0100")
    'no usable date: Mon, 31 Feb 2025 05:58:00 +0100'
    """
    written = header.text(value[:200])
    if not written:
        return "no date"
    read = _clock(written)
    if read is None or not _EARLIEST <= read.year <= _LATEST:
        return f"no usable date: {written[:60]}"
    return read.date(), read.strftime("%H:%M"), read.strftime("%z")[:5]


def _clock(written: str) -> datetime | None:
    try:
        fields = parsedate_tz(written)
        if fields is None:
            return datetime.fromisoformat(written)
        zone = None if fields[9] is None else timezone(timedelta(seconds=fields[9]))
        return datetime(*fields[:5], tzinfo=zone)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
