"""How a draft speaks of trust: ill will read into an act, distrust said aloud, caution excused."""

import re

from goodwill.case.wording import Wording

INTENT = Wording(
    " lied| lies|lying|liar|cheat|scamm|misl|dishonest|deceiv|bad faith|advantage|ripp|purpose|"
    "deliberate|intention|knowingly|knew all along|money|tried to|wanted to|trying to",
    r"\byou(?:'re| are| have|'ve| were)? (?:(?:clearly|obviously|deliberately|simply|just|always|been|all|have) ){0,2}"
    r"(?:lied|lying|a liar|cheat(?:ed|ing)|scamm(?:ed|ing)|misled|mislead(?:ing)?|dishonest|deceiv(?:ed|ing)"
    r"|acting in bad faith|acted in bad faith|taking advantage|took advantage"
    r"|ripp(?:ing|ed) (?:me|us) off)\b"
    r"|\byou (?:did|do|are doing|have done|planned) (?:this|that|it|so) (?:on purpose|deliberately|intentionally)\b"
    r"|\byou (?:deliberately|intentionally|knowingly) \w+|\byou knew all along\b"
    r"|\byou [^.!?,;\n]{3,60} (?:on purpose|deliberately|intentionally)\b"
    r"|\byou (?:\w{3,10} )?(?:had|have|never had) (?:no|any) intention (?:of|to)\b"
    r"|\byou(?:'re| are) (?:only|just) (?:pushing|doing|saying|asking)[^.!?,;\n]{1,60}"
    r" to (?:make|get|squeeze) (?:more )?money\b"
    r"|\byou (?:tried|wanted|are trying|were trying) to (?:cheat|trick|fool|deceive|short|short-change|rip|con|rob)\b"
    r"|\byour (?:bad faith|lies|dishonesty)\b",
    re.IGNORECASE,
)
NOT_MEANT = Wording("no|never|n't|if you|?", r"\b(?:not|never|no)\b|n't\b|\bif you\b|\?", re.IGNORECASE)
DISTRUST = Wording(
    "trust|rely on|depend on|count on|run off|disappear|vanish|cheat|walk away|in case you|protect|safeguard|insure",
    r"\b(?:I|we) (?:do not|don't|cannot|can't|no longer|can no longer) (?:really |fully |quite )?"
    r"(?:trust|rely on|depend on|count on) (?:you|your)\b"
    r"|\b(?:so|to make sure)(?: that)? you (?:can't|cannot|can not|won't|do not|don't) (?:just |simply )?"
    r"(?:run off|disappear|vanish|cheat|walk away)\b"
    r"|\b(?:since|because|as) (?:I|we) (?:do not|don't|can't|cannot) trust\b"
    r"|\bin case you (?:fail to|disappear|default|run off|walk away"
    r"|(?:don't|do not|won't) (?:pay|deliver|show up|come back|finish|honou?r|keep (?:it|your)))\b"
    r"|\b(?:protect|safeguard|insure) (?:myself|ourselves|us|me) (?:from|against) you\b",
    re.IGNORECASE,
)
_SECOND = (
    r"(?:second opinions?|(?:a second|another|a different|an independent) "
    r"(?:doctor|specialist|surgeon|dentist|consultant|lawyer|solicitor|accountant|engineer|expert|advis[eo]r))\b"
)
_SORRY = (
    r"\b(?:sorry|apologi(?:[sz]e|es)|hope you (?:don't|do not|won't) mind|no (?:offen[cs]e|disrespect)"
    r"|(?:don't|do not) take (?:it|this)|forgive (?:me|us)|(?:don't|do not) be offended"
    r"|not that I (?:don't|doubt)|feel (?:bad|awkward|terrible|awful))\b"
)
_EXPERTS = (
    "second opinion|doctor|specialist|surgeon|dentist|consultant|lawyer|solicitor|accountant|engineer|expert|advis"
)
SECOND_OPINION = Wording(_EXPERTS, rf"\b{_SECOND}", re.IGNORECASE)
SORRY_CAUTION = Wording(
    _EXPERTS,
    rf"(?:{_SORRY}[^.!?\n]{{0,120}}{_SECOND}|\b(?:I|we)\b[^.!?\n]{{0,80}}{_SECOND}[^.!?\n]{{0,60}}[.,]? ?{_SORRY})",
    re.IGNORECASE,
)
_DOUBT = r"(?:I|we) (?:(?:do not|don['’]t|did not|didn['’]t) trust|doubt(?:ed)?|(?:mis|dis)trust(?:ed)?|suspect)"
EXCUSES = Wording(
    "to seem|to appear|to look|to sound|to come across|you to think|you to feel|you to believe",
    r"[^.?\n]{0,80}(?:\bnot|\bnever|n['’]t) (?:want(?:ed)?|like|wish|meant?) "
    r"(?:to (?:seem|appear|look|sound|come across)(?: as if| as| too| overly)? "
    rf"(?:distrustful|mistrustful|untrusting|suspicious|difficult|ungrateful|rude|not trusting|doubting|{_DOUBT})"
    rf"|you to (?:think|feel|believe)(?: that)? {_DOUBT}\b)[^.?\n]{{0,80}}",
    re.IGNORECASE,
)
