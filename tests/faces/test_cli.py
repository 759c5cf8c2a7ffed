"""The command line as a user meets it: what it prints, where, and how it ends."""

import json
import shutil
from pathlib import Path

import pytest
from conftest import EXAMPLES

RESTAURANT = ("review", EXAMPLES / "restaurant", "--party", "Alan Fields")
BAD_DAY, GOOD_DAY = ("--as-of", "2026-01-31"), ("--as-of", "2025-07-10")


def one_clear_line(said):
    """Say whether a refusal is one line on standard error, in goodwill's own name, and no traceback."""
    lines = said.err.strip().splitlines()
    return len(lines) == 1 and lines[0].startswith("goodwill: ") and "fault of goodwill" not in lines[0]


# --- how it ends ---------------------------------------------------------------------------------------------------


def test_review_ends_with_1_on_findings_and_with_0_without(goodwill):
    assert goodwill("--book", "a.book", *RESTAURANT, *BAD_DAY).status == 1
    assert goodwill("--book", "a.book", *RESTAURANT, *GOOD_DAY).status == 0
    assert goodwill("--book", "a.book", *RESTAURANT, *BAD_DAY, "--fail-on", "never").status == 0


@pytest.mark.parametrize("form", ["text", "json", "html", "md"])
def test_the_format_never_changes_how_it_ends(goodwill, book, form):
    late, early = (goodwill("--book", book, "brief", "alan", "--format", form, "--as-of", day) for day in
                   ("2026-01-25", "2026-01-10"))  # fmt: skip
    assert (late.status, early.status) == (1, 0)


@pytest.mark.parametrize(("level", "status"), [("info", 1), ("advice", 1), ("warning", 0), ("never", 0)])
def test_fail_on_says_how_loud_a_finding_must_be(goodwill, level, status):
    goodwill("--book", "a.book", "record", "invoice", "by=alan", "to=me", "amount=38", "due=2026-01-19", "--as-of",
             "2026-01-05")  # fmt: skip
    said = goodwill("--book", "a.book", "brief", "alan", "--as-of", "2026-01-20", "--fail-on", level)
    assert "E206 you" in said.out
    assert said.status == status


@pytest.mark.parametrize("form", ["json", "html", "md", "text"])
def test_standard_output_holds_the_answer_and_nothing_else(goodwill, form):
    said = goodwill("--book", "a.book", *RESTAURANT, *BAD_DAY, "--format", form)
    if form == "json":
        document = json.loads(said.out)
        assert document["brought"]["accepted"] > 300
        assert [brief["party"]["name"] for brief in document["briefs"]] == ["Alan Fields"]
        assert document["briefs"][0]["findings"]
    starts = {
        "html": "<!doctype html>",
        "md": "# Alan Fields",
        "text": "Alan Fields\nas of 31 January 2026",
        "json": "{",
    }
    assert said.out.startswith(starts[form])
    assert "accepted" not in said.out or form == "json"


@pytest.mark.parametrize(
    "args",
    [
        ("brief", "alan", "--format", "json"),
        ("mirror", "alan", "--format", "json"),
        ("bring", "notes.goodwill", "--format", "json"),
        ("bring", "notes.goodwill", "--dry-run", "--format", "json"),
        ("confirm", "--format", "json"),
        ("verify", "--format", "json"),
        ("rules", "--format", "json"),
        ("watch", "--format", "json", "--keep-quiet"),
        ("vet", "alan", "--format", "json"),
        ("check", "--format", "json"),
        ("check", "--format", "sarif"),
    ],
)
def test_json_is_one_document_on_standard_output(goodwill, book, args):
    said = goodwill("--book", book, *args, stdin=b"Dear Alan, thank you for the crates.\n")
    assert said.status in (0, 1)
    json.loads(said.out)


# --- bad input -----------------------------------------------------------------------------------------------------


def wrong_path(folder):
    return folder / "nowhere.eml"


def empty_file(folder):
    (folder / "empty.eml").touch()
    return folder / "empty.eml"


