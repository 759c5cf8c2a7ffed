"""Mail text whose paragraphs were cut into lines for the way, put together again (format=flowed)."""


def unflowed(text: str, delete_space: bool = False) -> str:
    r"""Join lines that end in a space with the next one of the same quoting depth; the signature mark stands alone.

    >>> unflowed("The crates \ncome on Friday.\n-- \nAlan")
    'The crates come on Friday.\n-- \nAlan'
    """
    joined: list[str] = []
    before, open_line = 0, False
    for line in text.split("\n"):
        depth, plain = _depth(line)
        ends = plain == "-- "
        if open_line and depth == before and not ends:
            joined[-1] += plain
        else:
            joined.append(">" * depth + (" " if depth else "") + plain)
        open_line = plain.endswith(" ") and not ends
        if open_line and delete_space:
            joined[-1] = joined[-1][:-1]
        before = depth
    return "\n".join(joined)


def _depth(line: str) -> tuple[int, str]:
    plain = line.lstrip(">")
    return len(line) - len(plain), plain.removeprefix(" ")
