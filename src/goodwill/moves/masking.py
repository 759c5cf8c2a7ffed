"""What a model may see of a text: its wording, with amounts, goods and faces as signs, so it learns no prices."""

import re

_RESERVED = re.compile(r"[#@^*_+~]")
_FACES = {"\U0001f642": " ^ ", "\U0001f62e": " * ", "\u2639": " _ ", "\U0001f621": " + ", "\u2019": "'", "\u2018": "'"}
_AMOUNT = re.compile(
    r"[$\u00a3\u20ac] ?\d[\d.,]*k?|\b(?:\d[\d.,]*|one|two|three|four|five|six|zero|both)\b"
    r"|\b(?:fire ?woods?|woods?|foods?|waters?)\b"
)
_NOT_PLAIN = re.compile(r"[^ -~]")
_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)*|[?!.,#$@^*_+]")


def _mask(found: re.Match[str]) -> str:
    words = found[0]
    if words[0] in "$\u00a3\u20ac":
        return " $ "
    return "@" if words[0] in "fw" and words not in {"four", "five"} else " # "


def masked(text: str) -> str:
    r"""Give the text in lower case and plain ASCII, with one sign for each amount, number, good and face.

    >>> masked("I'd pay $40 for 3 firewood \U0001f642")
    " i'd pay $ for # @ ^ "
    """
    low = _AMOUNT.sub(_mask, _RESERVED.sub(" ", text.lower()))
    if not low.isascii():
        for face, sign in _FACES.items():
            low = low.replace(face, sign)
        low = _NOT_PLAIN.sub("~", low.replace("\ufe0f", "").replace("\n", " "))
    return f" {' '.join(low.split())} "


def tokens(masked_text: str) -> list[str]:
    """Give the words and signs of a masked text."""
    return _TOKEN.findall(masked_text)
