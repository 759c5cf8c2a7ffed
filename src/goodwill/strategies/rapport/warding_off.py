"""The draft wards off fault.

Looks for
    words in a draft that ward off fault in place of an answer: "as I already told you", "that is not my fault".

Why it matters
    People give back what they get: taking harm for intended, and answering in kind, drives spirals [allred-1999];
    expressed anger provoked anger in real mediations [friedman-2004].

Do instead
    Answer the question as if it were asked for the first time. Say what you will do.

Limits
    It knows plain wordings. Sometimes the record has to be put right; then do it with the day and the document.

Example
    2026-01-20 message draft by=me to=alan | As I already told you, that is not my fault.
"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import said, sentence
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("R901", stance="risk", severity="advice")
def warding_off(case: Case) -> Iterator[Sighting]:
    """Report the first defensive wording of a draft."""
    draft = case.drafted
    ward = next(iter(said(draft, "defensiveness")), None)
    if draft is not None and ward is not None:
        says = f"{quoted(ward.words, 'the wording')} wards off fault and is likely to be answered in kind"
        reword = "What happened on my side: ______. What I will do: ______."
        span = sentence(draft, ward.start, ward.end, mark=True).span
        yield Sighting(case.me, (ward.id,), says, reword=reword, span=span)
