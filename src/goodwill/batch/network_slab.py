"""A stretch of time with all that was known at its moments: enough to answer its questions, and no more."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.letters import Letter, Post, Table, together
from goodwill.batch.network_rounds import heard_by_us
from goodwill.batch.network_share import Division, Share, distinct, share
from goodwill.batch.track_tables import cut_down, dyad_table, nothing, record, same_track
from goodwill.measures import network_given, network_received
from goodwill.measures.network_pairs import dyads
from goodwill.measures.network_past import WORDS, words_of
from goodwill.measures.network_timeline import Groups, Line, groups
from goodwill.measures.network_track import Track, track

Ints = NDArray[np.int64]
Slim = NDArray[np.float32]
_RATED = ("slab", "by", "about", "rank")


def telling(division: Division, number: int, post: Post) -> list[Letter]:
    """Round 5: tell each stretch of time what was known of our parties at the moments it asks about."""
    table = together(post["ratings"])
    of = share(division, number, table)
    asked = together([{name: held[name] for name in _RATED} for held in (table, *post.get("asked", []))])
    wanted = asked["slab"] >= 0
    asked = {name: column[wanted].astype(np.int64) for name, column in asked.items()}
    asked["place"] = of.calendar.place(asked["rank"])
    about, by = (division.owner(asked[name]) == number for name in ("about", "by"))
    heard, said = _heard(division, of, post), _said(division, of, post)
    pairs, letters = dyads(of.said)[0], []
    looked = _Looked(asked, about, by)
    for slab, places in looked.parties(heard[0].line):
        told = cut_down(heard[0].line, of.calendar, places) | record(heard[0], places)
        letters.append(Letter(slab, number, "heard", told | {"words": heard[1].rows[places]}))
    for slab, places in looked.parties(said.line):
        letters.append(Letter(slab, number, "said", cut_down(said.line, of.calendar, places) | record(said, places)))
    told_us = pairs.newest(asked["about"][about], asked["by"][about], asked["place"][about])
    again = pairs.newest(asked["by"][by], asked["about"][by], asked["place"][by])
    for slab, places in looked.slabs(told_us, again):
        letters.append(Letter(slab, number, "pairs", dyad_table(pairs, of.calendar, places)))
    return letters


@dataclass(frozen=True, slots=True)
class _Looked:
    """The questions of all stretches: which are about our parties, and which are asked by them."""

    asked: Table
    about: NDArray[np.bool_]
    by: NDArray[np.bool_]

    def parties(self, line: Line) -> list[tuple[int, Ints]]:
        """Return, for each stretch, the groups of a line it asks for: of the person and of the asker."""
        found = [line.before(self.asked[name][ours], self.asked["place"][ours]) for name, ours in self._sides()]
        return self.slabs(*found)

    def _sides(self) -> tuple[tuple[str, NDArray[np.bool_]], ...]:
        return (("about", self.about), ("by", self.by))

    def slabs(self, about: Ints, by: Ints) -> list[tuple[int, Ints]]:
        """Return, for each stretch, the places found for questions about our parties and by them, each once."""
        places = np.append(about, by)
        slab = np.append(self.asked["slab"][self.about], self.asked["slab"][self.by])[places >= 0].astype(np.int64)
        if not len(slab):
            return []
        size = int(places.max()) + 1
        codes = distinct(slab * size + places[places >= 0])
        slabs, begins = np.unique(codes // size, return_index=True)
        parts = np.split(codes % size, begins[1:])
        return [(int(one), part) for one, part in zip(slabs, parts, strict=True)]


def _heard(division: Division, of: Share, post: Post) -> tuple[Track, Track]:
    heard, line = heard_by_us(of)
    weight: Slim = together(post["weight"])["weight"] if len(heard.value) else np.zeros(0, dtype=np.float32)
    told = together(post.get("words", []), "id") or dict.fromkeys(("foretold", "standing", "leaning"), weight)
    amounts = words_of(heard, line, weight, told["foretold"], (told["standing"], told["leaning"]))
    words = track(line, WORDS, amounts, {})
    return _put_away(line, post.get("reports", []), network_received.HALF_LIVES, division.origin), words


def _said(division: Division, of: Share, post: Post) -> Track:
    said = of.said
    line = groups(said.by, said.rank, said.clock)
    return _put_away(line, post.get("given", []), network_given.HALF_LIVES, division.origin)


def _put_away(line: Groups, held: list[Table], half_lives: dict[str, float], origin: float) -> Track:
    return same_track(line, together(held) or nothing(half_lives), half_lives, origin)
