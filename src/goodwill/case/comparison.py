"""What was agreed beside what peers get: for which side the peers' terms were better, and who has said so."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from goodwill.case.case import Case
from goodwill.case.deals import Offer
from goodwill.case.hearing import DAYS_TO_RECORD, open_concerns
from goodwill.case.matter import shared
from goodwill.case.treatment import Comparable, Concern

_A_SHARE = re.compile(r"%|\b(?:per ?cent|percentage|rate|share)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WorseThanPeers:
    """One agreed term that is worse for a side than what peers get."""

    side: str
    term: str
    agreed: str
    agreement: Offer
    peers: Comparable


@dataclass(frozen=True, slots=True)
class Raised:
    """A comparison that a side has raised: its concern, and what peers get."""

    concern: Concern
    peers: Comparable


def unanswered_comparisons(case: Case, after: int) -> Iterator[Raised]:
    """Give the concerns that have stood for more than some days and were raised with what peers get.

    They belong together where both were noted within three days and speak of the same matter.
    """
    for concern in open_concerns(case, after) if case.comparables else ():
        near = (p for p in case.comparables if abs((p.day - concern.day).days) <= DAYS_TO_RECORD)
        peers = next((p for p in near if shared(concern.words, f"{p.matter} {p.value} {p.words}")), None)
        if peers is not None:
            yield Raised(concern, peers)


def did_the_same(case: Case, what: str) -> tuple[Comparable, str] | None:
    """Give the newest note of how many of some people did a thing, with its count in words: "4 of 6 people".

    A note without n, or of a share in place of a count, tells of no people one could name, and is left out.
    """
    found = None
    for peers in case.comparables:
        about = re.sub(r"[-_\s]+", " ", peers.matter.casefold())
        did = _number(peers.value)
        if what not in about or did is None or not peers.n or _A_SHARE.search(f"{peers.unit} {peers.matter}"):
            continue
        if did.is_integer() and 0 <= did <= peers.n:
            found = peers, f"{did:g} of {peers.n:g} {peers.unit}".rstrip()
    return found


def worse_than_peers(case: Case) -> Iterator[WorseThanPeers]:
    """Give the agreed terms that peers get better, where the first offers show which way each side pulls."""
    for agreement in (offer for offer in case.offers if offer.kind == "agree"):
        for term, agreed in agreement.terms.items():
            lower = _wants_lower(case, agreement, term)
            for peers in case.comparables:
                if lower and peers.matter.casefold() == term.casefold() and (gap := _gap(peers.value, agreed)):
                    side = lower if gap < 0 else case.other(lower)
                    yield WorseThanPeers(side, term, agreed, agreement, peers)


def _wants_lower(case: Case, agreement: Offer, term: str) -> str:
    """Name the side whose first offer on a term was the lower one; without an offer of each, nobody can say."""
    mine, theirs = (_first(case, agreement.deal, side, term) for side in case.sides)
    if mine is None or theirs is None or mine == theirs:
        return ""
    return case.me if mine < theirs else case.party


def _first(case: Case, deal: str, side: str, term: str) -> float | None:
    offers = (o for o in case.offers if o.kind == "offer" and (o.by, o.deal) == (side, deal))
    return next((value for o in offers if (value := _number(o.terms.get(term, ""))) is not None), None)


def _gap(peers: str, agreed: str) -> float:
    one, other = _number(peers), _number(agreed)
    return one - other if one is not None and other is not None else 0.0


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def explained(case: Case, found: WorseThanPeers) -> bool:
    """Say whether the other side gave a reason, in a message or a decision of the same deal."""
    other = case.other(found.side)
    recorded = any(d.by == other and d.reason and d.deal == found.agreement.deal for d in case.decisions)
    return recorded or any(m.by == other and "reason" in m.moves() for m in case.sent)
