"""A deal laid out as pages, whole or its points alone."""

from collections.abc import Iterable, Iterator, Sequence

from goodwill.brief.deal_gaps import listed
from goodwill.brief.dealing import Dealing, Proposal, Terms
from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section
from goodwill.case.bargaining import Issue
from goodwill.case.quoting import counted, quoted
from goodwill.findings.words import spoken, spoken_days

TITLES = {
    "nash": ("Nash", "the largest product of the two gains"),
    "kalai_smorodinsky": ("Kalai-Smorodinsky", "the smaller share of what each could gain, at its largest"),
    "egalitarian": ("Egalitarian", "the smaller gain at its largest; needs one scale for both"),
    "utilitarian": ("Utilitarian", "the largest sum; needs one scale for both"),
}
ON_FRONTIER = "nothing written here is better for one side without being worse for the other"


def deal_page(told: Dealing) -> Page:
    """Lay a deal out: the issues, the worth of no deal, what was offered, and what would be better for both."""
    made = (
        *gaps(told.missing, told.ask),
        Section(
            "What each option is worth", tuple(map(_issue, told.bargain.issues)), f"points to you : to {told.name}"
        ),
        Section("What having no deal is worth", _reservations(told)),
        Section("Offered so far", tuple(proposal_line(one, told) for one in told.proposals)),
        Section("Could both do better", tuple(_better(told))),
        Section("How to read this", _reading(told)),
    )
    return deal_laid_out(told, f"Deal: {told.bargain.deal}", made)


def points_page(told: Dealing) -> Page:
    """Lay out the size of the frontier and the four points, each with the terms that reach it."""
    picked = (Section(TITLES[name][0], tuple(_terms(one, told) for one in found), TITLES[name][1])
              for name, found in told.solutions.items())  # fmt: skip
    made = (
        *gaps(told.missing, told.ask),
        Section("The frontier", tuple(_frontier(told))),
        *picked,
        Section("How to read this", _reading(told)),
    )
    return deal_laid_out(told, f"Points of the deal: {told.bargain.deal}", made)


def gaps(missing: Sequence[str], ask: Sequence[str]) -> tuple[Section, ...]:
    """Lay out first what is not known of a deal, and what to ask about it."""
    return (
        Section("Not known", tuple(Line(text) for text in missing)),
        Section("What to ask", tuple(Line(text) for text in ask)),
    )


def deal_laid_out(told: Dealing, title: str, made: Iterable[Section]) -> Page:
    """Make a page about a deal: with whom, as of which day, on how many issues; empty sections fall away."""
    aside = f"with {told.name} · as of {spoken(told.as_of)} · {counted(len(told.bargain.issues), 'issue')}"
    return Page(title, aside, tuple(section for section in made if section.lines))


def _issue(issue: Issue) -> Line:
    rows = zip(issue.options, issue.mine, issue.theirs, strict=True)
    told = (f"{option} ({_number(a, '?')} : {_number(b, '?')})" for option, a, b in rows)
    return Line(" · ".join(told) or "no option", issue.name)


def _reservations(told: Dealing) -> tuple[Line, ...]:
    mine, theirs = told.bargain.my_reservation, told.bargain.their_reservation
    return (Line(f"{_number(mine)} to you, {_number(theirs)} to {told.name}"),) if told.bargain.issues else ()


def proposal_line(one: Proposal, told: Dealing) -> Line:
    """Say who offered, signed or left which terms on which day, and what they are worth."""
    verbs = {"offer": "offered", "agree": "signed", "walk": "left"}
    said = ", ".join(f"{term} {value}" for term, value in one.offer.terms.items())
    worth = _worth(one, told) if one.offer.terms and told.bargain.issues else ""
    unsaid = (
        f"; names none of the options of {listed(list(one.unsaid), 'or')}" if one.offer.terms and one.unsaid else ""
    )
    notes = tuple(text for text in (worth + unsaid, quoted(one.offer.words, "")) if text)
    day = spoken_days(one.offer.day.isoformat(), told.as_of)
    return Line(f"{day}, {one.by} {verbs[one.offer.kind]}" + (f": {said}" if said else ""), notes=notes)


def _worth(one: Proposal, told: Dealing) -> str:
    """Say what terms are worth; only terms that settle every issue are held against having no deal."""
    sides = (("you", one.mine, told.bargain.my_reservation), (told.name, one.theirs, told.bargain.their_reservation))
    short = [who for who, worth, base in sides if worth is not None and base is not None and worth < base]
    less = f"; less than no deal is worth to {' and '.join(short)}" if short and not one.unsaid else ""
    return f"worth {_number(one.mine)} to you, {_number(one.theirs)} to {told.name}{less}"


def _better(told: Dealing) -> Iterator[Line]:
    found = told.better
    if found is None:
        if told.size and any(one.offer.kind != "walk" for one in told.proposals):
            yield Line("the newest terms do not name an option of every issue, so they cannot be set beside others")
        return
    day = spoken_days(found.proposal.offer.day.isoformat(), told.as_of)
    what = "what was signed" if found.proposal.offer.kind == "agree" else "the offer"
    on_it = f"the {told.size:,} deals on the frontier"
    if found.for_both:
        yield Line(f"{what} on {day}: {found.for_both:,} of {on_it} would be better for both", mark="*")
    elif found.for_one:
        yield Line(f"{what} on {day}: {found.for_one:,} of {on_it} would be better for one and as good for the other")
    else:
        yield Line(f"{what} on {day} stands on the frontier: {ON_FRONTIER}")
    for terms in found.nearest:
        yield _terms(terms, told, found.proposal)


def _terms(terms: Terms, told: Dealing, beside: Proposal | None = None) -> Line:
    said = ", ".join(f"{issue} {option}" for issue, option in terms.options.items())
    base = (beside.mine, beside.theirs) if beside else (told.bargain.my_reservation, told.bargain.their_reservation)
    than = "beside those terms" if beside else "over no deal"
    gains = [round(worth - (one or 0.0), 9) for worth, one in zip((terms.mine, terms.theirs), base, strict=True)]
    worth = f"worth {_number(terms.mine)} to you, {_number(terms.theirs)} to {told.name}"
    return Line(said, mark="-", notes=(f"{worth} ({gains[0]:+g} and {gains[1]:+g} {than})",))


def _frontier(told: Dealing) -> Iterator[Line]:
    if not told.size:
        return
    yield Line(f"{told.size:,} of {told.outcomes:,} possible deals are on it: {ON_FRONTIER}")
    if told.acceptable == 0:
        yield Line("none of them leaves both sides at least what no deal is worth: no point can be given", mark="!")
    elif told.acceptable is not None:
        yield Line(f"{told.acceptable:,} of these leave both sides at least what no deal is worth")


def _reading(told: Dealing) -> tuple[Line, ...]:
    if not any(None not in issue.theirs for issue in told.bargain.issues if issue.options):
        return ()
    estimate = f"The points of {told.name} are what you wrote down: your estimate, not their word."
    limit = "The figures explain and justify terms; they do not foretell how satisfied anybody will be."
    return (Line(estimate), Line(limit))


def _number(value: float | None, unknown: str = "unknown") -> str:
    return unknown if value is None else f"{value:,.10g}"
