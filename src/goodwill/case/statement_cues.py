"""What in a sentence shows how much an issue matters to its writer: asked for, needed, offered, given up, refused.

Cues are tried in this order at each place of a sentence. The names are types of statement; what each has turned out to
say is learnt, and stands in `measures/statement_types.py`. Every pattern is bounded, and starts with a fixed word.
"""

import re

_NOT = (
    r"\b(?:not|never|no|neither|nor|cannot|hardly|rarely|dont|(?:do|does|did|is|are|was|wo|would|have|has|ca|could)"
    r"n'?t)"
)
_UP_TO = r"(?: \w{1,20}){0,%d}? "

_ROWS: tuple[tuple[str, str], ...] = (
    (
        "ask",
        r"\b(?:do|did|would|are|is|what|which|how much|how many|how important|why)\b[^.?!]{0,25}?\byou(?:r|'re)?\b"
        r"(?: \w{1,20}){0,3}? (?:need|want|prefer|like|looking|interested|have|priorit|most|favou?rite|require|rather"
        r"|enough|good|okay|ok|doing)|\bhow important\b|\b(?:important|priority) (?:to|for) you\b"
        r"|\bwhich (?:one )?(?:is|are|would be)\b",
    ),
    (
        "least",
        r"\b(?:least important|least|lowest|last|lower|low|third|3rd) (?:priorit|prefer|valu|import|need|interest)",
    ),
    ("need", r"\b(?:at (?:the very )?least|minimum of)\b"),
    ("least", r"\bleast\b|\blowest\b|\bless important\b"),
    (
        "second",
        r"\b(?:second|2nd|next|secondary|middle|medium)(?: \w{1,20})? "
        r"(?:priorit|import|need|choice|concern|prefer|valu)|\bmedium\b",
    ),
    ("no-need", r"\b(?:less|not|n'?t)(?: \w{1,20}){0,2}? (?:worried|worry|concerned)\b"),
    ("fewer", r"\b(?:less|fewer)\b"),
    (
        "lack",
        rf"(?:{_NOT}{_UP_TO % 3}(?:enough|access)|{_NOT}{_UP_TO % 1}(?:have|get|bring|pack|find|brought|packed)"
        r"(?: \w{1,20})? (?:any|much)|\b(?:no|not) enough|\blow on|\brun(?:ning)? out|\bran out|\bshort (?:on|of)"
        r"|\bworried|\bworry|\bconcerned? about|\bforgot|\bwithout"
        r"|\b(?:hope|hoping|make sure|making sure|ensure)(?: \w{1,20}){0,5}? (?:enough|plenty))\b",
    ),
    (
        "no-need",
        rf"{_NOT}{_UP_TO % 2}(?:need|want|require|care|use for|necessary|matter|interested|important|essential|priorit"
        rf"|concern|too much|as much|that much|much|many|as necessary|mind|desperate|big deal|problem|issue|a must)"
        rf"|{_NOT}{_UP_TO % 4}(?:priorit|important|necessary|essential)"
        r"|\b(?:do without|go without|live without|get by|manage with"
        r"|fine with ?out|ok(?:ay)? with ?out|make d(?:o|ue))\b",
    ),
    (
        "set",
        r"\b(?:good|ok|okay|set|fine|covered|alright|all right) (?:on|for|with|without)\b"
        r"|\b(?:flexible|easy (?:for (?:us|me) )?to move|open (?:on|about)|room to move)\b|(?<!non-)\bnegotiable\b",
    ),
    ("split", r"\b(?:split|share|half|divide|equal(?:ly)?|evenly)\b"),
    (
        "give-up",
        r"\b(?:(?:can|could|might|may|will|'ll|to) (?:\w{1,20} )?"
        r"(?:spare|part with|give up|sacrifice|forgo|let go))\b",
    ),
    ("need", r"\b(?:need|needs|require|requires|want|drink|eat)(?: \w{1,20}){0,2}? (?:enough|plenty)\b"),
    (
        "plenty",
        r"\b(?:already (?:have|got|brought|packed)|brought|plentiful|to spare|extra supply|surplus|more than enough)\b"
        r"|\b(?<!to )(?:have|has|had|got|packed|carried|is|are|'s|there|with)(?: \w{1,20}){0,3}? (?:plenty|enough)\b",
    ),
    ("enough", r"\b(?:plenty|enough)\b"),
    (
        "you-need",
        r"\byour(?: \w{1,20}){0,2}? "
        r"(?:priorit\w*|need|concern|choice|preference|favou?rite|top|highest|biggest|main)\b",
    ),
    (
        "most",
        r"\b(?:top|number one|first|highest|biggest|greatest|main|most|#1) (?:\w{1,20} )?"
        r"(?:priorit|choice|need|concern|import|valu|prefer)"
        r"|\b(?<!at )(?<!at the )most\b(?!/| of (?!all\b)| packages?\b| days\b)"
        r"|\b(?:priority|priorities|main|favou?rite|highest|greatest|essential|crucial|vital|critical"
        r"|above all|a must|must have|desperate(?:ly)?|mainly|primarily|mandatory|decisive|pressing|non-negotiable"
        r"|deal[- ]?breaker|key (?:point|issue|thing)|drives everything|everything (?:for|to) us)\b",
    ),
    (
        "strong",
        r"\b(?:really|definitely|absolutely|badly|especially|mostly|particularly|greatly|truly|quite)"
        r"(?: (?!not|dont)\w{1,20})? "
        r"(?:need|want|important|interested|like|love|prefer|could use|necessary)"
        r"|\b(?:important|prefer|preferred|especially|preferably|preference|ideal|ideally|rather have"
        r"|suits? (?:me|us) best|best for (?:me|us)|works? best)\b",
    ),
    ("you-need", r"\byou(?:'?d|'?re|'?ll|'?ve)?(?: \w{1,20}){0,2}? (?:need|want|like|prefer|require|use|interested)"),
    (
        "ask-for",
        r"\b(?:(?:can|could|may|would|might) (?:i|we)(?: \w{1,20}){0,2}? (?:have|get|take|keep|receive)|(?:give|let"
        r"|spare|offer|allow|leave) (?:me|us)|would you (?:be )?(?:\w{1,20} )?(?:mind|willing|ok|okay|able)|can you"
        r"|could you)\b",
    ),
    ("thanks", r"\b(?:thanks?(?: you)?|appreciate)(?: \w{1,20}){0,3}? for\b"),
    (
        "you-get",
        r"\b(?:you(?:'?d|'?ll)?(?: \w{1,20}){0,2}? (?:have|get|take|keep|receive|got|getting|taking)|(?:give|offer"
        r"|offering|let|leave|leaving|giving|allow|trade|send) you|for you|to you|yours)\b",
    ),
    ("you", r"\byou\b"),
    ("need", r"\b(?:need|require|necessary|necessity|must|have to|got to|gotta)"),
    ("want", r"\b(?:want|like|love|hope|hoping|interested|could use|can use|looking|wish|appreciate)"),
    ("give", r"\b(?:trade|exchange|swap|trading|barter|willing|give|giving|offer)\b"),
    ("i-get", r"\b(?:i(?:'?d|'?ll|'?m|'?ve)?|we(?:'?d|'?ll|'?re|'?ve)?|me|us|my|our|mine|myself|ourselves)\b"),
)  # fmt: skip

