"""Numbers of events written short: 3-5,9."""

from collections.abc import Iterable


def ranges(seqs: Iterable[int]) -> list[str]:
    """Write ascending numbers as ranges.

    >>> ranges([3, 4, 5, 9])
    ['3-5', '9']
    """
    spans: list[list[int]] = []
    for seq in seqs:
        if spans and seq == spans[-1][1] + 1:
            spans[-1][1] = seq
        else:
            spans.append([seq, seq])
    return [f"{first}-{end}" if end > first else str(first) for first, end in spans]


def spans(text: str) -> list[tuple[int, int]]:
    """Read ranges back; what is no range is left out.

    >>> spans("3-5,9,x")
    [(3, 5), (9, 9)]
    """
    found = []
    for part in text.split(","):
        first, _, end = part.partition("-")
        if first.isdecimal() and (end or first).isdecimal():
            found.append((int(first), int(end or first)))
    return found
