"""What one cue is: words that raise it, a bounded pattern that proves it, and what must not stand beside it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal

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

    def span(self, sentence: str) -> tuple[int, int] | None:
        """Give the place of the cue in a plain sentence, or none."""
        found = _compiled(self.pattern).search(sentence)
        if found is None or (self.unless and _compiled(self.unless).search(sentence)):
            return None
        if self.reach == "match":
            return found.span()
        end = max(found.end(), len(sentence.rstrip(".!?,;: \n")))
        return (found.start() if self.reach == "on" else 0), end


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


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
