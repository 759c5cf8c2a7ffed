"""The user's own words in a sentence: quoted, on one line, and short."""

LONGEST = 100


def quoted(words: str, otherwise: str) -> str:
    r"""Give words in quotation marks, cut where they run long; without words, the phrase that stands for them.

    >>> quoted("the crates\nby Friday", "the promise"), quoted(" ", "the promise of 2026-03-02")
    ('"the crates by Friday"', 'the promise of 2026-03-02')
    """
    line = " ".join(words.split())
    if not line:
        return otherwise
    return f'"{line}"' if len(line) <= LONGEST else f'"{line[: LONGEST - 1]}…"'


def days(number: int) -> str:
    """Give a number of days in words that agree with it.

    >>> days(1), days(12)
    ('1 day', '12 days')
    """
    return f"{number} day" if number == 1 else f"{number} days"
