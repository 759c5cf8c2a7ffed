"""Reads the public corpora the reader is trained on; each file must be the one named here, by its SHA-256."""

from __future__ import annotations

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

CASINO = (
    "small-talk", "showing-empathy", "promote-coordination", "self-need", "other-need",
    "no-need", "elicit-pref", "uv-part", "vouch-fair",
)  # fmt: skip
SEVEN = tuple(at for at, name in enumerate(CASINO) if name not in {"showing-empathy", "promote-coordination"})
_ACTIONS = {"Submit-Deal", "Accept-Deal", "Reject-Deal", "Walk-Away"}
SHA256 = {
    "casino/dialogues.json": "b280c0933d0757438efb481735c3f9ca04ba65ca75edbbdd1f87705e6afc87a2",
    "receptiveness/receptive_ratings.csv": "c7276d613b8fbc3c72460ab1a087d41eb500ff3c367481dd46e3a676f260a332",
    "receptiveness/phone_offers.csv": "e139186b3dec48a278446530d2f70fda88db316167735256900dedb2ebd0951f",
    "persuasion/annotated.csv": "abe845eb3fae30c0e411173f4b51587c2170f9d2601e97c320d3f0e394a54eb3",
}


@dataclass(frozen=True, slots=True)
class Turn:
    """One utterance with what went before it, and its labels when people gave any."""

    dialogue: int
    at: int
    by: str
    text: str
    before: str
    same: bool
    labels: frozenset[str] | None


def _open(data: Path, name: str) -> str:
    raw = (data / name).read_bytes()
    found = hashlib.sha256(raw).hexdigest()
    if found != SHA256[name]:
        raise SystemExit(f"{name} is not the file this was built on (SHA-256 {found})")
    return raw.decode("utf-8")


def casino(data: Path) -> list[Turn]:
    """Give all turns of all dialogues in order; what people left unlabelled has no labels."""
    turns = []
    for dialogue in json.loads(_open(data, "casino/dialogues.json")):
        marks = list(dialogue.get("annotations") or [])
        before, last = "", ""
        chat = [line for line in dialogue["chat_logs"] if line["text"] not in _ACTIONS]
        for at, line in enumerate(chat):
            labels = None
            if marks and marks[0][0] == line["text"]:
                labels = frozenset(marks.pop(0)[1].split(","))
            by = line["id"]
            turns.append(Turn(dialogue["dialogue_id"], at, by, line["text"], before, by == last, labels))
            before, last = line["text"], by
    return turns


def receptive(data: Path) -> tuple[list[str], list[float]]:
    """Give replies across disagreement and how receptive readers rated them."""
    rows = list(csv.DictReader(_open(data, "receptiveness/receptive_ratings.csv").splitlines(keepends=True)))
    return [row["text"] for row in rows], [float(row["receptive"]) for row in rows]


def phone_offers(data: Path) -> tuple[list[str], list[int]]:
    """Give first offers for a used phone, 1 when written warm and 0 when written tough."""
    rows = list(csv.DictReader(_open(data, "receptiveness/phone_offers.csv").splitlines(keepends=True)))
    return [row["message"] for row in rows], [int(float(row["condition"])) for row in rows]


def persuasion(data: Path) -> list[tuple[str, str, str]]:
    """Give each labelled unit of PersuasionForGood: dialogue, text, act."""
    rows = csv.DictReader(_open(data, "persuasion/annotated.csv").splitlines(keepends=True))
    return [(row["B2"], row["Unit"], row["er_label_1"] or row["ee_label_1"]) for row in rows]
