"""A deal as data: its issues, what was offered, what would be better for both, and the points of its frontier."""

from goodwill.brief.dealing import SOLUTIONS, Dealing, Proposal, Terms
from goodwill.brief.document import Document, iso
from goodwill.case.bargaining import Issue


def deal_document(told: Dealing, *, points: bool) -> Document:
    """Give a deal as data; `points` adds the four points with the terms that reach them."""
    bargain = told.bargain
    found: Document = {
        **heading_document(told),
        "issues": [_issue_document(issue) for issue in bargain.issues],
        "reservation": {"mine": bargain.my_reservation, "theirs": bargain.their_reservation},
        "estimated": ["theirs"],
        "offers": [proposal_document(one) for one in told.proposals],
        "left": iso(told.left),
        "better": _better_document(told),
        "frontier": {"size": told.size, "outcomes": told.outcomes, "acceptable": told.acceptable}
        if told.size else None,
        "missing": list(told.missing),
        "ask": list(told.ask),
    }  # fmt: skip
    if points:
        found["points"] = {
            name: [_terms_document(one, told) for one in told.solutions.get(name, ())] for name in SOLUTIONS
        }
    return found


def heading_document(told: Dealing) -> Document:
    """Give which deal it is, with whom, and as of which day, as data."""
    return {
        "deal": told.bargain.deal,
        "with": {"id": told.bargain.party or None, "name": told.name},
        "as_of": told.as_of.isoformat(),
    }


def _issue_document(issue: Issue) -> Document:
    rows = zip(issue.options, issue.mine, issue.theirs, strict=True)
    return {"issue": issue.name, "options": [{"option": o, "mine": a, "theirs": b} for o, a, b in rows]}


def proposal_document(one: Proposal) -> Document:
    """Give an offer, an agreement or a walk-away as data."""
    offer = one.offer
    return {
        "id": offer.id, "kind": offer.kind, "by": offer.by, "day": offer.day.isoformat(), "terms": offer.terms,
        "mine": one.mine, "theirs": one.theirs, "unsaid": list(one.unsaid), "words": offer.words,
    }  # fmt: skip


def _better_document(told: Dealing) -> Document | None:
    found = told.better
    if found is None:
        return None
    return {
        "than": found.proposal.offer.id,
        "for_both": found.for_both,
        "for_one": found.for_one,
        "nearest": [_terms_document(one, told) for one in found.nearest],
    }


def _terms_document(terms: Terms, told: Dealing) -> Document:
    bases = (told.bargain.my_reservation, told.bargain.their_reservation)
    gains = [None if base is None else round(worth - base, 12) for worth, base in
             zip((terms.mine, terms.theirs), bases, strict=True)]  # fmt: skip
    return {
        "mine": terms.mine, "theirs": terms.theirs, "gain_mine": gains[0], "gain_theirs": gains[1],
        "terms": terms.options,
    }  # fmt: skip
