"""Counts the turns of phrase a model knows in many texts at once: words, pairs, triples, and letters within words."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

LETTERS = "abcdefghijklmnopqrstuvwxyz '?!.,#$@^*_+-:;()/&%\"~0123456789"
_CODES = np.zeros(128, np.int64)
_CODES[[ord(letter) for letter in LETTERS]] = np.arange(1, len(LETTERS) + 1)
_SPACE = int(_CODES[ord(" ")])
_WORD_BITS, _LETTER_BITS, _TAG_BITS = 12, 6, 40
WORD_KINDS = {"1": 6, "2": 7, "3": 8, "s": 9, "t": 10, "b1": 11, "b2": 12}
_WIDTHS = range(2, 6)
_SLOT_BITS = 18
_TEXTS_AT_ONCE = 32
MIX = 0x9E3779B97F4A7C15


class Seen(NamedTuple):
    """Where known grams stand: the gram's row in the model, and the text it stands in (ascending)."""

    gram: Ints
    text: Ints


class Table:
    """Finds the row of each key; a few rounds of slots, so that a look-up is as many gathers."""

    def __init__(self, keys: Ints, mix: int = MIX, rounds: int = 2) -> None:
        self._keys = np.append(keys, -1)
        self._mix = np.uint64(mix)
        self._slots = [np.full(1 << _SLOT_BITS, len(keys), np.int32) for _ in range(rounds)]
        left = np.arange(len(keys))
        for turn, slots in enumerate(self._slots):
            at = self._place(keys[left].view(np.uint64) * self._mix, turn)
            slots[at] = left
            left = left[slots[at] != left]
        if len(left):
            raise ValueError(f"{len(left)} of {len(keys)} grams found no slot; take another mix")

    def __len__(self) -> int:
        return len(self._keys) - 1

    def _place(self, mixed: NDArray[np.uint64], turn: int) -> NDArray[np.int64]:
        return ((mixed >> np.uint64(64 - _SLOT_BITS * (turn + 1))) & np.uint64((1 << _SLOT_BITS) - 1)).view(np.int64)

    def found(self, keys: Ints) -> tuple[Ints, Ints]:
        """Give the places of the keys that are known, in order, and the row of each."""
        mixed = keys.view(np.uint64) * self._mix
        rows = self._slots[0].take(self._place(mixed, 0))
        # a key whose first slot is empty stands in no other
        which = np.flatnonzero(rows < len(self))
        rows, keys, mixed = rows.take(which), keys.take(which), mixed.take(which)
        hit = self._keys.take(rows) == keys
        for turn, slots in enumerate(self._slots[1:], 1):
            other = slots.take(self._place(mixed, turn))
            rows = np.where(hit, rows, other)
            hit |= self._keys.take(other) == keys
        kept = np.flatnonzero(hit)
        return which.take(kept), rows.take(kept).astype(np.int64)


def mix_for(keys: Ints, rounds: int = 2) -> int:
    """Give the first multiplier with which every key finds a slot; it is kept with the model."""
    for turn in range(1000):
        mix = (MIX * (2 * turn + 1)) % (1 << 64)
        try:
            Table(keys, mix, rounds)
        except ValueError:
            continue
        return mix
    raise ValueError(f"{len(keys)} grams are too many for the table")


def word_keys(ids: Ints, text: Ints) -> tuple[Ints, Ints]:
    """Give keys of words, pairs, triples, and pairs with one or two words between; a word of id 0 is unknown."""
    return _joined(ids, text, {"1": (0,), "2": (0, 1), "3": (0, 1, 2), "s": (0, 2), "t": (0, 3)})


def before_keys(ids: Ints, text: Ints) -> tuple[Ints, Ints]:
    """Give keys of words and pairs of the utterance before."""
    return _joined(ids, text, {"b1": (0,), "b2": (0, 1)})


def _joined(ids: Ints, text: Ints, kinds: dict[str, tuple[int, ...]]) -> tuple[Ints, Ints]:
    """Give the keys that begin at each word side by side, so that they stand in the order of the texts."""
    keys = np.zeros((len(ids), len(kinds)), np.int64)
    for column, (kind, at) in enumerate(kinds.items()):
        length = max(len(ids) - at[-1], 0)
        key = np.full(length, WORD_KINDS[kind], np.int64)
        fits = text[:length] == text[at[-1] : at[-1] + length]
        for offset in at:
            part = ids[offset : offset + length]
            key = (key << _WORD_BITS) | part
            fits &= part > 0
        np.multiply(key, fits, out=keys[:length, column])
    return _fitting(keys, text)


def letter_keys(masked_texts: Sequence[str]) -> tuple[Ints, Ints]:
    """Give keys of two to five letters within a word and its bounding spaces."""
    codes = _CODES[np.frombuffer("".join(masked_texts).encode("ascii"), np.uint8)]
    text = np.repeat(np.arange(len(masked_texts)), [len(one) for one in masked_texts])
    inner = codes != _SPACE
    keys = np.zeros((len(codes), len(_WIDTHS)), np.int64)
    key, fits = codes, np.ones(len(codes), np.bool_)
    for column, width in enumerate(_WIDTHS):
        length = max(len(codes) - width + 1, 0)
        key = (key[:length] << _LETTER_BITS) | codes[width - 1 :]
        more = inner[width - 2 : width - 2 + length]
        fits = fits[:length] & (more if width > 2 else more | inner[1:])
        here = fits & (text[:length] == text[width - 1 :])
        np.multiply(key | (width << _TAG_BITS), here, out=keys[:length, column])
    return _fitting(keys, text)


def _fitting(keys: Ints, text: Ints) -> tuple[Ints, Ints]:
    """Give the keys that are not nothing, and the text of each."""
    places = np.flatnonzero(keys)
    return keys.ravel().take(places), text.take(places // keys.shape[1])


def seen(keys: Ints, text: Ints, table: Table) -> Seen:
    """Give each known gram once a text, when the keys stand in the order of the texts."""
    which, rows = table.found(keys)
    return once(rows, text.take(which), table)


def once(rows: Ints, text: Ints, table: Table) -> Seen:
    """Give each gram once a text, when they stand in the order of the texts.

    Every gram writes its place into a slot of its text's own, where the last one stays: no sort is as quick.
    """
    slots = np.empty(_TEXTS_AT_ONCE * len(table), np.int32)
    kept = np.empty(len(rows), np.bool_)
    ends = np.searchsorted(text, np.arange(0, int(text.max(initial=0)) + _TEXTS_AT_ONCE + 1, _TEXTS_AT_ONCE))
    for some, (start, end) in enumerate(pairwise(ends.tolist())):
        slot = (text[start:end] - some * _TEXTS_AT_ONCE) * len(table) + rows[start:end]
        places = np.arange(end - start, dtype=np.int32)
        slots[slot] = places
        kept[start:end] = slots.take(slot) == places
    return Seen(rows[kept], text[kept])


def gram_key(gram: str, ids: dict[str, int]) -> int:
    """Give the key of a gram written out: a kind and its words (`2 thank you`), or plain letters."""
    kind, _, rest = gram.partition(" ")
    if kind not in WORD_KINDS or not rest:
        raise ValueError(f"{gram!r} is no gram of words")
    key = WORD_KINDS[kind]
    for word in rest.split(" "):
        key = (key << _WORD_BITS) | ids[word]
    return key


def letters_key(gram: str) -> int:
    """Give the key of two to five letters."""
    key = 0
    for letter in gram:
        key = (key << _LETTER_BITS) | (int(_CODES[ord(letter)]) if letter in LETTERS else 0)
    return key | (len(gram) << _TAG_BITS)