def binary_file(folder):
    (folder / "noise.eml").write_bytes(bytes(range(256)) * 40)
    return folder / "noise.eml"


def folder_without_files(folder):
    (folder / "nothing" / "deeper").mkdir(parents=True)
    return folder / "nothing"


def folder_of_pictures(folder):
    (folder / "pictures").mkdir()
    (folder / "pictures" / "menu.png").write_bytes(b"\x89PNG")
    return folder / "pictures"


def line_of_a_megabyte(folder):
    (folder / "long.goodwill").write_text("2026-01-01 thanks t1 by=me to=alan | " + "x" * 1_100_000)
    return folder / "long.goodwill"


def broken_archive(folder):
    (folder / "chats.zip").write_bytes(b"PK\x03\x04" + bytes(200))
    return folder / "chats.zip"


BAD = (
    wrong_path, empty_file, binary_file, folder_without_files, folder_of_pictures, line_of_a_megabyte, broken_archive
)  # fmt: skip


@pytest.mark.parametrize("command", [("review",), ("bring",), ("bring", "--dry-run")], ids=" ".join)
@pytest.mark.parametrize("bad", BAD)
def test_what_cannot_be_read_is_one_clear_line_and_2(goodwill, tmp_path, bad, command):
    said = goodwill("--book", "a.book", *command, bad(tmp_path))
    assert (said.status, said.out) == (2, "")
    assert one_clear_line(said)


@pytest.mark.parametrize("bad", [wrong_path, empty_file, binary_file, folder_without_files])
@pytest.mark.parametrize("command", ["check", "moves"])
def test_a_draft_or_transcript_that_cannot_be_read_is_one_clear_line_and_2(goodwill, tmp_path, bad, command):
    said = goodwill(command, bad(tmp_path))
    assert (said.status, said.out) == (2, "")
    assert one_clear_line(said)


def test_a_bad_file_among_good_ones_is_named_and_the_rest_is_taken(goodwill, book, tmp_path):
    empty_file(tmp_path)
    said = goodwill("--book", book, "bring", "notes.goodwill", "empty.eml", "--format", "json")
    told = json.loads(said.out)
    assert (said.status, told["files"], told["rejected_count"]) == (0, 1, 1)
    assert told["rejected"] == [{"file": "empty.eml", "line": None, "reason": "empty file"}]


def test_a_bad_line_is_named_with_its_number_and_the_rest_is_taken(goodwill):
    Path("n.goodwill").write_text(
        "2026-01-01 thanks t1 by=me to=alan\nnot an entry\n2026-01-02 thanks t2 by=me to=alan\n"
    )
    told = json.loads(goodwill("--book", "a.book", "bring", "n.goodwill", "--format", "json").out)
    assert (told["accepted"], told["rejected_count"], told["rejected"][0]["line"]) == (2, 1, 2)


@pytest.mark.parametrize(
    ("args", "near"),
    [
        (("reveiw", "x"), "review"),
        (("explain", "promise-overdu"), "promise-overdue"),
        (("explain", "E2O1"), "e201"),
        (("brief", "Alan Feilds"), "Alan Fields"),
        (("mirror", "alna"), "Alan Fields"),
        (("record", "promice", "by=me"), "promise"),
        (("brief", "alan", "--as-off", "2026-01-01"), "--as-of"),
        (("check", "--to", "Alan Feilds"), "Alan Fields"),
    ],
)
def test_a_slip_of_the_pen_names_the_nearest(goodwill, book, args, near):
    said = goodwill("--book", book, *args, stdin=b"Dear Alan, I'll pay by Friday.\n")
    assert said.status == 2
    assert one_clear_line(said)
    assert near in said.err


def test_an_unknown_setting_names_file_key_and_nearest(goodwill, book):
    Path("goodwill.toml").write_text('mee = ["Rosa"]\n')
    said = goodwill("--book", book, "brief", "alan")
    assert said.status == 2
    assert one_clear_line(said)
    assert "goodwill.toml: unknown key mee; did you mean me?" in said.err


