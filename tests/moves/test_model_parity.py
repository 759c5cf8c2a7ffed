"""The shipped reader says what scikit-learn's own pipeline says, to nine digits, on 1,000 made-up texts."""

import json
from pathlib import Path

import numpy as np

from goodwill.moves.model import ModelReader
from goodwill.moves.scoring import Turn

HERE = Path(__file__).parent


def test_equal_to_scikit_learn():
    turns = [Turn(**json.loads(line)) for line in (HERE / "parity.jsonl").read_text("utf-8").splitlines()]
    with np.load(HERE / "parity.npz", allow_pickle=False) as there:
        expected, labels = there["chances"], tuple(there["labels"].tolist())
    reader = ModelReader()
    found = np.array(list(reader.chances(turns)))
    assert len(turns) == 1000
    assert reader.labels == labels
    assert np.abs(found - expected).max() < 1e-9
