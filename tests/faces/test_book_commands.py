"""What is brought is there once and comes out as it went in; what is written can be contested, undone and erased."""

import json
import shutil
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def one_clear_line(said):
    """Say whether a refusal is one line on standard error, in goodwill's own name, and no traceback."""
    lines = said.err.strip().splitlines()
    return len(lines) == 1 and lines[0].startswith("goodwill: ") and "fault of goodwill" not in lines[0]


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


def test_a_reason_may_stand_after_a_bar(goodwill, book):
    goodwill("--book", book, "contest", "p1", "| I never said Friday", "--as-of", "2026-01-25")
    assert "contest" in (said := goodwill("--book", book, "export").out)
    assert said.rstrip().endswith("| I never said Friday")
    assert "| |" not in said


def test_nothing_that_is_not_there_can_be_contested_dismissed_or_undone(goodwill, book):
    for args in (("contest", "zz", "no"), ("dismiss", "zz", "no"), ("undo", "zz")):
        said = goodwill("--book", book, *args)
        assert said.status == 2
        assert one_clear_line(said)


def test_confirming_a_promise_past_its_day_quotes_where_they_wrote_that_it_is_done(goodwill, tmp_path):
    book, notes = tmp_path / "kept.book", tmp_path / "kept.goodwill"
    notes.write_text(
        "2026-01-02 message m0 by=alan to=me | I'll send the revised quote by 2026-01-10.\n"
        "2026-01-02 reading r0 of=m0 move=promise span=0-43 reader=cues@1 due=2026-01-10\n"
        "2026-01-09 message m1 by=alan to=me | Attached is the revised quote, as promised.\n"
    )
    assert goodwill("--book", book, "bring", notes).status == 0
    said = goodwill("--book", book, "confirm", "r0", "--as-of", "2026-01-20")
    assert 'on 2026-01-09 they wrote "Attached is the revised quote, as promised."' in said.err
    assert "goodwill record kept of=r0 --as-of 2026-01-09" in said.err


def test_confirming_a_promise_past_its_day_says_how_to_note_that_it_was_kept(goodwill, book):
    waiting = json.loads(goodwill("--book", book, "confirm", "--as-of", "2026-01-23", "--format", "json").out)
    chosen = next(one for one in waiting if one["move"] == "promise")
    said = goodwill("--book", book, "confirm", chosen["id"], "--as-of", "2026-01-28")
    how = f"goodwill record kept of={chosen['id']} --as-of"
    assert f"{chosen['id']} was due {chosen['due']}; if it was kept: {how} DAY" in said.err
    assert goodwill("--book", book, *how.split()[1:], chosen["due"]).status == 0
    brief = json.loads(goodwill("--book", book, "brief", "alan", "--as-of", "2026-01-28", "--format", "json").out)
    assert not [f for f in brief["findings"] if f["code"] == "E201" and f["evidence"][0]["id"] == chosen["id"]]


def test_confirm_offers_readings_and_counts_one_when_told(goodwill, book):
    waiting = json.loads(goodwill("--book", book, "confirm", "--as-of", "2026-01-23", "--format", "json").out)
    assert 1 <= len(waiting) <= 7
    chosen = next(one for one in waiting if one["move"] == "promise")
    assert "bring the chard" in chosen["words"]
    said = goodwill("--book", book, "confirm", chosen["id"], "--as-of", "2026-01-23")
    assert (said.status, said.err) == (0, "")
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


def test_a_damaged_book_is_salvaged_into_a_new_one(goodwill, tmp_path):
    lines = [f"2026-01-01 thanks t{n} by=me to=alan | for crate {n}" for n in range(600)]
    Path("notes.goodwill").write_text("\n".join(lines) + "\n")
    goodwill("--book", "a.book", "bring", "notes.goodwill")
    whole = goodwill("--book", "a.book", "export").out.splitlines()
    assert goodwill("--book", "a.book", "salvage").out.splitlines() == whole
    sound = Path("a.book").read_bytes()
    at = sound.rindex(b"for crate 400") // 4096 * 4096
    Path("a.book").write_bytes(sound[:at] + bytes(4096) + sound[at + 4096 :])
    assert goodwill("--book", "a.book", "verify").status == 3
    said = goodwill("--book", "a.book", "salvage", "-o", "saved.goodwill")
    assert (said.status, "in an unbroken chain" in said.err) == (3, True)
    saved = [line for line in Path("saved.goodwill").read_text().splitlines() if not line.startswith(";")]
    assert set(saved) < set(whole)
    assert len(saved) > 500
    assert goodwill("--book", "b.book", "bring", "saved.goodwill").status == 0
    assert goodwill("--book", "b.book", "export").out.splitlines() == saved


def test_who_may_be_the_same_as_the_erased_is_named_since_it_stays(goodwill):
    Path("two.goodwill").write_text(
        '2026-01-05 party p7 name="Alan Fields" mail=alan@fields.example\n'
        "2026-01-06 promise q1 by=alan to=me due=2026-01-09 | the crates\n"
        "2026-01-06 promise q2 by=lena to=me due=2026-01-09 | the text\n",
        "utf-8",
    )
    goodwill("--book", "two.book", "--me", "me@me.example", "bring", "two.goodwill")
    said = goodwill("--book", "two.book", "erase", "alan", "--yes")
    assert said.out == "1 entry erased\n"
    assert "goodwill: Alan Fields may be the same and stays; if so: goodwill erase 'Alan Fields'" in said.err
    assert "lena" not in said.err
    goodwill("--book", "two.book", "erase", "Alan Fields", "--yes")
    left = goodwill("--book", "two.book", "export").out
    assert "Alan" not in left
    assert "lena" in left
