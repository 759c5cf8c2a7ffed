"""The small net: whole numbers, the same alone as in a batch, deaf to what stands in other texts, checked weights."""

import hashlib

import numpy as np
import pytest

from goodwill.moves.model import ModelReader
from goodwill.moves.net import BEFORE, LONGEST, TEXT, Net, read_net, shipped_net, told_of
from goodwill.moves.rows import Rows
from goodwill.moves.scoring import Turn, context, raw_scores
from goodwill.moves.weights import packed, shipped

NET = shipped_net()
SPOKEN = [text.split() for text in ("i need water", "", "you can have all of it", "zzz need", "? ?", "need " * 300)]
TEXTS = [[NET.ids.get(word, 1) for word in words] for words in SPOKEN]


def plainly(net: Net, bank: tuple[str, ...], text: list[int]) -> np.ndarray:
    words = [0, 0, 0, *text[:LONGEST], 0, 0, 0]
    rows = []
    for place in range(len(words) - 3):
        row = np.zeros(net.filters[bank[0]].shape[1])
        for on, name in enumerate(bank):
            row[-net.filters[name].shape[1] :] += net.tables[name][words[place + on]]
        rows.append(row)
    return np.max(rows, axis=0)


@pytest.mark.parametrize("bank", [TEXT, BEFORE])
def test_strongest_place_of_each_text_alone(bank):
    batch = NET.strongest(bank, Rows.of(TEXTS))
    assert batch.dtype == np.int16
    for row, text in zip(batch, TEXTS, strict=True):
        assert (row == plainly(NET, bank, text)).all()
    assert (NET.strongest(bank, Rows.of(TEXTS * 50)) == np.tile(batch, (50, 1))).all()


def test_sums_stay_whole_numbers_of_sixteen_bits():
    for bank in (TEXT, BEFORE):
        assert sum(int(np.abs(NET.tables[name]).max()) for name in bank) < 2**15


def test_no_text_is_no_row():
    assert NET.strongest(TEXT, Rows.of([])).shape == (0, NET.filters[TEXT[0]].shape[1])


def test_unknown_words_are_one_word():
    batch = [Turn("qqqq need"), Turn("wwww need")]
    assert NET.ids.keys().isdisjoint({"qqqq", "wwww"})
    one, other = raw_scores(shipped("moves"), batch, NET) - raw_scores(shipped("moves"), batch)
    assert one == pytest.approx(other, abs=1e-12)


def test_long_texts_are_cut():
    long, cut, longer = TEXTS[2] * 80, (TEXTS[2] * 80)[:LONGEST], TEXTS[2] * 80 + TEXTS[0]
    heard = NET.strongest(TEXT, Rows.of([long, cut, longer, TEXTS[0]]))
    assert (heard[:3] == heard[1]).all()
    assert (heard[3] > heard[1]).any()


def test_it_adds_to_the_linear_scores():
    batch = [Turn("We need water for our kids"), Turn("Hello", "Hi there", 1)]
    both, alone = (raw_scores(shipped("moves"), batch, net) for net in (NET, None))
    assert np.abs(both - alone).max() > 0.1
    assert ModelReader(weights=shipped("moves")).scores("Hello") != ModelReader().scores("Hello")
    assert context(batch, [" we need ", " hello "]).shape[1] * 1 == NET.out.shape[0] - len(NET.bias)


def test_written_and_read_again():
    raw = packed(told_of(NET), NET.words)
    with pytest.raises(ValueError, match="not the ones"):
        read_net(raw, "0" * 64)
    again = read_net(raw, hashlib.sha256(raw).hexdigest())
    assert again.words == NET.words
    assert (again.vectors == NET.vectors).all()
    assert again.step == NET.step
