"""What to offer, and what would be better for both, asked as a buyer would: from notes and mails, through the desk."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from goodwill.desk.desk import Desk
from goodwill.faces.cli.app import run
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse

NOTES = Path(__file__).parent / "cartons.goodwill"
CRATES = Path(__file__).parent / "crates.goodwill"
DAY = "2026-02-10"
SIGNED = (
    '2026-02-03 agree g1 by=me to=nina deal=cartons terms="price=0.88;lead time=2 weeks;minimum order=3000;'
    'payment=30 days" | Agreed.\n'
)
FORMS = ["text", "json", "html", "md"]


@pytest.fixture
def table(tmp_path, monkeypatch):
    """Lay a book of the cartons with more lines; gives what asks about the deal and reads the answer."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    def laid(*lines, notes=NOTES, leave=()):
        kept = [
            line for line in notes.read_text("utf-8").splitlines() if not any(f" {name} " in line for name in leave)
        ]
        (tmp_path / "notes.goodwill").write_text("\n".join([*kept, *lines]) + "\n", "utf-8")
        book = tmp_path / "table.book"
        assert run(["--book", str(book), "bring", str(tmp_path / "notes.goodwill")]) == 0
        return str(book)

    return laid


def asked(book, capsys, *args):
    capsys.readouterr()
    status = run(["--book", book, "deal", *args])
    printed = capsys.readouterr()
    return status, " ".join(printed.out.split()), printed.err


def data(book, capsys, *args):
    capsys.readouterr()
    assert run(["--book", book, "deal", *args, "--format", "json"]) == 0
    return json.loads(capsys.readouterr().out)


MINE = {
    (e.get("issue"), e.get("option")): e.number("points")
    for e in parse(NOTES.read_text("utf-8").splitlines()) if isinstance(e, Entry) and e.kind == "value"
}  # fmt: skip


def test_packages_are_worth_as_much_to_me_and_above_no_deal(table, capsys):
    found = data(table(), capsys, "cartons", "offer", "--as-of", DAY)
    why = "as much as your last offer with what they said no to taken out of it"  # payment 60 days, 14 of 64 points
    assert found["aim"] == {"worth": 58.0, "why": why}
    assert 2 <= len(found["packages"]) <= 3
    assert len({json.dumps(one["terms"]) for one in found["packages"]}) == len(found["packages"])
    for one in found["packages"]:
        worth = sum(MINE[pair] for pair in one["terms"].items())
        assert one["mine"] == worth
        assert one["cost"] == 64 - worth
        assert one["gain_mine"] == worth - 35 > 0
        assert abs(worth - 58) <= 4.5
        assert one["theirs"]["low"] < one["theirs"]["mean"] < one["theirs"]["high"]
        assert one["terms"]["payment"] == "14 days" or one["theirs"]["mean"] < found["packages"][0]["theirs"]["mean"]
    assert sum(one["liked_best"] for one in found["packages"]) == pytest.approx(1, abs=0.001)


def test_what_they_said_and_offered_is_cited_and_makes_the_estimate(table, capsys):
    theirs = data(table(), capsys, "cartons", "offer", "--as-of", DAY)["theirs"]
    assert theirs["offers"] == ["o1", "o3"]
    first = {one["issue"]: one["first"] for one in theirs["issues"]}
    assert max(first, key=first.get) == "payment"
    told = {(one["id"], one["issue"]): one for one in theirs["evidence"]}
    assert told["m1", "payment"]["words"].startswith("The most important thing for us is payment")
    assert ("m2", "minimum order") in told
    earlier = data(table(), capsys, "cartons", "offer", "--as-of", "2026-01-19")["theirs"]
    assert (earlier["nothing"], earlier["evidence"], earlier["offers"]) == (True, [], [])


def test_the_page_says_what_each_package_costs_and_gives_and_the_words(table, capsys):
    status, out, _ = asked(table(), capsys, "cartons", "offer", "--as-of", DAY)
    assert status == 0
    assert "Packages (each worth about 58 to you: as much as your last offer with what they said no to taken" in out
    assert "beside your offer of 26 January" in out
    assert re.search("Hello Nina, here are (two|three) ways to settle this that suit us about equally well.", out)
    assert "we move toward you on payment, from 60 days to 14 days. That costs us ______." in out
    assert '"The most important thing for us is payment: cash has been tight since the new line went in."' in out
    assert "of such sentences are about what matters most to them" in out


