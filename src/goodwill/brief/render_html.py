"""A brief's page as one HTML file: no script, nothing loaded from elsewhere, imported text escaped."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape

from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section
from goodwill.case.standing import Estimate
from goodwill.findings.words import visible

_NAMES = {"!": "warning", "*": "advice", "-": "note", "+": "strength"}
STYLE = """
:root { color-scheme: light dark; --ink: #1d2321; --soft: #5a6660; --paper: #fbfaf7; --line: #d9d6cc; --bar: #2f6f5e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece9e1; --soft: #a7b0aa; --paper: #191c1b; --line: #3a403d; --bar: #7cc4ae; }
}
body { font: 1rem/1.55 Georgia, "Times New Roman", serif; color: var(--ink); background: var(--paper); margin: 0 auto;
  max-width: 46rem; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.9rem; margin: 2.5rem 0 0; } h2 { font-size: 1.1rem; margin: 2rem 0 .4rem;
  border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
.aside, .notes, h2 small { color: var(--soft); font-size: .9rem; font-weight: normal; }
ul { list-style: none; padding: 0; margin: 0; } li { margin: .55rem 0; overflow-wrap: anywhere; }
.mark { font: 700 .75rem/1 system-ui, sans-serif; border: 1px solid currentColor; border-radius: .2rem;
  padding: .1rem .3rem; margin-right: .4rem; }
.warning { color: #b3261e; } .advice { color: #8a5a00; } .strength { color: #1f6f43; } .note { color: var(--soft); }
@media (prefers-color-scheme: dark) {
  .warning { color: #ff8a80; } .advice { color: #ffcc66; } .strength { color: #7bd8a0; }
}
.head { font-weight: 700; margin-right: .4rem; } .facet { display: inline-block; min-width: 6.5rem; }
.notes { margin: .15rem 0 0 1rem; }
svg { vertical-align: -.15rem; margin-right: .5rem; } .rail { stroke: var(--line); }
.range, .dot { stroke: var(--bar); }
.dot { fill: var(--bar); }
@media print { body { max-width: none; } li { break-inside: avoid; } }
"""


@dataclass(frozen=True, slots=True)
class Links:
    """Where an entry (by id) and a rule (by code) can be read; an empty address makes no link."""

    entry: Callable[[str], str] = lambda _: ""
    rule: Callable[[str], str] = lambda _: ""


NOWHERE = Links()


def render_html(pages: tuple[Page, ...]) -> str:
    """Print pages as one HTML document."""
    body = "\n".join(text for page in pages for text in _page(page, NOWHERE))
    title = _safe(", ".join(page.title for page in pages))
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>goodwill: {title}</title>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<style>{STYLE}</style>\n</head>\n'
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def article(page: Page, links: Links = NOWHERE) -> str:
    """Give one page as an article, to stand within a larger document."""
    return "\n".join(_page(page, links))


def items(lines: tuple[Line, ...], links: Links = NOWHERE) -> str:
    """Give lines as the items of a list."""
    return "\n".join(_line(line, links) for line in lines)


def _page(page: Page, links: Links) -> Iterator[str]:
    yield f'<article>\n<h1>{_safe(page.title)}</h1>\n<p class="aside">{_safe(page.aside)}</p>'
    for section in page.sections:
        yield from _section(section, links)
    yield "</article>"


def _section(section: Section, links: Links) -> Iterator[str]:
    aside = f" <small>{_safe(section.aside)}</small>" if section.aside else ""
    name = f' class="{section.name}"' if section.name else ""
    yield f"<section{name}>\n<h2>{_safe(section.title)}{aside}</h2>\n<ul>"
    yield items(section.lines, links)
    yield "</ul>\n</section>"


def _line(line: Line, links: Links) -> str:
    name = _NAMES.get(line.mark, "")
    mark = f'<span class="mark {name}">{name}</span>' if name else ""
    kind = "head facet" if line.scale or (line.head and not line.mark and not line.notes) else "head"
    head = f'<span class="{kind}">{_head(line, links)}</span>' if line.head else ""
    text = f'<span class="text">{_linked(line.text, "" if line.notes else _cited(line, 0, links))}</span>'
    notes = "".join(
        f'<div class="notes">{_linked(note, _cited(line, n, links))}</div>' for n, note in enumerate(line.notes)
    )
    return f"<li>{mark}{head}{_scale(line.scale)}{text}{notes}</li>"


def _head(line: Line, links: Links) -> str:
    """Write the head; the code of a rule in it leads to the page of the rule."""
    if not line.code or not line.head.startswith(line.code):
        return _safe(line.head)
    return _linked(line.code, links.rule(line.code)) + _safe(line.head.removeprefix(line.code))


def _cited(line: Line, n: int, links: Links) -> str:
    return links.entry(line.cites[n]) if n < len(line.cites) else ""


def _linked(text: str, address: str) -> str:
    return f'<a href="{escape(address)}">{_safe(text)}</a>' if address else _safe(text)


def _safe(text: str) -> str:
    return escape(visible(text))


def _scale(estimate: Estimate | None) -> str:
    """Draw the interval and its mean; the numbers stand beside it as text, so the drawing is decoration."""
    if estimate is None:
        return ""
    low, mean, high = (4 + value * 112 for value in (estimate.low, estimate.mean, estimate.high))
    return (
        '<svg width="120" height="14" aria-hidden="true"><line class="rail" x1="4" x2="116" y1="7" y2="7"/>'
        f'<line class="range" stroke-width="4" x1="{low:.1f}" x2="{high:.1f}" y1="7" y2="7"/>'
        f'<circle class="dot" cx="{mean:.1f}" cy="7" r="4"/></svg>'
    )
