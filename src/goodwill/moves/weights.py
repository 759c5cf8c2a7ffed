"""What the trained reader knows: a table of turns of phrase with small whole-number weights, checked before use."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodwill.moves.grams import Ints, Seen, Table

Floats = NDArray[np.float64]
_TOGETHER, _BITS = 3, 21
_HALF = 1 << (_BITS - 1)


@dataclass(frozen=True)
class Weights:
    """Grams in blocks (words, letters, the utterance before), each row with one weight a label."""

    labels: tuple[str, ...]
    words: tuple[str, ...]
    keys: Ints
    mix: int
    matrix: NDArray[np.int8]
    steps: Floats
    powers: Floats
    factors: Floats
    dense: Floats
    bias: Floats
    slope: Floats
    offset: Floats
    thresholds: Floats
    sure: Floats

    @cached_property
    def table(self) -> Table:
        """The grams, ready for look-up."""
        return Table(self.keys, self.mix)

    @cached_property
    def ids(self) -> dict[str, int]:
        """The number of each known word, from 1."""
        return {word: at for at, word in enumerate(self.words, 1)}

    def numbered(self, words: Sequence[str]) -> list[int]:
        """Give the numbers of a text's words, 0 for an unknown one."""
        get = self.ids.get
        return [get(word, 0) for word in words]

    @cached_property
    def _packed(self) -> list[Ints]:
        """Three labels to a whole number, 21 bits each: one running sum then serves three."""
        wide = self.matrix.astype(np.int64)
        groups = [wide[:, at : at + _TOGETHER] for at in range(0, wide.shape[1], _TOGETHER)]
        return [sum((group[:, at] << (_BITS * at) for at in range(group.shape[1])), self.keys * 0) for group in groups]

    def block(self, number: int, seen: Seen, texts: int) -> Floats:
        """Give what one block adds to each text's scores: (texts, labels)."""
        ends = np.searchsorted(seen.text, np.arange(texts + 1))
        sums = np.empty((texts, len(self.labels)))
        for at, packed_labels in enumerate(self._packed):
            running = np.zeros(len(seen.gram) + 1, np.int64)
            np.cumsum(packed_labels[seen.gram], out=running[1:])
            left = running[ends[1:]] - running[ends[:-1]]
            for label in range(_TOGETHER * at, min(_TOGETHER * (at + 1), len(self.labels))):
                sums[:, label] = ((left + _HALF) & (2 * _HALF - 1)) - _HALF
                left = (left + _HALF) >> _BITS
        size = np.maximum(np.diff(ends), 1.0) ** -self.powers[number] * self.factors[number]
        return np.asarray(sums * size[:, None] * self.steps)

    def chance(self, scores: Floats) -> Floats:
        """Turn scores into calibrated chances."""
        return np.asarray(1.0 / (1.0 + np.exp(-(self.slope * scores + self.offset))))


def arrays_of(raw: bytes, sha256: str) -> dict[str, Any]:
    """Give the arrays and the words in a file's bytes; raises ValueError when they are not the ones expected."""
    if hashlib.sha256(raw).hexdigest() != sha256:
        raise ValueError("the reader's weights are not the ones this version was released with")
    with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
        told: dict[str, Any] = {name: arrays[name] for name in arrays.files}
    told["words"] = tuple(bytes(told["words"]).decode("ascii").split("\n"))
    return told


def read_weights(raw: bytes, sha256: str) -> Weights:
    """Give the weights of a file's bytes; raises ValueError when they are not the ones expected."""
    told = arrays_of(raw, sha256)
    told["labels"] = tuple(str(one) for one in told["labels"])
    told["mix"] = int(told["mix"])
    return Weights(**told)


def shipped_bytes(name: str) -> tuple[bytes, str]:
    """Give the bytes of a file that ships with the package, and the SHA-256 that stands beside it."""
    folder = files("goodwill.moves").joinpath("weights_data")
    return folder.joinpath(f"{name}.npz").read_bytes(), folder.joinpath(f"{name}.sha256").read_text("ascii").strip()


@cache
def shipped(name: str) -> Weights:
    """Give the weights that ship with the package."""
    return read_weights(*shipped_bytes(name))


def packed(weights: dict[str, Any], words: Sequence[str]) -> bytes:
    """Give the bytes of a weights file, the same bytes for the same arrays."""
    out = io.BytesIO()
    np.savez_compressed(
        out, allow_pickle=False, **weights, words=np.frombuffer("\n".join(words).encode("ascii"), np.uint8)
    )
    return out.getvalue()
