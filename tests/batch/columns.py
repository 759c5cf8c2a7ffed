"""Columns as the batch room holds them, and when two answers count as the same."""

import numpy as np

FIGURES = ("p_trust", "low", "high", "n", "p_rating", "mean")


def column(texts):
    raw = [text.encode() for text in texts]
    out = np.zeros((len(raw), max(1, *map(len, raw))), dtype=np.uint8)
    for row, text in enumerate(raw):
        out[row, : len(text)] = np.frombuffer(text, dtype=np.uint8)
    return out


def same(found, wanted):
    """Counts equal; each sum, and each figure, within 1e-9 but for a rounding at the seventh digit of a record."""
    assert found.state.tolist() == wanted.state.tolist()
    for name in FIGURES:
        one, other = getattr(found, name), getattr(wanted, name)
        assert abs(one.sum() - other.sum()) <= 1e-9 * max(1.0, abs(other.sum()))
        np.testing.assert_allclose(one, other, rtol=0, atol=1e-7)
