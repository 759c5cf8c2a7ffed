"""The draft agrees and does not say to what.

Looks for
    an acceptance in a draft that names no figure and no day, after an offer of theirs in the last 30 days.

Why it matters
    Clauses that say who does what raise continuation [malhotra-2011]; writers overrate how well they are understood
    [kruger-2005].

Do instead
    Write the recap into the same message: what, how much, by when, who.

Limits
    It sees acceptance in plain words. If both have signed a paper, no recap is needed.

Example
    2026-01-18 offer o1 by=tomas to=me terms="price=300;days=10" | 300, in ten days
    2026-01-20 message draft by=me to=tomas | Agreed.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import names_day, own_words, said
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 30
_FIGURE = re.compile(r"\d")


@rule("D904", stance="gap", severity="info")
def agreement_without_recap(case: Case) -> Iterator[Sighting]:
    """Report an acceptance of a draft that names neither figure nor day, after an offer of theirs."""
    draft, yes = case.drafted, next(iter(said(case.drafted, "accept")), None)
    if draft is None or yes is None or _FIGURE.search(own_words(draft)) or names_day(own_words(draft)):
        return
    theirs = [offer for offer in case.offers if offer.kind == "offer" and offer.by == case.party]
    recent = [offer for offer in theirs if (case.today - offer.day).days <= RECENT]
    if recent:
        offer = recent[-1]
        terms = ", ".join(f"{name} {value}" for name, value in offer.terms.items()) or "______"
        what = quoted(offer.words, f"the offer of {offer.day}")
        says = f"{quoted(yes.words, 'the yes')} names none of the terms of {what}"
        recap = f"So that neither of us has to remember: {terms}. I do ______ by ______; you do ______ by ______"
        reword = f"{yes.words}. {recap}"
        yield Sighting(case.me, (yes.id, offer.id), says, reword=reword)
