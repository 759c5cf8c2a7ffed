"""The clauses of a charter: how two parties mean to treat each other, in words that both can sign.

Clauses that say who does what by when go with relations that last; clauses that only threaten go with fewer of them
[malhotra-2011]. So a charter holds the first kind alone.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: the name it stands under, its words, and the term it sets, where it sets one.

    `{term}` in the words is where the days, or the day, are written.
    """

    name: str
    words: str
    term: str = ""


CLAUSES = (
    Clause(
        "Days",
        "Whoever sees that a day will not hold says so at least {term} before it, with a new day that will.",
        "notice",
    ),
    Clause(
        "Concerns",
        "Either of us may raise a concern at any time. It is answered within {term}, if only with the day on which the "
        "answer will come.",
        "answer",
    ),
    Clause(
        "Decisions",
        "Before a decision that touches the other, we ask what they think of it; with the decision we give its reason.",
    ),
    Clause(
        "Second opinions",
        "Before a large step either of us may ask somebody else or have it checked. That is how we decide, and says "
        "nothing about the other.",
    ),
    Clause(
        "Favours",
        "A favour that can only be occasional is called one when it is granted: what it costs, and how often it can "
        "be asked.",
    ),
    Clause(
        "Written down", "What we agree by word of mouth, one of us writes to the other in a few lines, the same day."
    ),
    Clause(
        "Mistakes",
        "A mistake is told before it is found, with what will be done about it. Before either of us thinks ill of the "
        "other, we ask one question.",
    ),
    Clause("Other interests", "Whoever has another interest in a matter between us says so before it matters."),
    Clause("Looking back", "On {term} we ask each other how it went: what came of it, and the way there.", "review"),
)
OPENING = "A charter between"
SIGNED = "Signed:"
