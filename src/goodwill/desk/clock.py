"""The clock, which no room below the desk ever sees, and the days that may be asked about."""

from datetime import UTC, date, datetime

EARLIEST, LATEST = date(1900, 1, 1), date(2999, 12, 31)


def asked_day(told: str) -> date:
    """Read a day to judge from, in ISO form; ValueError where it is none, or so far off that nothing can be reckoned.

    >>> asked_day("2026-03-31")
    datetime.date(2026, 3, 31)
    """
    day = date.fromisoformat(told)
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"{told} is before {EARLIEST} or after {LATEST}")
    return day


def now() -> str:
    """Give the moment as it is written beside an entry: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
