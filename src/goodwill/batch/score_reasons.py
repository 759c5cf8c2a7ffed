"""The reasons behind each estimate as text: what moved it most, and by how much in log odds."""

import numpy as np

from goodwill.batch.csv_chunks import Bytes
from goodwill.batch.score_lines import decimals
from goodwill.measures.network_reasons import Reasons

REASON_HEADER = b",why"


def reason_text(reasons: Reasons, part: slice) -> Bytes:
    """Return one quoted cell a row, such as "ratings received in the last year +0.52; ..."."""
    names = _names(reasons.names)
    terms, top = reasons.terms[part].astype(float), reasons.top[part]
    quote = np.full((len(top), 1), ord('"'), dtype=np.uint8)
    cells = [quote]
    for place in range(top.shape[1]):
        number = decimals(terms[:, place], 2)
        number[:, 0] = np.where(number[:, 0] == 0, ord("+"), number[:, 0])
        gap = np.full((len(top), 1), ord(" "), dtype=np.uint8)
        end = np.frombuffer(b"; ", dtype=np.uint8) if place + 1 < top.shape[1] else np.zeros(0, dtype=np.uint8)
        cells += [names[top[:, place]], gap, number, np.tile(end, (len(top), 1))]
    return np.hstack([*cells, quote])


def _names(names: tuple[str, ...]) -> Bytes:
    out = np.zeros((len(names), max(len(name.encode()) for name in names)), dtype=np.uint8)
    for row, name in enumerate(names):
        text = np.frombuffer(name.encode(), dtype=np.uint8)
        out[row, : len(text)] = text
    return out
