"""The draft blames them or judges their character.

Looks for
    blame in a draft: "you always", "you never", a judgement of what kind of person they are.

Why it matters
    Taking harm for intended drives anger and retaliation [allred-1999]; in real online mediations expressed anger
    lowered resolution [friedman-2004].

Do instead
    Give the one fact with its day, what it meant for you, and one question.

Limits
    It knows plain wordings. Words that read ill will into an act are left to another rule.

Example
    2026-01-20 message draft by=me to=alan | You always pay late.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.caution import INTENT
from goodwill.case.drafted import said, sentence, told
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule
from goodwill.findings.words import spoken_days


@rule("R902", stance="risk", severity="advice")
def blame_in_draft(case: Case) -> Iterator[Sighting]:
    """Report the first blame of a draft, with what is on record in place of it."""
    draft = case.drafted
    read_in = [found.span for found in told(draft, INTENT, "ill-will")]
    blames = [b for b in said(draft, "blame") if not any(start < b.end and b.start < end for start, end in read_in)]
    if draft is None or not blames:
        return
    late = next((p for p in case.promises if p.by == case.party and p.confirmed and p.overdue(case.today)), None)
    fact = f"{quoted(late.words, 'the promise')} was due on {late.due}" if late else "On ______ I saw ______"
    reword = spoken_days(f"{fact}. For me it meant ______. What happened on your side?", case.today)
    says = f"{quoted(blames[0].words, 'the wording')} speaks of them, not of one event"
    span = sentence(draft, blames[0].start, blames[0].end, mark=True).span
    yield Sighting(case.me, (blames[0].id, *((late.id,) if late else ())), says, reword=reword, span=span)
