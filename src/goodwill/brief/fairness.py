"""How fairly each side treated the other, laid out: counts of what was done, kind by kind."""

from collections.abc import Iterator
from dataclasses import asdict

from goodwill.brief.line import Line
from goodwill.case.justice import Treatment
from goodwill.case.quoting import counted


def fairness_lines(treatments: tuple[Treatment, ...], name: str) -> Iterator[Line]:
    """Lay out what is on record of each kind of justice; a kind of which nothing is on record is left out."""
    for one in treatments:
        yours = one.by == "me"
        who, other = ("you", name) if yours else (name, "you")
        told = "; ".join(_told(one, other))
        if told:
            yield Line(told, who)


def _told(one: Treatment, other: str) -> Iterator[str]:
    if one.concerns:
        of = "yours" if other == "you" else f"{other}'s"
        yield f"answered or took up {one.answered} of {counted(one.concerns, 'concern')} of {of} (procedural)"
    if one.concerns and one.decisions:
        yield f"heard {one.before} of them before a decision (voice)"
    if one.decisions:
        yield f"explained {one.explained} of {counted(one.decisions, 'decision')} (informational)"
    if one.thanked or one.blamed:
        yield f"thanked {counted(one.thanked, 'time')}, blamed {counted(one.blamed, 'time')} (interpersonal)"
    if one.below_peers:
        yield f"{counted(one.below_peers, 'agreed term')} below what peers of {other} get (distributive)"


def fairness_document(treatments: tuple[Treatment, ...]) -> dict[str, dict[str, int]]:
    """Give the counts as data, under `me` for how the user treated them and `them` for the other way."""
    counts = {"me" if one.by == "me" else "them": asdict(one) for one in treatments}
    return {side: {name: n for name, n in told.items() if name != "by"} for side, told in counts.items()}
