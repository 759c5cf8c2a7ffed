"""How well the readers find each move in the twice-coded business set, the cues beside a plain word-list baseline.

uv run python evaluation/moves.py [--write docs/moves_precision.md]
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from goodwill.moves.cues import CueReader
from goodwill.moves.reader import Utterance

CODED = Path(__file__).resolve().parent / "moves_coded"
HELD_OUT = frozenset({"builder", "mill", "renewal", "flat"})
Said = dict[str, set[str]]

_TELLING = """
apology: sorry apologise apologies; thanks: thank thanks; promise: will i'll we'll; concern: worried concerned concern;
reason: because since; decision: decided; request: please could; question: ?; greeting: hi hello dear; offer: offer;
accept: agreed deal ok; reject: can't too; blame: always never; ultimatum: unless if; deadline-pressure: today tonight;
frustration: frustrating disappointed; safeguard: writing contract; social-comparison: others other;
concession: discount free; rapport: weekend coffee
"""
WORDS = {move.strip(): set(words.split()) for move, _, words in (one.partition(":") for one in _TELLING.split(";"))}


@dataclass(frozen=True, slots=True)
class Count:
    """Right, wrong and missed readings of one move."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float | None:
        """Share of readings that both codings bear out; none when there was no reading."""
        said = self.right + self.wrong
        return self.right / said if said else None

    @property
    def recall(self) -> float | None:
        """Share of what both codings saw that was found; none when there was nothing to find."""
        there = self.right + self.missed
        return self.right / there if there else None


def utterances() -> list[dict[str, str]]:
    return [json.loads(line) for line in (CODED / "utterances.jsonl").read_text("utf-8").splitlines()]


def coding(name: str) -> Said:
    with (CODED / f"coding_{name}.csv").open(encoding="utf-8", newline="") as rows:
        return {row["id"]: set(row["moves"].split()) for row in csv.DictReader(rows)}


def by_cues(rows: list[dict[str, str]]) -> Said:
    reader, said = CueReader(), {}
    for _, thread in groupby(rows, key=lambda row: row["thread"]):
        turns = list(thread)
        readings = reader.read_thread([Utterance(row["by"], row["text"]) for row in turns])
        said |= {row["id"]: {one.move for one in seen} for row, seen in zip(turns, readings, strict=True)}
    return said


def by_words(rows: list[dict[str, str]]) -> Said:
    """The baseline: one or two telling words a move."""
    said = {}
    for row in rows:
        words = set(row["text"].lower().replace("?", " ? ").replace(".", " ").replace(",", " ").split())
        said[row["id"]] = {move for move, telling in WORDS.items() if words & telling}
    return said


def counts(ids: list[str], said: Said, both: tuple[Said, Said], moves: list[str]) -> dict[str, Count]:
    """Count each move over the ids; what one coding alone says is left out."""
    out = {}
    for move in moves:
        agreed = [
            (move in both[0][one], move in said[one]) for one in ids if (move in both[0][one]) == (move in both[1][one])
        ]
        right = sum(there and seen for there, seen in agreed)
        out[move] = Count(right, sum(seen for _, seen in agreed) - right, sum(there for there, _ in agreed) - right)
    return out


def total(each: dict[str, Count]) -> Count:
    return Count(*(sum(getattr(count, name) for count in each.values()) for name in ("right", "wrong", "missed")))


def kappa(first: Said, second: Said, move: str) -> float:
    """Agreement of both codings beyond chance."""
    a, b = ([move in said[one] for one in first] for said in (first, second))
    same = sum(x == y for x, y in zip(a, b, strict=True)) / len(a)
    here, there = sum(a) / len(a), sum(b) / len(b)
    chance = here * there + (1 - here) * (1 - there)
    return (same - chance) / (1 - chance)


def all_moves(both: tuple[Said, Said]) -> list[str]:
    return sorted(set().union(*both[0].values(), *both[1].values()))


def measured(read: Callable[[list[dict[str, str]]], Said], held_out: bool) -> dict[str, Count]:
    """Give the counts of a reader on the test part, or on the tuning part."""
    rows = [row for row in utterances() if (row["thread"] in HELD_OUT) == held_out]
    both = coding("a"), coding("b")
    return counts([row["id"] for row in rows], read(rows), both, all_moves(both))


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def page() -> str:
    """Give the page of precision and recall by move."""
    both = coding("a"), coding("b")
    test, tuning, words = measured(by_cues, True), measured(by_cues, False), measured(by_words, True)
    lines = [
        "# How far the cue reader can be relied on, move by move",
        "",
        "Made by `python evaluation/moves.py --write docs/moves_precision.md`; a test fails when a figure here falls.",
        "The set, who coded it and what that is worth: evaluation/moves_coded/README.md. `n` is how often both codings",
        "saw the move in the four conversations held out; the tuning part shows the gap and is no figure to quote.",
        "One hand wrote texts, codings and cues, and these totals steered where cues were widened: an upper bound.",
        "",
        "| move | n | precision | recall | right / wrong / missed | tuning part | kappa |",
        "|---|--:|--:|--:|---|---|--:|",
    ]
    for move, count in test.items():
        tuned = f"{_share(tuning[move].precision)} / {_share(tuning[move].recall)}"
        lines.append(
            f"| {move} | {count.right + count.missed} | {_share(count.precision)} | {_share(count.recall)} "
            f"| {count.right} / {count.wrong} / {count.missed} | {tuned} | {kappa(*both, move):.2f} |"
        )
    for name, each in (("all, held out", test), ("all, tuning part", tuning), ("word lists, held out", words)):
        sums = total(each)
        lines.append(
            f"| **{name}** | {sums.right + sums.missed} | {_share(sums.precision)} | {_share(sums.recall)} "
            f"| {sums.right} / {sums.wrong} / {sums.missed} | | |"
        )
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path)
    told = parser.parse_args()
    if told.write:
        told.write.write_text(page(), "utf-8")
    print(page())


if __name__ == "__main__":
    main()
