"""The command line as a user meets it: what it prints, where, and how it ends."""

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
RESTAURANT = ("review", EXAMPLES / "restaurant", "--party", "Alan Fields")
BAD_DAY, GOOD_DAY = ("--as-of", "2026-01-31"), ("--as-of", "2025-07-10")


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


def test_moves_reads_a_plain_text_as_one_message(goodwill):
    Path("draft.txt").write_text("Dear Alan,\n\nI will pay on Friday. Sorry that it is late.\n")
    read = json.loads(goodwill("moves", "draft.txt", "--format", "jsonl").out)
    assert (read["id"], {"promise", "apology"} <= set(read["seen"])) == ("draft.txt", True)


def test_moves_reads_standard_input(goodwill):
    line = {"id": "1", "thread": "t", "by": "rosa", "text": "I can only take four boxes, how about you?"}
    said = goodwill("moves", "-", "--format", "jsonl", stdin=json.dumps(line).encode() + b"\n")
    assert said.status == 0
    read = json.loads(said.out)
    assert read["id"] == "1"
    assert set(read) == {"id", "moves", "seen", "spans"}


def test_check_reads_to_whom_a_draft_goes_and_says_whose_entries_had_their_say(goodwill, book):
    draft = b"Dear Alan,\n\nI'll pay you by Friday.\n"
    assert "E905" not in goodwill("--book", book, "check", stdin=draft).out
    said = goodwill("--book", book, "check", stdin=b"To: Alan Fields\n\n" + draft)
    assert "draft:5:1: E905" in said.out
    assert "goodwill: checked against what is on record about Alan Fields, named in its To: line\n" in said.err
    said = goodwill("--book", book, "check", "--format", "json", stdin=b"To: Bob\n\n" + draft)
    assert (said.status, json.loads(said.out)) == (0, [])
    assert '"Bob" in its To: line is nobody in the book' in said.err
