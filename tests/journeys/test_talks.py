"""Three negotiations from notes, mail and chat: a flat, a job and a supply of resin, each asked what to offer."""

import json
from pathlib import Path

import pytest

from goodwill.faces.cli.app import run

TALKS = Path(__file__).parent / "talks"
FLAT = ("flat.goodwill", "flat.txt")
JOB = ("job.goodwill", "job.mbox")
SUPPLY = ("supply.goodwill", "supply.mbox")


@pytest.fixture
def asked(tmp_path, monkeypatch, capsys):
    """Bring the files of a talk; gives what asks about its deal and reads the page and the data."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)

    def ask(files, me, *args):
        book = str(tmp_path / "talk.book")
        assert run(["--book", book, "bring", *(str(TALKS / name) for name in files), "--me", me]) == 0
        capsys.readouterr()
        assert run(["--book", book, "deal", *args, "--me", me]) == 0
        page = " ".join(capsys.readouterr().out.split())
        assert run(["--book", book, "deal", *args, "--me", me, "--format", "json"]) == 0
        return page, json.loads(capsys.readouterr().out)

    return ask


def of(found, issue):
    return next(one for one in found["theirs"]["issues"] if one["issue"] == issue)


def test_the_flat_is_offered_without_the_rent_she_said_no_to(asked):
    page, found = asked(FLAT, "Me", "flat", "offer", "--as-of", "2026-04-06")
    assert found["aim"] == {
        "worth": 87.0,
        "why": "as much as your last offer with what they said no to taken out of it",
    }
    assert found["packages"]
    assert all(one["terms"]["rent"] != "1000" for one in found["packages"])
    assert page.count("rent 1000") == 1
    assert "I can't go below 1050" in page
    assert "1000 is too low for me." in page
    assert max(found["theirs"]["issues"], key=lambda one: one["first"])["issue"] == "length"
    assert of(found, "length")["toward"] == "24 months"
    assert "they lean toward 24 months, away from 6 months" in page


def test_the_day_in_the_middle_that_suits_her_best_is_seen(asked):
    page, found = asked(FLAT, "Me", "flat", "offer", "--as-of", "2026-04-06")
    start = of(found, "start date")
    assert start["middle"] == "15 May"
    assert start["middle_chance"] > 0.5
    assert "15 May seems to suit Ines Brandt best" in page
    assert "As for moving in, 15 May would suit me best" in page


def test_the_job_mail_is_read_across_its_lines_and_its_thousands(asked):
    page, found = asked(JOB, "me@home.example", "job", "offer", "--as-of", "2026-03-14")
    assert {(one["id"] != "", one["issue"], *one["options"]) for one in found["theirs"]["refused"]} == {
        (True, "salary", "72000")
    }
    assert len(found["theirs"]["refused"]) == 2
    assert "so I cannot go above 68,000." in page
    assert max(found["theirs"]["issues"], key=lambda one: one["first"])["issue"] == "start"
    assert all(one["terms"]["salary"] == "68000" for one in found["packages"])


def test_what_they_are_not_expected_to_like_is_no_move_toward_them(asked):
    _, found = asked(JOB, "me@home.example", "job", "offer", "--as-of", "2026-03-11", "--aim", "88")
    assert found["packages"]
    for one in found["packages"]:
        assert "on remote days, from 3 to 4" not in (one["label"] or "")


def test_the_supply_keeps_the_payment_he_is_flexible_on(asked):
    page, found = asked(SUPPLY, "me@home.example", "resin", "offer", "--as-of", "2026-05-13")
    refused = {one["issue"]: one["options"] for one in found["theirs"]["refused"]}
    assert refused == {"delivery": ["weekly"], "payment": ["60 days"]}
    assert found["packages"]
    assert "they lean toward 60 t, away from 20 t" in page


def test_the_signed_supply_can_be_better_for_both_and_says_what_it_rests_on(asked):
    page, found = asked(SUPPLY, "me@home.example", "resin", "improve", "--as-of", "2026-05-21")
    assert found["swaps"][0]["changed"]["volume"] == {"from": "40 t", "into": "60 t"}
    assert all("delivery" not in one["changed"] or one["changed"]["delivery"]["into"] != "weekly"
               for one in found["swaps"])  # fmt: skip
    assert "what was signed: an issue on which they got their way is likelier to be dear to them" in page
    assert max(found["theirs"]["issues"], key=lambda one: one["first"])["issue"] == "volume"
