"""How well each move is found in messages coded twice: the reader as it ships, cues alone, and plain word lists.

uv run python -m evaluation.moves [--write docs/moves_precision.md]
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
from goodwill.moves.joint import JointReader
from goodwill.moves.reader import Reader, Utterance

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
    return read_by(CueReader(), rows)


def by_both(rows: list[dict[str, str]]) -> Said:
    """Read with the reader as it ships."""
    return read_by(JointReader(), rows)


def read_by(reader: Reader, rows: list[dict[str, str]]) -> Said:
    said: Said = {}
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


INTRO = """\
# How far the reader of moves can be relied on, move by move

Made by `uv run python -m evaluation.moves --write docs/moves_precision.md`; a test fails when a figure here falls.

The table counts sentences of `plain`: everyday business messages, written by one stranger to the program and coded by
two others (evaluation/strangers/README.md: who they are, and what that is worth). Nothing was tuned on them. `n` is how
often both saw the move. `cues` are the hand-written cues alone; shipped are cues and learnt phrases together.

| move | n | precision | recall | right / wrong / missed | cues alone | kappa |
|---|--:|--:|--:|---|---|--:|
"""
OTHERS = """
| all moves | as shipped | cues alone | word lists |
|---|---|---|---|
"""
CLOSING = """
`indirect` is such a set whose writer was asked to avoid the obvious words: how little is seen there is the limit.
`one hand` are four conversations written, coded and cued by one hand, held out from tuning but with its totals in view
(evaluation/moves_coded/README.md): read them as an upper bound.
"""


def _sums(each: dict[str, Count]) -> str:
    sums = total(each)
    return f"{_share(sums.precision)} / {_share(sums.recall)}"


def page() -> str:
    """Give the page of precision and recall by move."""
    from evaluation import strangers

    shipped, cues = (strangers.measured(read, "plain") for read in (strangers.by_both, strangers.by_cues))
    agreed = {move: kappa(*strangers.both("plain"), move) for move in shipped}
    lines = [
        f"| {move} | {count.right + count.missed} | {_share(count.precision)} | {_share(count.recall)} "
        f"| {count.right} / {count.wrong} / {count.missed} "
        f"| {_share(cues[move].precision)} / {_share(cues[move].recall)} | {agreed[move]:.2f} |"
        for move, count in shipped.items()
    ]
    others = [
        f"| `{name}` | " + " | ".join(_sums(strangers.measured(read, name)) for read in strangers.READERS) + " |"
        for name in strangers.SETS
    ]
    others.append(
        "| `one hand` | " + " | ".join(_sums(measured(read, True)) for read in (by_both, by_cues, by_words)) + " |"
    )
    return INTRO + "\n".join(lines) + "\n" + OTHERS + "\n".join(others) + "\n" + CLOSING


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", type=Path)
    told = parser.parse_args()
    if told.write:
        told.write.write_text(page(), "utf-8")
    print(page())


if __name__ == "__main__":
    main()
