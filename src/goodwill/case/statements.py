"""What somebody writes about issues: which are named, in which order; is each asked for, needed or given."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from goodwill.case.statement_cues import AFTER, AFTERWARDS, AMOUNTS, CUE, NAMES, RETURNED, RETURNS, THAN

MOST_READ = 20_000
MOST_NAMES = 20
SENTENCE = re.compile(r"(?:[^.!?\n]|(?<=\d)\.(?=\d))+[.!?]?")  # a point between digits ends nothing
_TURN = re.compile(
    r"\s*(?:;|\b(?:but|although|though|however|if|because|since|while|so(?! much))\b"
    r"|(?:,|\band\b|\bthen\b)\s+(?=(?:i|you|we|my|your|i'?ll|you'?ll|we'?ll|i'?d|you'?d|give|can|could|would|do|what|how)\b))\s*"
)
_WRAPPED = re.compile(r"(?<=[^\n]{50})\n(?=[\w(£$€])")
_WORD = re.compile(r"[a-z0-9]+")
_HOLDERS = frozenset(
    {
        "of", "the", "your", "my", "our", "package", "packages", "pack", "packs", "bundle", "bundles", "unit", "units",
        "bottle", "bottles", "case", "cases", "piece", "pieces",
    }
)  # fmt: skip
_AMOUNTED = frozenset(
    {"you-get", "i-get", "ask-for", "give", "give-up", "no-need", "need", "want", "strong", "bare", "split"}
)
_ASKED = {
    "need": "need", "strong": "need", "most": "need", "lack": "need", "more-than": "need", "want": "want",
    "bare": "bare", "i-get": "terms", "ask-for": "terms",
}  # fmt: skip
_ABOUT_YOU = frozenset({"ask", "you-need", "no-need"})  # a "most" after these is not the writer's own
_WHO = frozenset({"i-get", "you"})
_SAID_ONCE = frozenset({"most", "second", "least"})  # of the issue beside it, not of those further on
_STATES = frozenset({"need", "want", "strong", "most", "second", "least", "lack", "plenty", "enough", "you-need"})
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Statement:
    """One mention of an issue: `issue` is its place, `type` what kind of statement, `asks` whether it asks for it.

    `text`: the place of the text it stands in; `start`, `end`: where its sentence stands in that text.
    """

    issue: int
    type: str
    asks: bool
    text: int
    start: int
    end: int


def issue_patterns(names: Sequence[Sequence[str]]) -> tuple[re.Pattern[str], ...]:
    """Give what finds each issue in a text in small letters: any of its names, also in the plural."""
    return tuple(re.compile("|".join(rf"(?<!\w){_spelt(name)}(?!\w)" for name in some[:MOST_NAMES])) for some in names)


def _spelt(name: str) -> str:
    *before, last = [re.escape(word) for word in name.casefold().split()] or ["(?!)"]
    ended = f"{last[:-1]}(?:y|ies)" if last.endswith("y") else f"{last}(?:e?s)?"
    return r"[\s-]".join([*before, ended])


def statements(texts: Sequence[str], issues: Sequence[re.Pattern[str]]) -> tuple[Statement, ...]:
    """Read each mention of an issue in what somebody wrote, in order, then which issues were asked for first.

    >>> found = statements(["I need the water most, you can have 3 food."], issue_patterns([["food"], ["water"]]))
    >>> [(one.issue, one.type) for one in found]
    [(1, 'most'), (0, 'you-get 3'), (1, 'named 1 need'), (1, 'named alone')]
    """
    found = [one for at, text in enumerate(texts) for one in _in_text(text, at, issues)]
    return (*found, *_named(found))


def _in_text(text: str, at: int, issues: Sequence[re.Pattern[str]]) -> Iterator[Statement]:
    plain = unwrapped(_small(text[:MOST_READ]))
    for sentence in SENTENCE.finditer(plain):
        if any(issue.search(sentence.group()) for issue in issues):
            for issue, kind, asks in _in_sentence(sentence.group(), issues):
                yield Statement(issue, kind, asks, at, sentence.start(), sentence.end())


def unwrapped(text: str) -> str:
    """Make one line of lines that a mail program broke, each letter in its place; a short line or a list stays."""
    return _WRAPPED.sub(" ", text)


def _small(text: str) -> str:
    """Write a text in small letters, each letter in its place."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return small.replace("’", "'").replace("\t", " ")


