"""Which words to offer for which findings, with the facts of the ledger in their slots."""

from collections.abc import Iterator
from datetime import date

from goodwill.brief.brief import Words
from goodwill.brief.wording.draft import Draft
from goodwill.brief.wording.drafts import DRAFTS
from goodwill.case.case import Case
from goodwill.findings.finding import Finding
from goodwill.findings.words import spoken
from goodwill.ledger.entry import Entry
from goodwill.ledger.party import strong

MOST_OFFERED = 3
LONGEST_QUOTE = 140
_FIRMS = frozenset({"ltd", "limited", "llc", "llp", "plc", "inc", "co", "corp", "company", "gmbh", "ag", "kg"}) | {
    "ug", "ohg", "sarl", "sas", "bv", "srl"
}  # fmt: skip


def words_for(findings: tuple[Finding, ...], case: Case) -> tuple[Words, ...]:
    """Offer words for the first findings that have a draft, no draft twice."""
    return tuple(_offered(findings, case))[:MOST_OFFERED]


def _offered(findings: tuple[Finding, ...], case: Case) -> Iterator[Words]:
    used: set[Draft] = set()
    for finding in findings:
        for draft in DRAFTS:
            if draft.code == finding.code and draft.by in (finding.by, "any") and draft not in used:
                used.add(draft)
                ids = tuple(exhibit.id for exhibit in finding.evidence)
                yield Words(draft.purpose, draft.filled(facts(finding, case)), ids)


def facts(finding: Finding, case: Case) -> dict[str, str]:
    """Give the facts a draft may use: the name, and what the first entry of the evidence says."""
    first = finding.evidence[0]
    entry = case.entry(first.id)
    due = _due(entry, case) if entry else None
    return {
        "name": first_name(case),
        "words": _one_line(first.words) if entry and entry.words.strip() else "",
        "day": spoken(first.day),
        "due": spoken(due) if due else "",
        "amount": _amount(entry, case) if entry else "",
        "currency": entry.get("currency") if entry else "",
        "number": (entry.get("number") or f"of {spoken(entry.day)}") if entry else "",
    }


def _amount(entry: Entry, case: Case) -> str:
    """Give the amount as written, or of an invoice paid in part what is left of it."""
    part = next((bill for bill in case.bills if bill.id == entry.id and bill.open() and bill.payments), None)
    return f"{part.left():.2f}" if part else entry.get("amount")


def _due(entry: Entry, case: Case) -> date | None:
    """Give the day that stands: of a promise that was moved the new one, of a recurring one the oldest still open."""
    days = (promise.due for promise in case.promises if promise.id == entry.id and promise.state == "open")
    read = (r.due for r in case.readings if r.of == entry.id and r.move == "promise" and r.due)
    return next(days, entry.day_of("due") or next(read, None))


def first_name(case: Case) -> str:
    """Give the name to address the other side by; none where only an address or a number is known.

    Only a person has a first name: a name known from invoices alone may be that of a firm, and stays whole.
    """
    name = case.name(case.party)
    party = case.who.known.get(case.party)
    if strong(name):
        return ""
    if party.type == "organisation" if party else not any(m.by == case.party for m in case.sent):
        return name
    if name.rpartition(" ")[2].rstrip(".").casefold() in _FIRMS:
        return name
    first, _, rest = name.partition(" ")
    return name if first.rstrip(".").casefold() in ("dr", "mr", "mrs", "ms", "prof") or not rest else first


def _one_line(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= LONGEST_QUOTE else plain[: LONGEST_QUOTE - 1] + "…"
