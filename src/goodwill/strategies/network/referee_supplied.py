"""All references were chosen by the candidate.

Looks for
    references about someone, each of them from a person whom the candidate put forward.

Why it matters
    Structured references from several sources predict more than one kind word [hedricks-2013] [taylor-2004]; a person
    whom the candidate chose is not independent of the candidate.

Do instead
    Keep what the chosen referee said, and ask them: who else worked with you both at the time? Then speak to that
    person, with the same questions.

Limits
    It reads who chose the referee as you noted it. A chosen referee may be entirely right; the answer is only not
    independent. It is silent where your own record with them is long.

Example
    2026-01-05 reference r1 by=sommer about=lena chosen=them reliability=5 | I recommend her without reservation

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.diligence import known_well, references_on
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("N103", stance="gap", severity="advice")
def referee_supplied(case: Case) -> Iterator[Sighting]:
    """Report references that all come from people the candidate chose."""
    asked = references_on(case)
    if asked and all(ref.chosen == "them" for ref in asked) and not known_well(case):
        said = quoted(asked[-1].words, "the reference")
        who = ("the one referee", "both referees")[len(asked) - 1] if len(asked) < 3 else f"all {len(asked)} referees"
        says = f"{said}, from {case.name(asked[-1].by)}: {case.name(case.party)} chose {who}"
        yield Sighting(case.me, tuple(ref.id for ref in reversed(asked)), says)