def _named(found: Sequence[Statement]) -> Iterator[Statement]:
    """Say which issues were asked for first, second and third, in which way, and whether in one sentence."""
    firsts: dict[int, Statement] = {}
    for one in found:
        if one.asks:
            firsts.setdefault(one.issue, one)
    before = None
    for place, one in enumerate([*firsts.values()][:MOST_NAMED], 1):
        way = _ASKED[one.type.split()[0]]
        where = "" if before is None else " same" if _sentence(before) == _sentence(one) else " later"
        yield replace(one, type=f"named {place} {way}{where}")
        before = one
    if len(firsts) == 1 and before:
        yield replace(before, type="named alone")


def _sentence(one: Statement) -> tuple[int, int]:
    return one.text, one.start


def _in_sentence(sentence: str, issues: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, str, bool]]:
    cuts = [0, *(turn.end() for turn in _TURN.finditer(sentence)), len(sentence)]
    before = "bare"
    for start, end in pairwise(cuts):
        clause = sentence[start:end]
        cues = [(cue.start(), NAMES[int((cue.lastgroup or "c0")[1:])]) for cue in CUE.finditer(clause)]
        yield from _in_clause(clause, cues, before, issues, asking=sentence.rstrip().endswith("?"))
        if cues:
            before = "bare" if cues[-1][1] in _SAID_ONCE else cues[-1][1]


def _in_clause(
    clause: str,
    cues: list[tuple[int, str]],
    before: str,
    issues: Sequence[re.Pattern[str]],
    *,
    asking: bool,
) -> Iterator[tuple[int, str, bool]]:
    named = sorted((m.start(), m.end(), n) for n, issue in enumerate(issues) for m in issue.finditer(clause))
    turned, than = RETURNS.search(clause), THAN.search(clause)
    last = 0
    for start, end, issue in named:
        cue = _cue(start, end, cues) or before
        if turned and named[0][0] < turned.start() < start:
            cue = RETURNED.get(_cue(turned.start(), turned.start(), cues) or "bare", "ask-for")
        elif cue not in _ABOUT_YOU and (after := AFTERWARDS.match(clause[end : end + 60])):
            cue = AFTER.get(after["a"] or after["b"], "least")
        elif than and named[0][0] < than.end() <= named[-1][0]:
            cue = "more-than" if start < than.end() else "less-than"
        elif len({n for _, _, n in named}) == 1 and (alone := {name for _, name in cues} & {"most", "least"}):
            cue = min(alone)
        if cue == "bare" and asking and not _amount(clause[last:start]):
            cue = "ask"
        amount = _amount(clause[last:start]) if cue in _AMOUNTED else ""
        yield issue, f"{cue} {amount}".strip(), cue in _ASKED and amount != "0"
        last = end


def _cue(start: int, end: int, cues: list[tuple[int, str]]) -> str:
    """Give the last cue before a mention, else the first after it; who is meant counts where nothing else is said."""
    earlier = [name for at, name in cues if at < start]
    told = [name for name in earlier if name not in _WHO] or earlier
    if "ask" in told and told[-1] in _STATES:
        return "ask"
    return told[-1] if told else next((name for at, name in cues if at >= end), "")


def _amount(before: str) -> str:
    """Read how much of an issue is meant, from the words right before it."""
    for word in reversed(_WORD.findall(before)[-5:]):
        if word in AMOUNTS:
            return AMOUNTS[word]
        if word not in _HOLDERS:
            return ""
    return ""