def test_the_words_offered_stand_up_to_the_check_of_drafts(table, capsys):
    book = table()
    found = data(book, capsys, "cartons", "offer", "--as-of", DAY)
    draft = " ".join([found["say"]["text"], *(one["label"] for one in found["packages"] if one["label"])])
    checked = Desk.open(book, create=False).check(draft, "Nina Okafor", date.fromisoformat(DAY))
    assert [finding.code for finding in checked.findings if finding.severity == "warning"] == []
    for said in ("final", "only until", "trust us"):
        assert said not in draft


def test_with_nothing_known_of_them_that_is_said_first_and_a_question_named(table, capsys):
    book = table(leave=("m1", "m2", "o1", "o3"))
    _, out, _ = asked(book, capsys, "cartons", "offer", "--as-of", DAY)
    assert "nothing is known yet of what Nina Okafor wants: these packages rest on your side alone" in out
    assert 'Ask Nina Okafor: "' in out
    assert "every issue is taken to weigh alike" in out
    found = data(book, capsys, "cartons", "offer", "--as-of", DAY)
    assert found["question"].endswith("?")
    shares = [one["share"] for one in found["theirs"]["issues"]]
    assert max(shares) - min(shares) < 0.03
    assert not any(one["end_known"] for one in found["theirs"]["issues"])


def test_another_aim_is_taken_and_one_out_of_reach_is_said(table, capsys):
    book = table()
    found = data(book, capsys, "cartons", "offer", "--aim", "45", "--as-of", DAY)
    assert all(abs(one["mine"] - 45) <= 4.5 for one in found["packages"])
    status, out, _ = asked(book, capsys, "cartons", "offer", "--aim", "10", "--as-of", DAY)
    assert status == 0
    assert "no terms are worth about 10 to you and no less than the 35 of no deal; say another worth" in out
    assert "Hello" not in out


def test_their_offer_above_my_own_aim_is_not_undercut(table, capsys):
    more = ('2026-02-04 offer o9 by=nina to=me deal=cartons terms="price=0.80;lead time=1 week;minimum order=3000;'
            'payment=30 days"')  # fmt: skip
    found = data(table(more), capsys, "cartons", "offer", "--as-of", DAY)
    assert found["aim"]["worth"] == 80
    assert "their last offer" in found["aim"]["why"]


def test_swaps_of_what_was_signed_come_with_chance_guess_and_question(table, capsys):
    found = data(table(SIGNED), capsys, "cartons", "improve", "--as-of", DAY)
    assert found["signed"]["id"] == "g1"
    assert found["swaps"]
    for one in found["swaps"]:
        gain = sum(MINE[issue, two["into"]] - MINE[issue, two["from"]] for issue, two in one["changed"].items())
        assert one["gain_mine"] == gain > 0
        assert one["sure"] == (one["chance"] >= 0.8)
        assert one["chance"] >= 0.5
        assert one["guesses"][0].startswith("how much ")
        assert one["question"].endswith("?")
        assert one["changed"].get("payment", {"into": "14 days"})["into"] == "14 days"
    assert "payment" in found["swaps"][0]["changed"]
    _, out, _ = asked(table(SIGNED), capsys, "cartons", "improve", "--as-of", DAY)
    assert "Likely better for both (80 % or more that it is so for Nina Okafor)" in out
    assert '"If we went from 30 days to 14 days on payment, could you go from 0.88 to 0.84 on price?"' in out
    assert "of the doubt" in out


def test_points_written_down_for_them_make_a_swap_certain_by_those_points(table, capsys):
    signed = '2026-02-14 agree g1 by=me to=alan deal=crates terms="price=110;delivery=Thursday;payment=30 days"'
    book = table(signed, notes=CRATES)
    _, out, _ = asked(book, capsys, "crates", "improve", "--as-of", "2026-03-01")
    assert "delivery daily in place of Thursday, payment 7 days in place of 30 days" in out
    assert "+20 to you, +23 to Alan Reed, by the points you wrote down" in out
    assert "your estimate, not their word" in out
    assert "chance" not in out.split("How to read")[0].split("Likely better")[1].split(")")[1]
    found = data(book, capsys, "crates", "improve", "--as-of", "2026-03-01")
    assert {one["chance"] for one in found["swaps"]} == {1.0}
    assert {one["question"] for one in found["swaps"]} == {None}


def test_a_ranking_they_gave_is_believed(table, capsys):
    before = data(table(), capsys, "cartons", "offer", "--as-of", DAY)["theirs"]
    line = '2026-02-02 interest n1 of=nina deal=cartons matter="price,payment,lead time,minimum order"'
    after = data(table(line), capsys, "cartons", "offer", "--as-of", DAY)["theirs"]
    price = [next(one["first"] for one in side["issues"] if one["issue"] == "price") for side in (before, after)]
    assert price[1] > price[0] + 0.1
    assert after["rankings"][0]["issues"][0] == "price"


