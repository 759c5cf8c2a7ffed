"""Each page as a user without JavaScript meets it: what it says, what it does, and the same document as the command."""

import re

import pytest

from goodwill.faces.cli.app import run
from web_client import VIEWS, address, printed

DAY = "2026-01-25"


def test_people_names_what_needs_a_look_and_what_is_owed_both_ways(rosa):
    text = rosa.get("/", as_of=DAY).text
    assert "E201" in text
    assert "I&#39;ll pay it by Friday" in text or "I&#x27;ll pay it by Friday" in text
    assert "due 23 January, 2 days late" in text
    assert "You owe" in text
    assert f'href="/party?as_of={DAY}&amp;name=alan"' in text


def test_an_empty_book_says_how_to_bring_files_and_offers_the_stories(nobody):
    text = nobody.get("/").text
    assert "Your book is empty" in text
    assert 'href="/bring"' in text
    assert 'action="/stories"' in text
    assert not nobody.book.exists()


def test_the_stories_are_shown_and_left_and_touch_no_book(nobody):
    assert nobody.post("/stories").status == 303
    text = nobody.get("/").text
    assert "made-up stories" in text
    assert "Alan Fields" in text
    assert nobody.post("/stories/leave").status == 303
    assert "Your book is empty" in nobody.get("/").text
    assert not nobody.book.exists()


def test_each_story_warns_on_its_page_on_its_day(demo):
    front = demo.get("/").text
    days = re.findall(r'href="(/party\?name=[^"]+&amp;as_of=[^"]+)"', front)
    assert len(days) == 3
    for link, code in zip(days, ("E302", "D103", "E104"), strict=True):
        page = demo.send("GET", link.replace("&amp;", "&")).text
        assert f">{code}</a>" in page
        assert '<span class="mark warning">warning</span>' in page


@pytest.mark.parametrize(
    ("path", "query", "args"),
    [
        ("/party", {"name": "alan"}, ("brief", "alan")),
        ("/mirror", {"name": "alan"}, ("mirror", "alan")),
        ("/confirm", {}, ("confirm",)),
        ("/vet", {"name": "bea"}, ("vet", "bea")),
        ("/watch", {}, ("watch", "--keep-quiet")),
        ("/deal", {"name": "veg"}, ("deal", "veg")),
        ("/deal", {"name": "veg", "with": "alan", "view": "points"}, ("deal", "veg", "points", "--with", "alan")),
        ("/deal", {"name": "veg", "view": "offer"}, ("deal", "veg", "offer")),
        ("/deal", {"name": "veg", "view": "offer", "aim": "20"}, ("deal", "veg", "offer", "--aim", "20")),
        ("/deal", {"name": "veg", "view": "improve"}, ("deal", "veg", "improve")),
        ("/rules", {}, ("rules",)),
    ],
)
def test_a_page_as_json_is_what_the_command_prints(rosa, capsys, path, query, args):
    options = () if args[0] == "rules" else ("--as-of", DAY, "--book", rosa.book, "--me", "Rosa")
    told = rosa.get(path, as_of=DAY, format="json", **query)
    assert told.headers["content-type"] == "application/json"
    assert told.json == printed(capsys, *args, *options, "--format", "json")


def test_people_as_json_holds_the_briefs_of_the_command(rosa, capsys):
    options = ("--as-of", DAY, "--book", rosa.book, "--me", "Rosa", "--format", "json")
    briefs = [printed(capsys, "brief", party, *options) for party in ("alan", "bea")]
    assert rosa.get("/", as_of=DAY, format="json").json == {"as_of": DAY, "briefs": briefs}


def test_every_page_is_there_as_json(rosa):
    for path in VIEWS:
        if path not in ("/start", "/static/{name}"):
            here = address(path)
            told = rosa.send("GET", here + ("&" if "?" in here else "?") + "format=json")
            assert (told.status, told.headers["content-type"]) == (200, "application/json"), path
            told.json  # noqa: B018


@pytest.mark.parametrize(("day", "met"), [("1900-01-01", (200, 404)), ("2999-12-31", (200,))])
def test_every_page_stands_on_the_first_and_on_the_last_day_there_are(rosa, day, met):
    for path in VIEWS:
        if path not in ("/start", "/static/{name}"):
            here = address(path)
            told = rosa.send("GET", here + ("&" if "?" in here else "?") + f"as_of={day}")
            assert told.status in met, path
    assert rosa.get("/", as_of="1899-12-31").status == rosa.get("/", as_of="3000-01-01").status == 400


