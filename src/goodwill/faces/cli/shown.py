"""How answers leave: text for the terminal, one JSON document, a page."""

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from goodwill.findings.words import visible

if TYPE_CHECKING:
    from datetime import date

    from goodwill.brief.brief import Brief
    from goodwill.brief.page import Page
    from goodwill.brief.terminal import Terminal
    from goodwill.desk.watching import Watched
    from goodwill.findings.finding import Finding

WIDEST = 96


def terminal() -> "Terminal":
    """Find out what the terminal can do; NO_COLOR and pipes turn colour off, FORCE_COLOR turns it on."""
    import shutil

    from goodwill.brief.terminal import Terminal

    width = min(WIDEST, max(40, shutil.get_terminal_size((80, 24)).columns))
    wide = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    return Terminal(width, wide, paint)


def paint(text: str, colour: str) -> str:
    """Colour a text where colour is shown."""
    if os.environ.get("NO_COLOR") or not (sys.stdout.isatty() or os.environ.get("FORCE_COLOR")):
        return text
    if colour in ("bold", "dim"):
        return click.style(text, bold=colour == "bold", dim=colour == "dim")
    return click.style(text, fg=colour, bold=True)


def document(data: Any) -> None:  # noqa: ANN401
    """Print one JSON document and nothing else; what cannot be seen or written stands in JSON's own escapes."""
    click.echo(carried(visible(json.dumps(data, ensure_ascii=False, indent=2))))


def carried(text: str) -> str:
    """Escape what the terminal's encoding cannot carry, as in file names that are no text."""
    encoding = sys.stdout.encoding or "utf-8"
    return (
        text.encode("utf-8", "backslashreplace").decode("utf-8").encode(encoding, "backslashreplace").decode(encoding)
    )


def briefs(made: "Iterable[Brief]", form: str) -> None:
    """Print briefs as text, Markdown or HTML."""
    from goodwill.brief.page import page

    pages(tuple(page(brief) for brief in made), form)


def pages(made: "tuple[Page, ...]", form: str) -> None:
    """Print pages as text, Markdown or HTML."""
    if form == "html":
        from goodwill.brief.render_html import render_html

        click.echo(render_html(made))
    elif form == "md":
        from goodwill.brief.render_markdown import render_markdown

        click.echo("\n".join(render_markdown(one) for one in made))
    else:
        from goodwill.brief.render import render

        click.echo("\n".join(render(one, terminal()) for one in made), nl=False, color=True)


def watched(seen: "Watched", today: "date", *, due: bool) -> None:
    """Print what worsened and, when asked, everything that is open; nothing where there is nothing."""
    from goodwill.brief.page import Page, Section, owed_line
    from goodwill.brief.render import render
    from goodwill.desk.watched import worse

    made = [*worse(seen, today)]
    if due and seen.due:
        made.append(Section("Open on both sides", tuple(owed_line(item, today, who) for who, item in seen.due)))
    if made:
        click.echo(render(Page("goodwill watch", f"as of {today}", tuple(made)), terminal()), nl=False, color=True)


def status(findings: "Iterable[Finding]", fail_on: str) -> int:
    """Give the exit status: 1 when a finding reaches the level, else 0."""
    from goodwill.findings.select import reaches

    return int(fail_on != "never" and reaches(findings, fail_on))


def note(text: str) -> None:
    """Say something beside the answer, on stderr."""
    click.echo(f"goodwill: {visible(text)}", err=True)
