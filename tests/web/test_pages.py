"""Each page as a user without JavaScript meets it: what it says, what it does, and the same document as the command."""

import json
import re
from pathlib import Path

import pytest

from goodwill.desk.desk import Desk
from goodwill.faces.cli.app import run
from web_client import VIEWS, address

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-01-25"
DRAFT = "Dear Alan,\n\nYou did this on purpose. I will pay the invoice soon.\n\nRosa"


@pytest.fixture(scope="module")
def demo(serving):
    """The three stories, served."""
    return serving("none.book", lines=(), demo=True)


def printed(capsys, *args):
    """Give what the command line prints of the same book."""
    capsys.readouterr()
    run([str(arg) for arg in args])
    return json.loads(capsys.readouterr().out)


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
        ("/rules", {}, ("rules",)),
    ],
)
def test_a_page_as_json_is_what_the_command_prints(rosa, capsys, path, query, args):
    options = () if args[0] == "rules" else ("--as-of", DAY, "--book", rosa.book, "--me", "Rosa")
    told = rosa.get(path, as_of=DAY, format="json", **query)
    assert told.headers["content-type"] == "application/json"
    assert told.json == printed(capsys, *args, *options, "--format", "json")


def test_people_as_json_holds_the_briefs_of_the_command(rosa, capsys):
    brief = printed(capsys, "--book", rosa.book, "--me", "Rosa", "brief", "alan", "--as-of", DAY, "--format", "json")
    assert rosa.get("/", as_of=DAY, format="json").json == {"as_of": DAY, "briefs": [brief]}


def test_every_page_is_there_as_json(rosa):
    for path in VIEWS:
        if path not in ("/start", "/static/{name}"):
            here = address(path)
            told = rosa.send("GET", here + ("&" if "?" in here else "?") + "format=json")
            assert (told.status, told.headers["content-type"]) == (200, "application/json"), path
            told.json  # noqa: B018


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


def test_a_draft_is_marked_and_a_rewording_put_in(rosa):
    told = rosa.post("/draft", draft=DRAFT, to="alan")
    assert re.search(r"<mark>.*?You did this on purpose", told.text)
    assert ">D901</a>" in told.text
    numbers = re.findall(r'name="accept" value="(\d+)"[^>]*>Put it in', told.text)
    after = rosa.post("/draft", draft=DRAFT, to="alan", accept=numbers[0])
    assert "The rewording is in" in after.text
    kept = re.search(r"<textarea.*?>\n(.*?)</textarea>", after.text, re.DOTALL)[1]
    assert "on purpose" not in kept
    assert kept.endswith("Rosa")


def test_words_for_what_a_draft_leaves_out_come_at_its_end(rosa):
    told = rosa.post("/draft", draft="Dear Alan, thank you for the chard.", to="alan")
    number = re.search(r'name="accept" value="(\d+)"[^>]*>Add it at the end', told.text)[1]
    after = rosa.post("/draft", draft="Dear Alan, thank you for the chard.", to="alan", accept=number)
    kept = re.search(r"<textarea.*?>\n(.*?)</textarea>", after.text, re.DOTALL)[1]
    assert kept.startswith("Dear Alan, thank you for the chard.\n\n")
    assert len(kept) > 60


def test_a_draft_finds_what_the_command_finds(own, capsys, tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT, "utf-8")
    args = ("check", tmp_path / "draft.txt", "--to", "alan", "--as-of", DAY, "--all", "--format", "json")
    by_command = printed(capsys, "--book", own.book, "--me", "Rosa", *args)
    told = own.post(f"/draft?format=json&as_of={DAY}", draft=DRAFT, to="alan", every="true")
    for one in (one for finding in by_command for one in finding["evidence"]):
        one["source"]["file"] = "" if one["id"] == "draft" else one["source"]["file"]
    assert told.json == by_command


def test_a_draft_leaves_no_trace_in_the_book(own):
    own.get("/")
    before = own.book.read_bytes()
    own.post("/draft", draft="A canary in a draft", to="alan")
    assert own.book.read_bytes() == before


TALK = "Rosa: I can pay on Friday.\nAlan: That is what you said last week. I'm worried about my own bills.\n" * 5


def test_a_debrief_of_pasted_words_and_of_a_file_says_the_same(rosa):
    pasted = rosa.post("/debrief", text=TALK)
    sent = rosa.post("/debrief", files=[("file", "friday.txt", TALK.encode())])
    assert "Debrief: pasted" in pasted.text
    assert "Debrief: friday" in sent.text
    for told in (pasted, sent):
        assert "Concerns and what became of them" in told.text
        assert "left open" in told.text


def test_a_debrief_of_nothing_says_so(rosa):
    for told in (rosa.post("/debrief", text=""), rosa.post("/debrief", files=[("file", "a.bin", b"\x00\x01")])):
        assert told.status == 200
        assert "No conversation was found" in told.text


RESTAURANT = [("folder", f"restaurant/{p.relative_to(EXAMPLES / 'restaurant').as_posix()}", p.read_bytes())
              for p in sorted((EXAMPLES / "restaurant").rglob("*")) if p.is_file()]  # fmt: skip


