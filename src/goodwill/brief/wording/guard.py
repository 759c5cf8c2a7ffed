"""What a brief must not be taken for, said where the matter calls for it."""

import re

from goodwill.case.case import Case

_GUARDS = (
    (
        re.compile(r"\b(doctor|dr\.?|clinic|hospital|treatment|diagnos\w+|patient|surgery|surgeon)\b", re.I),
        "This is about how you decide and speak, not medical advice. What to do about your health is for you and "
        "those who treat you; if it is urgent, do not wait for a second opinion.",
    ),
    (
        re.compile(r"\b(tenant|landlord|deposit|lease|eviction)\b", re.I),
        "This is not legal advice, and it must not be used to screen tenants.",
    ),
    (
        re.compile(r"\b(applicant|hiring decision|job interview|salary|raise|employee)\b", re.I),
        "This must not be used to decide on hiring, pay or dismissal.",
    ),
)
_ENOUGH = 3


def guard_for(case: Case) -> str:
    """Give the guard text whose words come up most often between the two sides, if any comes up often enough."""
    texts = [entry.words[:2000] for entry in case.book if entry.kind in ("message", "stake", "promise", "talk")]
    counts = [(sum(bool(pattern.search(text)) for text in texts), guard) for pattern, guard in _GUARDS]
    most, guard = max(counts)
    return guard if most >= _ENOUGH else ""
