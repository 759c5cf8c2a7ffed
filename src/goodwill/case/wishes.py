"""What the other side of a deal has said and offered that shows what it wants, each with the entry it stands in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from goodwill.case.bargaining import Bargain, Issue, named, options_in, terms_of
from goodwill.case.case import Case
from goodwill.case.refusals import Refusal, in_figures, refusals
from goodwill.case.statements import Statement, issue_patterns, statements
from goodwill.case.thread import Message

DAYS_BEFORE = 90
BY_TYPE = 3  # the types learnt of who asks first, second and third are about three issues
ORDER_TOLD = 2  # of more issues, or over several messages, who comes third tells little
_READ_AS = {"self-need": "need", "other-need": "need", "no-need": "no-need", "elicit-pref": "ask"}
_LIKED = frozenset({"need", "want", "most", "strong", "ask-for"})
_SAYS_LITTLE = frozenset({"bare", "i-get"})
_NOT_FIRM = frozenset({"named", "set", "no-need", "least", "plenty", "give-up"})
_COUNTS = frozenset({"0", "1", "2", "3"})
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing the other side said or offered: `issue` is its place; `type` that of the statement.

    `option`: the option they asked for with it, as its place, where they named one.
    """

    entry: str
    day: date
    words: str
    issue: int
    type: str
    option: int | None = None


@dataclass(frozen=True, slots=True)
class Ranking:
    """The issues as they ranked them, best first, as an `interest` line of theirs has it."""

    entry: str
    day: date
    issues: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """All there is to go by: what was said, ranked and offered; `named`: the first two issues asked for, in order.

    `refused`: what they said no to, and neither offered nor signed since. `signed`: the option of each issue in what
    was signed last, None where it names none; empty where nothing was.
    """

    signs: tuple[Sign, ...] = ()
    named: tuple[int, ...] = ()
    rankings: tuple[Ranking, ...] = ()
    offers: tuple[tuple[str, tuple[int | None, ...]], ...] = ()
    refused: tuple[Refusal, ...] = ()
    signed: tuple[int | None, ...] = ()

    def none(self) -> bool:
        """Say whether nothing of theirs speaks to what they want."""
        offered = any(set(places) != {None} for _, places in self.offers)
        return not (self.signs or self.rankings or offered or set(self.signed) - {None})


def wishes(case: Case, told: Bargain) -> Wishes:
    """Fold the messages, rankings and offers of the other side; messages since three months before the deal."""
    if not told.party or not told.issues:
        return Wishes()
    written = _messages(case, told)
    patterns = _patterns(case, told)
    found = statements([message.words for message in written], patterns)
    firsts = dict.fromkeys(one.issue for one in found if one.type.startswith("named"))
    ordered = len(told.issues) == BY_TYPE
    refused = tuple(_standing(refusals(written, told.issues, patterns), told))
    firm = {(no.entry, no.words, no.issue) for no in refused}
    said = (one for one in found if ordered or not one.type.startswith("named"))
    offered = [offer for offer in told.offers if offer.by == told.party and offer.kind == "offer"]
    return Wishes(
        tuple(_firmer(_sign(one, written[one.text], told.issues), firm) for one in said),
        () if ordered else tuple(firsts)[:ORDER_TOLD],
        tuple(_rankings(case, told)),
        tuple((offer.id, terms_of(offer, told.issues)) for offer in offered),
        refused,
        next((terms_of(offer, told.issues) for offer in reversed(told.offers) if offer.kind == "agree"), ()),
    )


def _firmer(sign: Sign, firm: set[tuple[str, str, int]]) -> Sign:
    """Take a limit that they named for a need, but where they said how little they mind."""
    held = (sign.entry, sign.words, sign.issue) in firm and sign.type.split()[0] not in _NOT_FIRM
    return replace(sign, type="need", option=None) if held else sign


def _standing(said: Iterator[Refusal], told: Bargain) -> Iterator[Refusal]:
    """Keep what they have not offered or signed since, and never all the options of an issue."""
    for no in said:
        since = {terms_of(offer, told.issues)[no.issue] for offer in told.offers if offer.day >= no.day
                 and (offer.by == told.party or offer.kind == "agree")}  # fmt: skip
        kept = tuple(option for option in no.options if option not in since)
        if 0 < len(kept) < len(told.issues[no.issue].options):
            names = tuple(told.issues[no.issue].options[n] for n in kept)
            yield replace(no, options=kept, names=names)


def _messages(case: Case, told: Bargain) -> list[Message]:
    of_deal = [entry.day for entry in case.book if named(entry.get("deal")) == named(told.deal)]
    since = min(of_deal, default=date.min + timedelta(DAYS_BEFORE)) - timedelta(DAYS_BEFORE)
    return [m for m in case.among(told.party).sent if m.by == told.party and m.day >= since]


def _patterns(case: Case, told: Bargain) -> tuple[re.Pattern[str], ...]:
    """Find each issue by its name, and by the other names in the words of its line."""
    names: dict[str, list[str]] = {named(issue.name): [issue.name] for issue in told.issues}
    for entry in case.book.kinds("issue"):
        if named(entry.get("deal")) == named(told.deal) and named(entry.get("issue")) in names:
            names[named(entry.get("issue"))] += options_in(entry.words)
    return issue_patterns(list(names.values()))


def _sign(one: Statement, message: Message, issues: tuple[Issue, ...]) -> Sign:
    issue = issues[one.issue]
    words = message.words[one.start : one.end].strip()
    kind = _read_by_machine(one, message) if one.type in _SAYS_LITTLE else one.type
    head, _, amount = kind.rpartition(" ")
    if amount in _COUNTS and not _COUNTS & set(issue.options):
        kind = head
    sign = Sign(message.id, message.day, words, one.issue, kind)
    return replace(sign, option=_option(words, issue)) if one.type.split()[0] in _LIKED else sign


def _read_by_machine(one: Statement, message: Message) -> str:
    """Take what a reader saw in the sentence where the words around the issue do not tell."""
    seen = [r.move for r in message.readings if r.start < one.end and r.end > one.start]
    return next((_READ_AS[move] for move in seen if move in _READ_AS), one.type)


def _option(words: str, issue: Issue) -> int | None:
    """Give the one option of an issue that a sentence names; with several there is no telling which is meant."""
    told = [n for n, option in enumerate(issue.options) if len(option) >= _SHORTEST
            and re.search(rf"(?<!\w){re.escape(in_figures(option))}(?!\w)", in_figures(words))]  # fmt: skip
    return told[0] if len(told) == 1 else None


def _rankings(case: Case, told: Bargain) -> Iterator[Ranking]:
    places = {named(issue.name): n for n, issue in enumerate(told.issues)}
    for entry in case.book.kinds("interest"):
        if entry.get("of") == told.party and named(entry.get("deal")) == named(told.deal):
            ranked = [places[named(part)] for part in options_in(entry.get("matter")) if named(part) in places]
            if len(ranked) > 1:
                yield Ranking(entry.id, entry.day, tuple(ranked))
