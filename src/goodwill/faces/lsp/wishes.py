"""What an editor may wish for: to whom drafts go, and whether to see every finding."""

from collections.abc import Mapping
from dataclasses import dataclass

SECTION = "goodwill"


@dataclass(frozen=True, slots=True)
class Wishes:
    """To whom drafts go where they do not say it themselves, and whether to mark every finding or the most useful."""

    to: str = ""
    whole: bool = False

    def over(self, told: object) -> "Wishes":
        """Take what an editor told, as `{"to": ..., "all": ...}` or with that under `goodwill`; the rest stays.

        >>> Wishes(to="Alan").over({"goodwill": {"all": True}})
        Wishes(to='Alan', whole=True)
        >>> Wishes(to="Alan").over(["no settings"])
        Wishes(to='Alan', whole=False)
        """
        if isinstance(told, Mapping):
            inner = told.get(SECTION, told)
            told = inner if isinstance(inner, Mapping) else {}
        else:
            told = {}
        to, whole = told.get("to"), told.get("all")
        return Wishes(to if isinstance(to, str) else self.to, whole if isinstance(whole, bool) else self.whole)
