"""What each figure of a standing rests on: every act that counted, how it counted, and how acts are weighed."""

from collections.abc import Iterator
from dataclasses import asdict

from goodwill.brief.document import Document, estimate_document
from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section
from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.case.standing import Estimate, Evidence
from goodwill.codebook.trust import FACETS
from goodwill.findings.words import described, spoken

LONGEST = 160


def acts_page(case: Case) -> Page:
    """Lay out the acts behind each facet of both sides, newest first; a facet without acts is left out."""
    made = tuple(section for side in (case.party, case.me) for section in _sections(case, side))
    aside = f"as of {spoken(case.today)}"
    return Page(case.name(case.party), aside, (*made, _weighed()))


def acts_document(case: Case) -> Document:
    """Give each estimate of both sides with its acts: id, day, how it counted (0 to 1) and with which weight."""
    return {
        name: {facet: _estimated(getattr(case.standing(side), facet)) for facet in FACETS}
        for name, side in (("standing", case.party), ("mirror", case.me))
    }


def _estimated(estimate: Estimate) -> Document:
    acts = [asdict(act) | {"day": act.day.isoformat()} for act in estimate.evidence]
    return estimate_document(estimate) | {"acts": acts}


def _sections(case: Case, side: str) -> Iterator[Section]:
    whose = "Your" if side == case.me else f"{case.name(side)}'s"
    for facet in FACETS:
        estimate: Estimate = getattr(case.standing(side), facet)
        acts = sorted(estimate.evidence, key=lambda act: act.day, reverse=True)
        if acts:
            told = f"{estimate.mean:.2f} ({estimate.low:.2f} to {estimate.high:.2f}), {counted(len(acts), 'act')}"
            yield Section(f"{whose} {facet}", tuple(_act(case, act) for act in acts), told)


def _act(case: Case, act: Evidence) -> Line:
    entry = next((e for name in (act.of, act.id) if name and (e := case.entry(name)) and e.words.strip()), None)
    shown = entry or case.entry(act.of) or case.entry(act.id)
    words = act.id if shown is None else quoted(shown.words, described(shown), LONGEST)
    weight = "" if act.weight == 1.0 else f", weight {act.weight:g}"
    return Line(words, f"{spoken(act.day)}, {_counted(act.good)}{weight}", cites=(shown.id if shown else act.id,))


def _counted(good: float) -> str:
    """Say how an act counted.

    >>> _counted(1.0), _counted(0.0), _counted(0.75)
    ('in favour', 'against', '0.75 in favour')
    """
    return {1.0: "in favour", 0.0: "against"}.get(good, f"{good:.2f} in favour")


def _weighed() -> Section:
    from goodwill.measures.reliability import HALF_LIFE, PRIOR

    return Section(
        "How acts are weighed",
        (
            Line(f"An act counts half as much after {HALF_LIFE:.0f} days, a quarter after twice that."),
            Line(f"Before any act stands a mild presumption of {PRIOR[0]:g} in favour and {PRIOR[1]:g} against."),
            Line("The figure is the share in favour; the interval holds it with a chance of 90 %."),
            Line("Contested acts, and what a machine read and nobody confirmed, do not count."),
        ),
    )