@pytest.mark.parametrize(
    "args", [("brief", "alan"), ("verify",), ("export",), ("undo", "x"), ("erase", "alan", "--yes")]
)
def test_without_a_book_it_says_so_and_makes_none(goodwill, args):
    said = goodwill("--book", "none.book", *args)
    assert said.status == 2
    assert one_clear_line(said)
    assert "there is no book here" in said.err
    assert not Path("none.book").exists()


def test_a_file_that_is_no_book_is_refused_and_left_as_it_is(goodwill):
    Path("letter.txt").write_text("Dear Rosa, " * 400)
    said = goodwill("--book", "letter.txt", "brief", "alan")
    assert said.status in (2, 3)
    assert one_clear_line(said)
    assert Path("letter.txt").read_text() == "Dear Rosa, " * 400


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "31/03/2026"])
def test_a_day_that_is_none_is_refused(goodwill, book, day):
    said = goodwill("--book", book, "brief", "alan", "--as-of", day)
    assert said.status == 2
    assert one_clear_line(said)
    assert f"{day} is not a day" in said.err


# --- how it looks --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(goodwill, monkeypatch, width):
    monkeypatch.setenv("COLUMNS", str(width))
    said = goodwill("--book", "a.book", *RESTAURANT, *BAD_DAY)
    wide = [line for line in said.out.splitlines() if len(line) > width]
    assert wide == []
    assert max(map(len, said.out.splitlines())) > min(width, 80) - 15


def test_colour_is_off_in_a_pipe_on_when_forced_and_off_when_refused(goodwill, book, monkeypatch):
    args = ("--book", book, "brief", "alan", "--as-of", "2026-01-25")
    assert "\x1b[" not in goodwill(*args).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = goodwill(*args).out
    assert "\x1b[" in coloured
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in goodwill(*args).out


def test_a_terminal_without_unicode_gets_plain_ascii(program):
    review = ("--book", "a.book", "review", EXAMPLES / "translator", "--as-of", "2025-09-26")
    said = program(*review, PYTHONIOENCODING="ascii")
    assert said.status in (0, 1)
    assert said.out.isascii()
    assert "Traceback" not in said.err
    assert "Katrin B" in said.out


def test_html_loads_nothing_and_escapes_what_was_imported(goodwill):
    Path("n.goodwill").write_text(
        '2026-01-01 party mal name="<script>alert(1)</script>"\n'
        "2026-01-05 promise p1 by=mal to=me due=2026-01-10 | <img src=x onerror=alert(1)>\n"
    )
    said = goodwill(
        "--book", "a.book", "--me", "Rosa", "review", "n.goodwill", "--as-of", "2026-01-20", "--format", "html"
    )
    assert "&lt;img src=x onerror=alert(1)&gt;" in said.out
    assert "<script" not in said.out
    assert "<img" not in said.out
    assert 'src="http' not in said.out


@pytest.mark.parametrize("form", ["text", "html", "md", "json"])
def test_imported_words_cannot_drive_the_terminal_or_turn_the_text_around(goodwill, form):
    Path("n.goodwill").write_text(
        '2026-01-01 party mal name="Mal \\u001b[2J\u202egnaf"\n'
        "2026-01-05 promise p1 by=mal to=me due=2026-01-10 | six boxes \x1b]0;owned\x07\x1b[2J\u202ekcab\x9b1m\n",
        "utf-8",
    )
    said = goodwill(
        "--book", "a.book", "--me", "Rosa", "review", "n.goodwill", "--as-of", "2026-01-20", "--format", form
    )
    assert said.status == 1
    assert "six boxes" in said.out
    assert set("\x1b\x07\x9b\u202e") & set(said.out + said.err) == set()


# --- standard input ------------------------------------------------------------------------------------------------


