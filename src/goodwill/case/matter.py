"""Whether two texts speak of the same thing: the words that carry the matter, whatever the spelling or ending."""

import re

_LONGEST = 20_000
_WORD = re.compile(r"[^\W\d_]{4,}|\b\d[\d.,]*\d\b")
_PLAIN = str.maketrans("sc", "zz")
_PREFIX = 5
_EMPTY_WORDS = """
about above after again also always anything because been before being both could does doing done down each
even ever every everything from further getting give given goes going good great have having hear hello help
here hope into just keep kind know last less like little long look made make many maybe mean might more most
much must near need never next none nothing okay once only other over part perhaps please quite really said
same seem shall should since some something soon sorry still such sure take tell than thank thanks that their
them then there these they thing things think this those thought time today told tomorrow under until very
want week weeks well went were what when where which while will with without wonder worried worry would wrong
year years your yours afraid concern concerned concerns feel regards month months day days dear morning
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
november december noon evening
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())


def _stem(word: str) -> str:
    """Give the start of a word in one spelling, so that `colour` and `color`, `crate` and `crates` are one."""
    plain = word.replace("our", "or").replace("tre", "ter").replace("ll", "l").translate(_PLAIN)
    return plain[:_PREFIX]


def matter(words: str) -> frozenset[str]:
    """Give the words of a text that carry its matter, cut to one spelling.

    >>> matter("I'm worried about the colours") == matter("the color, please")
    True
    """
    found = _WORD.findall(words[:_LONGEST].casefold())
    return frozenset(_stem(word) for word in found if word not in _EMPTY)


def shared(one: str, other: str) -> frozenset[str]:
    """Give what two texts have in common.

    >>> sorted(shared("the crates were bruised", "Two bruised crates by Friday"))
    ['bruiz', 'zrate']
    """
    return matter(one) & matter(other)
