"""What in a sentence shows how much an issue matters to its writer: asked for, needed, offered, given up, refused.

Cues are tried in this order at each place of a sentence. The names are types of statement; what each has turned out to
say is learnt, and stands in `measures/statement_types.py`. Every pattern is bounded, and starts with a fixed word.
"""

import re

_ROWS: tuple[tuple[str, str], ...] = (
    (
        "ask",
        r"\b(?:do|did|would|are|is|what|which|how much|how many|how important|why)\b[^.?!]{0,25}?\byou(?:r|'re)?\b"
        r"(?: \w{1,20}){0,3}? (?:need|want|prefer|like|looking|interested|have|priorit|most|favou?rite|require|rather)",
    ),
    ("least", r"\b(?:least important|least|lowest|last|lower|low) (?:priorit|prefer|valu|import|need|interest)"),
    ("need", r"\b(?:at (?:the very )?least|minimum of)\b"),
    ("least", r"\bleast\b|\blowest\b|\bless important\b"),
    ("fewer", r"\b(?:less|fewer)\b"),
    (
        "lack",
        r"\b(?:not? enough|(?:not|n'?t)(?: \w{1,20}){0,2}? (?:have|get|bring|pack|find|brought)(?: \w{1,20})? "
        r"(?:enough|any|much|access)|low on|run(?:ning)? out|ran out|short (?:on|of)|worried|worry"
        r"|concerned? about|forgot|without)\b",
    ),
    (
        "no-need",
        r"\b(?:do not|don'?t|dont|won'?t|wouldn'?t|doesn'?t|didn'?t|not|never|no)(?: \w{1,20}){0,2}? "
        r"(?:need|want|require|care|use for|necessary|matter|interested|important|essential|priorit|concerned|too much"
        r"|as much|that much|much|many|as necessary|mind)|\b(?:do without|go without|live without|get by|manage with"
        r"|fine with ?out|ok(?:ay)? with ?out|make do)\b",
    ),
    ("set", r"\b(?:good|ok|okay|set|fine|covered|alright|all right) (?:on|for|with|without)\b|\bflexible\b"),
    ("split", r"\b(?:split|share|half|divide|equal(?:ly)?|evenly)\b"),
    (
        "give-up",
        r"\b(?:(?:can|could|might|may|will|'ll|to) (?:\w{1,20} )?"
        r"(?:spare|part with|give up|sacrifice|forgo|let go))\b",
    ),
    (
        "plenty",
        r"\b(?:already (?:have|got|brought|packed)|have plenty|brought|plentiful|to spare|extra supply|surplus)\b",
    ),
    ("enough", r"\b(?:plenty|enough)\b"),
    (
        "most",
        r"\b(?:top|number one|first|highest|biggest|greatest|main|most|#1) (?:\w{1,20} )?"
        r"(?:priorit|choice|need|concern|import|valu|prefer)"
        r"|\b(?:most|priority|priorities|main|favou?rite|highest|greatest|essential|crucial|vital|critical"
        r"|above all|a must|must have|desperate(?:ly)?|mainly|primarily|mandatory)\b",
    ),
    (
        "strong",
        r"\b(?:really|definitely|absolutely|badly|especially|mostly|particularly|greatly|truly|quite)(?: \w{1,20})? "
        r"(?:need|want|important|interested|like|love|prefer|could use|necessary)"
        r"|\b(?:important|prefer|preferred|especially|preferably|preference|ideal|ideally|rather have)\b",
    ),
    ("you-need", r"\byou(?:'?d|'?re|'?ll|'?ve)?(?: \w{1,20}){0,2}? (?:need|want|like|prefer|require|use|interested)"),
    (
        "ask-for",
        r"\b(?:(?:can|could|may|would|might) (?:i|we)(?: \w{1,20}){0,2}? (?:have|get|take|keep|receive)|(?:give|let"
        r"|spare|offer|allow|leave) (?:me|us)|would you (?:be )?(?:\w{1,20} )?(?:mind|willing|ok|okay|able)|can you"
        r"|could you)\b",
    ),
    (
        "you-get",
        r"\b(?:you(?:'?d|'?ll)?(?: \w{1,20}){0,2}? (?:have|get|take|keep|receive)|(?:give|offer|offering|let|leave"
        r"|leaving|giving|allow|trade|send) you|for you|to you|yours|you)\b",
    ),
    ("need", r"\b(?:need|require|necessary|necessity|must|have to|got to|gotta)"),
    ("want", r"\b(?:want|like|love|hope|hoping|interested|could use|can use|looking|wish|appreciate)"),
    ("give", r"\b(?:trade|exchange|swap|trading|barter|willing|give|giving|offer)\b"),
    ("i-get", r"\b(?:i(?:'?d|'?ll|'?m|'?ve)?|we(?:'?d|'?ll|'?re|'?ve)?|me|us|my|our|mine|myself|ourselves)\b"),
)  # fmt: skip

NAMES: tuple[str, ...] = tuple(name for name, _ in _ROWS)
CUE = re.compile("|".join(f"(?P<c{at}>{pattern})" for at, (_, pattern) in enumerate(_ROWS)))

AFTERWARDS = re.compile(r"^(?: \w{1,20}){0,2}?,? (?:the (most|least)|is (?:\w{1,20} ){0,3}?(most|least|low)\b)")
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
