"""What one cue is: words that raise it, a bounded pattern that proves it, and what must not stand beside it."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Literal

_Search = Callable[[str], "re.Match[str] | None"]
_MACRO = re.compile(r"@([a-z_]+)")


@dataclass(frozen=True, slots=True)
class Cue:
    """One way of wording a move. `beside` names moves of which one must be seen in the same message."""

    name: str
    move: str
    words: tuple[str, ...]
    pattern: str
    unless: str = ""
    p: float = 0.9
    reach: Literal["match", "on", "sentence"] = "match"
    asks: Literal["no", "only", "any"] = "no"
    beside: tuple[str, ...] = ()
    yes: tuple[str, ...] = field(default=(), compare=False)
    no: tuple[str, ...] = field(default=(), compare=False)


class Probe:
    """A cue made ready to search; its patterns are compiled when it is first raised."""

    __slots__ = ("_begins", "_ready", "_search", "_unless", "cue")

    def __init__(self, cue: Cue) -> None:
        self.cue = cue
        self._ready = False
        self._begins: _Search | None = None
        self._search: _Search | None = None
        self._unless: _Search | None = None

    def span(self, sentence: str) -> tuple[int, int] | None:
        """Give the place of the cue in a plain sentence, or none."""
        if not self._ready:
            self._make_ready()
        found = self._begins(sentence) if self._begins else None
        if found is None and self._search is not None:
            found = self._search(sentence)
        return found and self.place(found)

    def place(self, found: "re.Match[str]", forbidden: bool = True) -> tuple[int, int] | None:
        """Give the place of the cue where its pattern was found, or none where something beside it forbids it."""
        sentence = found.string
        if forbidden and self.cue.unless:
            if self._unless is None:
                self._unless = re.compile(self.cue.unless).search
            if self._unless(sentence):
                return None
        if self.cue.reach == "match":
            return found.span()
        end = max(found.end(), len(sentence.rstrip(".!?,;: \n")))
        return (found.start() if self.cue.reach == "on" else 0), end

    def _make_ready(self) -> None:
        begins, elsewhere = ways(self.cue.pattern)
        self._begins = re.compile("|".join(begins)).match if begins else None
        self._search = re.compile("|".join(elsewhere)).search if elsewhere else None
        self._ready = True


def ways(pattern: str) -> tuple[list[str], list[str]]:
    """Give the alternatives of a pattern that stand at the start of a sentence, and those that may stand anywhere."""
    told = alternatives(pattern)
    return [way for way in told if way.startswith("^")], [way for way in told if not way.startswith("^")]


def alternatives(pattern: str) -> list[str]:
    r"""Give the alternatives of a pattern at its top level: those for the start of a sentence need no search.

    >>> alternatives(r"^(?:a|b)|c\|d|[|]e")
    ['^(?:a|b)', 'c\\|d', '[|]e']
    """
    ways, depth, start = [], 0, 0
    for found in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[()|]", pattern):
        mark = found[0]
        depth += (mark == "(") - (mark == ")")
        if mark == "|" and depth == 0:
            ways.append(pattern[start : found.start()])
            start = found.end()
    return [*ways, pattern[start:]]


def _spelt_out(pattern: str, macros: dict[str, str]) -> str:
    while _MACRO.search(pattern):
        pattern = _MACRO.sub(lambda found: macros[found[1]], pattern)
    return pattern


def _cue(row: dict[str, Any], macros: dict[str, str]) -> Cue:
    told: dict[str, Any] = dict(row)
    told |= {key: tuple(row[key]) for key in ("words", "beside", "yes", "no") if key in row}
    told |= {key: _spelt_out(row[key], macros) for key in ("pattern", "unless") if key in row}
    return Cue(**told)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("goodwill.moves").joinpath("cue_data", name).read_text("utf-8"))


def cues() -> Iterator[Cue]:
    """Give every cue of the data files, sorted by file, in the order written."""
    macros = _read("macros.toml")
    folder = files("goodwill.moves").joinpath("cue_data")
    for name in sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml")):
        for row in _read(name).get("cue", []):
            yield _cue(row, macros)
