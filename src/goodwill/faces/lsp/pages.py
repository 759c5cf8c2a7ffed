"""The page of a rule, shown where the caret rests on a mark."""

from textwrap import dedent

from lsprotocol.types import Hover, MarkupContent, MarkupKind

from goodwill.faces.lsp.marks import Mark
from goodwill.findings.rule import Rule
from goodwill.strategies.roster import find


def page(drawn: tuple[Mark, ...], *, markdown: bool) -> Hover | None:
    """Give the pages of the rules whose marks are here, each once."""
    codes = dict.fromkeys(mark.finding.code for mark in drawn)
    rules = [rule for code in codes if (rule := find(code)) is not None]
    if not rules:
        return None
    if markdown:
        text = MarkupContent(MarkupKind.Markdown, "\n\n---\n\n".join(_written(rule) for rule in rules))
    else:
        text = MarkupContent(MarkupKind.PlainText, "\n\n".join(rule.told for rule in rules))
    return Hover(text, drawn[0].range)


def _written(rule: Rule) -> str:
    """Write the page of a rule with its headings as an editor shows them."""
    head = f"**{rule.code} {rule.name}** ({rule.shelf}; {rule.stance}, {rule.severity})"
    sections = (f"**{heading}**\n\n{_body(heading, text)}" for heading, text in rule.sections.items())
    sources = "\n".join(f"- {cited.source} ({cited.strength})" for cited in rule.cites)
    return "\n\n".join((head, rule.title, *sections, *(("**Sources**", sources) if sources else ())))


def _body(heading: str, text: str) -> str:
    plain = dedent(text)
    return f"```text\n{plain}\n```" if heading == "Example" else plain