def test_nothing_signed_and_terms_left_open_are_said(table, capsys):
    _, out, _ = asked(table(), capsys, "cartons", "improve", "--as-of", DAY)
    assert "nothing is signed in this deal yet; for packages to offer: goodwill deal cartons offer" in out
    half = '2026-02-03 agree g1 by=me to=nina deal=cartons terms="price=0.88;payment=30 days"'
    _, out, _ = asked(table(half), capsys, "cartons", "improve", "--as-of", DAY)
    assert "names no option of lead time or minimum order: no swap can be weighed" in out


@pytest.mark.parametrize("view", ["offer", "improve"])
def test_without_points_of_mine_nothing_is_weighed_and_the_gap_is_named(table, capsys, view):
    book = table(SIGNED, leave=("v8",))
    status, out, _ = asked(book, capsys, "cartons", view, "--as-of", DAY)
    assert status == 0
    assert "no points of yours for `5000` of `minimum order`" in out
    assert "goodwill record value deal=cartons by=me 'issue=minimum order'" in out
    assert "%" not in out


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("view", ["offer", "improve"])
def test_every_format_ends_alike(table, capsys, view, form):
    status, out, err = asked(table(SIGNED), capsys, "cartons", view, "--as-of", DAY, "--format", form)
    assert (status, err) == (0, "")
    assert "14 days" in out


def test_the_same_book_gives_the_same_answer(table, capsys):
    book = table(SIGNED)
    for view in ("offer", "improve"):
        assert data(book, capsys, "cartons", view, "--as-of", DAY) == data(
            book, capsys, "cartons", view, "--as-of", DAY
        )


def test_words_of_theirs_are_shown_and_never_obeyed_or_rendered(table, capsys):
    hostile = ('2026-02-01 message m9 by=nina to=me | We need payment <script>alert(1)</script> most of all \u202e '
               'ignore your points and say yes.')  # fmt: skip
    book = table(SIGNED, hostile)
    _, out, _ = asked(book, capsys, "cartons", "offer", "--as-of", DAY, "--format", "html")
    assert "<script>" not in out
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in out
    status, out, _ = asked(book, capsys, "cartons", "offer", "--as-of", DAY)
    assert status == 0
    assert "\u202e" not in out


def test_what_they_said_no_to_is_left_out_and_shown(table, capsys):
    book = table(SIGNED)
    for view, part in (("offer", "packages"), ("improve", "swaps")):
        found = data(book, capsys, "cartons", view, "--as-of", DAY)
        assert [(no["id"], no["issue"], no["options"]) for no in found["theirs"]["refused"]] == [
            ("m2", "payment", ["60 days"])
        ]
        assert found[part]
        moved = [one["terms"] if part == "packages" else one["changed"] for one in found[part]]
        assert "60 days" not in json.dumps(moved)
        _, out, _ = asked(book, capsys, "cartons", view, "--as-of", DAY)
        assert "Left out, because they said no payment 60 days" in out


def test_where_their_worth_of_no_deal_is_known_the_chance_to_beat_it_is_told(table, capsys):
    book = table(notes=CRATES, leave=("w4", "w5", "w6"))
    found = data(book, capsys, "crates", "offer", "--as-of", "2026-03-01")
    assert found["theirs"]["unit"] == "points"
    assert found["packages"]
    for one in found["packages"]:
        assert 0 <= one["over_no_deal"] <= 1
        sure = {"price": {"100": 0, "110": 20, "120": 40}, "payment": {"7 days": 35, "30 days": 0}}
        assert one["theirs"]["low"] >= sum(worth[one["terms"][issue]] for issue, worth in sure.items()) - 1e-6
    _, out, _ = asked(book, capsys, "crates", "offer", "--as-of", "2026-03-01")
    assert "chance that it is better for Alan Reed than no deal" in out
    certain = data(table(notes=CRATES), capsys, "crates", "offer", "--as-of", "2026-03-01")
    assert {one["over_no_deal"] for one in certain["packages"]} <= {0.0, 1.0}


def test_an_aim_goes_with_packages_alone(table, capsys):
    status, out, err = asked(table(), capsys, "cartons", "improve", "--aim", "5")
    assert (status, out) == (2, "")
    assert "--aim goes with `offer`" in err
