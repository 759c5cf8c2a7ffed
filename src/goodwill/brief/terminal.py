"""What a terminal can show: its width, its signs and its colours."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from goodwill.findings.words import visible

_PLAIN = str.maketrans(
    {"•": "*", "·": "-", "…": "...", "“": '"', "”": '"', "’": "'", "–": "-", "─": "-", "£": "GBP ", "€": "EUR "}
)


@dataclass(frozen=True, slots=True)
class Terminal:
    """What the terminal can do: its width, whether it shows Unicode, and how it colours (`paint(text, colour)`)."""

    width: int = 88
    unicode: bool = True
    paint: Callable[[str, str], str] = lambda text, _colour: text

    def shows(self, text: str) -> str:
        """Give a text as this terminal may show it: nothing unseen, and ASCII where it knows no Unicode."""
        return visible(text) if self.unicode else ascii_only(visible(text))


def ascii_only(text: str) -> str:
    """Write a text in ASCII: accents dropped, drawn signs replaced, what is left shown as a question mark.

    >>> ascii_only("Katrin Böhme · “late”…")
    'Katrin Bohme - "late"...'
    """
    bare = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    return "".join(c for c in bare if not unicodedata.combining(c)).encode("ascii", "replace").decode("ascii")
