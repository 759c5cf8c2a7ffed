"""Rules asked of a case: each sighting made a finding with its evidence, or left out where there is none."""

from collections.abc import Iterable, Iterator

from goodwill.case.case import Case
from goodwill.findings.finding import Exhibit, Finding, Place, Sighting
from goodwill.findings.rule import Rule
from goodwill.findings.words import described
from goodwill.ledger.entry import Entry

LONGEST_EXCERPT = 240


def run(rules: Iterable[Rule], case: Case) -> Iterator[Finding]:
    """Ask each rule of a case narrowed to one counterparty, in the order of the rules; one set aside is not asked."""
    silenced = {name.casefold() for name in case.silenced}
    for rule in rules:
        if silenced & {rule.code.casefold(), rule.name}:
            continue
        for sighting in rule.see(case):
            finding = complete(rule, sighting, case)
            if finding is not None:
                yield finding


def complete(rule: Rule, sighting: Sighting, case: Case) -> Finding | None:
    """Make a sighting a finding; without an entry to show there is none."""
    shown = [entry for name in sighting.cites if (entry := case.entry(name)) is not None]
    if not shown:
        return None
    unconfirmed = any(_unconfirmed(entry, case) for entry in shown)
    severity = sighting.severity or rule.severity
    by = "me" if sighting.by == case.me else "them"
    return Finding(
        code=rule.code,
        name=rule.name,
        stance=rule.stance,
        severity="advice" if unconfirmed and severity == "warning" else severity,
        about=case.party,
        by=by,
        deal=sighting.deal or None,
        as_of=case.today,
        says=sighting.says + (" (read by machine, not yet confirmed)" if unconfirmed else ""),
        do=sighting.do or rule.advice[by],
        evidence=tuple(exhibit(e, case, sighting.span if e.id == sighting.cites[0] else None) for e in shown),
        cites=rule.cites,
        unconfirmed=unconfirmed,
        contested=any(case.contested(entry.id) for entry in shown),
        reword=sighting.reword,
    )


def exhibit(entry: Entry, case: Case, span: tuple[int, int] | None = None) -> Exhibit:
    """Show an entry with its words; a reading, or a message with a span, shows those words of the message."""
    source = entry.source
    message = case.entry(entry.get("of")) if entry.kind == "reading" else entry if span else None
    if message is None:
        place = Place(source.file, source.line, None, None)
        return Exhibit(entry.id, entry.day, _excerpt(entry.words or described(entry)), place)
    start, end = span or (source.start, source.end)
    place = Place(message.source.file, message.source.line, start, end)
    return Exhibit(message.id, message.day, _excerpt(message.words[start:end]), place)


def _excerpt(words: str) -> str:
    return words if len(words) <= LONGEST_EXCERPT else words[: LONGEST_EXCERPT - 1] + "…"


def _unconfirmed(entry: Entry, case: Case) -> bool:
    """Say whether an entry is a machine's reading of a sent message that nobody has confirmed."""
    if entry.kind != "reading" or entry.get("of") == case.draft:
        return False
    return not case.book.citing(entry.id, "confirm")
