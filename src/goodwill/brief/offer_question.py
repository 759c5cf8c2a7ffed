"""The one question to the other side that would best tell which package suits them."""

from itertools import combinations

import numpy as np

from goodwill.brief.deal_gaps import which_suits
from goodwill.brief.their_side import TheirSide
from goodwill.case.bargaining import Issue
from goodwill.measures.priorities import Ints
from goodwill.measures.settling import Flags, Question, telling


def to_tell_apart(side: TheirSide, options: Ints, issues: tuple[Issue, ...]) -> str:
    """Ask which end of an issue they like, or which of two issues matters more; whichever tells most.

    `options` (k, issues): the packages. Nothing is asked where all their points are written down.
    """
    if side.sure or not len(options):
        return ""
    worth = np.stack([side.imagined.total(one.tolist()) for one in options])
    asked, tells = telling(worth.argmax(0), _answers(side), side.imagined.chance)
    if not asked or tells <= 0:
        return ""
    if len(asked) == 1:
        return which_suits(issues[asked[0]])
    first, second = (issues[n].name for n in asked)
    return f"Which matters more to you, {first} or {second}?"


def _answers(side: TheirSide) -> dict[Question, Flags]:
    """Give each question that may be asked, with what each imagined side would say."""
    found = side.imagined
    answers: dict[Question, Flags] = {}
    for n, one in enumerate(side.leanings):
        if not one.end and not one.known:
            mean = found.chance @ found.worth[n]
            answers[n,] = found.worth[n][:, mean.argmax()] > found.worth[n][:, mean.argmin()]
    for a, b in combinations(range(len(side.leanings)), 2):
        if not (side.leanings[a].known and side.leanings[b].known):
            answers[a, b] = found.weights[:, a] > found.weights[:, b]
    return answers
