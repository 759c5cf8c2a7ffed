"""The words a pattern needs: whatever it matches holds them, and nearly every way of every cue needs some."""

import random
import re
from itertools import chain

import pytest

from goodwill.moves.cue import alternatives, cues
from goodwill.moves.needs import needed
from goodwill.moves.sieve import served

CUES = list(cues())
WAYS = sorted(
    {way for cue in CUES for pattern in (cue.pattern, cue.unless) if pattern for way in alternatives(pattern)}
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
OTHERS = " .,?!'-$7"


def serves(text):
    return set(chain.from_iterable(served(run) for run in re.findall("[a-z]+", text)))


def said_by(tree, chance):
    """Make up a text for a parsed pattern; what stands beside it is not looked at."""
    out = []
    for kind, told in tree:
        name = str(kind)
        if name == "LITERAL":
            out.append(chr(told))
        elif name in {"ANY", "NOT_LITERAL"}:
            out.append(chance.choice(LETTERS + OTHERS))
        elif name == "IN":
            signs = [sign for sign in LETTERS + OTHERS if in_class(told, sign)]
            out.append(chance.choice(signs))
        elif name in {"MAX_REPEAT", "MIN_REPEAT"}:
            least, most, inner = told
            out += [said_by(inner, chance) for _ in range(chance.randint(least, min(most, least + 3)))]
        elif name == "SUBPATTERN":
            out.append(said_by(told[3], chance))
        elif name == "BRANCH":
            out.append(said_by(chance.choice(told[1]), chance))
    return "".join(out)


def in_class(told, sign):
    kinds = {"CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s", "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_WORD": r"\W"}
    kinds |= {"CATEGORY_NOT_SPACE": r"\S", "CATEGORY_NOT_DIGIT": r"\D"}
    found = any(
        (str(kind) == "LITERAL" and chr(one) == sign)
        or (str(kind) == "RANGE" and one[0] <= ord(sign) <= one[1])
        or (str(kind) == "CATEGORY" and re.match(kinds[str(one)], sign) is not None)
        for kind, one in told
    )
    return found is not (str(told[0][0]) == "NEGATE")


def test_what_a_way_matches_holds_the_words_it_needs():
    chance, met = random.Random(5), 0
    for way in WAYS:
        choices, tree, pattern = needed(way), re._parser.parse(way), re.compile(way)
        texts = [
            chance.choice(["", "so ", "x"]) + said_by(tree, chance) + chance.choice(["", "s", " no"]) for _ in range(40)
        ]
        matching = [found[0] + "|" + text for text in texts if (found := pattern.search(text))]
        met += bool(matching)
        for text in matching:
            there = serves(text.partition("|")[2])
            assert all(choice & there for choice in choices), (way, text, choices)
    assert met > 0.9 * len(WAYS)


def test_nearly_every_way_needs_a_word():
    assert len([way for way in WAYS if not needed(way)]) < 0.05 * len(WAYS)


@pytest.mark.parametrize(
    ("pattern", "choices"),
    [
        (r"\bsorry\b", [{"sorry"}]),
        (r"sorry", []),
        (r"\bsorr", [{"sorr*"}]),
        (r"ing\b", [{"*ing"}]),
        (r"\b(?:not )?here\b", [{"here"}]),
        (r"\bapologi[sz]e\b", [{"apologise", "apologize"}]),
        (r"\bone-?off\b", [{"one*"}, {"*off"}]),
        (r"\b(?:a b|c)\b", [{"a", "c"}]),
        (r"\bgo(?!ne)", [{"go*"}]),
        (r"\bgo(?: now)?\b", [{"go"}]),
        (r"\bgo(?:ing)?(?: now)?\b", [{"go", "going"}]),
        (r"\bgo\w{0,3}\b", [{"go*"}]),
        (r"\b(?:so|very){1,2} late\b", [{"late"}]),
        (r"\ba\Bb", [{"a*"}]),
        (r"^[^?]{2,}\?", []),
    ],
)
def test_choices(pattern, choices):
    assert needed(pattern) == choices


def test_what_a_run_of_letters_serves():
    assert serves("don't") == {"don", "d*", "do*", "don*", "*don", "*on", "*n", "t", "t*", "*t"}
