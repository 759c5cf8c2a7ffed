"""The rounds in which the parts of a network tell each other what they need, until each knows its own parties' past.

What was heard about a person is worked out where that person belongs; what a person said, where that person belongs as
its author. A rating thus stands in two parts, and each round sends over what one side found and the other needs: how
crowded its day was, what became of earlier reports, what was to be expected, how its author is regarded.
"""

import numpy as np
from numpy.typing import NDArray

from goodwill.batch.letters import DESK, Letter, Post, Table, dealt, together
from goodwill.batch.network_share import Calendar, Division, Share, calendar, share
from goodwill.batch.track_tables import nothing, record, same_track
from goodwill.measures.network_given import given
from goodwill.measures.network_pairs import dyads
from goodwill.measures.network_past import expected_of, leanings_of, log_odds
from goodwill.measures.network_ratings import Ratings
from goodwill.measures.network_received import HALF_LIVES, received
from goodwill.measures.network_timeline import Groups, groups
from goodwill.measures.network_weight import crowd_weight, settled_weight
from goodwill.measures.network_witness import AFTER, USUAL, Sequels, remembered_words, sequels_of

_CARRIED = ("ratings", "asked")


def heard_by_us(of: Share) -> tuple[Ratings, Groups]:
    """Return the ratings about a share's parties, and their groups."""
    heard = of.heard
    return heard, groups(heard.about, heard.rank, heard.clock)


def onward(number: int, post: Post, kinds: tuple[str, ...]) -> list[Letter]:
    """Return letters of a part to itself, with what it needs again in the next round."""
    return [Letter(number, number, kind, table) for kind in (*_CARRIED, *kinds) for table in post.get(kind, [])]


def opening(division: Division, number: int, post: Post) -> list[Letter]:
    """Round 1: how crowded each rating's day was, which ones repeat, and what followed each report."""
    of = share(division, number, together(post["ratings"]))
    heard, line = heard_by_us(of)
    said = of.said
    alone: Table = {"id": of.id[of.about_ours], "alone": crowd_weight(line, of.vote[of.about_ours])}
    repeats: Table = {
        "id": of.id[of.by_ours],
        "repeats": dyads(said)[1],
        "settled": settled_weight(of.every)[of.by_ours],
    }
    spoken = heard.part(of.witness[of.about_ours])
    later = sequels_of(spoken, groups(spoken.about, spoken.rank, spoken.clock))
    told: Table = {"who": later.who, "rank": of.calendar.ranks[later.rank], "day": of.calendar.clock[later.rank]}
    told |= {"praise": later.praise, "outcome": later.outcome}
    return [
        *onward(number, post, ()),
        Letter(number, number, "our alone", alone),
        *dealt(number, "alone", division.owner(heard.by), alone),
        *dealt(number, "repeats", division.owner(said.about), repeats),
        *dealt(number, "sequels", division.owner(later.who), told),
        Letter(DESK, number, "usual", _tally(later, of.calendar)),
    ]


def _tally(later: Sequels, known: Calendar) -> Table:
    """Count, for each time, what followed praise and blame, so that the desk can add up what is usual."""
    told: Table = {"rank": known.ranks}
    for kind in AFTER:
        said = later.said(kind)
        told[kind] = np.bincount(later.rank, weights=said, minlength=len(known.ranks))
        told[kind + "_good"] = np.bincount(later.rank, weights=said * later.outcome, minlength=len(known.ranks))
    return told


def weighing(division: Division, number: int, post: Post) -> list[Letter]:
    """Round 2: the weight of each rating, what a witness's words led to before, and each rating's say in the base."""
    of = share(division, number, together(post["ratings"]))
    said = of.said
    alone, ours = together(post.get("alone", []), "id"), together(post["our alone"])["alone"]
    letters = onward(number, post, ())
    if len(said.value):
        crowd = crowd_weight(groups(said.by, said.rank, said.clock))
        say: Table = {"id": of.id[of.by_ours], "weight": np.sqrt(alone["alone"] * crowd)}
        letters.append(Letter(DESK, number, "say", say))
        letters.append(Letter(number, number, "memory", _memory(division, of, together(post.get("sequels", [])))))
    if len(ours):
        repeats = together(post["repeats"], "id")
        weight = (ours * repeats["repeats"] * repeats["settled"] * of.vote[of.about_ours]).astype(np.float32)
        letters.append(Letter(number, number, "weight", {"weight": weight}))
    return letters


def _memory(division: Division, of: Share, told: Table) -> Table:
    """Return what had followed each author's earlier praise and blame, before each rating by our parties."""
    said = of.said
    rank = of.calendar.ranks[said.rank]
    if not told:
        return {name: np.zeros(len(rank)) for kind in AFTER for name in (kind, kind + "_good")}
    days = np.append(said.days, told["day"])
    known = calendar(np.append(rank, told["rank"]), days, division.origin)
    seen = Ratings(said.by, said.about, said.value, said.days, known.place(rank), known.clock, said.parties)
    later = Sequels(told["who"], known.place(told["rank"]).astype(np.int32), told["praise"], told["outcome"])
    return remembered_words(seen, later).held


def hearing(division: Division, number: int, post: Post) -> list[Letter]:
    """Round 3: what was heard about each of our parties, and what was to be expected before each such rating."""
    of = share(division, number, together(post["ratings"]))
    letters = onward(number, post, ("memory", "weight", "level"))
    heard, line = heard_by_us(of)
    if not len(heard.value):
        return letters
    reports = received(heard, line, together(post["weight"])["weight"], of.heeded[of.about_ours])
    expected = expected_of(reports, heard, together(post["level"])["base"])
    told: Table = {"id": of.id[of.about_ours], "expected": expected}
    letters.append(Letter(number, number, "reports", record(reports, np.arange(len(reports.rows)))))
    return letters + dealt(number, "expected", division.owner(heard.by), told)


def saying(division: Division, number: int, post: Post) -> list[Letter]:
    """Round 4: how each of our parties rates, how it is regarded, and what its words foretell."""
    of = share(division, number, together(post["ratings"]))
    letters = onward(number, post, ("weight", "reports"))
    said = of.said
    if not len(said.value):
        return letters
    spoken = groups(said.by, said.rank, said.clock)
    level = together(post["level"])
    line = heard_by_us(of)[1]
    held = together(post.get("reports", [])) or nothing(HALF_LIVES)
    reports = same_track(line, held, HALF_LIVES, division.origin)
    track = given(said, spoken, together(post["expected"], "id")["expected"])
    standing, leaning = leanings_of(reports, track, said, level["base"])
    told: Table = {"id": of.id[of.by_ours], "standing": standing, "leaning": leaning}
    told["foretold"] = np.where(of.witness[of.by_ours], _foretold(said, together(post["memory"]), level), 0.0)
    letters.append(Letter(number, number, "given", record(track, np.arange(len(track.rows)))))
    return letters + dealt(number, "words", division.owner(said.about), told)


def _foretold(said: Ratings, memory: Table, level: Table) -> NDArray[np.float32]:
    """Return what each report foretells beyond what is usual, by what followed its author's earlier reports."""
    share = np.empty(len(said.value))
    praised = said.value > 0
    for kind, rows in (("praise", praised), ("blame", ~praised)):
        usual = level[kind][said.rank[rows]]
        share[rows] = (memory[kind + "_good"][rows] + USUAL * usual) / (memory[kind][rows] + USUAL)
    share = np.clip(share, 0.01, 0.995)
    return (np.log(share) - np.log1p(-share) - log_odds(level["base"][said.rank])).astype(np.float32)
