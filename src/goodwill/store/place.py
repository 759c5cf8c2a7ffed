"""Where a book lies, and whether there is one: told without opening it."""

from pathlib import Path

from goodwill.store.fault import StoreFault


def located(url_or_path: str) -> Path:
    """Give the path that a path or a `sqlite:///` URL names; raises StoreFault for any other URL.

    >>> located("sqlite:///mine.book").name
    'mine.book'
    """
    scheme, mark, rest = url_or_path.partition("://")
    if not mark:
        return Path(url_or_path).expanduser()
    if scheme != "sqlite":
        raise StoreFault(scheme + mark, "only SQLite books can be opened; give a path or sqlite:///PATH")
    return Path(rest.removeprefix("/")).expanduser()


def absent(url_or_path: str) -> bool:
    """Say whether nothing at all stands where a book is said to lie; what cannot be looked at may be there."""
    try:
        return not located(url_or_path).exists()
    except OSError:
        return False
