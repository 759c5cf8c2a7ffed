"""What would change the picture, and what cannot be said yet."""

from collections.abc import Iterator

from goodwill.brief.brief import Change
from goodwill.case.case import Case
from goodwill.case.diligence import commitments, known_well
from goodwill.case.quoting import counted, quoted
from goodwill.case.standing import Estimate, Evidence, Standing, reckon
from goodwill.codebook.trust import FACETS, TRUSTWORTHINESS

_MISSING = {facet.name: facet.missing for facet in TRUSTWORTHINESS}


def would_change(case: Case) -> tuple[Change, ...]:
    """Say how the next open item of each side would move its estimate if it came on its day, or late."""
    return tuple(change for side in (case.party, case.me) for change in _next_item(case, side))


def _next_item(case: Case, side: str) -> Iterator[Change]:
    me = side == case.me
    who = "you" if me else case.name(side)
    keep, pay = ("keep", "pay") if me else ("keeps", "pays")
    waiting = [
        (p.due, f"{who} {keep} {quoted(p.words, most=80) if p.words.strip() else 'a promise'}")
        for p in case.promises
        if p.by == side and p.state == "open" and p.confirmed and not p.waits_for
    ]
    waiting += [
        (b.due, f"{who} {pay} invoice {b.number or f'of {b.sent}'}") for b in case.bills if b.to == side and b.open()
    ]
    ahead = sorted((due, what) for due, what in waiting if due and due >= case.today)
    if not ahead:
        return
    due, what = ahead[0]
    now = case.standing(side).promptness
    kept, missed = (reckon((*now.evidence, Evidence("promptness", "", due, good)), due) for good in (1.0, 0.0))
    whose = "your" if me else "their"
    yield Change(
        f"{what} by {due}",
        f"{whose} promptness {_from(now)} {kept.mean:.2f}; a day late, {missed.mean:.2f}",
    )


def _from(now: Estimate) -> str:
    return "would stand at" if now.state == "none" else f"({now.mean:.2f} now) becomes"


def not_enough(standing: Standing, whose: str) -> tuple[str, ...]:
    """Name the facets on which the evidence is none or thin, with what is missing."""
    return tuple(
        f"{whose} {facet}: {_MISSING[facet]}" if estimate.state == "none" else _thin(whose, facet, estimate)
        for facet in FACETS
        if (estimate := getattr(standing, facet)).state != "enough"
    )


def unchecked(case: Case) -> tuple[str, ...]:
    """Say that claims of the other side wait for a check, as long as nothing depends on them; then a rule speaks."""
    claims = [claim for claim in case.claims if claim.by == case.party and claim.state(case.today) == "open"]
    if not claims or commitments(case) or known_well(case):
        return ()
    return (f"{counted(len(claims), 'claim')} not checked yet: goodwill vet lists what each check would teach",)


def _thin(whose: str, facet: str, estimate: Estimate) -> str:
    return f"{whose} {facet}: thin, {counted(len(estimate.evidence), 'act')} on record, newest {estimate.newest}"
