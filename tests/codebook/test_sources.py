"""The closed lists: every term is defined and sourced, and every source says how strong it is."""

import re

import pytest

from goodwill.codebook.justice import JUSTICE, KINDS
from goodwill.codebook.moves import BY_NAME
from goodwill.codebook.sources import SOURCES, STRENGTHS
from goodwill.codebook.trust import DEFAULTS, FACETS, LEVELS, TRUSTWORTHINESS
from goodwill.ledger import kinds
from goodwill.strategies.roster import ROSTER


@pytest.mark.parametrize("key", sorted(SOURCES))
def test_a_source_has_a_year_a_strength_and_a_sentence(key: str) -> None:
    source = SOURCES[key]
    year = re.search(r"-(\d{4})[a-z]?$", key)
    assert year is not None
    assert year[1] in source.citation
    assert source.strength in STRENGTHS
    assert source.found.endswith(".")
    assert source.citation.casefold().startswith(key.split("-")[0][:3])


def test_all_but_the_background_is_leaned_on_by_a_rule() -> None:
    cited = {cite.source for rule in ROSTER for cite in rule.cites}
    background = {"kong-2014", "maddux-2008", "malhotra-2002"}
    assert {key for key, source in SOURCES.items() if source.citation not in cited} <= background


def test_trust_has_its_facets_and_levels_and_the_ledger_reads_them() -> None:
    assert FACETS == ("ability", "benevolence", "integrity", "promptness")
    level = kinds.KINDS["default"].key("level")
    assert level is not None
    assert level.choices == LEVELS == ("low", "guarded", "open")
    for term in (*TRUSTWORTHINESS, *DEFAULTS):
        assert term.definition.endswith(".")
        assert term.source
    assert all(facet.missing.startswith("no ") for facet in TRUSTWORTHINESS)


def test_each_kind_of_justice_names_entries_and_moves_there_are() -> None:
    assert set(KINDS) == {"distributive", "procedural", "voice", "interpersonal", "informational"}
    for kind in JUSTICE:
        assert kind.definition.endswith(".")
        assert kind.source
        assert set(kind.entries) <= set(kinds.KINDS)
        assert kind.speaks_for | kind.speaks_against <= set(BY_NAME)
        assert not kind.speaks_for & kind.speaks_against
