"""A case and its findings made into one brief."""

from goodwill.brief.brief import Brief
from goodwill.brief.foresight import not_enough, unchecked, would_change
from goodwill.brief.lateness import Expected, lateness
from goodwill.brief.owed import owed, promptness
from goodwill.brief.steps import steps
from goodwill.brief.wording.choose import words_for
from goodwill.brief.wording.guard import guard_for
from goodwill.case.case import Case
from goodwill.case.justice import treatments
from goodwill.case.questions import questions
from goodwill.findings.finding import Finding
from goodwill.findings.select import MOST_SHOWN, select
from goodwill.ledger.party import Party


def compose(
    case: Case, findings: tuple[Finding, ...], most: int = MOST_SHOWN, expected: Expected | None = None
) -> Brief:
    """Write the brief of a case narrowed to one counterparty; at most `most` findings are shown.

    `expected` is the lateness to expect, where it was worked out for many cases at once.
    """
    chosen = select(findings, most)
    standing, mirror = case.standing(case.party), case.standing(case.me)
    expected = lateness(case) if expected is None else expected
    asked = tuple(q for q in questions(case.book, case.who) if q.other == case.party)
    return Brief(
        party=case.who.known.get(case.party) or Party(case.party, case.name(case.party)),
        as_of=case.today,
        entries=sum(entry.kind != "reading" for entry in case.book),
        since=case.since,
        standing=standing,
        mirror=mirror,
        promptness=promptness(case, case.party),
        my_promptness=promptness(case, case.me),
        findings=chosen.shown,
        more=chosen.more,
        owed_by_me=owed(case, case.me, expected),
        owed_by_them=owed(case, case.party, expected),
        next=steps(chosen.shown, case),
        say=words_for(chosen.shown, case),
        would_change=would_change(case),
        not_enough=not_enough(standing, "their") + not_enough(mirror, "your") + unchecked(case),
        unconfirmed=unconfirmed(case),
        questions=tuple(q.asked(case.name(q.other)) for q in asked),
        guard=guard_for(case),
        fairness=tuple(told for told in treatments(case) if not told.nothing()),
    )


def unconfirmed(case: Case) -> int:
    """Count the readings that would matter if a person confirmed them."""
    return sum(r.move in ("promise", "concession", "concern") and not r.confirmed for r in case.readings)
