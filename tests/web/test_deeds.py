"""What can be done to what stands in the book, without JavaScript: contest, undo, erase, and a look remembered."""

import re
from datetime import date

import pytest

from goodwill.desk.desk import Desk
from goodwill.faces.cli.app import run
from web_client import printed

DAY = "2026-01-25"
TODAY = date(2026, 1, 25)


def kinds(client, *names):
    """Give the entries of some kinds as they stand in the book on disk."""
    return [entry for entry in Desk.open(client.book).book if entry.kind in names]


def test_an_entry_leads_to_a_second_look_that_changes_nothing(own):
    page = own.get("/entry", id="i1", as_of=DAY).text
    assert f'href="/contest?as_of={DAY}&amp;id=i1"' in page
    assert f'href="/undo?as_of={DAY}&amp;id=i1"' in page
    before = own.book.read_bytes()
    for path in ("/contest", "/undo"):
        assert "FD-1" in own.get(path, id="i1").text
    assert own.book.read_bytes() == before
    assert own.get("/undo", id="nothing").status == 404


def test_a_contest_is_written_as_the_command_writes_it(own, tmp_path):
    sent = {"id": "i1", "reason": "  The crates\r\nnever came. ", "by": "alan", "until": "2026-03-01"}
    told = own.post(f"/contest?as_of={DAY}", **sent)
    assert told.status == 303
    (entry,) = kinds(own, "contest")
    assert (entry.day, entry.words) == (TODAY, "The crates never came.")
    assert {key: entry.get(key) for key in ("of", "by", "until")} == {"of": "i1", "by": "alan", "until": "2026-03-01"}
    after = own.send("GET", told.headers["location"]).text
    assert "Contested: it no longer counts" in after
    assert "Take it back" in after
    assert Desk.open(own.book, ("Rosa",)).case(TODAY).contested("i1")


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"id": "i1"}, 400),
        ({"id": "i1", "reason": "  "}, 400),
        ({"id": "i1", "reason": "x", "until": "soon"}, 400),
        ({"id": "nothing", "reason": "x"}, 404),
        ({"reason": "x"}, 400),
    ],
)
def test_a_contest_without_a_reason_or_an_entry_is_refused(own, form, status):
    assert own.post("/contest", **form).status == status
    assert kinds(own, "contest") == []


def test_what_is_undone_no_longer_counts_until_that_is_undone(own):
    owed = [one["id"] for one in own.get("/party", name="alan", as_of=DAY, format="json").json["owed"]["by_me"]]
    assert "p1" in owed
    told = own.post(f"/undo?as_of={DAY}", id="p1")
    assert told.status == 303
    gone = own.get("/party", name="alan", as_of=DAY, format="json").json
    assert "p1" not in [one["id"] for one in gone["owed"]["by_me"]]
    after = own.send("GET", told.headers["location"]).text
    assert "Undone: it no longer counts." in after
    done = re.search(r'action="/undo.*?name="id" value="([^"]+)"', after, re.DOTALL)[1]
    assert own.post(f"/undo?as_of={DAY}", id=done).status == 303
    back = own.get("/party", name="alan", as_of=DAY, format="json").json
    assert [one["id"] for one in back["owed"]["by_me"]] == owed


def test_only_what_was_said_of_an_entry_is_offered_to_be_taken_back(own):
    own.post(f"/contest?as_of={DAY}", id="i1", reason="Never came.")
    contest = kinds(own, "contest")[0].id
    assert "Take it back" in own.get("/entry", id="i1", done=contest, as_of=DAY).text
    for ident, done in (("m1", contest), ("i1", "p1"), ("i1", "nothing"), ("i1", "")):
        assert "Take it back" not in own.get("/entry", id=ident, done=done, as_of=DAY).text


def test_nobody_is_erased_before_a_word_that_one_is_sure(own):
    asked = own.get("/erase", name="alan").text
    for name in ("Alan Fields", "alan@fields.example", "This cannot be undone"):
        assert name in asked
    before = own.book.read_bytes()
    for form in ({}, {"sure": "false"}, {"sure": ""}):
        told = own.post("/erase", name="alan", **form)
        assert "Nothing was erased" in told.text or told.status == 400
    assert own.book.read_bytes() == before