def test_a_brief_shows_intervals_and_leads_from_each_quote_to_its_entry(rosa):
    text = rosa.get("/party", name="alan", as_of=DAY).text
    assert re.search(r"\d\.\d\d  ?\(\d\.\d\d to \d\.\d\d\)  ?\d+ acts?, newest", text)
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/entry\?[^"]+)"', text)]
    assert links
    for link in links:
        entry = rosa.send("GET", link)
        assert entry.status == 200
        assert "notes.goodwill, line" in entry.text or "Read by machine in" in entry.text
    assert "notes.goodwill, line 3" in rosa.get("/entry", id="p1").text


def test_the_day_asked_for_goes_along_from_page_to_page(rosa):
    for path in VIEWS:
        if path not in ("/start", "/static/{name}"):
            here = address(path)
            text = rosa.send("GET", here + ("&" if "?" in here else "?") + f"as_of={DAY}").text
            links = re.findall(r'href="(/(?!static)[^"]*)"', text)
            assert len(links) > 6
            without = [link for link in links if f"as_of={DAY}" not in link]
            assert len(without) == 1, (path, without)
            assert "leave that day" in text


def test_a_day_before_anything_happened_shows_nothing_that_came_later(rosa):
    assert "E201" in rosa.get("/", as_of=DAY).text
    assert "Alan" not in rosa.get("/", as_of="2025-11-01").text
    assert rosa.get("/timeline", name="alan", as_of="2026-01-06", format="json").json[0]["id"] == "i1"


def test_the_timeline_is_newest_first_and_goes_page_by_page(demo):
    whole = demo.get("/timeline", name="alan", format="json").json
    assert [one["day"] for one in whole] == sorted((one["day"] for one in whole), reverse=True)
    assert len(whole) > 200
    first, second = demo.get("/timeline", name="alan").text, demo.get("/timeline", name="alan", skip=100).text
    assert "Older" in first
    assert "Newer" not in first
    assert "Newer" in second
    assert first.count("<li><span") == second.count("<li><span") == 100


def test_every_act_behind_a_figure_is_shown(demo):
    brief = demo.get("/party", name="alan", format="json").json
    acts = demo.get("/acts", name="alan", format="json").json
    for side in ("standing", "mirror"):
        for facet, estimate in brief[side].items():
            assert [act["id"] for act in acts[side][facet]["acts"]] == estimate["evidence"]
            assert acts[side][facet]["mean"] == estimate["mean"]
    text = demo.get("/acts", name="alan").text
    shown = text.split("How acts are weighed")[0].count("<li><span")
    assert shown == sum(len(e["evidence"]) for side in ("standing", "mirror") for e in brief[side].values()) > 40
    assert ", against" in text
    assert ", in favour" in text


def test_who_the_user_is_is_asked_and_remembered(serving):
    lines = [
        f"2026-01-2{n} message m{n} by={a}@x.example to={b}@x.example | Hello {n}"
        for n, (a, b) in enumerate([("ann", "bob"), ("bob", "ann"), ("ann", "cid"), ("cid", "bob")])
    ]
    here = serving("who.book", lines=lines)
    text = here.get("/").text
    assert "Which of these is you?" in text
    assert 'value="ann@x.example"' in text
    assert here.post("/me", me=["ann@x.example", ""]).status == 303
    after = here.get("/").text
    assert "Which of these is you?" not in after
    assert "bob@x.example" in after


def test_what_another_program_writes_is_seen_on_the_next_page(own):
    assert own.get("/search", q="spinach", format="json").json["entries"] == []
    run(["--book", str(own.book), "record", "thanks", "by=alan", "to=me", "--as-of", DAY, "| the spinach"])
    assert "the spinach" in own.get("/search", q="spinach").text


def test_rules_are_found_by_any_word_of_their_page(rosa):
    every, some = rosa.get("/rules", format="json").json, rosa.get("/rules", q="apology cause", format="json").json
    assert 0 < len(some) < len(every)
    page = rosa.get("/rules/promise-overdue").text
    for heading in ("Looks for", "Why it matters", "Do instead", "Limits", "Example", "Sources"):
        assert f"<h2>{heading}</h2>" in page


def test_a_word_is_looked_up_among_people_entries_and_rules(rosa):
    told = rosa.get("/search", q="alan", format="json").json
    assert told["parties"] == [{"id": "alan", "name": "Alan Fields"}]
    assert [one["id"] for one in rosa.get("/search", q="CHARD", format="json").json["entries"]] == ["m1"]
    assert {one["code"] for one in rosa.get("/search", q="E201", format="json").json["rules"]} >= {"E201"}
    assert "nowhere" in rosa.get("/search", q="zzzz").text
