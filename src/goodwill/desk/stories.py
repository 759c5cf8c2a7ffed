"""The three made-up stories that come with goodwill, and a book to look at them in."""

from datetime import date
from importlib.resources import files
from pathlib import Path

from goodwill.desk.config import settings
from goodwill.desk.desk import Desk

STORIES = {
    "translator": (date(2026, 1, 10), "Lena Brandt", "Jon hired a translator; the first chapters were excellent."),
    "patient": (date(2026, 3, 16), "Dr Kwame Osei", "Carol is to say yes to a treatment tomorrow, and stays silent."),
    "restaurant": (date(2026, 1, 31), "Alan Fields", "Rosa pays a friend later and later, and does not see it."),
}
LAST_DAY = max(day for day, _, _ in STORIES.values())


def stories() -> Path:
    """Find the stories: in the wheel, or beside the source."""
    inside = Path(str(files("goodwill"))) / "examples"
    return inside if inside.is_dir() else Path(str(files("goodwill"))).parents[1] / "examples"


def told(book: Path) -> Desk:
    """Bring all three stories into a book of their own and open the desk on it."""
    for name in STORIES:
        folder = stories() / name
        Desk.open(book, settings(folder).me).bring([folder])
    return Desk.open(book)
