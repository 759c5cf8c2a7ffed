"""A deal looked at as a person would: from notes, through the command line, on the day and before all was known."""

import json
from datetime import date
from pathlib import Path

import pytest

from goodwill.brief.deal_page import deal_page
from goodwill.brief.dealing import Dealing, dealing
from goodwill.case.bargaining import deals, named, options_in
from goodwill.case.case import case
from goodwill.faces.cli.app import run
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse

NOTES = Path(__file__).parent / "crates.goodwill"
WRITTEN = NOTES.read_text("utf-8")
DAY = "2026-03-01"
NAMES = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


@pytest.fixture
def book(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    path = str(tmp_path / "crates.book")
    assert run(["--book", path, "bring", str(NOTES)]) == 0
    return path


def said(book, capsys, *args):
    """Ask about a deal; gives the exit status, what was printed, and what was complained of."""
    capsys.readouterr()
    status = run(["--book", book, "deal", *args])
    printed = capsys.readouterr()
    return status, " ".join(printed.out.split()), printed.err


def laid(text: str, day: str = DAY) -> Dealing:
    entries = list(parse(text.splitlines()))
    assert all(isinstance(entry, Entry) for entry in entries)
    return dealing(case(Book.of(entries), date.fromisoformat(day)), "crates", "alan")


def but(*lines: str, leave: tuple[str, ...] = ()) -> str:
    """Give the notes without the lines of some entries, and with some more."""
    kept = [line for line in WRITTEN.splitlines() if not any(f" {ident} " in line for ident in leave)]
    return "\n".join([*kept, *lines])


def test_the_deal_shows_what_each_option_and_offer_is_worth_and_what_is_better_for_both(book, capsys):
    status, out, _ = said(book, capsys, "crates", "--as-of", DAY)
    assert status == 0
    assert "price 100 (30 : 0) · 110 (15 : 20) · 120 (0 : 40)" in out
    assert "20 to you, 25 to Alan Reed" in out
    assert "worth 0 to you, 90 to Alan Reed; less than no deal is worth to you" in out
    assert "12 February, you offered: price 110, delivery Thursday, payment 30 days worth 35 to you, 32 to Alan" in out
    assert "the offer on 12 February: 3 of the 6 deals on the frontier would be better for both" in out
    assert "price 110, delivery daily, payment 7 days worth 55 to you, 55 to Alan Reed (+20 and +23 beside" in out
    assert "your estimate, not their word" in out
    assert out.count("do not foretell how satisfied anybody will be") == 1
    assert "Not known" not in out


def test_the_points_come_with_the_terms_that_reach_them(book, capsys):
    status, out, _ = said(book, capsys, "crates", "points", "--as-of", DAY)
    assert status == 0
    assert "6 of 18 possible deals are on it" in out
    assert "Nash (the largest product of the two gains) · price 110, delivery daily, payment 7 days" in out
    assert "worth 40 to you, 75 to Alan Reed (+20 and +50 over no deal)" in out


def test_points_as_data_are_one_document(book, capsys):
    capsys.readouterr()
    assert run(["--book", book, "deal", "crates", "points", "--as-of", DAY, "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["frontier"] == {"size": 6, "outcomes": 18, "acceptable": 3}
    best = {"price": "110", "delivery": "daily", "payment": "7 days"}
    assert {name: [one["terms"]["price"] for one in found["points"][name]] for name in NAMES} == {
        "nash": ["110"], "kalai_smorodinsky": ["110"], "egalitarian": ["110"], "utilitarian": ["120"]
    }  # fmt: skip
    (nash,) = found["points"]["nash"]
    assert nash == {"mine": 55.0, "theirs": 55.0, "gain_mine": 35.0, "gain_theirs": 30.0, "terms": best}
    assert found["with"] == {"id": "alan", "name": "Alan Reed"}
    assert (found["missing"], found["estimated"]) == ([], ["theirs"])
    assert found["better"]["than"] == "o2"


@pytest.mark.parametrize("form", ["text", "json", "html", "md"])
@pytest.mark.parametrize("more", [[], ["points"]])
def test_every_format_ends_alike(book, capsys, form, more):
    status, out, err = said(book, capsys, "crates", *more, "--as-of", DAY, "--format", form)
    assert (status, err) == (0, "")
    assert "daily" in out


def test_before_their_points_are_known_it_names_the_gaps_and_the_questions_and_gives_no_figure(book, capsys):
    status, out, _ = said(book, capsys, "crates", "points", "--as-of", "2026-02-03")
    assert status == 0
    for gap in ("no points of theirs for `delivery`", "no reservation value of theirs"):
        assert gap in out
    assert '"On delivery, which would suit you best, Monday, Thursday or daily?"' in out
    assert "goodwill record reservation deal=crates by=THEM points=N" in out
    for figure in ("Nash", "frontier", "satisfied"):
        assert figure not in out


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["crate"], "no deal called crate is in the book; there is crates"),
        (["crates", "--as-of", "2025-01-01"], "no deal is, as of 2025-01-01"),
        (["crates", "sell"], "'sell' is not one of 'points', 'offer', 'improve'"),
        (["crates", "--with", "nobody"], "nobody called nobody"),
    ],
)
def test_what_is_not_there_is_one_line_and_2(book, capsys, args, told):
    status, out, err = said(book, capsys, *args)
    assert (status, out) == (2, "")
    assert told in err
    assert len(err.strip().splitlines()) == 1


