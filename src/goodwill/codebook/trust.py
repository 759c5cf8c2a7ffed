"""What trust is made of: four facets of trustworthiness, and how far one may mean to trust."""

from dataclasses import dataclass

MAYER = "Mayer, Davis & Schoorman 1995, Academy of Management Review 20:709"
OURS = "our own convention"


@dataclass(frozen=True, slots=True)
class Facet:
    """One part of trustworthiness: what it means, where it comes from, and what is missing while nothing shows it."""

    name: str
    definition: str
    source: str
    missing: str


@dataclass(frozen=True, slots=True)
class Term:
    """A name with its definition and source."""

    name: str
    definition: str
    source: str


TRUSTWORTHINESS = (
    Facet(
        "ability",
        "Skill and means in the matter at hand, and in no other.",
        MAYER,
        "no work judged, no reference on reliability",
    ),
    Facet(
        "benevolence",
        "Wanting to do the other side good, beside one's own gain.",
        MAYER,
        "no concession, favour or concern on record",
    ),
    Facet(
        "integrity",
        "Keeping to principles the other side accepts, one's own word first.",
        MAYER,
        "no promise kept or broken, no claim checked",
    ),
    Facet(
        "promptness",
        "Doing what was promised, and paying what is owed, by its day; kept apart so that lateness is no dishonesty.",
        OURS,
        "no dated promise or invoice has come due",
    ),
)
FACETS = tuple(facet.name for facet in TRUSTWORTHINESS)

DEFAULTS = (
    Term("low", "Nothing at risk that is not covered.", OURS),
    Term(
        "guarded",
        "Small steps at one's own risk, larger ones covered.",
        "Ye, Zheng, Nikolov & Asher 2020, Management Science 66:113",
    ),
    Term("open", "At one's own risk up to a cap said beforehand.", OURS),
)
LEVELS = tuple(level.name for level in DEFAULTS)
