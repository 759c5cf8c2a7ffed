"""Words looked for in drafts: whatever a pattern matches holds one of those it is tried for."""

import importlib
import pkgutil
import random
import re

import pytest

import goodwill.case
import goodwill.strategies
from goodwill.case.wording import Wording
from pattern_texts import said_by


def wordings():
    for package in (goodwill.case, goodwill.strategies):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(found.name)).items():
                if isinstance(value, Wording):
                    yield value.pattern, pytest.param(value, id=f"{found.name.rpartition('.')[2]}.{name}")


WORDINGS = list(dict(wordings()).values())


def test_there_are_many():
    assert len(WORDINGS) > 20


@pytest.mark.parametrize("wording", WORDINGS)
def test_what_a_pattern_matches_holds_what_it_needs(wording):
    chance, met = random.Random(3), 0
    tree = re._parser.parse(wording.pattern, wording.ready.flags)
    for _ in range(2_000):
        text = chance.choice(["", "You, ", ". "]) + said_by(tree, chance) + chance.choice(["", ".", " so"])
        for one in (text, text.upper()) if wording.ready.flags & re.IGNORECASE else (text,):
            found = wording.ready.search(one)
            met += found is not None
            assert found is None or wording.possible(found[0]), found
    assert met > 200


def test_capitals_and_small_letters_are_one():
    hush = Wording("silence", "silence", re.IGNORECASE)
    assert all(hush.search(word) for word in ("SILENCE", "Silence", "\u017filence", "s\u0131lence"))
    assert hush.search("Hush") is None
    assert hush._ready is not None
    assert list(hush.finditer("nothing")) == []


def test_nothing_is_compiled_before_it_is_needed():
    fresh = Wording("never", "(never")
    assert fresh.search("Always.") is None
    with pytest.raises(re.error):
        fresh.search("Never.")
