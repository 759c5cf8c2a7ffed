"""A draft checked: laid on the desk as an unsaved entry and judged by the same rules as everything else."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from goodwill.case.case import Case, case
from goodwill.case.parties import ME
from goodwill.case.quoting import quoted
from goodwill.case.thread import DRAFT
from goodwill.desk.draft import SOMEONE, Waiver, addressees, laid, waivers
from goodwill.findings.finding import Finding
from goodwill.findings.rule import Rule
from goodwill.findings.run import run
from goodwill.findings.select import select
from goodwill.ledger.book import Book

if TYPE_CHECKING:
    from goodwill.desk.open_book import OpenBook

MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a draft, in order of place; those shown first; and the waivers that waive nothing.

    `to` is the id of the party whose entries had their say, empty where nobody's had; `note` is what to say of that.
    """

    findings: tuple[Finding, ...]
    shown: tuple[Finding, ...]
    unused: tuple[Waiver, ...] = ()
    to: str = ""
    note: str = ""


def check(opened: "OpenBook", draft: str, to: str, today: date, file: str = "") -> Checked:
    """Check a draft to a party, to the one its own header names, or to nobody in particular."""
    from goodwill.strategies.roster import ROSTER  # a draft without a book needs few of the rules

    whole = opened.case(today)
    party, note = (opened.find(to, whole), "") if to else _addressed(opened, draft, whole)
    entries = laid(draft, party, today, file)
    others = (entry for entry in opened.book if entry.id != DRAFT)
    drafted = case(Book.of([*others, *entries]), today, opened.identity.mentions, DRAFT).among(party)
    return replace(_checked(ROSTER, drafted, draft), to="" if party == SOMEONE else party, note=note)


def check_by_itself(draft: str, today: date, file: str = "", me: Collection[str] = ()) -> Checked:
    """Check a draft to nobody in particular for what it says alone, without any book."""
    from goodwill.strategies.by_itself import BY_ITSELF  # where there is a book, all rules are asked

    alone = case(Book.of(laid(draft, SOMEONE, today, file)), today, me, DRAFT)
    return _checked(BY_ITSELF, alone.among(SOMEONE), draft)


def _checked(rules: Iterable[Rule], drafted: Case, draft: str) -> Checked:
    found = [f for f in run(rules, drafted) if any(exhibit.id == DRAFT for exhibit in f.evidence)]
    left = sorted(found, key=_place)
    unused = tuple(waiver for waiver in waivers(draft) if not _waive(left, waiver))
    shown = frozenset(id(f) for f in select(left, MOST_SHOWN).shown)
    return Checked(tuple(left), tuple(f for f in left if id(f) in shown), unused)


def _addressed(opened: "OpenBook", draft: str, whole: Case) -> tuple[str, str]:
    """Find the first known party that the header of a draft names; a stranger is told of where a book is there."""
    named = addressees(draft)
    for name in named:
        try:
            party = opened.find(name, whole)
        except LookupError:
            continue
        if party != ME:
            return party, f"checked against what is on record about {whole.name(party)}, named in its To: line"
    if not named or not whole.counterparties:
        return SOMEONE, ""
    return SOMEONE, f"checked for what it says alone: {quoted(named[0])} in its To: line is nobody in the book"


def _waive(left: list[Finding], waiver: Waiver) -> bool:
    """Take the finding nearest to a waiver of its rule out of those left; says whether there was one."""
    named = [f for f in left if waiver.rule.upper() == f.code or waiver.rule.lower() == f.name]
    if named:
        left.remove(min(named, key=lambda finding: abs(_place(finding)[0] - waiver.start)))
    return bool(named)


def _place(finding: Finding) -> tuple[int, str]:
    return min(e.source.start or 0 for e in finding.evidence if e.id == DRAFT), finding.code
