"""Sections 2 to 4: the shapes of a finding and a brief, the options, the exit statuses, standard input."""

import numbers

import pytest

BOOK = """\
2026-01-02 party bo name="Bo Lind" mail=bo@lind.example
2026-01-05 promise p1 by=bo to=me due=2026-01-12 | the tiles
2026-01-06 promise p2 by=me to=bo due=2026-01-20 | the drawing
2026-01-07 invoice i1 by=bo to=me amount=300 currency=SEK due=2026-01-21 number=9
2026-02-09 payment y1 by=me to=bo amount=290 currency=SEK of=i1
2026-01-08T10:00 message m1 by=bo to=me | I am worried about the frost.
"""
DAY = "2026-03-01"


@pytest.fixture
def book(ask, lay):
    lay("notes.goodwill", BOOK)
    assert ask("--book", "bo.book", "bring", "notes.goodwill").status == 0
    return "bo.book"


def test_a_review_has_the_promised_shape(ask, lay):
    lay("notes.goodwill", BOOK)
    answer = ask("review", "notes.goodwill", "--as-of", DAY, "--format", "json", "--book", "new.book")
    assert answer.status == 1
    assert {"accepted", "duplicate", "rejected"} <= answer.data["brought"].keys()
    (brief,) = answer.data["briefs"]
    assert {
        "party",
        "as_of",
        "standing",
        "mirror",
        "findings",
        "owed",
        "next",
        "say",
        "would_change",
        "not_enough",
    } <= (brief.keys())
    for standing in (brief["standing"], brief["mirror"]):
        assert set(standing) == {"ability", "benevolence", "integrity", "promptness"}
        for estimate in standing.values():
            assert {"mean", "low", "high", "n", "newest", "state"} <= estimate.keys()
            assert estimate["state"] in ("enough", "thin", "none")
            assert (estimate["mean"] is None) == (estimate["state"] == "none")
            assert 0 <= estimate["low"] <= (estimate["mean"] or estimate["low"]) <= estimate["high"] <= 1
    assert set(brief["owed"]) >= {"by_me", "by_them"}
    assert all({"what", "why", "by"} <= step.keys() for step in brief["next"])
    assert all({"purpose", "text", "uses"} <= words.keys() for words in brief["say"])
    assert all({"if", "then"} <= change.keys() for change in brief["would_change"])


def test_each_finding_shows_its_evidence_and_its_side(ask, book):
    findings = ask("brief", "bo", "--book", book, "--as-of", DAY, "--format", "json").data["findings"]
    assert {finding["by"] for finding in findings} == {"me", "them"}
    for finding in findings:
        keys = {"code", "name", "stance", "severity", "about", "by", "deal", "as_of", "says", "do", "evidence", "cites"}
        assert keys <= finding.keys()
        assert finding["stance"] in ("risk", "gap", "strength")
        assert finding["severity"] in ("info", "advice", "warning")
        assert finding["evidence"]
        for exhibit in finding["evidence"]:
            assert exhibit["source"]["file"] == "notes.goodwill"
            assert isinstance(exhibit["source"]["line"], numbers.Integral)
        assert all(cite["strength"] in ("article", "lab", "field", "meta") for cite in finding["cites"])


@pytest.mark.parametrize("form", ["text", "json", "html", "md"])
def test_the_format_never_changes_the_exit_status(ask, book, form):
    assert ask("--book", book, "brief", "bo", "--as-of", DAY, "--format", form).status == 1
    assert ask("--book", book, "brief", "bo", "--as-of", DAY, "--format", form, "--fail-on", "never").status == 0


