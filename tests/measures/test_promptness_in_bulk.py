"""The quick way to many chances agrees with the plain one, whatever the book, its size and the cuts through it."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import promptness_written_out as plain
from goodwill.measures import item_risk, late_rows, late_tally, party_slices
from goodwill.measures.due_items import items
from goodwill.measures.due_waiting import counted
from goodwill.measures.promptness import risk, risks

COLUMNS = ("p_late", "low", "high", "usual", "n", "newest", "so_far", "if_late", "days", "expected", "reasons")


def same(one, other):
    """All columns equal within 1e-9 of their size, and 1e-9."""
    for name in COLUMNS:
        np.testing.assert_allclose(getattr(one, name), getattr(other, name), rtol=1e-9, atol=1e-9, err_msg=name)
    assert one.state == other.state


def made(seed, n, parties, *, step=1.0, still=0.05):
    """A book of n items: some parties often late, some matters too; days in multiples of a step."""
    chance = np.random.default_rng(seed)
    party = np.minimum((parties * chance.random(n) ** 2).astype(np.int64), parties - 1) * 1000 - 3000
    late = chance.random(parties)[(party + 3000) // 1000] < 0.4
    sent = np.floor(chance.random(n) * 900 / step) * step
    due = sent + chance.choice([0, 14, 30, 30, 60], n)
    after = np.where(chance.random(n) < np.where(late, 0.5, 0.1), chance.gamma(1, 15, n), -chance.gamma(1, 5, n))
    settled = np.where(chance.random(n) < still, np.nan, due + np.floor(after / step) * step)
    return items(party, due, settled, chance.integers(-1, 4, n), np.where(chance.random(n) < 0.1, np.nan, sent))


@pytest.mark.parametrize("step", [1.0, 0.125])
@pytest.mark.parametrize("before", [-0.5, 0.0, 20.0])
def test_it_agrees_with_the_plain_way_on_a_made_book(step, before):
    book = made(4, 500, 25, step=step)
    at = np.where(np.isnan(book.sent), book.due - 45, book.sent) + before
    same(risk(book, book, at), plain.risk(book, book, at))


def test_it_agrees_on_one_day_for_what_is_open():
    book = made(5, 700, 12, still=0.3)
    waiting = book.only(~(book.settled <= 800))
    same(risk(book, waiting, 800), plain.risk(book, waiting, 800))
    strangers = items([5, 6, -3000], [790, 805, 100], matter=[1, 99, -1])
    same(risk(book, strangers, 800), plain.risk(book, strangers, 800))
    same(risk(book, strangers, 800, learn=False), plain.risk(book, strangers, 800, learn=False))


DAYS = st.integers(-30, 60).map(lambda day: day / 2)


@st.composite
def books(draw):
    """Small books with everything in them: same days, early, never settled, settled before it was known."""
    rows = draw(
        st.lists(
            st.tuples(st.integers(0, 2), DAYS, st.none() | DAYS, st.none() | DAYS, st.integers(-1, 1)), max_size=25
        )
    )
    party, due, settled, sent, matter = zip(*rows, strict=True) if rows else ([], [], [], [], [])
    gone, since = ([np.nan if day is None else day for day in days] for days in (settled, sent))
    return items(party, due, gone, matter, since)


@settings(max_examples=150, deadline=None)
@given(books(), st.lists(st.tuples(st.integers(0, 3), DAYS, DAYS, st.integers(-1, 2)), min_size=1, max_size=12))
def test_it_agrees_on_small_books_of_every_kind(book, questions):
    party, due, at, matter = zip(*questions, strict=True)
    asked = items(party, due, matter=matter)
    same(risk(book, asked, at), plain.risk(book, asked, np.array(at)))


def test_no_cut_through_the_book_changes_a_figure(monkeypatch):
    book = made(6, 2000, 40)
    at = np.where(np.isnan(book.sent), book.due - 45, book.sent) - 0.5
    whole = risk(book, book, at)
    monkeypatch.setattr(item_risk, "CELLS", 2000)
    monkeypatch.setattr(late_rows, "BLOCK", 7)
    monkeypatch.setattr(late_rows, "LEAST_BLOCK", 7)
    monkeypatch.setattr(late_tally, "WIDEST", 0)
    monkeypatch.setattr(party_slices.slices, "__defaults__", (50,))
    parts = list(risks(book, book, at))
    assert len(parts) > 100
    assert sorted(np.concatenate([rows for rows, _ in parts]).tolist()) == list(range(2000))
    same(risk(book, book, at), whole)


@given(
    st.lists(st.integers(0, 40), max_size=30),
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30), st.integers(-3, 50)), min_size=1, max_size=9),
)
def test_counting_below_agrees_with_a_loop(rank, asked):
    begin, end, below = (np.array(column) for column in zip(*asked, strict=True))
    begin, end = np.minimum(np.minimum(begin, end), len(rank)), np.minimum(np.maximum(begin, end), len(rank))
    expected = [sum(r < k for r in rank[b:e]) for b, e, k in zip(begin, end, below, strict=True)]
    assert counted(np.array(rank, np.int64), begin, end, below).tolist() == expected


def test_nothing_asked_is_nothing_told():
    told = risk(made(1, 50, 3), items([], []), 400)
    assert told.p_late.shape == (0,)
    assert told.if_late.shape == (0, 3)
    assert told.state == ()
