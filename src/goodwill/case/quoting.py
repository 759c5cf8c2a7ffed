"""The user's own words in a sentence, quoted and short, and counts that agree with their nouns."""

LONGEST = 100
_VOWELS = ("a", "e", "i", "o", "u")


def quoted(words: str, otherwise: str = '""', most: int = LONGEST) -> str:
    r"""Give words in quotation marks on one line, cut where they run long; without words, what stands for them.

    >>> quoted("the crates\nby Friday", "the promise"), quoted(" ", "the promise of 2026-03-02")
    ('"the crates by Friday"', 'the promise of 2026-03-02')
    """
    line = " ".join(words.split())
    if not line:
        return otherwise
    return f'"{line}"' if len(line) <= most else f'"{line[: most - 1]}…"'


def counted(n: int, noun: str) -> str:
    """Write a count with its noun.

    >>> counted(1, "day"), counted(3, "promise"), counted(2, "entry")
    ('1 day', '3 promises', '2 entries')
    """
    if n == 1:
        return f"{n} {noun}"
    return f"{n} {noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in _VOWELS else f"{n} {noun}s"
