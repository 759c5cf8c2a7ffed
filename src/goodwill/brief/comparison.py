"""Candidates side by side: the same rows for each, what is missing shown as missing, impressions kept apart."""

from goodwill.brief.vetting import Vetting
from goodwill.case.quoting import counted
from goodwill.case.standing import Estimate
from goodwill.codebook.trust import FACETS

ROWS = (*FACETS, "claims", "prior partners you chose", "referees they chose", "known to you through", "warnings")
UNKNOWN = "not known"


def compared(vettings: tuple[Vetting, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give each row with one cell a candidate, in the order in which they were named; nobody is ranked."""
    made = [(row, tuple(_cell(row, vetting) for vetting in vettings)) for row in ROWS]
    return (*made, ("impressions", tuple(_impressions(vetting) for vetting in vettings)))


def _cell(row: str, vetting: Vetting) -> str:
    if row in FACETS:
        return _estimate(getattr(vetting.standing, row))
    if row == "claims":
        return _claims(vetting)
    if row == "prior partners you chose":
        return _references(vetting)
    if row == "referees they chose":
        return counted(len(vetting.supplied), "referee") if vetting.supplied else UNKNOWN
    if row == "known to you through":
        return ", ".join(vetting.shared) or "nobody on record"
    loud = [f"{f.code} {f.name}" for f in vetting.findings if f.severity == "warning"]
    return ", ".join(dict.fromkeys(loud)) or "none"


def _estimate(estimate: Estimate) -> str:
    if estimate.state == "none":
        return UNKNOWN
    thin = ", thin" if estimate.state == "thin" else ""
    acts = counted(len(estimate.evidence), "act")
    return f"{estimate.mean:.2f} ({estimate.low:.2f} to {estimate.high:.2f}), {acts}{thin}"


def _claims(vetting: Vetting) -> str:
    states = [claim.state(vetting.as_of) for claim in vetting.claims]
    told = [
        f"{states.count(state)} {state}" for state in ("confirmed", "refuted", "expired", "open") if state in states
    ]
    return ", ".join(told) or UNKNOWN


def _references(vetting: Vetting) -> str:
    if not vetting.independent:
        return "none asked"
    scores = [r.followthrough for r in vetting.independent if r.followthrough]
    followed = f", follow-through {', '.join(map(str, scores))} of 5" if scores else ""
    return f"{len(vetting.independent)} asked{followed}"


def _impressions(vetting: Vetting) -> str:
    return counted(len(vetting.impressions), "impression") if vetting.impressions else "none"
