"""What one cue is: words that raise it, a bounded pattern that proves it, and what must not stand beside it."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
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


def ways(pattern: str) -> list[str]:
    """Give the alternatives of a pattern, those first that stand at the start of a sentence."""
    return sorted(alternatives(pattern), key=lambda way: not way.startswith("^"))


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
