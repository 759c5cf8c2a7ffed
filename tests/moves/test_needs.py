"""The words a pattern needs: whatever it matches holds them, and nearly every way of every cue needs some."""

import random
import re
from itertools import chain

import pytest

from goodwill.moves.cue import alternatives, cues
from goodwill.moves.needs import needed
from goodwill.moves.sieve import served
from pattern_texts import said_by

CUES = list(cues())
WAYS = sorted(
    {way for cue in CUES for pattern in (cue.pattern, cue.unless) if pattern for way in alternatives(pattern)}
)


def serves(text):
    return set(chain.from_iterable(served(run) for run in re.findall("[a-z]+", text)))


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
