"""What each way of wording a cue needs, worked out beforehand: the file that readers load in place of the cues.

`training/make_sieve.py` writes it; a test holds that it is made of the cues as they are.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain

from goodwill.moves.cue import Cue, alternatives, ways
from goodwill.moves.needs import needed, rarest
from goodwill.moves.sieve import CHOICES, Wording


def made(cues: Sequence[Cue]) -> str:
    """Give the file's text: what is known of each cue, and which bits each word sets."""
    cues = sorted(cues, key=lambda cue: (bool(cue.beside), -cue.p))
    known = [_wording(cue) for cue in cues]
    against = [one.unless for one in known]
    places = [way for one in known for way in one.ways]
    after = (CHOICES + 1) * len(places)
    data = {
        "cues": known,
        "ways": [0, *accumulate(len(one.ways) for one in known)],
        "against": [*accumulate(map(len, against), initial=after)],
        "asking": [[at for at, cue in enumerate(cues) if cue.asks in ("any", how)] for how in ("no", "only")],
        "raised": _by_word((at, cue.words) for at, cue in enumerate(cues)),
        "needed": _by_word(
            chain(_needed(places, CHOICES, len(places)), _needed([*chain.from_iterable(against)], 1, after))
        ),
    }
    return json.dumps(data, indent=0, separators=(",", ":"), ensure_ascii=True) + "\n"


def _wording(cue: Cue) -> Wording:
    unless = alternatives(cue.unless) if cue.unless else []
    return Wording(cue.move, cue.p, cue.reach, cue.beside, " ".join(cue.words), ways(cue.pattern), unless)


def _needed(ways: Sequence[str], most: int, first: int) -> Iterator[tuple[int, Iterable[str]]]:
    """Give the words that set each bit: one bit for each of the rarest choices of each way, lane after lane.

    The empty word stands for what every sentence has: it sets the bits of choices that a way does not have.
    """
    chosen = [rarest(needed(way), most) for way in ways]
    lanes = ([some[lane] if lane < len(some) else [""] for some in chosen] for lane in range(most))
    return enumerate((words for lane in lanes for words in lane), first)


def _by_word(bits: Iterable[tuple[int, Iterable[str]]]) -> dict[str, str]:
    """Give the numbers each word has; a row of numbers is written as text, which is read when it is asked for."""
    told: dict[str, list[str]] = {}
    for bit, words in bits:
        for word in words:
            told.setdefault(word, []).append(str(bit))
    return {word: " ".join(told[word]) for word in sorted(told)}
