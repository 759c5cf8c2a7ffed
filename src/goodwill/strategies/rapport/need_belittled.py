"""The draft tells them that they need it less than they say.

Looks for
    words in a draft that argue the other side's need away.

Why it matters
    Each side's view of what is fair serves itself, and that causes impasse [babcock-1997]; to have one's say is
    felt as fairness [lind-1990], and being told what one needs is the opposite.

Do instead
    Ask what it is for and how much would be enough.

Limits
    It knows plain wordings. Among experts the remark may be help; then say what you base it on.

Example
    2026-01-20 message draft by=me to=alan | You hardly need that much firewood.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said, sentence
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("R907", stance="risk", severity="advice")
def need_belittled(case: Case) -> Iterator[Sighting]:
    """Report the first wording of a draft that argues a need away."""
    draft = case.drafted
    told = next(iter(said(draft, "uv-part")), None)
    if draft is not None and told is not None:
        whole = sentence(draft, told.start, told.end, mark=True)
        says = f"{quoted(whole.words, 'the wording')} argues away what they need"
        reword = "What do you need it for, and how much would be enough?"
        yield Sighting(case.me, (told.id,), says, reword=reword, span=whole.span)
