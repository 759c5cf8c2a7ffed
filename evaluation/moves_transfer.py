"""Do the readings carry over? Question-asking and rapport on PersuasionForGood, which nothing here was trained on.

uv run python evaluation/moves_transfer.py --data DIR
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from goodwill.moves.cues import CueReader
from goodwill.moves.model import ModelReader
from goodwill.moves.scoring import Turn

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "training"))
from moves_data import persuasion

ASKS = {
    "ask-org-info", "task-related-inquiry", "personal-related-inquiry", "source-related-inquiry",
    "ask-donation-procedure", "ask-donation-amount", "ask-persuader-donation-intention", "ask-donate-more",
    "ask-not-donate-reason",    "proposition-of-donation", "foot-in-the-door",
}  # fmt: skip
INQUIRES = {"task-related-inquiry", "personal-related-inquiry", "ask-org-info", "source-related-inquiry"}
CHATS = {"off-task", "personal-related-inquiry", "greeting", "you-are-welcome", "closing"}
THANKS = {"thank"}
GREETS = {"greeting"}


def shares(truth: np.ndarray, said: np.ndarray) -> str:
    """Precision, recall and the share said."""
    right = float((truth & said).sum())
    return f"precision {right / max(said.sum(), 1):.2f}  recall {right / truth.sum():.2f}  n {int(truth.sum())}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=os.environ.get("GOODWILL_DATA"))
    units = [unit for unit in persuasion(Path(parser.parse_args().data)) if unit[2]]
    acts = np.array([act for _, _, act in units])
    model, cues = ModelReader(), CueReader()
    chances = np.array(list(model.chances(Turn(text, "", 3) for _, text, _ in units)))
    seen = [{one.move for one in cues.read(text)} for _, text, _ in units]

    def by_cue(move: str) -> np.ndarray:
        return np.array([move in one for one in seen])

    print(f"{len(units)} units of PersuasionForGood; unit by unit, without context")
    for name, wanted, move in (
        ("inquiries and propositions, by the question cue", ASKS, "question"),
        ("thanks, by the cue", THANKS, "thanks"),
        ("greetings, by the cue", GREETS, "greeting"),
        ("personal inquiry, greeting or off-task talk, by the rapport and small-talk cues", CHATS, "rapport"),
    ):
        said = by_cue(move) | (by_cue("small-talk") if move == "rapport" else False)
        print(f"{name}: {shares(np.isin(acts, list(wanted)), said)}")
    for name, wanted, move in (
        ("inquiries, by the model's elicit-pref", INQUIRES, "elicit-pref"),
        ("rapport talk, by the model's small-talk", CHATS, "small-talk"),
    ):
        truth = np.isin(acts, list(wanted))
        scores = chances[:, model.labels.index(move)]
        said = np.array([bool(row) for row in model.seen(chances)[:, model.labels.index(move)]])
        print(f"{name}: AUC {roc_auc_score(truth, scores):.3f}  at its CaSiNo threshold {shares(truth, said)}")


if __name__ == "__main__":
    main()
