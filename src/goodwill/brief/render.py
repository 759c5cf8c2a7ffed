"""A brief's page as text for a terminal: width-aware, with or without colour, in Unicode or ASCII."""

import textwrap
from collections.abc import Iterator

from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section
from goodwill.brief.terminal import Terminal, ascii_only
from goodwill.case.standing import Estimate
from goodwill.findings.words import visible

SCALE = 20
NARROW = 60
_HEAD = 14
_COLOURS = {"!": "red", "*": "yellow", "+": "green", "-": "blue"}
_GLYPHS = {"!": "!", "*": "•", "+": "+", "-": "·"}


def render(page: Page, terminal: Terminal) -> str:
    """Print a page as text of at most the terminal's width."""
    text = "\n".join(_page(page, terminal)) + "\n"
    return text if terminal.unicode else ascii_only(text)


def _page(page: Page, terminal: Terminal) -> Iterator[str]:
    yield from (terminal.paint(text, "bold") for text in _wrapped(page.title, "", terminal))
    yield from _wrapped(page.aside, "", terminal)
    yield "─" * terminal.width
    for section in page.sections:
        yield ""
        yield from _section(section, terminal)


def _section(section: Section, terminal: Terminal) -> Iterator[str]:
    aside = f"  ({section.aside})" if section.aside else ""
    *first, last = _wrapped(section.title + aside, "", terminal)
    yield from (terminal.paint(text, "bold") for text in first)
    yield terminal.paint(last.removesuffix(aside), "bold") + (aside if last.endswith(aside) else "")
    for line in section.lines:
        yield from _line(line, terminal)


def _line(line: Line, terminal: Terminal) -> Iterator[str]:
    if line.scale is not None or (line.head and line.mark == "" and len(line.head) <= _HEAD - 2 and not line.notes):
        scale = _scale(line.scale, terminal) + " " if line.scale and terminal.width >= NARROW else ""
        yield from _wrapped(line.text, f"  {visible(line.head):<{_HEAD}}{scale}", terminal)
        return
    glyph = terminal.paint(_GLYPHS[line.mark], _COLOURS[line.mark]) + " " if line.mark else ""
    if line.head:
        indent = "    " if glyph else "  "
        heads = (text.strip() for text in _wrapped(line.head, indent, terminal))
        yield from (f"{indent if n else '  ' + glyph}{terminal.paint(text, 'bold')}" for n, text in enumerate(heads))
        yield from _wrapped(line.text, "    ", terminal)
    else:
        yield from _wrapped(line.text, f"  {glyph}", terminal, hang=len("  ") + (2 if glyph else 0))
    for note in line.notes:
        yield from (terminal.paint(text, "dim") for text in _wrapped(note, "      ", terminal))


def _wrapped(text: str, first: str, terminal: Terminal, hang: int | None = None) -> Iterator[str]:
    """Wrap a text; the first line starts with `first`, the others with as many blanks."""
    indent = len(first) if hang is None else hang
    lines = textwrap.wrap(visible(text), max(20, terminal.width - indent), break_on_hyphens=False) or [""]
    yield first + lines[0]
    yield from (" " * indent + more for more in lines[1:])


def _scale(estimate: Estimate, terminal: Terminal) -> str:
    """Draw the interval and its mean on a scale from 0 to 1."""
    low, mean, high = (round(value * (SCALE - 1)) for value in (estimate.low, estimate.mean, estimate.high))
    drawn = "".join("o" if n == mean else "=" if low <= n <= high else "." for n in range(SCALE))
    return drawn.replace("=", "━").replace("o", "●") if terminal.unicode else drawn
