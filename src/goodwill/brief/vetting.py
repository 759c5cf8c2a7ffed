"""Due diligence on one candidate: what is known, who could be asked, what each check would teach, how to start."""

from dataclasses import dataclass
from datetime import date

from goodwill.brief.ladder import Rung, ladder
from goodwill.brief.questions import questions_about
from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.standing import (
    WEIGHT_OF_INDEPENDENT_REFERENCE,
    WEIGHT_OF_SUPPLIED_REFERENCE,
    Standing,
)
from goodwill.case.ties import Claim, Reference, Tie, Vouch
from goodwill.codebook.trust import FACETS
from goodwill.findings.finding import Finding
from goodwill.ledger.party import Party

HOURS = {"reference": 0.5, "supplied": 0.5, "claim": 0.25, "trial": 4.0}
WEIGHT_OF_TRIAL = 2.0


@dataclass(frozen=True, slots=True)
class Path:
    """Someone who could be asked, and how I reach them: me, then those in between, then the candidate."""

    who: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Check:
    """One further check: what it would narrow, by how much it is expected to, and the hours it takes."""

    what: str
    facet: str
    gain: float
    hours: float


@dataclass(frozen=True, slots=True)
class Vetting:
    """What is known of a candidate and what is not. `impressions` are not facts; `names` are those of the referees."""

    party: Party
    as_of: date
    matter: str
    standing: Standing
    claims: tuple[Claim, ...]
    independent: tuple[Reference, ...]
    supplied: tuple[Reference, ...]
    vouches: tuple[Vouch, ...]
    shared: tuple[str, ...]
    paths: tuple[Path, ...]
    questions: tuple[str, ...]
    checks: tuple[Check, ...]
    ladder: tuple[Rung, ...]
    impressions: tuple[str, ...]
    missing: tuple[str, ...]
    findings: tuple[Finding, ...]
    names: dict[str, str]


def vet(case: Case, findings: tuple[Finding, ...]) -> Vetting:
    """Write the due diligence of a case narrowed to one candidate."""
    standing = case.standing(case.party)
    mine = [r for r in case.references if r.about == case.party]
    claims = tuple(c for c in case.claims if c.by == case.party)
    vouches = tuple(v for v in case.vouches if v.about == case.party)
    matter = next((m for m in (*(v.matter for v in vouches), *(c.matter for c in claims)) if m), "")
    return Vetting(
        party=case.who.known.get(case.party) or Party(case.party, case.name(case.party)),
        as_of=case.today,
        matter=matter,
        standing=standing,
        claims=claims,
        independent=tuple(r for r in mine if r.independent()),
        supplied=tuple(r for r in mine if not r.independent()),
        vouches=vouches,
        shared=tuple(case.name(name) for name in case.shared),
        paths=paths(case),
        questions=questions_about(case.name(case.party), matter),
        checks=checks(case, standing, claims),
        ladder=ladder(case),
        impressions=impressions(case),
        missing=missing(case, claims),
        findings=tuple(f for f in findings if f.code[0] in "ND"),
        names={r.by: case.name(r.by) for r in mine},
    )


def paths(case: Case) -> tuple[Path, ...]:
    """Name who could be asked about the candidate: those who know them, at most two steps from me in my own ties."""
    knows = _neighbours(case.ties)
    asked = {r.by for r in case.references if r.about == case.party}
    found = []
    for witness in sorted(knows.get(case.party, set()) - {case.me} - asked):
        between = sorted(knows.get(case.me, set()) & knows.get(witness, set()) - {case.party})
        if witness in knows.get(case.me, set()):
            found.append(Path(case.name(witness), ("you", case.name(witness))))
        elif between:
            found.append(Path(case.name(witness), ("you", case.name(between[0]), case.name(witness))))
    return tuple(sorted(found, key=lambda path: len(path.steps)))


def _neighbours(ties: tuple[Tie, ...]) -> dict[str, set[str]]:
    knows: dict[str, set[str]] = {}
    for tie in ties:
        knows.setdefault(tie.a, set()).add(tie.b)
        knows.setdefault(tie.b, set()).add(tie.a)
    return knows


def checks(case: Case, standing: Standing, claims: tuple[Claim, ...]) -> tuple[Check, ...]:
    """Rank further checks by how much each is expected to narrow the picture for an hour of work."""
    open_claims = [c for c in claims if c.state(case.today) == "open"]
    offered = [
        ("ask a past client you chose yourself", "promptness", WEIGHT_OF_INDEPENDENT_REFERENCE, HOURS["reference"]),
        ("ask a referee they named", "promptness", WEIGHT_OF_SUPPLIED_REFERENCE, HOURS["supplied"]),
        ("a small paid trial with a day", "promptness", WEIGHT_OF_TRIAL, HOURS["trial"]),
        *((f"check {quoted(c.words, most=60)}", "integrity", 1.0, HOURS["claim"]) for c in open_claims[:3]),
    ]
    ranked = [Check(what, facet, _gain(standing, facet, weight), hours) for what, facet, weight, hours in offered]
    return tuple(sorted(ranked, key=lambda check: (-check.gain / check.hours, check.what)))


def _gain(standing: Standing, facet: str, weight: float) -> float:
    from goodwill.measures.inquiry import gain

    acts = getattr(standing, facet).evidence
    good = sum(act.good * act.weight for act in acts)
    return float(gain(good, sum(act.weight for act in acts) - good, [weight])[0])


def impressions(case: Case) -> tuple[str, ...]:
    """Give what is impression and not fact: talks, thanks, referrals in words, how it felt."""
    said = [(t.day, f"talk on {t.day}: {quoted(t.words)}") for t in case.talks if t.words]
    said += [(v.day, f"referral on {v.day}: {quoted(v.words)}") for v in case.vouches if v.words]
    said += [(p.day, f"how it felt on {p.day}: {quoted(p.words)}") for p in case.pulses if p.words and p.by == case.me]
    return tuple(text for _, text in sorted(said))


def missing(case: Case, claims: tuple[Claim, ...]) -> tuple[str, ...]:
    """Name what is not there, so that it is seen."""
    gaps = []
    if not any(r.about == case.party and r.independent() for r in case.references):
        gaps.append("no prior partner you chose yourself was asked about reliability and follow-through")
    open_claims = sum(c.state(case.today) == "open" for c in claims)
    if open_claims:
        gaps.append(f"{open_claims} of {len(claims)} claims unchecked")
    if not claims:
        gaps.append("no claim or credential on record")
    gaps += [f"{f}: no act on record" for f in FACETS if getattr(case.standing(case.party), f).state == "none"]
    return tuple(gaps)
