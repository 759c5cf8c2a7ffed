"""What a plain sentence is made of: words without their endings, contractions spelt out, all numbers one sign."""

import re

from goodwill.moves.normalise import WORD
from goodwill.moves.one_for_both import ONE_FOR_BOTH

_SHORT = {"ca": "can", "wo": "will", "sha": "shall"}
_TAILS = {"ll": "will", "re": "are", "ve": "have", "m": "am", "d": "would"}
_IS = frozenset(["it", "that", "there", "what", "who", "he", "she", "how", "where", "here"])
_BARE = {
    bare: tuple(meant.split())
    for bare, _, meant in (
        row.partition(" ")
        for row in """dont do not|cant can not|wont will not|didnt do not|doesnt do not|isnt is not|wasnt was not
wouldnt would not|couldnt could not|shouldnt should not|havent have not|hasnt have not|im i am|ive i have|ill i will
youre you are|youve you have|youll you will|theyre they are|thats that is|whats what is|theres there is|lets let us
weve we have|u you|ur your|pls please|plz please|thx thanks|ta thanks|didn't do not|doesn't do not|let's let us
hasn't have not""".replace("\n", "|").split("|")
    )
}


_DAYS = "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays"
_MONTHS = "january february march april june july august september october november december"
_SPELT = """cheque check|centre center|grey gray|programme program|licence license|practise practice
sceptical skeptical|judgement judgment|whilst while|amongst among|catalogue catalog|dialogue dialog|defence defense
offence offense|learned learnt|tyre tire|kerb curb|storey story|enquiry inquiry|enquire inquire|fulfil fulfill"""
_ALIKE = {
    **ONE_FOR_BOTH,
    **dict.fromkeys(_DAYS.split(), "monday"),
    **dict.fromkeys(_MONTHS.split(), "january"),
    **dict.fromkeys(("mr", "mrs", "ms", "miss", "sir", "madam"), "mr"),
    **dict.fromkeys(("himself", "herself"), "themself"),
    **{one: other for one, _, other in (row.partition(" ") for row in _SPELT.replace("\n", "|").split("|"))},
}
_BRITISH = re.compile(
    r"(?<=[a-z]{3})(?:is(?=(?:e|ed|es|ing|ation|er|ers)$)|ou(?=r(?:s|ed|ing|able|ite|ites|ful|ly)?$))"
)
_DOUBLED = re.compile(r"(?<=[a-z]{4})ll(?=(?:ed|ing|er|ers)$)")


def stems(token: str) -> tuple[str, ...]:
    """Give what one token of a plain text counts as: numbers as one sign, contractions spelt out, endings cut; and
    words that differ by gender or by the side of the Atlantic as one.

    >>> stems("don't"), stems("deliveries"), stems("1,200.50"), stems("favoured"), stems("she")
    (('do', 'not'), ('deliver',), ('#',), ('favor',), ('they',))
    """
    if token in _BARE:
        return _BARE[token]
    if token[0].isdigit():
        return ("#",)
    word, _, tail = token.partition("'")
    if token.endswith("n't"):
        return (_SHORT.get(token[:-3], token[:-3]), "not")
    if tail in _TAILS:
        return (word, _TAILS[tail])
    return (word, "is") if tail == "s" and word in _IS else (_stem(word),)


def _stem(word: str) -> str:
    word = _ALIKE.get(word, word)
    if len(word) > 4:
        word = _BRITISH.sub(lambda found: "iz" if found[0] == "is" else "o", _DOUBLED.sub("l", word))
    if len(word) > 5:
        for ending in ("ingly", "edly", "ing", "ies", "ed", "ly", "es", "s"):
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                return word[: -len(ending)]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def spoken(text: str) -> list[str]:
    """Give what a plain text is made of, word by word."""
    return [stem for token in WORD.findall(text) for stem in stems(token)]