def test_check_reads_standard_input_and_a_file_alike(goodwill):
    draft = b"You did this on purpose, you are lying to me.\n"
    Path("draft.txt").write_bytes(draft)
    piped, named = (
        goodwill("check", "-", "--format", "json", stdin=draft),
        goodwill("check", "draft.txt", "--format", "json"),
    )
    one, other = json.loads(piped.out), json.loads(named.out)
    assert [f["code"] for f in one] == [f["code"] for f in other] != []
    shown = one[0]["evidence"][0]
    assert draft.decode()[shown["source"]["start"] : shown["source"]["end"]] == shown["words"]


def test_check_with_a_party_asks_the_book(goodwill, book):
    said = goodwill(
        "--book", book, "check", "-", "--to", "alan", "--as-of", "2026-01-25", stdin=b"Hello Alan, see you.\n"
    )
    assert said.status in (0, 1)
    assert "Traceback" not in said.err


def test_moves_reads_standard_input(goodwill):
    line = {"id": "1", "thread": "t", "by": "rosa", "text": "I can only take four boxes, how about you?"}
    said = goodwill("moves", "-", "--format", "jsonl", stdin=json.dumps(line).encode() + b"\n")
    assert said.status == 0
    read = json.loads(said.out)
    assert read["id"] == "1"
    assert set(read) == {"id", "moves", "seen", "spans"}


# --- what is brought is there once, and comes out as it went in -----------------------------------------------------


@pytest.mark.parametrize("story", ["translator", "patient", "restaurant"])
def test_bringing_twice_adds_nothing(goodwill, story):
    bring = ("--book", "a.book", "bring", EXAMPLES / story, "--format", "json")
    first = json.loads(goodwill(*bring).out)
    before = goodwill("--book", "a.book", "export").out
    second = json.loads(goodwill(*bring).out)
    assert first["accepted"] > 200
    assert (second["accepted"], second["duplicate"]) == (0, first["accepted"] + first["duplicate"])
    assert goodwill("--book", "a.book", "export").out == before


def test_a_dry_run_counts_alike_and_writes_nothing(goodwill):
    folder = EXAMPLES / "patient"
    dry = json.loads(goodwill("--book", "a.book", "bring", folder, "--dry-run", "--format", "json").out)
    assert not Path("a.book").exists()
    wet = json.loads(goodwill("--book", "a.book", "bring", folder, "--format", "json").out)
    assert (dry["accepted"], dry["duplicate"], dry["kinds"]) == (wet["accepted"], wet["duplicate"], wet["kinds"])
    before = goodwill("--book", "a.book", "verify").out
    again = json.loads(goodwill("--book", "a.book", "bring", folder, "--dry-run", "--format", "json").out)
    assert (again["accepted"], again["duplicate"]) == (0, wet["accepted"] + wet["duplicate"])
    assert goodwill("--book", "a.book", "verify").out == before


@pytest.mark.parametrize("story", ["translator", "patient", "restaurant"])
def test_an_export_brought_into_an_empty_book_exports_the_same_bytes(goodwill, story):
    goodwill("--book", "a.book", "bring", EXAMPLES / story)
    assert goodwill("--book", "a.book", "export", "-o", "out.goodwill").status == 0
    assert goodwill("--book", "b.book", "bring", "out.goodwill").status == 0
    assert goodwill("--book", "b.book", "export", "-o", "again.goodwill").status == 0
    assert Path("again.goodwill").read_bytes() == Path("out.goodwill").read_bytes()
    assert Path("out.goodwill").stat().st_size > 10_000


def test_only_a_party_may_be_brought(goodwill):
    goodwill("--book", "a.book", "bring", EXAMPLES / "restaurant", "--party", "Allan Fielding")
    exported = goodwill("--book", "a.book", "export").out
    assert "Fielding" in exported
    assert "Alan Fields" not in exported


# --- the book ------------------------------------------------------------------------------------------------------


