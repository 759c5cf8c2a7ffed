"""Where the side that owes a promise writes that it is done: it may well be, and only a person can say so."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from goodwill.case.matter import shared
from goodwill.case.promises import Promise
from goodwill.case.thread import Message
from goodwill.case.wording import Wording

_LONGEST = 20_000
_DID = "sent|paid|transferred|delivered|posted|shipped|finished|completed|repaired|fixed|booked|signed|returned"
_DID += "|refunded|uploaded|submitted|installed|mailed|dispatched|ordered|updated|corrected|cancelled|canceled|replaced"
_DONE = Wording(
    f"promised|agreed|attach|enclos|here|done|ready|{_DID}",
    r"\bas (?:i |we )?(?:promised|agreed)\b|\b(?:attached|enclosed)\b|\bhere(?:'s| is| are| comes?)\b"
    r"|(?:\b(?:have|has|was|were|is|are|i|we|just|already|now)|['’](?:ve|s|re))"
    r"(?: (?:just|now|already|today|been|all))*"
    rf" (?:{_DID}|done|ready)\b",
    re.IGNORECASE,
)
_UNDONE = Wording(
    "not|n't|n’t|never|once|when|until|unless|if|soon|will|'ll|’ll|would|can|?",
    r"\b(?:not|never|once|when|until|unless|if|soon|will|would|can|cannot)\b|n['’]t\b|['’]ll\b|\?",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\S)[^.!?\n]+)*[.!?]?")


@dataclass(frozen=True, slots=True)
class SaidDone:
    """A sentence by the side that owes something, which says that it is done: the message, its day, the words."""

    id: str
    day: date
    words: str


def said_done(promise: Promise, thread: Iterable[Message]) -> SaidDone | None:
    """Give the first sentence after an open promise in which its side says that just this is done.

    The sentence shares with the promise a word that tells what it is about; mail quoted in a message is left out.
    """
    if promise.state != "open":
        return None
    later = (m for m in thread if m.by == promise.by and m.day > promise.made and _DONE.possible(m.words))
    sentences = (SaidDone(m.id, m.day, said) for m in later for said in _sentences(m.words))
    return next((one for one in sentences if _tells(one.words, promise)), None)


def _tells(said: str, promise: Promise) -> bool:
    return bool(_DONE.search(said)) and not _UNDONE.search(said) and bool(shared(promise.words, said))


def _sentences(words: str) -> Iterator[str]:
    plain = (line for line in words[:_LONGEST].splitlines() if not line.lstrip().startswith(">"))
    for found in _SENTENCE.finditer("\n".join(plain)):
        yield " ".join(found[0].split())
