"""A conversation looked back on: who spoke, who was heard, what was conceded, and where a cycle began."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from goodwill.brief.heard import Raised, heard
from goodwill.case.quoting import counted
from goodwill.case.thread import Message, Reading
from goodwill.codebook.moves import MOVES

FAMILY = {move.name: {"cooperative": 1, "competitive": -1}.get(move.family, 0) for move in MOVES}
FEWEST_TURNS = 8
FEWEST_WORDS = 120
FEWEST_PAIRS = 20
TWO_SIDES = 0.9
UNSAID = ("answered", "acknowledged")


@dataclass(frozen=True, slots=True)
class Quote:
    """A line of the transcript: who, when, and the words."""

    by: str
    at: str
    words: str
    id: str


@dataclass(frozen=True, slots=True)
class Share:
    """One speaker: turns, words, the share of all words, and questions asked."""

    by: str
    turns: int
    words: int
    share: float
    questions: int


@dataclass(frozen=True, slots=True)
class Given:
    """A concession that was heard, and the parts of its label that were said with it."""

    quote: Quote
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cycle:
    """A run of turns in kind: friendly or defensive, how many turns, and the turn it began with."""

    family: str
    turns: int
    began: Quote


@dataclass(frozen=True, slots=True)
class Kind:
    """How much more often one side is friendly after the other was, chance taken off; z says how sure."""

    move: str
    naive: float
    net: float
    z: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Debrief:
    """What was heard in one conversation. `uncertain` says why little can be said, where that is so."""

    shares: tuple[Share, ...]
    raised: tuple[Raised, ...]
    restated: tuple[Quote, ...]
    given: tuple[Given, ...]
    heard: tuple[tuple[str, Quote], ...]
    reciprocity: tuple[Kind, ...]
    cycles: tuple[Cycle, ...]
    next: tuple[str, ...]
    uncertain: tuple[str, ...]


def debrief(turns: Sequence[Message], times: Mapping[str, str]) -> Debrief:
    """Look back on the turns of one conversation; `times` gives the moment of each turn by its id."""
    quotes = {turn.id: quote(turn, times) for turn in turns}
    shares = talk_shares(turns)
    raised = tuple(heard(turns, times))
    given = tuple(_given(turns, times))
    sides = _two_sides(turns, shares)
    cycles = tuple(_cycles(sides or turns, quotes)) if len(turns) >= FEWEST_TURNS else ()
    return Debrief(
        shares=shares,
        raised=raised,
        restated=tuple(_said(turns, times, "restatement")),
        given=given,
        heard=tuple((move, q) for move in ("promise", "offer", "accept") for q in _said(turns, times, move)),
        reciprocity=tuple(_reciprocity(sides)) if sides else (),
        cycles=cycles,
        next=next_steps(raised, given, cycles, shares),
        uncertain=tuple(_uncertain(turns, shares, sides)),
    )


def quote(turn: Message, times: Mapping[str, str], reading: Reading | None = None) -> Quote:
    """Cite a turn, or the words in it that a reading stands on."""
    words = reading.words if reading else turn.words
    plain = " ".join(words.split())
    return Quote(turn.by, times.get(turn.id, ""), plain if len(plain) <= 160 else plain[:159] + "…", turn.id)


def talk_shares(turns: Sequence[Message]) -> tuple[Share, ...]:
    """Give who spoke how much, most first."""
    words: Counter[str] = Counter()
    count: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for turn in turns:
        words[turn.by] += len(turn.words.split())
        count[turn.by] += 1
        asked[turn.by] += turn.words.count("?")
    total = sum(words.values()) or 1
    made = (Share(by, count[by], n, n / total, asked[by]) for by, n in words.items())
    return tuple(sorted(made, key=lambda share: (-share.words, share.by)))


def _said(turns: Sequence[Message], times: Mapping[str, str], move: str) -> Iterator[Quote]:
    for turn in turns:
        yield from (quote(turn, times, reading) for reading in turn.readings if reading.move == move)


def _given(turns: Sequence[Message], times: Mapping[str, str]) -> Iterator[Given]:
    """Give each concession with the label parts said in the same turn."""
    for turn in turns:
        said = tuple(m.removeprefix("label-") for m in sorted(turn.moves()) if m.startswith("label-"))
        for reading in turn.readings:
            if reading.move == "concession":
                yield Given(quote(turn, times, reading), said)


def _two_sides(turns: Sequence[Message], shares: tuple[Share, ...]) -> list[Message]:
    """Give the turns of the two who spoke most, if nearly all turns are theirs; else none."""
    pair = {share.by for share in shares[:2]}
    kept = [turn for turn in turns if turn.by in pair]
    return kept if len(pair) == 2 and len(kept) >= TWO_SIDES * len(turns) else []


def family(turn: Message) -> int:
    """Say whether a turn is friendly (1), defensive (-1) or neither; a question or greeting alone is neither."""
    signs = {FAMILY.get(move, 0) for move in turn.moves() - {"question", "greeting", "accept"}}
    return -1 if -1 in signs else int(1 in signs)


def _cycles(turns: Sequence[Message], quotes: Mapping[str, Quote]) -> Iterator[Cycle]:
    """Find runs in kind, whoever takes part: that turns in a row were of one kind needs no two sides."""
    from goodwill.measures.reciprocity import cycle

    who = {by: n for n, by in enumerate(dict.fromkeys(turn.by for turn in turns))}
    families = [family(turn) for turn in turns]
    for run in cycle([who[turn.by] for turn in turns], families):
        yield Cycle(run.family, run.turns, quotes[turns[run.start].id])


def _reciprocity(turns: list[Message]) -> Iterator[Kind]:
    from goodwill.measures.reciprocity import mirroring

    first = turns[0].by
    for name, sign in (("friendly", 1), ("defensive", -1)):
        told = mirroring([int(turn.by != first) for turn in turns], [family(turn) == sign for turn in turns])
        if told.naive is not None and told.net is not None and told.n >= FEWEST_PAIRS:
            yield Kind(name, told.naive, told.net, told.z, told.n)


def next_steps(
    raised: tuple[Raised, ...], given: tuple[Given, ...], cycles: tuple[Cycle, ...], shares: tuple[Share, ...]
) -> tuple[str, ...]:
    """Give at most three things to do next, each from something that was heard."""
    open_ones = [r for r in raised if r.state == "left open"]
    steps = [f'Go back to "{r.words}" ({r.by}, {r.at or "no time"}): it was left open.' for r in open_ones[:1]]
    steps += [f'Say in your words what you heard in "{r.words}".' for r in raised if r.state in UNSAID][:1]
    steps += [f'Name what "{g.quote.words}" cost and what it gives.' for g in given if not g.labels][:1]
    vicious = [c for c in cycles if c.family == "vicious"]
    steps += [f'Ask what "{c.began.words}" ({c.began.by}) was about, before you answer it.' for c in vicious[:1]]
    quiet = [share for share in shares if not share.questions and share.turns > 2]
    steps += [f"{share.by} asked nothing: prepare two open questions for next time." for share in quiet[:1]]
    return tuple(steps[:3])


def _uncertain(turns: Sequence[Message], shares: tuple[Share, ...], sides: list[Message]) -> Iterator[str]:
    words = sum(share.words for share in shares)
    if len(turns) < FEWEST_TURNS or words < FEWEST_WORDS:
        yield f"only {counted(len(turns), 'turn')} and {counted(words, 'word')}: too short to say how it went"
    elif not sides:
        yield f"{counted(len(shares), 'speaker')}: answering in kind is looked at only between two"
    elif len(sides) < FEWEST_PAIRS + 1:
        yield f"{len(sides)} turns are too few to tell answering in kind from chance"
