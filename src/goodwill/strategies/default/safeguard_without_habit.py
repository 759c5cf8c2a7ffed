"""The draft asks for a safeguard and gives no reason for it.

Looks for
    a safeguard in a draft (a record, a milestone, a second opinion) with no word that it is your usual way and no
    other reason.

Why it matters
    Withdrawing trust is punished more than not yet giving it [bohnet-2005], so a safeguard is best shown as a
    habit; clauses that coordinate raise continuation, those that control lower goodwill [malhotra-2011].

Do instead
    Say that it is how you always do it, if that is so, and what it does for both of you.

Limits
    Between people who always write things down no reason is needed.

Example
    2026-01-20 message draft by=me to=alan | Let's put this in writing.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.caution import SORRY_CAUTION
from goodwill.case.drafted import gives_reason, said, wordings
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_CUSTOM = Wording(
    "all |every |as a rule|our ",
    r"\b(?:all (?:its|our|my|their)|every (?:order|job|client|customer|supplier|project|contract)|as a rule"
    r"|our (?:usual|normal|standard|rule|policy|practice))\b",
    re.I,
)


@rule("D902", stance="gap", severity="info")
def safeguard_without_habit(case: Case) -> Iterator[Sighting]:
    """Report the first safeguard of a draft that comes without any reason."""
    own = said(case.drafted, "promise")
    safeguards = said(case.drafted, "safeguard")
    proposed = next((s for s in safeguards if not any(p.start < s.end and s.start < p.end for p in own)), None)
    reasoned = said(case.drafted, "normalising-reason", "thanks") or gives_reason(case.drafted)
    habit = next(wordings(case.drafted, _CUSTOM), None) or next(wordings(case.drafted, SORRY_CAUTION), None)
    if proposed is None or reasoned or habit:
        return
    says = f"{quoted(proposed.words, 'the safeguard')} comes without a reason"
    reword = f"{proposed.words}. I do this with ______, so that neither of us has to remember"
    yield Sighting(case.me, (proposed.id,), says, reword=reword)
