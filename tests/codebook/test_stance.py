"""What a finding may mean and how loud it may be: closed lists that every rule keeps to."""

from goodwill.codebook.stance import SEVERITIES, SHELVES, STANCES
from goodwill.strategies.roster import ROSTER, find


def test_stances_severities_and_shelves_are_all_in_use_and_no_rule_has_others() -> None:
    assert {rule.stance for rule in ROSTER} == set(STANCES)
    assert {rule.severity for rule in ROSTER} == set(SEVERITIES)
    assert {rule.shelf for rule in ROSTER} == set(SHELVES.values())
    assert SEVERITIES.index("info") < SEVERITIES.index("advice") < SEVERITIES.index("warning")


def test_a_rule_is_found_by_code_or_name_in_any_case() -> None:
    rule = ROSTER[0]
    assert find(f" {rule.code.lower()} ") is rule
    assert find(rule.name.upper()) is rule
    assert find("E999") is None
