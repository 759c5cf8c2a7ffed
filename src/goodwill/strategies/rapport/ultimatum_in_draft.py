"""The draft threatens or leaves one way only.

Looks for
    an ultimatum or a threat in a draft.

Why it matters
    Side by side, competing moves are answered in kind, and expressed anger lowered resolution in real mediations
    [friedman-2004]; with a threat it is the threat that is remembered, not the term [allred-1999].

Do instead
    Say what you need and why, and ask what would make it work for them. If you will in fact leave, say so once,
    without heat, with the day.

Limits
    It knows plain wordings. To say truly what you will do is no threat; waive it then and say why.

Example
    2026-01-20 message draft by=me to=alan | Take it or leave it.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said, sentence
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("R903", stance="risk", severity="warning")
def ultimatum_in_draft(case: Case) -> Iterator[Sighting]:
    """Report the first ultimatum of a draft."""
    draft = case.drafted
    threat = next(iter(said(draft, "ultimatum")), None)
    if draft is not None and threat is not None:
        says = f"{quoted(threat.words, 'the wording')} leaves them one way only"
        reword = "What I need is ______, because ______. What would make that work for you?"
        span = sentence(draft, threat.start, threat.end, mark=True).span
        yield Sighting(case.me, (threat.id,), says, reword=reword, span=span)
