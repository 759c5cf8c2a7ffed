"""What the other side of a deal seems to want, and what that rests on, as sections of a page and as data."""

from collections.abc import Iterator, Sequence
from datetime import date

from goodwill.brief.deal_gaps import listed
from goodwill.brief.document import Document
from goodwill.brief.line import Line
from goodwill.brief.page import Section
from goodwill.brief.their_side import Leaning, TheirSide, Told
from goodwill.case.bargaining import Bargain
from goodwill.case.quoting import counted, quoted
from goodwill.case.refusals import Refusal
from goodwill.findings.words import spoken_days

MATTERS = {"high": "matters most to them", "low": "matters least to them"}


def their_sections(side: TheirSide, told: Bargain, name: str, today: date) -> Iterator[Section]:
    """Lay out what they said no to, the estimate and its grounds; points all written down need no grounds."""
    refused = tuple(_refused(said, told, today) for said in _alike(side.wishes.refused))
    yield Section("Left out, because they said no", refused)
    if side.sure:
        yield Section(
            "What this rests on", (Line(f"the points you wrote down for {name}: your estimate, not their word"),)
        )
        return
    lines = tuple(_leaning(one, name) for one in side.leanings)
    yield Section(f"What {name} seems to want", lines, "share of all they can win, 90 % band")
    yield Section("What that rests on", tuple(_grounds(side, told, name, today)))


def _leaning(one: Leaning, name: str) -> Line:
    band = f"{percent(one.share)} ({percent(one.low)} to {percent(one.high)}); {chance(one.first)} that it matters most"
    if one.known:
        return Line(f"{band}; its points are written down", one.issue)
    if one.middle:
        return Line(f"{band}; {one.middle} seems to suit {name} best ({percent(one.liked)} sure)", one.issue)
    if one.end:
        return Line(f"{band}; they lean toward {one.toward}, away from {one.away}", one.issue)
    which = f"taken to be worse for {name} where it is better for you ({percent(one.opposed)} sure): nobody said so"
    return Line(f"{band}; {which}", one.issue)


def _grounds(side: TheirSide, told: Bargain, name: str, today: date) -> Iterator[Line]:
    if side.nothing:
        issues = listed([issue.name for issue in told.issues], "or")
        yield Line(f"nothing of {name} on record speaks to {issues}: every issue is taken to weigh alike", mark="!")
        return
    yield from (_told(one, today) for one in side.told)
    offers = sum(set(places) != {None} for _, places in side.wishes.offers)
    if offers:
        dear = ", what they hold on to as dear" if offers > 1 else ""
        yield Line(f"{counted(offers, 'offer')} of {name}: what is asked for counts as liked{dear}")
    for ranking in side.wishes.rankings:
        ranked = listed([told.issues[n].name for n in ranking.issues])
        yield Line(f"{spoken_days(ranking.day.isoformat(), today)}: {ranked}, ranked in this order")
    if set(side.wishes.signed) - {None}:
        yield Line("what was signed: an issue on which they got their way is likelier to be dear to them")
    quiet = len(side.wishes.signs) - len(side.told)
    if side.wishes.signs and quiet > 0:
        yield Line(f"and {counted(quiet, 'mention')} that say less, in {counted(_messages(side), 'message')}")


def _alike(refused: Sequence[Refusal]) -> list[list[Refusal]]:
    """Lay together what was said of the same options."""
    found: dict[tuple[int, tuple[int, ...]], list[Refusal]] = {}
    for one in refused:
        found.setdefault((one.issue, one.options), []).append(one)
    return [*found.values()]


def _refused(said: list[Refusal], told: Bargain, today: date) -> Line:
    first = said[0]
    notes = tuple(f"{quoted(one.words)}, {spoken_days(one.day.isoformat(), today)}" for one in said)
    return Line(f"{told.issues[first.issue].name} {listed([*first.names], 'or')}", notes=notes)


def _told(one: Told, today: date) -> Line:
    day = spoken_days(one.sign.day.isoformat(), today)
    usual = f"{one.issue}: {percent(one.share)} of such sentences are about what {MATTERS[one.rank]}"
    return Line(f"{quoted(one.sign.words)}, {day}", notes=(usual,))


def _messages(side: TheirSide) -> int:
    return len({sign.entry for sign in side.wishes.signs})


def percent(share: float) -> str:
    """Write a share in whole percent.

    >>> percent(0.348)
    '35 %'
    """
    return f"{round(100 * share)} %"


def chance(share: float) -> str:
    """Write a chance in whole percent; what is nearly sure is not said to be sure.

    >>> chance(0.9999), chance(0.0)
    ('over 99 % chance', 'under 1 % chance')
    """
    if share > 0.995:
        return "over 99 % chance"
    return "under 1 % chance" if share < 0.005 else f"{percent(share)} chance"


def worth(value: float, unit: str, *, sign: bool = False) -> str:
    """Write what something is worth to them, in points or in percent of the most they could win.

    >>> worth(12.345, "points", sign=True), worth(12.345, "percent")
    ('+12.3', '12 %')
    """
    if unit == "percent":
        return f"{value:+.0f} %" if sign else f"{value:.0f} %"
    rounded = float(f"{value:.3g}")
    return f"{rounded:+,.10g}" if sign else f"{rounded:,.10g}"


def their_document(side: TheirSide | None) -> Document | None:
    """Give the estimate of the other side as data."""
    if side is None:
        return None
    names = [one.issue for one in side.leanings]
    return {
        "unit": side.unit,
        "written": side.sure,
        "nothing": side.nothing,
        "issues": [_leaning_document(one) for one in side.leanings],
        "evidence": [
            _said_document(one.entry, one.day) | {"words": one.words, "issue": names[one.issue], "type": one.type}
            for one in side.wishes.signs
        ],
        "rankings": [
            _said_document(one.entry, one.day) | {"issues": [names[n] for n in one.issues]}
            for one in side.wishes.rankings
        ],
        "refused": [
            _said_document(one.entry, one.day)
            | {"words": one.words, "issue": names[one.issue], "options": list(one.names)}
            for one in side.wishes.refused
        ],
        "offers": [ident for ident, places in side.wishes.offers if set(places) != {None}],
    }


def _leaning_document(one: Leaning) -> Document:
    return {
        "issue": one.issue,
        "share": round(one.share, 4),
        "low": round(one.low, 4),
        "high": round(one.high, 4),
        "first": round(one.first, 4),
        "written": one.known,
        "end_known": one.end,
        "opposed": round(one.opposed, 4),
        "toward": one.toward,
        "middle": one.middle or None,
        "middle_chance": round(one.liked, 4),
    }


def _said_document(ident: str, day: date) -> Document:
    return {"id": ident, "day": day.isoformat()}