def test_verify_ends_with_0_on_a_whole_book_and_with_3_on_a_tampered_copy(goodwill, book):
    from sqlcipher3 import dbapi2

    assert goodwill("--book", book, "verify").status == 0
    shutil.copy(book, "copy.book")
    with dbapi2.connect("copy.book") as opened:
        for trigger in [row[0] for row in opened.execute("select name from sqlite_master where type = 'trigger'")]:
            opened.execute(f"drop trigger {trigger}")
        opened.execute("update payload set payload = replace(payload, '380', '830') where seq = 2")
    said = goodwill("--book", "copy.book", "verify")
    assert said.status == 3
    assert "entry 2 is not as it was written" in said.out
    assert "Traceback" not in said.err


def test_backup_and_restore_give_the_same_book_and_write_over_nothing(goodwill, book):
    head = goodwill("--book", book, "verify").out
    assert goodwill("--book", book, "backup", "copy.backup").status == 0
    assert goodwill("--book", book, "backup", "copy.backup").status == 2
    assert goodwill("restore", "copy.backup", "new.book").status == 0
    assert goodwill("restore", "copy.backup", "new.book").status == 2
    assert goodwill("--book", "new.book", "verify").out == head


def test_record_prints_an_id_and_undo_takes_it_back(goodwill, book):
    brief = ("--book", book, "brief", "alan", "--as-of", "2026-03-10", "--format", "json")
    kept = goodwill("--book", book, "record", "promise", "by=alan", "to=me", "due=2026-03-06", "| six boxes by Friday",
                    "--as-of", "2026-03-01")  # fmt: skip
    ident = kept.out.strip()
    assert kept.status == 0
    assert ident in [item["id"] for item in json.loads(goodwill(*brief).out)["owed"]["by_them"]]
    undone = goodwill("--book", book, "undo", ident, "--as-of", "2026-03-02")
    assert undone.status == 0
    assert ident not in goodwill(*brief).out
    assert ident in goodwill("--book", book, "export").out


def test_what_is_recorded_wrongly_is_refused_with_the_reason(goodwill, book):
    before = goodwill("--book", book, "export").out
    for bad in (("promise", "to=alan"), ("promise", "by=me", "due=soon"), ("promise", "by=me", "colour=red"), ("tie",)):
        said = goodwill("--book", book, "record", *bad)
        assert said.status == 2
        assert one_clear_line(said)
    assert goodwill("--book", book, "export").out == before


def test_dismissing_a_rule_or_an_entry_silences_it_until_its_day(goodwill, book):
    brief = ("--book", book, "brief", "alan", "--format", "json", "--as-of")

    def codes(day):
        return {(f["code"], f["evidence"][0]["id"]) for f in json.loads(goodwill(*brief, day).out)["findings"]}

    assert ("E201", "p1") in codes("2026-01-25")
    aside = goodwill(
        "--book", book, "dismiss", "p1", "settled on the phone", "--until", "2026-02-01", "--as-of", "2026-01-25"
    )
    assert aside.status == 0
    assert ("E201", "p1") not in codes("2026-01-25")
    assert ("E201", "p1") in codes("2026-02-02")


def test_a_contested_entry_stays_and_says_so(goodwill, book):
    said = goodwill("--book", book, "contest", "p1", "I never said Friday", "--by", "alan", "--as-of", "2026-01-25")
    assert said.status == 0
    found = json.loads(goodwill("--book", book, "brief", "alan", "--as-of", "2026-01-26", "--format", "json").out)
    resting = [f for f in found["findings"] if "p1" in [e["id"] for e in f["evidence"]]]
    assert resting
    assert all(f["contested"] for f in resting)


def test_nothing_that_is_not_there_can_be_contested_dismissed_or_undone(goodwill, book):
    for args in (("contest", "zz", "no"), ("dismiss", "zz", "no"), ("undo", "zz")):
        said = goodwill("--book", book, *args)
        assert said.status == 2
        assert one_clear_line(said)


