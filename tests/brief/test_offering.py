"""Packages and swaps of any deal somebody could write down: they hold what they promise, whatever is known or not."""

import json
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodwill.brief.improve_page import improve_document, improve_page
from goodwill.brief.improving import improving
from goodwill.brief.offer_page import offer_document, offer_page
from goodwill.brief.offering import BANDS, offering
from goodwill.brief.render import render
from goodwill.case.case import case
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse

SAYINGS = (
    "We need issue0 most of all.",
    "You can have issue1.",
    "issue1 o0 would be best, I would rather have it.",
    "",
)
WORTH = st.integers(-3, 9)


@st.composite
def tables(draw):
    """Write down a deal: issues, points of both or of one side, reservation values, offers, words, what was signed."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    lines = ['2026-01-01 party nina name="Nina Okafor"']
    options = [[f"o{n}" for n in range(size)] for size in sizes]
    for i, names in enumerate(options):
        lines.append(f"2026-01-02 issue is{i} deal=d issue=issue{i} options={','.join(names)}")
        theirs = draw(st.sampled_from(["none", "some", "all"]))
        for n, name in enumerate(names):
            lines.append(f"2026-01-03 value v{i}-{n} by=me deal=d issue=issue{i} option={name} points={draw(WORTH)}")
            if theirs == "all" or (theirs == "some" and draw(st.booleans())):
                lines.append(
                    f"2026-01-03 value w{i}-{n} by=nina deal=d issue=issue{i} option={name} points={draw(WORTH)}"
                )
    known = [who for who in ("me", "nina") if draw(st.booleans())]
    lines += [f"2026-01-04 reservation r{who} by={who} deal=d points={draw(WORTH)}" for who in known]
    for number in range(draw(st.integers(0, 3))):
        by, to = draw(st.sampled_from([("me", "nina"), ("nina", "me")]))
        named = [i for i in range(len(sizes)) if draw(st.booleans())]
        terms = ";".join(f"issue{i}={draw(st.sampled_from(options[i]))}" for i in named)
        lines.append(f'2026-01-05 offer o{number} by={by} to={to} deal=d terms="{terms}"')
    lines.append(f"2026-01-06 message m1 by=nina to=me | {draw(st.sampled_from(SAYINGS))}")
    if draw(st.booleans()):
        terms = ";".join(f"issue{i}={draw(st.sampled_from(names))}" for i, names in enumerate(options))
        lines.append(f'2026-01-07 agree g1 by=me to=nina deal=d terms="{terms}"')
    return lines


def laid(lines):
    entries = list(parse(lines))
    assert all(isinstance(entry, Entry) for entry in entries)
    return case(Book.of(entries), date(2026, 1, 10))


@settings(max_examples=60, deadline=None)
@given(tables())
def test_packages_keep_to_the_aim_and_above_no_deal_whatever_is_known(lines):
    told = offering(laid(lines), "d", "nina")
    issues = told.dealing.bargain.issues
    reach = sum(max(i.mine) - min(i.mine) for i in issues)
    for one in told.packages:
        assert one.mine == pytest.approx(sum(i.mine[i.options.index(one.terms[i.name])] for i in issues))
        assert abs(one.mine - told.aim) <= BANDS[-1] * reach + 1e-6
        assert one.gain is None or one.gain >= -1e-9
        assert one.low <= one.high
    assert len({json.dumps(one.terms) for one in told.packages}) == len(told.packages)
    assert bool(told.packages) == bool(told.words[1])
    assert render_all(offer_page(told))
    json.dumps(offer_document(told), allow_nan=False)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_swaps_bring_me_more_and_by_points_written_down_both(lines):
    told = improving(laid(lines), "d", "nina")
    issues = {i.name: i for i in told.dealing.bargain.issues}
    for swap in told.swaps:
        gain = sum(issues[n].mine[issues[n].options.index(new)] - issues[n].mine[issues[n].options.index(old)]
                   for n, (old, new) in swap.changed.items())  # fmt: skip
        assert swap.mine == pytest.approx(gain)
        assert gain > 0
        assert 0.5 <= swap.likely <= 1.0000001
    if told.looked_at and told.side.sure:
        assert bool(told.swaps) == any_better(told)
        assert all(swap.likely == pytest.approx(1) and swap.theirs > 0 for swap in told.swaps)
    assert render_all(improve_page(told))
    json.dumps(improve_document(told), allow_nan=False)


def any_better(told):
    """Say whether any deal at most three issues away is better for both, by listing all."""
    issues = told.dealing.bargain.issues
    signed = [i.options.index(told.signed.offer.terms[i.name]) for i in issues]
    for deal in product(*(range(len(i.options)) for i in issues)):
        gains = [sum(i_points[n] - i_points[s] for i_points, n, s in zip(points, deal, signed, strict=True))
                 for points in ([i.mine for i in issues], [i.theirs for i in issues])]  # fmt: skip
        if min(gains) > 0 and sum(n != s for n, s in zip(deal, signed, strict=True)) <= 3:
            return True
    return False


def render_all(page):
    from goodwill.brief.render import Terminal

    return render(page, Terminal(60))


def test_one_package_is_spoken_of_as_one():
    lines = ['2026-01-01 party nina name="Nina Okafor"', "2026-01-02 issue i1 deal=d issue=price options=1,2,3",
             "2026-01-04 message m1 by=nina to=me | Hello"]  # fmt: skip
    lines += [f"2026-01-03 value v{n} by=me deal=d issue=price option={n} points={10 * n}" for n in (1, 2, 3)]
    told = offering(laid(lines), "d", "nina", 20.0)
    assert [one.terms for one in told.packages] == [{"price": "2"}]
    assert told.words[1] == (
        "Hello Nina, here is a way to settle this that we could live with: price 2. What would you change in it?"
    )
    assert "On price we would rather have 3; in this 2 is a move toward you." in told.packages[0].label


def test_a_flat_side_of_mine_gives_no_swap_and_no_fault():
    lines = ['2026-01-01 party nina name="Nina Okafor"', "2026-01-02 issue i1 deal=d issue=price options=1,2",
             "2026-01-03 value v1 by=me deal=d issue=price option=1 points=5",
             "2026-01-03 value v2 by=me deal=d issue=price option=2 points=5",
             '2026-01-04 agree g1 by=me to=nina deal=d terms="price=1"']  # fmt: skip
    told = improving(laid(lines), "d", "nina")
    assert told.swaps == ()
    assert "no swap of up to three issues brings you more" in " ".join(render_all(improve_page(told)).split())


def test_an_issue_on_which_they_got_their_way_is_taken_to_be_dearer_to_them():
    lines = ['2026-01-01 party nina name="Nina Okafor"', "2026-01-04 message m1 by=nina to=me | Hello"]
    for issue in ("price", "delivery", "payment"):
        lines.append(f"2026-01-02 issue i-{issue} deal=d issue={issue} options=1,2,3")
        lines += [f"2026-01-03 value v-{issue}-{n} by=me deal=d issue={issue} option={n} points={n}" for n in (1, 2, 3)]
    before = improving(laid(lines), "d", "nina").side
    signed = '2026-01-04 agree g1 by=me to=nina deal=d terms="price=1;delivery=3;payment=2"'
    after = improving(laid([*lines, signed]), "d", "nina").side
    assert before.nothing
    assert not after.nothing
    price, delivery, payment = (one.first for one in after.leanings)
    assert price > payment + 0.05
    assert payment > delivery + 0.05
    assert payment == pytest.approx(before.leanings[2].first, abs=0.08)


def test_the_aim_is_what_is_left_of_my_offer_once_what_they_said_no_to_is_out_of_it():
    lines = ['2026-01-01 party nina name="Nina Okafor"', "2026-01-02 issue i1 deal=d issue=price options=100,110,120"]
    lines += [f"2026-01-03 value v{n} by=me deal=d issue=price option={n} points={130 - n}" for n in (100, 110, 120)]
    lines.append('2026-01-04 offer o1 by=me to=nina deal=d terms="price=100"')
    assert (offering(laid(lines), "d", "nina").aim, offering(laid(lines), "d", "nina").why) == (
        30.0, "as much as your last offer",
    )  # fmt: skip
    told = offering(laid([*lines, "2026-01-05 message m1 by=nina to=me | 100 is too low."]), "d", "nina")
    assert told.aim == 20.0
    assert [one.terms["price"] for one in told.packages] == ["110"]
