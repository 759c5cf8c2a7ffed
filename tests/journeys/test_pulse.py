"""How it felt, asked of both: two people with a book each, answers under seals, opened only when both have answered."""

import json
from pathlib import Path

import pytest

from goodwill.faces.cli.app import run

ROSA, ALAN = "Rosa Ferrante <rosa@ferrante.example>", "Alan Fields <alan@fields.example>"
TALK = f"""2026-03-02 message m1 by="{ROSA}" to="{ALAN}" | Shall we look back once?
2026-03-03 message m2 by="{ALAN}" to="{ROSA}" | Gladly.
"""
OWN = {"rosa": ("Rosa Ferrante", "rosa@ferrante.example"), "alan": ("Alan Fields", "alan@fields.example")}
DAY = ("--as-of", "2026-03-31")


@pytest.fixture
def goodwill(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    Path("talk.goodwill").write_text(TALK)

    def ask(who: str, *args: str) -> tuple[int, str, str]:
        capsys.readouterr()
        name, mail = OWN[who]
        status = run(["--book", f"{who}.book", "--me", name, "--me", mail, *args])
        said = capsys.readouterr()
        return status, said.out, said.err

    for who in OWN:
        assert ask(who, "bring", "talk.goodwill")[0] == 0
    return ask


def sent(to: str, goodwill, text: str, name: str) -> int:
    """Let a text reach the other side, who brings it."""
    Path(name).write_text(text)
    return goodwill(to, "bring", name)[0]


def answers(goodwill) -> tuple[str, str]:
    """Let both answer; gives their sealed texts."""
    rosa = goodwill("rosa", "pulse", "Alan", "outcome=6", "process=6", "relationship=6", "| all fine", *DAY)
    alan = goodwill("alan", "pulse", "Rosa", "process=2", "relationship=3", "| I wait for my money", *DAY)
    assert (rosa[0], alan[0]) == (0, 0)
    return rosa[1], alan[1]


def test_nobody_can_open_before_both_have_answered(goodwill):
    assert "you have not answered yet" in goodwill("rosa", "pulse", "Alan", *DAY)[2]
    rosa, alan = answers(goodwill)
    assert "fine" not in rosa
    assert "money" not in alan
    status, out, err = goodwill("rosa", "pulse", "Alan", *DAY)
    assert (status, out, "Alan Fields has not answered yet" in err) == (2, "", True)


def test_both_see_both_once_opened(goodwill):
    rosa, alan = answers(goodwill)
    assert sent("rosa", goodwill, alan, "alan sealed.txt") == sent("alan", goodwill, rosa, "rosa sealed.txt") == 0
    assert sent("rosa", goodwill, goodwill("alan", "pulse", "Rosa", *DAY)[1], "alan opened.txt") == 0
    found = json.loads(goodwill("rosa", "brief", "Alan", "--as-of", "2026-04-01", "--format", "json")[1])["findings"]
    [low] = [one for one in found if one["code"] == "L104" and one["evidence"][0]["words"] == "I wait for my money"]
    assert "process 2 of 7" in low["says"]
    assert "L107" not in {one["code"] for one in found}


def test_an_answer_changed_after_the_seal_is_not_counted_and_said_so(goodwill):
    rosa, alan = answers(goodwill)
    sent("rosa", goodwill, alan, "alan sealed.txt")
    sent("alan", goodwill, rosa, "rosa sealed.txt")
    opened = goodwill("alan", "pulse", "Rosa", *DAY)[1]
    assert sent("rosa", goodwill, opened.replace("Process: 2", "Process: 5"), "alan opened.txt") == 0
    found = json.loads(goodwill("rosa", "brief", "Alan", "--as-of", "2026-04-01", "--format", "json")[1])["findings"]
    codes = {one["code"] for one in found if one["by"] == "them"}
    assert ("L107" in codes, "L104" in codes) == (True, False)


@pytest.mark.parametrize("said", [("process=9",), ("| only words",), ("proces=3",)])
def test_an_answer_that_is_none_is_one_line_and_nothing_is_kept(goodwill, said):
    status, out, err = goodwill("rosa", "pulse", "Alan", *said, *DAY)
    assert (status, out, len(err.strip().splitlines())) == (2, "", 1)
    assert " pulse " not in goodwill("rosa", "export")[1]
