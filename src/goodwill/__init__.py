"""goodwill keeps books on trust: dated evidence, what it supports, and what to do next."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from goodwill.case.case import Case
    from goodwill.desk.desk import Desk
    from goodwill.findings.finding import Finding
    from goodwill.ledger.entry import Entry

__all__ = ["Case", "Desk", "Entry", "Finding"]
__version__ = "0.1.0"

_HOMES = {
    "Case": "goodwill.case.case",
    "Desk": "goodwill.desk.desk",
    "Entry": "goodwill.ledger.entry",
    "Finding": "goodwill.findings.finding",
}


def __getattr__(name: str) -> object:
    """Give a name of the library's face, loading its home only when it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module 'goodwill' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
