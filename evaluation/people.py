"""What people wrote: 355 real first offers for a used phone, coded twice, and what the reader finds there.

uv run python -m evaluation.people --data DIR
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from itertools import groupby
from pathlib import Path

from evaluation.moves import Said, all_moves, counts, kappa, total
from evaluation.strangers import Message, read_by, told_by_words

from goodwill.moves.cues import CueReader
from goodwill.moves.joint import JointReader

CODED = Path(__file__).resolve().parent / "people"
FILE = "receptiveness/phone_offers.csv"
SHA256 = "e139186b3dec48a278446530d2f70fda88db316167735256900dedb2ebd0951f"
FEWEST = 10
"""Moves that both coders saw in fewer sentences than this get no line of their own."""


def texts(data: Path) -> list[str]:
    """Read the messages of the corpus, which is not part of the project."""
    raw = (data / FILE).read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA256:
        raise SystemExit(f"{FILE} is not the file that was coded")
    return [row["message"] for row in csv.DictReader(raw.decode("utf-8").splitlines(keepends=True))]


def rows(which: str) -> list[dict[str, str]]:
    """Read one coding: the place of each sentence, and its moves."""
    with (CODED / f"phone_offers_{which}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def coding(which: str) -> Said:
    """Give one coding by sentence."""
    return {f"{row['text']}:{row['start']}": set(row["moves"].split()) for row in rows(which)}


def messages(data: Path) -> list[Message]:
    """Give each message as its sentences with their ids."""
    written = texts(data)
    return [
        [
            (f"{at}:{one['start']}", " ".join(written[int(at)][int(one["start"]) : int(one["end"])].split()))
            for one in some
        ]
        for at, some in groupby(rows("a"), key=lambda row: row["text"])
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    written = messages(parser.parse_args().data)
    both = coding("a"), coding("b")
    moves = all_moves(both)
    readers = {
        "as shipped": read_by(JointReader(), written),
        "cues alone": read_by(CueReader(), written),
        "word lists": told_by_words(written),
    }
    print(f"{len(both[0])} sentences of {len(written)} messages")
    for what, said in readers.items():
        count = total(counts(list(both[0]), said, both, moves))
        print(f"  {what}: precision {count.precision:.2f}, recall {count.recall:.2f}")
    print(f"\n{'move':22}{'n':>5}  precision  recall  kappa")
    for move, count in counts(list(both[0]), readers["as shipped"], both, moves).items():
        if count.right + count.missed >= FEWEST:
            precision = "-" if count.precision is None else f"{count.precision:.2f}"
            agreed = kappa(*both, move)
            print(f"{move:22}{count.right + count.missed:5}{precision:>11}{count.recall:8.2f}{agreed:7.2f}")


if __name__ == "__main__":
    main()
