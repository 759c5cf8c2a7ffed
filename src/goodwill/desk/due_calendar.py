"""What is due, as a calendar file."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from icalendar import Calendar, Event

if TYPE_CHECKING:
    from goodwill.brief.brief import Owed


def calendar(due: "Iterable[tuple[str, Owed]]", today: date) -> bytes:
    """Give what comes due from today on as all-day events, one an item, stable from one export to the next."""
    made = Calendar()
    made.add("prodid", "-//goodwill//due//EN")
    made.add("version", "2.0")
    for who, item in due:
        if item.due is not None and item.due >= today:
            event = Event()
            event.add("uid", f"{item.id}@goodwill.invalid")
            event.add("dtstamp", datetime.combine(today, time(), UTC))
            event.add("dtstart", item.due)
            event.add("summary", f"{who}: {' '.join(item.what.split())}")
            made.add_component(event)
    return bytes(made.to_ical())
