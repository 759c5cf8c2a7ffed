"""Which words a sentence must hold for a pattern to stand a chance in it: most sentences lack them, and need no search.

A pattern is read part by part. Letters in a part that cannot be left out are a word the sentence needs, or the
beginning or end of one (`word*`, `*word`) where more letters may stand beside them; where one of several may stand, it
needs any of them. What cannot be told is not needed: so a pattern may be searched in vain, but is never passed over
wrongly.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST = 64
"""A choice of more words than this is not worked out."""
_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?:)?)|(?P<close>\))|(?P<or>\|)|(?P<edge>\\b|[\^$])"
    r"|(?P<class>\[\^?\]?(?:\\.|[^\]\\])*\])|(?P<many>[?*+]\??|\{\d*,?\d*\}\??)|(?P<run>[a-z]+(?![?*+{a-z]))"
    r"|(?P<sign>\\.|[\s\S])"
)
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_NO_LETTER = frozenset(["\\W", "\\s", "\\d"])
Choice = frozenset[str]


class _Part(NamedTuple):
    """One part of a pattern: the letters it may stand for, or the ways of a group, or neither."""

    kind: str
    least: int = 1
    most: int = 1
    letters: Choice = frozenset()
    ways: tuple[tuple["_Part", ...], ...] = ()


def needed(way: str) -> list[Choice]:
    r"""Give the choices of words a sentence must hold, each with a word of its own, to match one way of a pattern.

    >>> [sorted(choice) for choice in needed(r"\b(?:i|we) (?:fully )?agree(?:d)? to\b")]
    [['i', 'we'], ['agree', 'agreed'], ['to']]
    """
    (parts,) = _parsed(_TOKEN.finditer(way))
    return _needed(parts, False, False)


def _parsed(tokens: Iterator[re.Match[str]]) -> tuple[tuple[_Part, ...], ...]:
    """Read tokens up to the end of the group they stand in."""
    ways: list[list[_Part]] = [[]]
    for token in tokens:
        kind = token.lastgroup
        if kind == "close":
            break
        if kind == "or":
            ways.append([])
        elif kind == "many":
            ways[-1][-1] = _repeated(ways[-1][-1], token[0].rstrip("?") or "?")
        elif kind == "run":
            ways[-1].append(_Part("letters", letters=frozenset([token[0]])))
        elif kind in ("look", "open"):
            inner = _parsed(tokens)
            ways[-1].append(_Part("look") if kind == "look" else _group(inner))
        else:
            ways[-1].append(_Part("edge") if kind == "edge" else _sign(token[0]))
    return tuple(tuple(way) for way in ways)


def _repeated(part: _Part, how: str) -> _Part:
    low, comma, high = ({"?": "0,1", "*": "0,", "+": "1,"}.get(how) or how.strip("{}")).partition(",")
    least, most = int(low or 0), int(high or 2) if comma else int(low)
    if part.kind == "letters" and (least, most) == (0, 1):
        return part._replace(letters=part.letters | {""})
    if part.kind == "letters" and (least, most) != (1, 1):
        return _Part("any", least, most)
    return part._replace(least=least, most=most)


def _group(ways: tuple[tuple[_Part, ...], ...]) -> _Part:
    """Take a group of nothing but letters as the letters it may stand for."""
    if all(part.kind == "letters" for way in ways for part in way):
        letters = frozenset(word for way in ways for word in _spelt(way))
        if letters and len(letters) <= MOST:
            return _Part("letters", letters=letters)
    return _Part("group", ways=ways)


def _spelt(parts: tuple[_Part, ...]) -> Choice:
    """Give every string that parts of letters may stand for; of too many, one more than is worked out."""
    words = {""}
    for part in parts:
        words = {word + more for word in words for more in part.letters}
        if len(words) > MOST:
            return frozenset(str(n) for n in range(MOST + 1))
    return frozenset(words)


def _sign(sign: str) -> _Part:
    if sign[0] == "[" and len(sign) > 1:
        inside = frozenset(sign[1:-1])
        if inside <= _LETTERS:
            return _Part("letters", letters=inside)
        return _Part("any" if "^" in inside or "-" in inside or inside & _LETTERS else "gap")
    if sign in _LETTERS:
        return _Part("letters", letters=frozenset(sign))
    told = sign in _NO_LETTER or (sign != "." and not (sign[0] == "\\" and sign[1].isalnum()))
    return _Part("gap" if told else "any")


def _clear(part: _Part, beyond: bool, step: int) -> bool:
    """Say whether a letter beside a part ends there: seen from the left (step 1) or from the right (step -1)."""
    if part.kind == "edge":
        return True
    if part.kind == "look":
        return beyond
    if part.kind == "gap":
        return bool(part.least) or beyond
    if part.kind == "group":
        inner = all(_all_clear(way[::step], beyond, step) for way in part.ways)
        return inner and (bool(part.least) or beyond)
    return False


def _all_clear(parts: tuple[_Part, ...], beyond: bool, step: int) -> bool:
    for part in reversed(parts):
        beyond = _clear(part, beyond, step)
    return beyond


def _needed(parts: tuple[_Part, ...], left: bool, right: bool) -> list[Choice]:
    """Give what parts in a row need, when a letter at their left and right ends would end there or not."""
    found: list[Choice] = []
    clear = [right]
    for part in reversed(parts):
        clear.append(_clear(part, clear[-1], 1))
    clear.reverse()
    at = 0
    while at < len(parts):
        end = at
        while end < len(parts) and parts[end].kind == "letters":
            end += 1
        after = clear[max(end, at + 1)]
        if end > at:
            words = _spelt(parts[at:end])
            if (left or after) and "" not in words and len(words) <= MOST:
                found.append(frozenset(("" if left else "*") + word + ("" if after else "*") for word in words))
            left = False
        else:
            end = at + 1
            part = parts[at]
            if part.kind == "group" and part.least:
                found += _of_group(part, left and part.most == 1, after and part.most == 1)
            left = _clear(part, left, -1)
        at = end
    return found


def _of_group(part: _Part, left: bool, right: bool) -> list[Choice]:
    """Give what a group needs: one of the best choices of its ways, if every way has one."""
    each = [_needed(way, left, right) for way in part.ways]
    if not all(each):
        return []
    whole = frozenset(word for choices in each for word in min(choices, key=_commonness))
    return [whole] if len(whole) <= MOST else []


def _commonness(choice: Choice) -> tuple[int, list[str]]:
    """Rank choices by how many sentences are likely to meet them; of two alike, the first by letter."""
    return sum(26 ** (4 - min(len(word), 4)) for word in choice), sorted(choice)


def rarest(choices: list[Choice], count: int) -> list[Choice]:
    """Give the few choices that the fewest sentences are likely to meet."""
    return sorted(choices, key=_commonness)[:count]
