"""Options that the other side said no to: a limit they named, an option they called too much or impossible."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goodwill.case.bargaining import Issue
from goodwill.case.statements import MOST_READ, SENTENCE, unwrapped
from goodwill.case.thread import Message

_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TENS = {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "ninety": "90"}
NUMBER_WORDS = {word: str(n) for n, word in enumerate(_ONES, 1)} | _TENS
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NO = r"(?:cannot|can'?t|could(?:n'?t| not)|wo(?:n'?t|uld not|uldn'?t)|will not|unable to|not able to|never|not)"
_LESS = r"below|under|less than|lower than|shorter than|fewer than"
_MORE = r"above|over|more than|higher than|longer than|beyond|past|exceed"
_LIMIT = re.compile(
    rf"\b{_NO} [^.?!;]{{0,30}}?\b(?:(?P<less>{_LESS})|(?P<more>{_MORE}))\b[^\d.?!;]{{0,20}}(?P<number>\d+(?:[.,]\d+)*)"
)
_TOO = re.compile(
    r"^[^.?!;\d]{0,30}?\b(?:is|are|was|would be|'s)(?: \w{1,12}){0,2}? (?:(?:too|far too) (?P<sort>\w{1,12})"
    r"|not possible"
    r"|impossible|unacceptable|out of the question|not acceptable|not workable|more than we)"
)
_CANNOT = re.compile(
    rf"\b{_NO}(?: \w{{1,12}}){{0,2}}? (?:do|accept|agree to|come down to"
    r"|go (?:up |down )?to|take|manage|live with|work with|stretch to|offer)"
    r"(?: \w{1,12}){0,3}? $"
)
_SMALL = frozenset({"low", "short", "little", "small", "few", "tight", "soon", "early", "cheap"})
_LARGE = frozenset({"high", "long", "much", "large", "big", "many", "late", "expensive"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """One sentence in which they said no to options of an issue: their places, and their names."""

    entry: str
    day: date
    words: str
    issue: int
    options: tuple[int, ...]
    names: tuple[str, ...]


def in_figures(text: str) -> str:
    """Write small numbers in figures and thousands without a comma, in small letters.

    >>> in_figures("Two hours would do"), in_figures("72,000 or 72k")
    ('2 hours would do', '72000 or 72000')
    """
    plain = re.sub(r"[a-z]+", lambda word: NUMBER_WORDS.get(word[0], word[0]), text.lower().replace("’", "'"))
    return re.sub(r"(?<=\d)k\b", "000", re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", plain))


def refusals(
    messages: Sequence[Message], issues: Sequence[Issue], patterns: Sequence[re.Pattern[str]]
) -> Iterator[Refusal]:
    """Read what each message says no to; a question refuses nothing."""
    for message in messages:
        for sentence in SENTENCE.finditer(unwrapped(message.words[:MOST_READ])):
            words = sentence.group().strip()
            if words.endswith("?"):
                continue
            for issue, options in _refused(in_figures(words), issues, patterns):
                names = tuple(issues[issue].options[n] for n in options)
                yield Refusal(message.id, message.day, words, issue, options, names)


def _refused(
    text: str, issues: Sequence[Issue], patterns: Sequence[re.Pattern[str]]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    for n, issue in enumerate(issues):
        alone = [other for other, pattern in enumerate(patterns) if pattern.search(text)] == [n]
        found = {*_beyond(text, issue, named=alone), *_called_too_much(text, issue)}
        if found:
            yield n, tuple(sorted(found))


def _beyond(text: str, issue: Issue, *, named: bool) -> set[int]:
    """Give the options beyond a limit they named, where the issue is named too or the limit is one of its options."""
    limit = _LIMIT.search(text)
    if limit is None:
        return set()
    after = text[limit.start("number") :]
    if not named and not any(after.startswith(in_figures(option)) for option in issue.options if not option.isdigit()):
        return set()
    least, sizes = _size(limit["number"]), [_size(option) for option in issue.options]
    below = limit["less"] is not None
    return {n for n, size in enumerate(sizes) if least is not None and size is not None and
            (size < least if below else size > least)}  # fmt: skip


def _called_too_much(text: str, issue: Issue) -> set[int]:
    """Give the options they named as too much, too little or impossible, and those still further out."""
    found: set[int] = set()
    for n, option in enumerate(issue.options):
        spelt = in_figures(option)
        if len(spelt) < 2:
            continue
        for place in re.finditer(rf"(?<![\w.,]){re.escape(spelt)}(?![\w]|[.,]\d)", text):
            too = _TOO.match(text[place.end() : place.end() + 80])
            if too is not None:
                found |= {n, *_further(n, issue, too["sort"] or "")}
            elif _CANNOT.search(text[max(0, place.start() - 60) : place.start()]):
                found.add(n)
    return found


def _further(n: int, issue: Issue, sort: str) -> set[int]:
    """Give the options beyond one that was called too long, too low and so on."""
    size = _size(issue.options[n])
    others = {m: other for m, option in enumerate(issue.options) if (other := _size(option)) is not None}
    if size is None or sort not in _SMALL | _LARGE:
        return set()
    return {m for m, other in others.items() if (other > size if sort in _LARGE else other < size)}


def _size(option: str) -> float | None:
    """Read the first number of an option."""
    number = _NUMBER.search(in_figures(option))
    if number is None:
        return None
    try:
        return float(number[0].replace(",", ""))
    except ValueError:
        return None
