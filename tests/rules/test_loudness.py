"""A warning is what a friend would interrupt you for: the same fact is quieter where nothing hangs on it."""

import pytest

from goodwill.findings.run import run
from goodwill.strategies.roster import find
from pages import Page, pages

WARNINGS = {
    "follow_through_unasked": {
        "Fires as a warning before the hire: the only referee was theirs and knew no timetable": "warning",
        "Fires, more quietly, once it is signed": "advice",
    },
    "claim_refuted": {
        "Fires for a claim of theirs, with how it was found": "advice",
        "Fires, as a warning, where something is committed": "warning",
    },
    "reference_reluctant": {
        "Fires for an independent referee who saw little follow-through": "advice",
        "Fires, as a warning, where something is committed": "warning",
    },
    "second_opinion_unsaid": {
        "Fires early, seventeen days before": "advice",
        "Fires on the evening before she signs": "warning",
        "At the edge: eight days before it is advice": "advice",
        "Fires after agreeing, while the day is ahead and it did not feel right": "advice",
    },
    "single_slip": {
        "Fires, quietly, once it has come and its side said that it was late": "info",
        "Fires, louder, once it has come without a word": "advice",
        "Fires, quietly, for an apology on record": "info",
        "Fires, quietly, where the day was moved too late, with regret, and it came": "info",
        "Fires, louder, where it was moved with regret and has not come yet": "advice",
        "Fires, louder, where only the other side was sorry": "advice",
        "At the edge: three days before its day it was said": "info",
        "At the edge: four days before its day it was about something else": "advice",
    },
    "blind_trust": {
        "Fires where trust is open and nothing is checked or covered": "warning",
        "Fires after vetting too, where nothing covers it": "advice",
    },
    "books_closed": {
        "Fires for me: late, and not a word since": "warning",
        "Fires for them by the same rule": "advice",
    },
    "vicious_cycle": {"Fires on three alternating turns, from the first": "advice"},
    "shared_connection": {"Fires for one person who knows both": "info"},
}
LOUD = [(page, level) for page in pages() if (level := WARNINGS.get(page.rule, {}).get(page.title))]


@pytest.mark.parametrize(("page", "level"), LOUD, ids=lambda value: getattr(value, "title", value))
def test_each_case_is_as_loud_as_it_should_be(page: Page, level: str) -> None:
    rule = find(page.rule.replace("_", "-"))
    assert rule is not None
    assert [finding.severity for finding in run([rule], page.case())] == [level]


def test_every_named_case_stands_on_its_page() -> None:
    assert len(LOUD) == sum(len(titles) for titles in WARNINGS.values())
