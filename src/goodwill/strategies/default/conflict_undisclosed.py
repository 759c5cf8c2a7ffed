"""A conflict of interest that was not told.

Looks for
    an interest of either side, or of someone who recommended them, that conflicts with the matter and was not
    disclosed.

Why it matters
    Each side's view of what is fair serves itself, without any ill will [babcock-1997]; an interest nobody mentioned
    is taken for intent when it comes out [allred-1999].

Do instead
    Yours: say it this week in one sentence, with what you will do about it.

    Theirs: ask openly whether anybody else gains from this, and thank them for the answer.

Limits
    It knows the interests that were written down. Having an interest is ordinary; the rule is about telling it.

Example
    2026-01-05 interest i1 of=lena matter="owns a share of the printer" conflict=yes disclosed=no

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D201", stance="risk", severity="warning")
def conflict_undisclosed(case: Case) -> Iterator[Sighting]:
    """Report each conflicting interest that was not disclosed."""
    for interest in case.interests:
        if interest.conflict and not interest.disclosed:
            whose = "your" if interest.of == case.me else f"{case.name(interest.of)}'s"
            said = quoted(interest.words or interest.matter, "an interest")
            yield Sighting(interest.of, (interest.id,), f"{said}: {whose} interest in the matter was not disclosed")
