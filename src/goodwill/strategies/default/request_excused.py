"""The draft excuses itself so often that the request is lost.

Looks for
    two or more excuses in a draft around what it asks: "I hope you won't mind", "don't take this the wrong way",
    "if it isn't too much trouble", "of course I trust you".

Why it matters
    Caution announced plainly and early costs little; it is trust withdrawn late that is punished [bohnet-2005].
    Writers overrate how well their tone carries [kruger-2005], so a request wrapped in excuses reads as a doubt,
    which is our inference.

Do instead
    One sentence without an excuse: what you would like, and by when. Then one on why it is how you decide.

Limits
    It counts plain phrases. One excuse is courtesy and is left alone.

Example
    2026-01-20 message draft by=me to=osei | I hope you won't mind, and don't take it badly, but could I wait?
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from goodwill.case.case import Case
from goodwill.case.drafted import told
from goodwill.case.quoting import quoted
from goodwill.case.wording import Wording
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

_EXCUSE = Wording(
    "mind|the wrong way|badly|personally|amiss|too much|sorry to|asking|trust you|offen|bother|"
    "difficult|rude|nuisance|hate to|not that i|only if you|disturb",
    r"\b(?:hope you (?:won't|don't|will not|do not) mind|(?:don't|do not) take (?:this|it|that) (?:the wrong way|badly"
    r"|personally|amiss)|(?:isn't|is not|not) too much (?:trouble|bother|to ask)"
    r"|sorry to (?:bother|trouble|ask|be a pain)|feel (?:bad|awkward|terrible|guilty) (?:about |for )?asking"
    r"|(?:of course )?I (?:do )?trust you (?:completely|fully|entirely)|no offen[cs]e"
    r"|(?:don't|do not) (?:mean|want) to (?:bother|be difficult|be rude|offend|be a nuisance)"
    r"|hate to (?:ask|bother)|not that I (?:don't|doubt)|only if you have (?:a minute|a moment|(?:the )?time)"
    r"|hope (?:this|it|that)(?: is not|'s not| isn't) (?:a bother|a nuisance|too much)"
    r"|hope I(?:'m| am) not (?:asking too much|bothering|disturbing|being (?:difficult|a nuisance)))\b",
    re.I,
)
FURTHEST = 300


@rule("D907", stance="risk", severity="advice")
def request_excused(case: Case) -> Iterator[Sighting]:
    """Report two or more excuses that stand close together in a draft."""
    draft = case.drafted
    excuses = sorted(told(draft, _EXCUSE, "request-excused"), key=lambda one: one.start)
    for first, second in pairwise(excuses):
        if second.end - first.start <= FURTHEST:
            says = f"{quoted(first.words, 'an excuse')} and {quoted(second.words, 'another')} excuse what is asked"
            reword = "I would like ______ by ______, because ______"
            yield Sighting(case.me, (case.draft,), says, reword=reword, span=(first.start, second.end))
            return
