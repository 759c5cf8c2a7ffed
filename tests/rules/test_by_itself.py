"""The rules asked of a draft where there is no book: no other rule speaks there, and each of them does."""

import json
import random
from datetime import date
from functools import cache
from pathlib import Path

from evaluation import strangers

from goodwill.case.case import case
from goodwill.desk.checking import check_by_itself
from goodwill.desk.desk import Desk
from goodwill.desk.draft import SOMEONE, laid
from goodwill.findings.run import run
from goodwill.ledger.book import Book
from goodwill.moves.cue import cues
from goodwill.strategies.by_itself import BY_ITSELF
from goodwill.strategies.roster import ROSTER

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 1, 20)
DATED = [
    "I will pay by 2025-01-01. I am sorry, it was my mistake.",
    "Thank you. I declined the contract before; we agree to 40 crates. Let me know.",
    "We can give you 5 % off this once, and you know it costs us 40 a week. I promise to send it on 2 January 2025.",
]


@cache
def drafts():
    """Coded drafts, messages by strangers, and what the cues know put together by chance."""
    coded = (ROOT / "evaluation" / "drafts_coded" / "drafts.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in coded]
    texts += [" ".join(text for _, text in message) for name in strangers.SETS for message in strangers.messages(name)]
    chance, known = random.Random(4), [text for cue in cues() for text in cue.yes]
    return DATED + texts + [" ".join(chance.sample(known, chance.randint(2, 12))) for _ in range(700)]


def test_no_other_rule_speaks_of_a_draft_alone_and_each_of_these_does():
    spoke = set()
    for text in drafts():
        drafted = case(Book.of(laid(text, SOMEONE, TODAY)), TODAY, (), "draft").among(SOMEONE)
        spoke |= {finding.code for finding in run(ROSTER, drafted)}
    assert spoke == {rule.code for rule in BY_ITSELF}


def test_they_stand_in_the_order_of_the_roster():
    assert tuple(rule for rule in ROSTER if rule in BY_ITSELF) == BY_ITSELF


def test_a_draft_is_checked_by_itself_as_on_an_empty_desk():
    for text in drafts()[::4]:
        assert check_by_itself(text, TODAY, "draft.txt") == Desk.empty().check(text, "", TODAY, "draft.txt")
