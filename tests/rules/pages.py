"""Rule pages in Markdown: each case is a heading, a `ledger DAY PARTY` block and the findings expected of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from goodwill.case.case import Case, case
from goodwill.findings.finding import Finding
from goodwill.findings.rule import Rule
from goodwill.findings.run import run
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse

HERE = Path(__file__).parent
_CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n(?P<prose>.*?)```ledger (?P<day>\S+) (?P<party>\S+)(?: draft=(?P<draft>\S+))?\n"
    r"(?P<ledger>.*?)```\n.*?```findings\n(?P<findings>.*?)```",
    re.M | re.S,
)


@dataclass(frozen=True)
class Page:
    """One case of a rule's page."""

    rule: str
    title: str
    day: date
    party: str
    draft: str
    ledger: str
    expected: tuple[str, ...]

    def case(self) -> Case:
        """Read the ledger block; a line that is invalid fails the test."""
        entries = list(parse(self.ledger.splitlines()))
        assert all(isinstance(entry, Entry) for entry in entries), entries
        whole = case(Book.of(e for e in entries if isinstance(e, Entry)), self.day, draft=self.draft)
        return whole.among(self.party)

    def found(self, rule: Rule) -> tuple[str, ...]:
        """Print what the rule finds, in the form of the page."""
        return tuple(shown(finding) for finding in run([rule], self.case()))


def shown(finding: Finding) -> str:
    """Print a finding as a page does: code, side, entries, then what it says."""
    return f"{finding.code} {finding.by} {','.join(e.id for e in finding.evidence)} | {finding.says}"


def pages() -> Iterator[Page]:
    """Read every page beside this file."""
    for path in sorted(HERE.glob("*/*.md")):
        for found in _CASE.finditer(path.read_text()):
            yield Page(
                path.stem,
                found["title"],
                date.fromisoformat(found["day"]),
                found["party"],
                found["draft"] or "",
                found["ledger"],
                tuple(line for line in found["findings"].splitlines() if line.strip()),
            )