def test_confirm_offers_readings_and_counts_one_when_told(goodwill, book):
    waiting = json.loads(goodwill("--book", book, "confirm", "--as-of", "2026-01-23", "--format", "json").out)
    assert 1 <= len(waiting) <= 7
    chosen = next(one for one in waiting if one["move"] == "promise")
    assert "bring the chard" in chosen["words"]
    assert goodwill("--book", book, "confirm", chosen["id"], "--as-of", "2026-01-23").status == 0
    left = json.loads(goodwill("--book", book, "confirm", "--as-of", "2026-01-23", "--format", "json").out)
    assert chosen["id"] not in [one["id"] for one in left]
    for other in left:
        assert goodwill("--book", book, "confirm", other["id"], "--set-aside", "--as-of", "2026-01-23").status == 0
    assert json.loads(goodwill("--book", book, "confirm", "--as-of", "2026-01-23", "--format", "json").out) == []


def test_erasing_a_party_leaves_no_word_of_them_and_a_chain_that_verifies(goodwill, book):
    goodwill("--book", book, "record", "thanks", "by=me", "to=beatrix", "| the loan of the van")
    refused = goodwill("--book", book, "erase", "alan")
    assert refused.status != 0
    assert "chard" in goodwill("--book", book, "export").out
    assert goodwill("--book", book, "erase", "alan", "--yes").status == 0
    exported = goodwill("--book", book, "export").out
    assert "loan of the van" in exported
    for word in ("Alan Fields", "alan@fields.example", "chard", "FD-1", "by Friday"):
        assert word not in exported
        assert word.encode() not in Path(book).read_bytes()
    assert goodwill("--book", book, "verify").status == 0


def test_who_i_am_is_asked_when_it_is_not_clear_and_remembered_when_told(goodwill):
    Path("n.goodwill").write_text(
        "2026-01-01 promise p1 by=ann to=bob due=2026-01-05 | the plan\n2026-01-02 promise p2 by=bob to=ann | the pay\n"
    )
    asked = goodwill("--book", "a.book", "review", "n.goodwill", "--as-of", "2026-01-10")
    assert asked.status == 2
    assert "--me" in asked.err
    told = goodwill(
        "--book", "a.book", "--me", "ann", "review", "n.goodwill", "--as-of", "2026-01-10", "--format", "json"
    )
    assert [b["party"]["name"] for b in json.loads(told.out)["briefs"]] == ["bob"]
    later = goodwill("--book", "a.book", "brief", "bob", "--as-of", "2026-01-10", "--format", "json")
    assert "p1" in [item["id"] for item in json.loads(later.out)["owed"]["by_me"]]


def test_config_show_names_the_origin_of_each_setting(goodwill, monkeypatch):
    Path("goodwill.toml").write_text('me = ["Rosa"]\n')
    monkeypatch.setenv("GOODWILL_BOOK", "mine.book")
    said = goodwill("config", "show")
    assert "book = mine.book  (GOODWILL_BOOK)" in said.out
    assert str(Path("goodwill.toml").absolute()) in said.out


def test_explain_prints_a_page_by_code_or_name(goodwill):
    by_code, by_name = goodwill("explain", "e201"), goodwill("explain", "promise-overdue")
    assert by_code.out == by_name.out
    for heading in ("Looks for", "Why it matters", "Do instead", "Limits", "Example", "Sources"):
        assert f"\n{heading}\n" in by_code.out


def test_the_demo_brings_its_stories_and_touches_no_book_of_the_user(goodwill, tmp_path):
    said = goodwill("demo")
    assert said.status in (0, 1)
    for name in ("Lena Brandt", "Dr Kwame Osei", "Alan Fields"):
        assert f"How far you may trust {name}" in said.out
    assert not (tmp_path / "data").exists()


def test_help_of_every_command_names_what_it_takes(goodwill):
    from goodwill.faces.cli.app import COMMANDS

    for name in COMMANDS:
        said = goodwill(name, "--help")
        assert said.status == 0
        assert f"Usage: goodwill {name}" in said.out


def test_a_reader_that_hangs_up_is_no_fault(program):
    from subprocess import PIPE, Popen
    from sys import executable

    with Popen([executable, "-m", "goodwill", "rules"], stdout=PIPE, stderr=PIPE) as ran:
        ran.stdout.read(10)
        ran.stdout.close()
        assert b"Traceback" not in ran.stderr.read()
