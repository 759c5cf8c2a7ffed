"""Answers kept short: an assistant pays for each word, and a long text may be long on purpose."""

from typing import Any

from goodwill.findings.words import visible

LONGEST_TEXT = 500
ROOM = {"page": 20_000, "text": 3_000}
MOST_ITEMS = 40


def bounded(told: Any, longest: int = LONGEST_TEXT) -> Any:  # noqa: ANN401
    r"""Give a document with long texts and lists cut, and characters that would drive a terminal made visible.

    >>> bounded({"words": "six boxes\x1b[2J", "n": 6, "evidence": list(range(50))})["evidence"][-1]
    39
    """
    if isinstance(told, str):
        shown = visible(told)
        return shown if len(shown) <= longest else shown[: longest - 1] + "…"
    if isinstance(told, dict):
        return {bounded(key): bounded(value, ROOM.get(key, longest)) for key, value in told.items()}
    if isinstance(told, list | tuple):
        return [bounded(one, longest) for one in told[:MOST_ITEMS]]
    return told


def cut(told: Any) -> int:  # noqa: ANN401
    """Count the items of lists that a bounded document leaves out."""
    if isinstance(told, dict):
        return sum(cut(value) for value in told.values())
    if isinstance(told, list | tuple):
        return max(0, len(told) - MOST_ITEMS) + sum(cut(one) for one in told[:MOST_ITEMS])
    return 0
