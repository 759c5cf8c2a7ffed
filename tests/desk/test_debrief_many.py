"""Thirty role-plays looked back on together, with names and without."""

import json
import zipfile
from datetime import date
from pathlib import Path

import pytest

from goodwill.brief.class_report import class_document, class_page
from goodwill.brief.render import Terminal, render
from goodwill.desk.debriefing import debrief_files
from goodwill.doors.door import Hints
from goodwill.faces.cli.app import run

DAY = date(2026, 3, 2)
CALM = """Ana Ruiz: Hi Will, I'm worried that we won't get paid on time.
Will: So you're saying the timing is what worries you, Ana?
Ana Ruiz: Yes. I will need a date.
Will: We could pay half up front. What would help you?
"""
SHARP = (
    CALM.splitlines()[0]
    + """
Will: You never listen.
Ana Ruiz: You always do this.
Will: You never pay on time.
Ana Ruiz: You always blame me, Will.
Will: You never answer.
Ana Ruiz: You always say that.
Will: You never call back.
"""
)


@pytest.fixture
def plays(tmp_path: Path) -> Path:
    folder = tmp_path / "plays"
    folder.mkdir()
    for n in range(30):
        (folder / f"play {n:02}.txt").write_text(SHARP if n % 3 == 0 else CALM, "utf-8")
    return folder


def test_each_talk_stands_by_itself_and_what_is_common_is_counted(plays: Path) -> None:
    talks, problems = debrief_files([plays], Hints(day=DAY))
    assert problems == ()
    assert [talk.title for talk in talks] == [f"play {n:02}" for n in range(30)]
    assert {sum(share.turns for share in talk.told.shares) for talk in talks} == {4, 8}
    assert [len(talk.told.raised) for talk in talks] == [1] * 30
    document = json.loads(json.dumps(class_document(talks)))
    assert "a concern was left open: 10 of 30" in document["together"]
    assert "three or more turns in a row were defensive: 10 of 30" in document["together"]
    shown = " ".join(render(class_page(talks), Terminal(80)).split())
    assert 'Will, line 2 play 00: 5 turns, from "You never listen."' in shown


def test_without_names_nobody_is_named_and_a_word_stays_a_word(plays: Path) -> None:
    talks, _ = debrief_files([plays], Hints(day=DAY), names=False)
    assert talks[0].title == "talk 1"
    text = json.dumps(class_document(talks))
    assert not [name for name in ("Ana", "Ruiz", "Will", "play") if name in text]
    assert {share.by for talk in talks for share in talk.told.shares} == {"A", "B"}
    assert talks[1].told.raised[0].answer == "So you're saying the timing is what worries you, A?"


def test_an_archive_of_talks_is_as_its_folder(plays: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plays.zip", "w") as archive:
        for file in sorted(plays.iterdir()):
            archive.write(file, file.name)
    packed, _ = debrief_files([tmp_path / "plays.zip"], Hints(day=DAY))
    unpacked, _ = debrief_files([plays], Hints(day=DAY))
    assert len(packed) == 30
    assert [talk.told.raised[0].state for talk in packed] == [talk.told.raised[0].state for talk in unpacked]


def test_one_of_the_name_in_two_folders_is_two_talks(tmp_path: Path) -> None:
    for group in ("a", "b"):
        (tmp_path / group).mkdir()
        (tmp_path / group / "talk.txt").write_text(CALM, "utf-8")
    talks, _ = debrief_files([tmp_path / "a" / "talk.txt", tmp_path / "b" / "talk.txt"], Hints(day=DAY))
    assert len(talks) == 2


def test_the_command_takes_a_folder(plays: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["debrief", str(plays), "--anonymous", "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["talks"]) == 30
