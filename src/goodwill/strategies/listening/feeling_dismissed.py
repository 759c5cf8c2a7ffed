"""The draft tells them not to feel what they feel.

Looks for
    words in a draft such as "calm down", "you are overreacting", "it is not a big deal".

Why it matters
    Expressed anger lowered resolution partly because it provoked anger [friedman-2004]; listening goes with the
    quality of a relationship [kluger-2023]. Telling someone how to feel is the opposite of it.

Do instead
    Say what you understood, and ask whether that is it. Then the facts.

Limits
    It knows a short list of phrases. "Don't worry about it", said to comfort, is left alone.

Example
    2026-01-20 message draft by=me to=alan | Calm down, the crates are coming.
"""

import re
from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.drafted import told
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_DISMISSED = Wording(
    "calm down|react|get over|sensitive|emotional|dramatic|unreasonable|paranoid|hysterical|upset|"
    "silly|big |taking |fuss|scene|feel|angry|worked up",
    r"\b(?:calm down|you(?:'re| are) (?:over-?reacting|being (?:too |over-?|so )?"
    r"(?:sensitive|emotional|dramatic|unreasonable|paranoid|hysterical))|get over it|don't be (?:so )?(?:dramatic|upset"
    r"|silly|paranoid|emotional)|(?:it's|it is|this is) (?:not|no) (?:a |that )?big (?:of a )?deal"
    r"|you(?:'re| are) taking (?:this|it|that) (?:far |way |much |a bit )?too (?:seriously|hard|badly|personally)"
    r"|(?:stop|quit) making (?:such )?a (?:fuss|scene)"
    r"|you should(?:n't| not) feel|no (?:need|reason) to (?:get|be) (?:so )?(?:upset|angry|emotional|worked up))\b",
    re.I,
)


@rule("L910", stance="risk", severity="advice")
def feeling_dismissed(case: Case) -> Iterator[Sighting]:
    """Report the first wording of a draft that waves a feeling away."""
    draft = case.drafted
    waved = next(told(draft, _DISMISSED, "dismissing"), None)
    if draft is not None and waved is not None:
        says = f"{quoted(waved.words, 'the wording')} waves away what they feel"
        reword = "I understand that ______"
        yield Sighting(case.me, (draft.id,), says, reword=reword, span=waved.span)