def test_erasing_deletes_what_the_command_deletes_and_the_chain_still_verifies(own, serving):
    other = serving("other.book", me=("Rosa",))
    by_command = Desk.open(other.book, ("Rosa",))
    done = by_command.erase(by_command.mentions("alan", TODAY), "asked to")
    told = own.post("/erase?format=json", name="alan", sure="true", reason=" ")
    assert told.json == {"erased": done.count}
    left = [[(e.kind, e.words) for e in Desk.open(book).book] for book in (own.book, other.book)]
    assert left[0] == left[1]
    assert ("claim", "Master gardener, Kew, 2016") in left[0]
    assert b"Alan" not in own.book.read_bytes()
    assert run(["--book", str(own.book), "verify"]) == 0
    for path in ("/", "/deals", "/watch", "/search?q=alan"):
        assert "Alan" not in own.send("GET", path).text
    assert own.get("/party", name="alan").status == 404


def test_an_earlier_day_does_not_spare_a_name_learnt_later(own):
    run(["--book", str(own.book), "record", "party", "name=Alan Fields", "mail=alan@fields.example,veg@alan.example",
         "--as-of", "2026-02-01"])  # fmt: skip
    run(["--book", str(own.book), "record", "thanks", "by=veg@alan.example", "to=me", "--as-of", "2026-02-02", "| Ta"])
    assert "veg@alan.example" in own.get("/erase", name="alan", as_of=DAY).text
    own.post(f"/erase?as_of={DAY}", name="alan", sure="true")
    assert b"veg@alan" not in own.book.read_bytes()


def test_oneself_is_not_erased(own):
    assert own.get("/erase", name="me").status == 404
    before = own.book.read_bytes()
    assert own.post("/erase", name="Rosa", sure="true").status == 404
    assert own.book.read_bytes() == before


def test_the_calendar_is_the_one_the_command_writes(rosa, tmp_path):
    run(["--book", str(rosa.book), "--me", "Rosa", "watch", "--keep-quiet", "--as-of", "2026-01-15", "--ics",
         str(tmp_path / "due.ics")])  # fmt: skip
    told = rosa.get("/watch", as_of="2026-01-15", calendar="1")
    assert told.headers["content-type"].startswith("text/calendar")
    assert "attachment" in told.headers["content-disposition"]
    assert told.body == (tmp_path / "due.ics").read_bytes()
    assert b"DTSTART;VALUE=DATE:20260119" in told.body


def test_what_got_worse_is_told_until_one_says_that_it_was_seen(own):
    for _ in range(2):
        assert "Worse since" in own.get("/watch", as_of=DAY).text
    assert own.post(f"/watch?as_of={DAY}").status == 303
    assert "Worse since" not in own.get("/watch", as_of=DAY).text
    assert "2 days late" in own.get("/watch", as_of=DAY).text


def test_a_long_list_of_what_is_due_is_cut_on_the_page_and_whole_as_data(serving):
    lines = [f"2026-01-02 promise p{n} by=alan to=me due=2026-01-05 | crate {n}" for n in range(250)]
    here = serving("long.book", me=("Rosa",), lines=lines)
    text = here.get("/watch", as_of="2026-01-10").text
    assert text.count("due 5 January, 5 days late") == 100
    assert "and 150 more<" in text
    assert len(here.get("/watch", as_of="2026-01-10", format="json").json["due"]) == 250


def test_candidates_side_by_side_are_what_the_command_prints(rosa, capsys):
    by_command = printed(
        capsys, "--book", rosa.book, "--me", "Rosa", "compare", "alan", "bea", "--as-of", DAY, "--format", "json"
    )
    told = rosa.send("GET", f"/compare?name=alan&name=bea&as_of={DAY}&format=json")
    assert told.json == by_command
    assert rosa.send("GET", "/compare?name=alan&name=bea&name=alan&name=alan").status == 400
    assert rosa.send("GET", "/compare?name=alan&name=nobody-here").status == 404


def test_a_deal_with_several_is_listed_with_each(demo):
    text = demo.get("/deals").text
    for name in ("Lena Brandt", "Katrin Böhme", "Matthias Krüger"):
        assert f"with {name}" in text
    assert demo.get("/deal", name="book").status == 404
    assert "with Katrin Böhme" in demo.get("/deal", **{"name": "book", "with": "katrin"}).text
    assert demo.get("/deal", name="no such deal").status == 404