def test_files_are_looked_at_first_and_taken_after_a_word(nobody, tmp_path):
    bad = ("folder", "restaurant/broken.csv", b"who,what\n1,2\n")
    looked = nobody.post("/bring/look", files=[*RESTAURANT, bad])
    by_desk = Desk.open(tmp_path / "a.book").preview([EXAMPLES / "restaurant"])
    assert not nobody.book.exists()
    assert f"{by_desk.accepted} new, {by_desk.duplicate} known already, 1 rejected" in looked.text
    assert "broken.csv: a table whose columns no door knows" in looked.text
    assert "/tmp" not in looked.text
    name = re.search(r'name="set" value="([^"]+)"', looked.text)[1]
    taken = nobody.post("/bring/take", set=name)
    assert f"{by_desk.accepted} taken" in taken.text
    assert nobody.book.exists()
    again = nobody.post("/bring/look", files=RESTAURANT)
    assert re.search(rf" 0 new, {by_desk.accepted + by_desk.duplicate} known already", again.text)
    assert "Take them into the book" not in again.text


def test_what_was_taken_or_left_cannot_be_taken_again(nobody):
    note = [("files", "a.goodwill", b"2026-01-21 thanks t1 by=alan to=me | Ta, Rosa\n")]
    name = nobody.post("/bring/look?format=json", files=note)
    assert name.json["accepted"] == 1
    first = re.search(r'name="set" value="([^"]+)"', nobody.post("/bring/look", files=note).text)[1]
    assert nobody.post("/bring/leave").status == 303
    assert nobody.post("/bring/take", set=first).status == 404
    assert not nobody.book.exists()


def test_only_what_concerns_somebody_is_taken(nobody):
    note = [
        ("files", "a.goodwill", b"2026-01-21 thanks t1 by=alan to=me | Ta\n2026-01-21 thanks t2 by=bea to=me | Ta\n")
    ]
    looked = nobody.post("/bring/look", files=note, party="bea")
    assert "1 new" in looked.text
    name = re.search(r'name="set" value="([^"]+)"', looked.text)[1]
    nobody.post("/bring/take", set=name, party="bea")
    assert [entry.id for entry in Desk.open(nobody.book).book] == ["t2"]


def test_without_files_it_asks_for_some(rosa):
    assert "Choose a file or a folder first" in rosa.post("/bring/look").text
    assert "Choose a file or a folder first" in rosa.post("/bring/look", files=[("files", "", b"")]).text


def test_names_of_files_lead_nowhere_but_down(nobody, tmp_path):
    line = b"2026-01-21 thanks t%d by=alan to=me | Ta\n"
    names = (
        "../../up.goodwill", "/etc/cron.goodwill", "..\\..\\win.goodwill", "a" * 400 + ".goodwill", "x/../y.goodwill",
        "same.goodwill", "same.goodwill", "C:\\con.goodwill", "\u202eevil.goodwill", "a\x00b.goodwill",
    )  # fmt: skip
    told = nobody.post("/bring/look?format=json", files=[("files", n, line % i) for i, n in enumerate(names)])
    assert told.json["accepted"] == len(names)
    here = nobody.book.parent
    above = {path.name for folder in (here.parent, here.parent.parent) for path in folder.glob("*.goodwill")}
    beside = [path for path in here.rglob("*.goodwill") if here / "brought" not in path.parents]
    assert (above, beside) == (set(), [])
    assert not Path("/etc/cron.goodwill").exists()


def test_a_reading_counts_after_yes_and_is_set_aside_after_no(own):
    day = "2026-02-20"
    waiting = own.get("/confirm", as_of=day, format="json").json
    assert 1 < len(waiting) <= 7
    page = own.get("/confirm", as_of=day).text
    for reading in waiting:
        assert reading["words"].split("'")[0] in page
    assert own.post(f"/confirm?as_of={day}", id=waiting[0]["id"], word="yes").status == 303
    assert own.post(f"/confirm?as_of={day}", id=waiting[1]["id"], word="no").status == 303
    assert own.get("/confirm", as_of=day, format="json").json == waiting[2:]
    said = {entry.get("of"): entry.kind for entry in Desk.open(own.book).book if entry.kind in ("confirm", "dismiss")}
    assert said == {waiting[0]["id"]: "confirm", waiting[1]["id"]: "dismiss"}


def test_a_word_can_be_taken_back(own):
    day = "2026-02-20"
    waiting = own.get("/confirm", as_of=day, format="json").json
    for word in ("no", "yes"):
        settled = own.post(f"/confirm?as_of={day}", id=waiting[0]["id"], word=word)
        assert own.get("/confirm", as_of=day, format="json").json == waiting[1:]
        after = own.send("GET", settled.headers["location"]).text
        assert "Take it back" in after
        done = re.search(r'/confirm/undo.*?name="id" value="([^"]+)"', after, re.DOTALL)[1]
        assert own.post(f"/confirm/undo?as_of={day}", id=done).status == 303
        assert own.get("/confirm", as_of=day, format="json").json == waiting


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
