"""What a person does on the pages, without JavaScript: a draft mended, a talk looked back on, files brought, a yes."""

import re
from pathlib import Path

from goodwill.desk.desk import Desk
from web_client import printed

EXAMPLES = Path(__file__).parents[2] / "examples"
DAY = "2026-01-25"
DRAFT = "Dear Alan,\n\nYou did this on purpose. I will pay the invoice soon.\n\nRosa"


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
