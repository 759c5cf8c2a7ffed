"""What the evidence supports about one side: ability, benevolence, integrity and promptness, kept apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from goodwill.codebook.trust import FACETS

if TYPE_CHECKING:
    from goodwill.case.folds import Folds

WEIGHT_OF_INDEPENDENT_REFERENCE = 1.0
WEIGHT_OF_SUPPLIED_REFERENCE = 0.3
WEIGHT_OF_VOUCH = 0.3
DAYS_TO_ANSWER = 7


@dataclass(frozen=True, slots=True)
class Evidence:
    """One act that speaks for or against one facet: how good (0 to 1), when, how weighty; `of` is what it is about."""

    facet: str
    id: str
    day: date
    good: float
    weight: float = 1.0
    of: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """One facet: mean and 90 % interval, effective evidence, newest day; `state` is enough, thin or none."""

    mean: float
    low: float
    high: float
    n: float
    newest: date | None
    state: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """The four facets of one side."""

    ability: Estimate
    benevolence: Estimate
    integrity: Estimate
    promptness: Estimate


def standing(folds: "Folds", side: str, today: date) -> Standing:
    """Weigh the acts of one side; contested acts and unconfirmed readings do not count.

    Each act speaks for one facet only, so that lateness does not become dishonesty, nor kindness skill.
    """
    acts = evidence(folds, side, today)
    counted = [act for act in acts if not folds.contested(act.id) and not folds.contested(act.of)]
    return Standing(*(reckon(tuple(e for e in counted if e.facet == facet), today) for facet in FACETS))


def evidence(folds: "Folds", side: str, today: date) -> Iterator[Evidence]:
    """Give the acts of one side, each under the facet it speaks for."""
    yield from _from_promises(folds, side, today)
    yield from _from_bills(folds, side, today)
    yield from _from_network(folds, side, today)
    yield from _from_treatment(folds, side, today)
    for breach in folds.breaches:
        facet = {"mistake": "ability", "bad_faith": "integrity", "conflict": "integrity"}.get(breach.cause)
        if breach.by == side and facet:
            yield Evidence(facet, breach.id, breach.day, 0.0, of=breach.of)


def _from_promises(folds: "Folds", side: str, today: date) -> Iterator[Evidence]:
    for p in folds.promises:
        if p.by != side or not p.confirmed or not p.settled(today):
            continue
        day = p.ended or p.due or p.made
        if p.due is not None:
            yield Evidence("promptness", p.ended_by or p.id, day, float(p.on_time(today)), of=p.id)
        if p.state != "open":
            yield Evidence("integrity", p.ended_by or p.id, day, float(p.state == "kept"), of=p.id)


def _from_bills(folds: "Folds", side: str, today: date) -> Iterator[Evidence]:
    for bill in folds.bills:
        if bill.to == side and bill.due is not None and (bill.settled or bill.overdue(today)):
            yield Evidence("promptness", bill.id, bill.settled or bill.due, float(bill.days_late(today) <= 0))


def _from_network(folds: "Folds", side: str, today: date) -> Iterator[Evidence]:
    for ref in folds.references:
        if ref.about == side and ref.by != side:
            weight = WEIGHT_OF_INDEPENDENT_REFERENCE if ref.independent() else WEIGHT_OF_SUPPLIED_REFERENCE
            if ref.reliability is not None:
                yield Evidence("ability", ref.id, ref.day, (ref.reliability - 1) / 4, weight)
            if ref.followthrough is not None:
                yield Evidence("promptness", ref.id, ref.day, (ref.followthrough - 1) / 4, weight)
    for vouch in folds.vouches:
        if vouch.about == side and vouch.by != side:
            yield Evidence("ability", vouch.id, vouch.day, 1.0, WEIGHT_OF_VOUCH)
    for claim in folds.claims:
        state = claim.state(today)
        told = [check for check in claim.checks if check.result == state]
        if claim.by == side and told:
            yield Evidence("integrity", told[-1].id, told[-1].day, float(state == "confirmed"), of=claim.id)


def _from_treatment(folds: "Folds", side: str, today: date) -> Iterator[Evidence]:
    for concession in folds.concessions:
        if concession.by == side and concession.confirmed:
            yield Evidence("benevolence", concession.id, concession.day, 1.0)
    for favour in folds.accommodations:
        if favour.by == side:
            yield Evidence("benevolence", favour.id, favour.day, 1.0)
    for concern in folds.concerns:
        waited = (concern.answered or today) - concern.day
        if concern.to == side and concern.confirmed and (concern.answered or waited.days > DAYS_TO_ANSWER):
            good = float(concern.answered is not None)
            day = concern.answered or concern.day
            yield Evidence("benevolence", concern.answer or concern.id, day, good, of=concern.id)
    for pulse in folds.pulses:
        if pulse.by != side and pulse.outcome is not None:
            yield Evidence("ability", pulse.id, pulse.day, (pulse.outcome - 1) / 6, 0.5)
        if pulse.by != side and pulse.relationship is not None:
            yield Evidence("benevolence", pulse.id, pulse.day, (pulse.relationship - 1) / 6, 0.5)


def reckon(acts: tuple[Evidence, ...], today: date) -> Estimate:
    """Give the estimate that the acts of one facet support on a day."""
    from goodwill.measures.reliability import posterior

    seen = posterior(
        [act.good for act in acts],
        [max(0, (today - act.day).days) for act in acts],
        [act.weight for act in acts],
    )
    newest = max((act.day for act in acts), default=None)
    return Estimate(seen.mean, seen.low, seen.high, seen.n, newest, seen.state, acts)
