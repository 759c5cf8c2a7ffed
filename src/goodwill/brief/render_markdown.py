"""A brief's page as Markdown; imported text cannot become markup."""

import re
from collections.abc import Iterator

from goodwill.brief.line import Line
from goodwill.brief.page import Page
from goodwill.findings.words import visible

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~&]|(?<=:)/(?=/)|(?<=\bwww)\.|^[-=])", re.IGNORECASE)
_NUMBERED = re.compile(r"^(\d{1,9})\.")


def plain(text: str) -> str:
    r"""Escape what Markdown or HTML would read as markup.

    >>> plain("*late* <b>")
    '\\*late\\* \\<b\\>'
    """
    escaped = _SPECIAL.sub(r"\\\1", " ".join(visible(text).split()))
    return _NUMBERED.sub(r"\1\\.", escaped)


def render_markdown(page: Page) -> str:
    """Print a page as Markdown."""
    return "\n".join(_page(page)) + "\n"


def _page(page: Page) -> Iterator[str]:
    yield f"# {plain(page.title)}"
    yield ""
    yield plain(page.aside)
    for section in page.sections:
        aside = f" ({plain(section.aside)})" if section.aside else ""
        yield from ("", f"## {plain(section.title)}{aside}", "")
        for line in section.lines:
            yield from _line(line)


def _line(line: Line) -> Iterator[str]:
    mark = f"{plain(line.mark)} " if line.mark else ""
    head = f"**{plain(line.head)}** " if line.head else ""
    yield f"- {mark}{head}{plain(line.text)}"
    yield from (f"  - {plain(note)}" for note in line.notes)
