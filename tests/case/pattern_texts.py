"""Texts made up for a pattern: mostly such as it matches."""

import re

LETTERS = "abcdefghijklmnopqrstuvwxyzI"
OTHERS = " .,?!'-$/0123456789\n"


def said_by(tree, chance):
    """Make up a text for a parsed pattern; what must not stand beside it is not looked at."""
    out = []
    for kind, told in tree:
        name = str(kind)
        if name == "LITERAL":
            out.append(chr(told))
        elif name in {"ANY", "NOT_LITERAL"}:
            out.append(chance.choice(LETTERS + OTHERS))
        elif name == "IN":
            out.append(chance.choice([sign for sign in LETTERS + OTHERS + "\u2019" if in_class(told, sign)]))
        elif name in {"MAX_REPEAT", "MIN_REPEAT"}:
            least, most, inner = told
            out += [said_by(inner, chance) for _ in range(chance.randint(least, min(most, least + 2)))]
        elif name == "SUBPATTERN":
            out.append(said_by(told[3], chance))
        elif name == "BRANCH":
            out.append(said_by(chance.choice(told[1]), chance))
    return "".join(out)


def in_class(told, sign):
    kinds = {"CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s", "CATEGORY_DIGIT": r"\d"}
    kinds |= {"CATEGORY_NOT_WORD": r"\W", "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_NOT_DIGIT": r"\D"}
    found = any(
        (str(kind) == "LITERAL" and chr(one) == sign)
        or (str(kind) == "RANGE" and one[0] <= ord(sign) <= one[1])
        or (str(kind) == "CATEGORY" and re.match(kinds[str(one)], sign) is not None)
        for kind, one in told
    )
    return found is not (str(told[0][0]) == "NEGATE")