def test_settings_hold_and_the_command_line_comes_first(ask, lay, monkeypatch, tmp_path):
    lay("place/goodwill.toml", 'book = "kept.book"\nme = ["Mia", "mia@x.example"]\nfail_on = "never"\n')
    lay("place/deep/notes.goodwill", BOOK)
    monkeypatch.chdir(tmp_path / "place" / "deep")
    assert ask("bring", "notes.goodwill").status == 0
    assert (tmp_path / "place" / "kept.book").is_file()
    assert ask("brief", "bo", "--as-of", DAY).status == 0
    assert ask("brief", "bo", "--as-of", DAY, "--fail-on", "warning").status == 1
    monkeypatch.setenv("GOODWILL_BOOK", str(tmp_path / "other.book"))
    assert "other.book" in ask("config", "show").out


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("mee = []", "did you mean me"),
        ("fail_on = 'loud'", "fail_on"),
        ("book = 3", "book"),
        ("me = [", "goodwill.toml"),
    ],
)
def test_a_bad_setting_is_one_clear_line(ask, lay, setting, said):
    lay("goodwill.toml", setting + "\n")
    answer = ask("brief", "bo")
    assert answer.status == 2
    assert said in answer.err
    assert len(answer.err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    "args",
    [
        ["nosuch"], ["brief"], ["brief", "nobody"], ["brief", "bo", "--as-of", "soon"], ["brief", "me"],
        ["brief", "bo", "--format", "xml"], ["compare", "bo"], ["explain", "E999"], ["restore", "no.bak", "x.book"],
        ["contest", "nothing", "why"], ["record", "promise", "by=bo", "due=Friday"], ["check", "no.txt"],
        ["bring", "x.csv", "--map", "issued=A"], ["--book", ".", "brief", "bo"], ["--book", "no.book", "verify"],
        ["--book", "postgresql://h/d", "brief", "bo"], ["score", "no.csv", "--pairs", "no.csv"], ["moves", "no.txt"],
        ["deal"], ["deal", "nosuch"], ["deal", "nosuch", "points"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_bad_usage_is_one_clear_line_and_2(ask, book, args):
    answer = ask(*([] if "--book" in args else ["--book", book]), *args)
    assert answer.status == 2
    assert answer.out == ""
    assert len(answer.err.strip().splitlines()) == 1


def test_review_takes_what_a_file_does_not_tell(ask, tmp_path):
    (tmp_path / "odd.csv").write_text(
        "Doc,Firma,Tag,Ziel,Summe,Bezahlt\n1042,Alan,2026-01-02,2026-01-16,380,2026-01-30\n"
    )
    columns = ("number=Doc", "counterparty=Firma", "issue=Tag", "due=Ziel", "amount=Summe", "settled=Bezahlt")
    told = (f"--map={one}" for one in columns)
    answer = ask("--book", "odd.book", "review", tmp_path / "odd.csv", *told, "--as-of", DAY, "--format", "json")
    assert answer.data["brought"]["accepted"] == 2
    (tmp_path / "talk.txt").write_text("Ann: Could we say 40?\nBo: I'll send the plan by Friday.\nAnn: Thank you.\n")
    args = ("--date", "2026-01-05", "--charset", "utf-8", "--me", "Ann", "--as-of", DAY, "--format", "json")
    answer = ask("--book", "talk.book", "review", tmp_path / "talk.txt", *args)
    assert {entry["since"] for entry in answer.data["briefs"]} == {"2026-01-05"}


@pytest.mark.parametrize("args", [["bring", "-"], ["review", "-", "--as-of", DAY, "--fail-on", "never"]])
def test_a_dash_is_standard_input(ask, args):
    answer = ask("--book", "new.book", *args, "--format", "json", stdin=BOOK)
    assert answer.status == 0
    brought = answer.data.get("brought", answer.data)
    assert brought["accepted"] >= 6
    assert brought["rejected"] == []


TALK = (
    "2026-03-02\nAnna: Hello, how was your weekend?\nBen: Great. I can send the report by Friday.\nAnna: Thanks, Ben.\n"
)


def test_a_talk_by_standard_input_is_debriefed(ask):
    assert ask("debrief", "-", "--format", "json", stdin=TALK).data


def test_a_draft_is_checked_with_offsets_into_it(ask, book):
    draft = "I can come down 10% on the price.\nUnless you sign by Friday I will walk away."
    answer = ask("check", "-", "--book", book, "--to", "bo", "--as-of", DAY, "--format", "json", stdin=draft)
    assert answer.status == 1
    for finding in answer.data:
        first = finding["evidence"][0]["source"]
        assert 0 <= first["start"] < first["end"] <= len(draft)


def test_a_waiver_that_waives_nothing_is_said_in_every_format(ask):
    draft = "<!-- goodwill: ignore E101 -- nothing here -->\nSee you on Monday."
    for form in ("full", "concise", "json", "sarif", "github"):
        assert "E101" in ask("check", "-", "--format", form, stdin=draft).err


def test_a_name_nobody_goes_by_is_said_with_who_is_there(ask, lay):
    lay("n.goodwill", "2026-01-08 message m1 by=mia@x.example to=bo | hello\n")
    answer = ask("--book", "n.book", "--me", "Zoe", "review", "n.goodwill")
    assert "Zoe" in answer.err
    assert "mia@x.example" in answer.err


def test_my_name_reaches_my_mail(ask, lay):
    mail = (
        "From: Mia Falk <mia@falk.example>\nTo: Bo Lind <bo@lind.example>\nDate: Mon, 2 Mar 2026 09:00:00 +0000\n"
        "Message-ID: <1@x>\nSubject: tiles\n\nI will pay the bill by 20 March.\n"
    )
    lay("one.eml", mail)
    back = mail.replace(
        "From: Mia Falk <mia@falk.example>\nTo: Bo Lind <bo@lind.example>",
        "From: Bo Lind <bo@lind.example>\nTo: Mia Falk <mia@falk.example>",
    )
    lay("two.eml", back.replace("<1@x>", "<2@x>").replace("09:00", "10:00"))
    answer = ask(
        "--book",
        "m.book",
        "--me",
        "Mia Falk",
        "review",
        "one.eml",
        "two.eml",
        "--as-of",
        "2026-03-10",
        "--format",
        "json",
    )
    (brief,) = answer.data["briefs"]
    assert brief["party"]["name"] == "Bo Lind"


def test_words_about_a_bill_paid_in_part_ask_for_what_is_left(ask, book):
    brief = ask("--book", book, "brief", "bo", "--as-of", DAY, "--format", "json").data
    (bill,) = [item for item in brief["owed"]["by_me"] if item["kind"] == "invoice"]
    assert "10.00 SEK" in bill["what"]
    for words in brief["say"]:
        assert "300" not in words["text"]


def test_a_bill_without_an_amount_is_still_late(ask, lay):
    lay("n.goodwill", "2026-01-05 invoice i1 by=bo to=me due=2026-01-19\n")
    brief = ask("--book", "n.book", "review", "n.goodwill", "--as-of", DAY, "--format", "json").data["briefs"][0]
    assert [item["days_late"] for item in brief["owed"]["by_me"]] == [41]


def test_a_candidate_of_whom_only_claims_are_known_has_a_brief(ask, lay):
    lay("n.goodwill", (
        "2026-01-05 claim c1 by=tom matter=licence | Registered since 2009\n"
        "2026-01-06 check k1 of=c1 by=me how=register result=refuted\n"
    ))  # fmt: skip
    (brief,) = ask("--book", "n.book", "review", "n.goodwill", "--as-of", DAY, "--format", "json").data["briefs"]
    assert brief["party"]["id"] == "tom"
    assert "N105" in [finding["code"] for finding in brief["findings"]]


def test_namesakes_nobody_declared_become_a_question(ask, lay):
    lay("n.goodwill", (
        '2026-01-05 message a by="Bo Lind" to=me channel=whatsapp | hello\n'
        '2026-01-06 message b by="Bo Lind <bo@lind.example>" to=me channel=mail | hello again\n'
        '2026-01-07 message c by=me to="Bo Lind <bo@lind.example>" channel=mail | hello\n'
        '2026-01-07 message d by=me to="Bo Lind" channel=whatsapp | hello\n'
    ))  # fmt: skip
    briefs = ask("--book", "n.book", "review", "n.goodwill", "--as-of", DAY, "--format", "json").data["briefs"]
    assert len(briefs) == 2
    assert all(brief["questions"] for brief in briefs)
