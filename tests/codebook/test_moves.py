"""The list of moves is closed, explained, and keeps the corpus's names."""

from goodwill.codebook.moves import APOLOGY_PARTS, BY_NAME, CASINO_NAMES, CONCESSION_LABELS, MOVES

EXPECTED = {
    "small-talk", "showing-empathy", "promote-coordination", "self-need", "other-need", "no-need", "elicit-pref",
    "uv-part", "vouch-fair", "greeting", "offer", "accept", "reject", "question", "promise", "request", "concession",
    "label-cost", "label-benefit", "label-limit", "label-goodwill", "label-condition", "thanks", "acknowledgement",
    "reason", "decision", "concern", "frustration", "restatement", "apology", "apology-responsibility",
    "apology-repair", "apology-regret", "apology-explanation", "apology-repentance", "apology-forgiveness",
    "ultimatum", "bragging", "blame", "deadline-pressure", "defensiveness", "social-comparison", "safeguard",
    "normalising-reason", "rapport", "ill-will", "distrust", "closing", "dismissing", "trust-appeal", "self-praise",
    "caution-excused", "request-excused", "reference-request", "hollow-apology",
}  # fmt: skip


def test_names():
    assert {move.name for move in MOVES} == EXPECTED
    assert len(BY_NAME) == len(MOVES)


def test_the_nine_of_the_corpus():
    assert CASINO_NAMES == (
        "small-talk",
        "showing-empathy",
        "promote-coordination",
        "self-need",
        "other-need",
        "no-need",
        "elicit-pref",
        "uv-part",
        "vouch-fair",
    )


def test_six_parts_and_five_labels():
    assert len(APOLOGY_PARTS) == 6
    assert len(CONCESSION_LABELS) == 5


def test_each_is_explained():
    for move in MOVES:
        assert move.definition.endswith(".")
        assert move.source
        assert move.example != move.counter_example
        assert move.family in {"cooperative", "competitive", "neutral"}


def test_what_fights_is_competitive():
    fights = {"ultimatum", "bragging", "blame", "deadline-pressure", "defensiveness", "uv-part", "ill-will", "distrust"}
    fights |= {"closing", "dismissing", "self-praise"}
    assert {move.name for move in MOVES if move.family == "competitive"} == fights