NAMES: tuple[str, ...] = tuple(name for name, _ in _ROWS)
CUE = re.compile("|".join(f"(?P<c{at}>{pattern})" for at, (_, pattern) in enumerate(_ROWS)))

AFTERWARDS = re.compile(
    r"^(?: \w{1,20}){0,2}?,? (?:the (?P<a>most|least)\b(?! of\b)|(?:is|are) (?!not\b)(?:\w{1,20} ){0,3}?"
    r"(?P<b>most|highest|top|number one|first|least|lowest|low|last|third|medium|second|next|covered)\b)"
)
AFTER = {
    "most": "most", "highest": "most", "top": "most", "number one": "most", "first": "most", "medium": "second",
    "second": "second", "next": "second", "covered": "set",
}  # fmt: skip
THAN = re.compile(r"\b(?:more|rather|over|prefer|better)\b[^.;]{0,60}?\b(?:than|over)\b")
RETURNS = re.compile(
    r"\b(?:in (?:exchange|return|trade) for|(?:exchange|swap|trade|return) for"
    r"|for (?=(?:all|your|the|my|\d|one|two|three|some|extra|more|most|an?)\b)|if i (?:can|could|get|have))"
)
RETURNED = {
    "you-get": "i-get", "give": "ask-for", "give-up": "ask-for", "no-need": "ask-for", "i-get": "you-get",
    "ask-for": "you-get", "want": "give", "need": "give",
}  # fmt: skip
AMOUNTS = {
    "0": "0", "zero": "0", "no": "0", "none": "0", "1": "1", "one": "1", "a": "1", "single": "1", "2": "2", "two": "2",
    "couple": "2", "both": "2", "3": "3", "three": "3", "all": "3", "every": "3", "rest": "3", "extra": "more",
    "more": "more", "additional": "more", "most": "more", "majority": "more", "some": "some", "any": "some",
    "little": "some", "bit": "some",
}  # fmt: skip
