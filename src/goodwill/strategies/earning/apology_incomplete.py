"""An apology that lacks the parts that weigh most.

Looks for
    an apology of either side for a breach or a promise, in the last 60 days, that does not take responsibility or
    does not offer repair.

Why it matters
    Taking responsibility weighs most, then the offer of repair; asking for forgiveness weighs least, and more parts
    are better [lewicki-2016].

Do instead
    Yours: add it in one sentence: it was mine, and this is what I do about it, by this day.

    Theirs: if one part matters to you, say which; do not wait for the perfect apology.

Limits
    It reads the parts as they were recorded. In matters of honesty words repair less than in matters of skill
    [kim-2004].

Example
    2026-03-02 breach b1 by=me to=alan cause=circumstance | paid three weeks late
    2026-03-06 apology a1 by=me to=alan of=b1 parts=regret | so sorry

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

DAYS = 60
WEIGHTIEST = ("responsibility", "repair")


@rule("E306", stance="gap", severity="advice")
def apology_incomplete(case: Case) -> Iterator[Sighting]:
    """Report each recent apology without responsibility or repair, unless amends were made."""
    for entry in case.book.kinds("apology"):
        missing = [part for part in WEIGHTIEST if part not in entry.many("parts")]
        if case.book.citing(entry.get("of"), "amends"):
            missing = [part for part in missing if part != "repair"]
        if entry.get("by") in case.sides and missing and (case.today - entry.day).days <= DAYS:
            says = f"the apology {quoted(entry.words)} has no {' and no '.join(missing)}"
            yield Sighting(entry.get("by"), (entry.id, entry.get("of")), says)
