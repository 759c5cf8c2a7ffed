"""Reads CaSiNo for priorities: who wrote what, what each issue was worth to them, and what was signed."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from training.moves_data import SHA256

from goodwill.case.statements import issue_patterns, statements

ACTIONS = {"Submit-Deal", "Accept-Deal", "Reject-Deal", "Walk-Away"}
ISSUES = ("Food", "Water", "Firewood")
PATTERNS = issue_patterns(
    [
        ["food", "meal", "snack", "hungry", "eat", "eating"],
        ["water", "drink", "drinking", "thirsty", "hydrated", "hydration", "dehydrated", "hydrate"],
        ["firewood", "fire wood", "wood", "fire", "campfire", "cold", "warm"],
    ]
)
LEVELS = ("High", "Medium", "Low")
KNOWN = SHA256["casino/dialogues.json"]
HELD_OUT = 4
PACKAGES = 3
GOT = ("signed worst", "signed less", "signed more", "signed best")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of one dialogue: `order` has the issues from the most to the least important, as places in ISSUES.

    `other_order`: of who reads them; `signed`: how many packages of each issue who reads them got, where it was signed;
    `guess`: what the other side believed, the most and the least important.
    """

    dialogue: int
    texts: tuple[str, ...]
    order: tuple[int, ...]
    other_order: tuple[int, ...]
    signed: tuple[int, ...] | None
    guess: tuple[int, int] | None

    def held_out(self) -> bool:
        """Say whether it is in the quarter that was not looked at while anything was chosen."""
        return self.dialogue % HELD_OUT == HELD_OUT - 1

    def types(self, most: int | None = None) -> list[tuple[int, str]]:
        """Give the issue and the type of each statement in the first so many utterances."""
        return [(one.issue, one.type) for one in statements(self.texts[:most], PATTERNS)]

    def got(self) -> list[tuple[int, str]]:
        """Give for each issue how much of it they got in what was signed, as a statement; none where nothing was."""
        return [(issue, GOT[PACKAGES - count]) for issue, count in enumerate(self.signed or ())]


def read(data: Path) -> tuple[list[Side], bool]:
    """Give both sides of every dialogue, and whether the file is the one that the table was learnt from."""
    raw = (data / "casino" / "dialogues.json").read_bytes()
    guesses = data / "casino" / "partner_guesses.json"
    guessed = json.loads(guesses.read_text("utf-8")) if guesses.exists() else {}
    sides = [side for dialogue in json.loads(raw) for side in _sides(dialogue, guessed)]
    return sides, hashlib.sha256(raw).hexdigest() == KNOWN


def _sides(dialogue, guessed):
    people = dialogue["participant_info"]
    for who in people:
        (other,) = set(people) - {who}
        texts = tuple(c["text"] for c in dialogue["chat_logs"] if c["id"] == who and c["text"] not in ACTIONS)
        guess = guessed.get(str(dialogue["dialogue_id"]), {}).get(other)
        yield Side(
            dialogue["dialogue_id"],
            texts,
            _order(people[who]),
            _order(people[other]),
            _signed(dialogue["chat_logs"], other),
            guess and tuple(ISSUES.index(guess[f"partner_{end}_item"]) for end in ("highest", "lowest")),
        )


def _order(person):
    return tuple(ISSUES.index(person["value2issue"][level]) for level in LEVELS)


def _signed(logs, other):
    """Give what the other side got, where the deal was accepted."""
    if logs[-1]["text"] != "Accept-Deal":
        return None
    submitted = [line for line in logs if line["text"] == "Submit-Deal"][-1]
    got = submitted["task_data"]["issue2youget" if submitted["id"] == other else "issue2theyget"]
    return tuple(int(got[issue]) for issue in ISSUES)
