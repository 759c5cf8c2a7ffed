"""What was asked and checked about someone, and what it has to carry: the reasons to ask at all."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from goodwill.case.quoting import quoted

if TYPE_CHECKING:
    from goodwill.case.case import Case
    from goodwill.case.ties import Check, Reference, Vouch

LEAST_RECORD = 3
LONG_KNOWN = 365
_MONEY = re.compile(r"\b(pay|paying|fees?|deposit|advance|instalments?|transfer|EUR|USD|GBP)\b|[€£$]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Commitment:
    """What binds the user to someone: an open stake, an agreement, or an open promise of money."""

    id: str
    kind: str
    by: str
    day: date
    words: str
    deal: str = ""

    def told(self) -> str:
        """Name it in the user's words, or by its kind and day."""
        return quoted(self.words, f"the {self.kind} of {self.day}")


def commitments(case: "Case") -> tuple[Commitment, ...]:
    """Give what binds the user to the counterparty today, oldest first."""
    left = {offer.deal for offer in case.offers if offer.kind == "walk" and offer.deal}
    found = [Commitment(s.id, "stake", case.me, s.day, s.words) for s in case.stakes]
    found += [
        Commitment(o.id, "agreement", o.by, o.day, o.words, o.deal)
        for o in case.offers
        if o.kind == "agree" and o.deal not in left
    ]
    found += [
        Commitment(p.id, "promise", p.by, p.made, p.words, p.deal)
        for p in case.promises
        if p.by == case.me and p.confirmed and p.state == "open" and _MONEY.search(p.words)
    ]
    return tuple(sorted(found, key=lambda commitment: commitment.day))


def vouches_for(case: "Case") -> "tuple[Vouch, ...]":
    """Give the referrals others made of the counterparty."""
    return tuple(v for v in case.vouches if v.about == case.party and v.by not in case.sides)


def references_on(case: "Case") -> "tuple[Reference, ...]":
    """Give what others said of the counterparty when asked."""
    return tuple(r for r in case.references if r.about == case.party and r.by not in case.sides)


def checks_on(case: "Case") -> "tuple[Check, ...]":
    """Give the checks of the counterparty's claims that came to a result."""
    return tuple(c for claim in case.claims if claim.by == case.party for c in claim.checks if c.result != "unclear")


def record(case: "Case") -> int:
    """Count what the counterparty's own conduct toward the user has shown: promises, bills and deliveries ended."""
    promises = sum(p.by == case.party and p.confirmed and p.settled(case.today) for p in case.promises)
    bills = sum(bill.settled is not None for bill in case.bills)
    return promises + bills + sum(e.get("by") == case.party for e in case.book.kinds("delivery"))


def known_well(case: "Case") -> bool:
    """Say whether the user's own experience is enough: three acts ended, or a tie of a year and more."""
    if record(case) >= LEAST_RECORD:
        return True
    own = [tie for tie in case.ties if {tie.a, tie.b} == set(case.sides)]
    return any((case.today - tie.known_since()).days >= LONG_KNOWN for tie in own)
