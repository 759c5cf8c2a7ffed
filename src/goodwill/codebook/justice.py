"""What makes treatment feel fair, apart from the outcome: the kinds of justice, and what speaks for each."""

from dataclasses import dataclass

COLQUITT = "Colquitt 2001, Journal of Applied Psychology 86:386"


@dataclass(frozen=True, slots=True)
class Justice:
    """One kind of justice: its definition, its source, and which entries and moves speak for or against it."""

    name: str
    definition: str
    source: str
    entries: tuple[str, ...]
    speaks_for: frozenset[str] = frozenset()
    speaks_against: frozenset[str] = frozenset()


JUSTICE = (
    Justice(
        "distributive",
        "What each gets, beside what peers get.",
        "Loewenstein, Thompson & Bazerman 1989, JPSP 57:426",
        ("agree", "comparable"),
    ),
    Justice(
        "procedural",
        "How it was decided: concerns are taken up and answered.",
        COLQUITT,
        ("concern", "answer"),
        frozenset({"restatement", "acknowledgement", "showing-empathy", "apology", "apology-responsibility"}),
    ),
    Justice(
        "voice",
        "Being heard before the decision falls, even where it changes nothing.",
        "Lind, Kanfer & Earley 1990, JPSP 59:952",
        ("concern", "decision"),
    ),
    Justice(
        "interpersonal",
        "Courtesy and respect: thanks given, no blame laid.",
        COLQUITT,
        ("thanks",),
        frozenset({"thanks", "acknowledgement"}),
        frozenset({"blame"}),
    ),
    Justice(
        "informational",
        "Decisions come with their reasons.",
        "Bies & Shapiro 1988, AMJ 31:676",
        ("decision",),
        frozenset({"reason"}),
    ),
)
KINDS = {kind.name: kind for kind in JUSTICE}
