"""The draft asks to be trusted.

Looks for
    words in a draft such as "trust me", "you can trust us", "have a little faith".

Why it matters
    Trust comes of a run of trustworthy acts [schweitzer-2006]; in letters that ended in betrayal the betrayers were
    more polite, not less [niculae-2015], so words about trust prove nothing.

Do instead
    Put a fact in its place: what was done, when, and how they can check it.

Limits
    "Trust" as a legal person, or thanks for their trust, is left alone.

Example
    2026-01-20 message draft by=me to=alan | Trust me, it will be fine.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import told
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_TRUST = Wording(
    "trust |faith in|my word",
    r"\b(?:just trust (?:me|us)|trust (?:me|us) (?:on|with|when) "
    r"|you (?:can|could|should|must|have to) (?:fully |really )?trust (?:me|us)"
    r"|have (?:a little |some )?faith in (?:me|us)|take my word for it|I give you my word)"
    r"|(?:^|(?<=[.!?\n] ))trust (?:me|us)\b",
    re.I | re.M,
)


@rule("R906", stance="risk", severity="info")
def trust_asked_for(case: Case) -> Iterator[Sighting]:
    """Report the first wording of a draft that asks for trust."""
    draft = case.drafted
    asked = next(told(draft, _TRUST, "trust-appeal"), None)
    if draft is not None and asked is not None:
        says = f"{quoted(asked.words, 'the wording')} asks for trust and shows nothing"
        yield Sighting(case.me, (draft.id,), says, reword="You can check this by ______", span=asked.span)
