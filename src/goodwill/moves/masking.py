"""What a model may see of a text: its wording, with amounts, goods, names, gender and faces as signs."""

import re

from goodwill.moves.one_for_both import ONE_FOR_BOTH

_RESERVED = re.compile(r"[#@^*_+~]")
_SIGNS = {"\U0001f642": " ^ ", "\U0001f62e": " * ", "\u2639": " _ ", "\U0001f621": " + ", "\u2019": "'", "\u2018": "'"}
_FACE = re.compile(f"[{''.join(_SIGNS)}]\ufe0f?")
_CAPITAL = re.compile(r" [A-Z\u00c0-\u00dd](?<=[\w,;] .)\w*")
_WORDS = re.compile(
    r"[$\u00a3\u20ac] ?\d[\d.,]*k?|\b(?:\d[\d.,]*|one|two|three|four|five|six|zero|both"
    r"|(?:fire ?)?woods?|foods?|waters?|" + "|".join(ONE_FOR_BOTH) + r")\b"
)
_GOODS = frozenset({"wood", "woods", "food", "foods", "water", "waters"})
_NOT_PLAIN = re.compile(r"[^ -~]")
_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)*|[?!.,#$@^*_+]")


def _mask(found: re.Match[str]) -> str:
    word = found[0]
    if word in ONE_FOR_BOTH:
        return ONE_FOR_BOTH[word]
    if word[0] in "$\u00a3\u20ac":
        return " $ "
    return "@" if word in _GOODS or word.startswith("fire") else " # "


def _nameless(found: re.Match[str]) -> str:
    """A capital after a small letter or a comma makes a name of a word that is not all capitals."""
    before, word = found.string[found.start() - 1], found[0]
    return " ~" if (before.islower() or before in ",;") and not word.isupper() else word


def _lower(text: str) -> str:
    return _CAPITAL.sub(_nameless, _RESERVED.sub(" ", text)).lower()


def masked(text: str) -> str:
    r"""Give the text in lower case and plain ASCII, with one sign for each amount, number, good, name and face.

    >>> masked("My wife and Alan paid $40 for 3 firewood \U0001f642")
    ' my partner and ~ paid $ for # @ ^ '
    """
    return f" {' '.join(_masked(_lower(text)))} "


def _faceless(low: str) -> str:
    return _FACE.sub(lambda found: _SIGNS[found[0][0]], low)


def _plain(bare: str) -> bool:
    """Say whether all that was not plain in a text were faces."""
    return bare.isascii() and bare.replace("\n", " ").isprintable()


def _masked(low: str) -> list[str]:
    low = _WORDS.sub(_mask, low)
    if not low.isascii():
        low = _NOT_PLAIN.sub("~", _faceless(low).replace("\ufe0f", "").replace("\n", " "))
    return low.split()


def pieces(text: str) -> list[str]:
    """Give what stands between blanks in a text, to be masked piece by piece with `masked_piece`.

    Where it takes more than one piece to tell what is masked, they are masked already, with a blank before them.

    >>> [masked_piece(piece) for piece in pieces("My wife paid $ 40.")]
    ['my', 'partner', 'paid', '$']
    """
    low = _lower(text)
    bare = low if low.isascii() else _faceless(low)
    if (low.isascii() or _plain(bare)) and "$ " not in bare and "fire wood" not in bare:
        return bare.split()
    return [" " + piece for piece in _masked(low)]


def alone(text: str) -> bool:
    """Say whether every piece of a text is masked by itself, and none was broken by a sign kept for masks."""
    return text.isascii() and "$ " not in text and "fire wood" not in text.lower() and not _RESERVED.search(text)


def masked_piece(piece: str) -> str:
    """Mask one of the pieces of a text."""
    return piece[1:] if piece[0] == " " else " ".join(_masked(piece))


def tokens(masked_text: str) -> list[str]:
    """Give the words and signs of a masked text."""
    return _TOKEN.findall(masked_text)
