"""The clock, which no room below the desk ever sees."""

from datetime import UTC, datetime


def now() -> str:
    """Give the moment as it is written beside an entry: UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
