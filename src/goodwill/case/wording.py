"""Words looked for in a draft: their pattern is made ready when one of those stands there that it cannot do without."""

import re
from collections.abc import Iterator

_I = str.maketrans({"\u0130": "i", "\u0131": "i"})


class Wording:
    """A pattern, and what whatever it matches holds: any of `needs`, parted by bars; without them it is always tried.

    >>> hurry = Wording("asap|at once", r"(?:asap|(?:answer|reply) at once)", re.I)
    >>> hurry.search("Please reply at once.").group(), hurry.search("Please reply.")
    ('reply at once', None)
    """

    def __init__(self, needs: str, pattern: str, flags: int = 0) -> None:
        self.needs, self.pattern, self._flags = tuple(needs.split("|")), pattern, flags
        self._ready: re.Pattern[str] | None = None

    def possible(self, text: str) -> bool:
        """Say whether a text holds any of what the pattern needs; capitals and small letters are one."""
        plain = text.translate(_I).casefold()
        return any(need in plain for need in self.needs)

    @property
    def ready(self) -> re.Pattern[str]:
        """The pattern, ready to search; it is compiled once."""
        if self._ready is None:
            self._ready = re.compile(self.pattern, self._flags)
        return self._ready

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first place where the pattern stands."""
        return self.ready.search(text) if self.possible(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give each place where the pattern stands."""
        return self.ready.finditer(text) if self.possible(text) else iter(())
