"""How far may A trust B, worked out in parts that never hold the whole network: the same figures, on many machines.

The desk holds the ratings' columns, deals them out, learns in the order of time from what the stretches send back, and
collects the answers. The records of who was told what about whom, which take most of the room, stay with the parts.
"""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np
from numpy.typing import ArrayLike, NDArray

from goodwill.batch.letters import Letter, Mail, Runner, Table
from goodwill.batch.mind_tables import answering_only
from goodwill.batch.network_desk import Desk, Sizes, desk
from goodwill.batch.network_rounds import hearing, opening, saying, weighing
from goodwill.batch.network_slab import telling
from goodwill.batch.slab_past import FIGURES, WHY, Answering, columns
from goodwill.measures.network import STATES, Trust, trust
from goodwill.measures.network_columns import asked, numbered, rated
from goodwill.measures.network_defaults import Defaults, shipped
from goodwill.measures.network_gate import segment
from goodwill.measures.network_learner import learnt
from goodwill.measures.network_ratings import liked, ratings
from goodwill.measures.network_reasons import Reasons, Usual, blank
from goodwill.measures.network_sequence import Mind

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


def trust_in_parts(
    runner: Runner[Mail],
    told: Sequence[ArrayLike],
    pairs: Sequence[ArrayLike],
    *,
    explain: bool = False,
    sizes: Sizes | None = None,
) -> Trust:
    """Return what `network.trust` returns for ratings `told` (by, about, value, at) and `pairs` (by, about, at).

    Counts are equal and sums agree within 1e-9: a part adds the same numbers, though not always in the same order.
    """
    by, about, value, at = told
    ask, whom, when = pairs
    events, questions, parties = numbered(rated(by, about, value, at), asked(ask, whom, when))
    if not (len(events.at) and len(questions.at)):
        return trust(*events, *questions[:2], questions.at, explain=explain)  # there is nothing to divide
    held = desk(ratings(*events, parties), questions, sizes or Sizes())
    start = shipped()
    stretches = _stretches(runner, held)
    minds = _learnt(held, start, runner.read(runner.round(stretches, partial(columns, held.division))))
    mail = runner.joined(stretches, runner.sent(held.minds(list(minds))))
    answering = Answering(held.division, held.asking, start, explain)
    return _gathered(held, runner.read(runner.round(mail, answering)), explain)


def _stretches(runner: Runner[Mail], held: Desk) -> Mail:
    """Go through the rounds; return the mail of the stretches, which is read twice."""
    division = held.division
    mail = runner.round(runner.sent(held.dealt_out()), partial(opening, division))
    mail = runner.kept(mail)
    usual = held.usual(letter.table for letter in runner.read(mail))
    mail = runner.kept(runner.round(mail, partial(weighing, division)))
    base = held.base(letter.table for letter in runner.read(mail))
    mail = runner.joined(mail, runner.sent(held.levels(base, usual)))
    del usual  # as long as the clock of the whole network
    for work in (hearing, saying, telling):
        mail = runner.round(mail, partial(work, division))
    return runner.kept(runner.joined(mail, runner.sent(held.moments(base))))


def _learnt(held: Desk, start: Defaults, told: Iterator[Letter]) -> Iterator[Mind]:
    """Yield the mind held before each block; the stretches come in the order of time."""
    mind = Mind(start.trust, start.rating, Usual.at_first(start.usual))
    yield answering_only(mind)
    for letter in told:
        for rows, value, taught in held.lessons(letter.sender):
            told_then = {name: column[rows] for name, column in letter.table.items()}
            mind = _moved(mind, start, told_then, (liked(value), taught))
            yield answering_only(mind)


def _moved(mind: Mind, start: Defaults, told: Table, lesson: tuple[Floats, Flags]) -> Mind:
    outcome, taught = lesson[0][lesson[1]], lesson[1]
    person, rater = list(told["person"].T), list(told["rater"].T)
    seen = start.trust_scale(person)
    return Mind(
        learnt(mind.trust, seen[taught], outcome),
        learnt(mind.rating, start.rating_scale(person + rater)[taught], outcome),
        mind.usual.after(seen, told["evidence"]),
    )


def _gathered(held: Desk, told: Iterator[Letter], explain: bool) -> Trust:
    size = len(held.order)
    figures, why = [np.empty(size) for _ in FIGURES], blank(size) if explain else None
    for letter in told:
        rows = held.rows(letter.sender)
        for name, column in zip(FIGURES, figures, strict=True):
            column[rows] = letter.table[name]
        if why is not None:
            top, terms, usual, rest = (letter.table[name] for name in WHY)
            why.put(rows.astype(np.int64), Reasons(why.names, top, terms, usual, rest))
    return _trust(figures, why)


def _trust(figures: list[Floats], why: Reasons | None) -> Trust:
    p_trust, low, high, n, p_rating, mean = figures
    return Trust(p_trust, low, high, n, p_rating, mean, np.array(STATES)[segment(n)], why)