def test_a_deal_with_several_asks_with_whom(book, capsys, tmp_path):
    more = tmp_path / "more.goodwill"
    more.write_text("2026-02-20 reservation rs3 by=bo deal=crates points=5\n")
    assert run(["--book", book, "bring", str(more)]) == 0
    status, _, err = said(book, capsys, "crates", "--as-of", DAY)
    assert status == 2
    assert "Alan Reed and bo" in err or "bo and Alan Reed" in err
    assert said(book, capsys, "crates", "--with", "alan", "--as-of", DAY)[0] == 0


def test_one_option_without_points_is_named_and_stops_every_figure():
    told = laid(but(leave=("w5",)))
    assert told.missing == ("no points of theirs for `Thursday` of `delivery`",)
    assert (told.size, told.better, told.solutions) == (0, None, {})
    assert [one.theirs for one in told.proposals] == [90.0, None]


def test_without_a_reservation_value_there_is_a_frontier_and_no_point():
    told = laid(but(leave=("rs1",)))
    assert told.size == 6
    assert told.solutions == {}
    assert told.missing == ("no reservation value of yours: what having no deal is worth",)
    assert told.ask[0].startswith("Ask yourself what your best course without this deal is worth")


def test_where_no_deal_is_better_for_both_that_is_said():
    told = laid(but("2026-02-20 reservation rs4 by=alan deal=crates points=80"))
    assert told.acceptable == 0
    assert all(told.solutions[name] == () for name in NAMES)


def test_terms_that_name_no_option_on_record_are_set_beside_nothing(book, capsys, tmp_path):
    more = tmp_path / "more.goodwill"
    more.write_text('2026-02-20 offer o5 by=alan to=me deal=crates terms="price=115;delivery=daily"\n')
    assert run(["--book", book, "bring", str(more)]) == 0
    _, out, _ = said(book, capsys, "crates", "--as-of", DAY)
    assert "worth 40 to you, 0 to Alan Reed; names none of the options of price or payment" in out
    assert "the newest terms do not name an option of every issue" in out
    assert "would be better for both" not in out


def test_a_deal_that_was_only_left_is_set_beside_nothing():
    told = laid(but("2026-02-20 walk k1 by=alan to=me deal=crates", leave=("o1", "o2")))
    assert (told.left, told.better) == (date(2026, 2, 20), None)
    assert "newest terms" not in str(deal_page(told))


def test_what_was_signed_stands_before_a_later_offer():
    signed = '2026-02-14 agree g1 by=me to=alan deal=crates terms="price=110;delivery=daily;payment=7 days"'
    told = laid(but(signed, '2026-02-15 offer o3 by=alan to=me deal=crates terms="price=120"'))
    assert told.better.proposal.offer.id == "g1"
    assert (told.better.for_both, told.better.for_one, told.better.nearest) == (0, 0, ())
    assert told.proposals[-1].unsaid == ("delivery", "payment")


def test_terms_as_good_for_one_and_better_for_the_other_are_told_apart():
    daily = "2026-02-20 value w9 by=alan issue=delivery option=daily points=15"
    offer = '2026-02-21 offer o4 by=me to=alan deal=crates terms="price=120.0;delivery=MONDAY;payment=7 days"'
    told = laid(but(daily, offer, leave=("o1", "o2")))
    assert (told.better.proposal.mine, told.better.proposal.theirs) == (0.0, 90.0)
    assert (told.better.for_both, told.better.for_one) == (0, 1)
    assert told.better.nearest[0].options["delivery"] == "daily"


def test_a_later_line_holds_and_what_fits_nowhere_is_named():
    told = laid(but("2026-02-20 value v9 by=me issue=price option=100 points=60",
                    "2026-02-20 value v10 by=me deal=crates issue=price option=90 points=70",
                    "2026-02-20 value v11 by=me deal=crates issue=colour option=red points=1",
                    "2026-02-20 issue is9 deal=roof issue=payment options=now,later"))  # fmt: skip
    assert told.bargain.issues[0].mine == (60.0, 15.0, 0.0)
    text = " ".join(told.missing)
    assert "v10 gives points for `90`, which is no option of `price`" in text
    assert "v11 gives points for `colour`, which is no issue of this deal" in text
    assert "v7 names no deal, and `payment` stands in 2: say deal=crates" in text


def test_a_deal_too_large_to_work_out_says_so():
    own = [f"2026-02-03 value a{i}-{n} by=me deal=crates issue=i{i} option=o{n} points={n * 10**i}"
           for i in range(9) for n in range(10)]  # fmt: skip
    theirs = [line.replace("by=me", "by=alan").replace(" a", " b", 1).replace("points=", "points=-") for line in own]
    issues = [f"2026-02-03 issue i{i} deal=crates issue=i{i}" for i in range(9)]
    told = dealing(
        case(Book.of(e for e in parse([*issues, *own, *theirs]) if isinstance(e, Entry)), date(2026, 3, 1)),
        "crates",
        "alan",
    )
    assert told.bargain.issues[0].options == tuple(f"o{n}" for n in range(10))
    assert "too large" in told.missing[-1]


def test_names_of_options_are_read_as_a_person_would():
    assert named("120") == named("120.00") != named("121")
    assert options_in("Friday, friday ,Monday") == ("Friday", "Monday")
    assert deals(Book.of(e for e in parse(WRITTEN.splitlines()) if isinstance(e, Entry))) == ("crates",)
