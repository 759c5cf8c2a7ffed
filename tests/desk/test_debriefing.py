"""Conversations looked back on: two speakers, three, one, none."""

import json
from datetime import date
from pathlib import Path

import pytest

from goodwill.brief.debrief_page import debrief_document, debrief_page
from goodwill.brief.debriefing import debrief
from goodwill.brief.render import Terminal, render
from goodwill.desk.debriefing import debrief_file
from goodwill.doors.door import Hints

DAY = date(2026, 3, 2)
TWO = """Mara: Good morning. I am worried that the crates will be late again?
Jon: So what I hear is that the crates came late in May.
Mara: Yes. Thank you for listening, it means a lot to me.
Jon: We can come down to 110 for this order.
Mara: That is very kind of you, thank you, and it helps us plan the month ahead.
Jon: I will send the revised quote by Thursday, so that you can plan with it.
Mara: I also worry about the invoices, which reach me weeks after the delivery every time.
Jon: Anyway, how was your weekend? Ours was spent in the garden, with far too many tomatoes.
Mara: It was fine, thank you. Let us find terms that work for both of us, as we did last year.
Jon: Agreed, 110 it is, and many thanks for your patience with all of this during the spring.
"""


def told(tmp_path: Path, text: str):
    file = tmp_path / "talk.txt"
    file.write_text(text, "utf-8")
    return debrief_file(file, Hints(day=DAY))


def test_two_speakers_are_heard_each(tmp_path: Path) -> None:
    found, _ = told(tmp_path, TWO)
    assert {share.by for share in found.shares} == {"Mara", "Jon"}
    assert sum(share.share for share in found.shares) == pytest.approx(1)
    assert found.raised
    assert found.raised[0].by == "Mara"
    assert [(r.state, r.at) for r in found.raised][:2] == [("restated", "line 1"), ("left open", "line 7")]
    assert [given.labels for given in found.given] == [()]
    assert 0 < len(found.next) <= 3
    document = debrief_document(found)
    assert json.loads(json.dumps(document))["shares"][0]["turns"] == 5
    shown = render(debrief_page(found, "talk.txt"), Terminal(60))
    assert "never named as a concession" in " ".join(shown.split())


def test_three_speakers_are_not_compared_two_by_two(tmp_path: Path) -> None:
    third = "".join(f"Cleo: {words}\n" for words in ("I have some things to say about all of this, too.",) * 6)
    found, _ = told(tmp_path, TWO + third)
    assert found.reciprocity == ()
    assert found.uncertain == ("3 speakers: answering in kind is looked at only between two",)


def test_a_mediator_hides_no_spiral(tmp_path: Path) -> None:
    lines = [
        "Ruth: Who begins?",
        "Mara: You never answer the door.",
        "Jon: You always do this.",
        "Mara: You never listen.",
    ]
    lines += [
        "Ruth: Let me stop here. What do you need?",
        "Mara: Quiet after ten.",
        "Ruth: Is that right?",
        "Jon: Fine.",
    ]
    found, _ = told(tmp_path, "\n".join(lines) + "\n")
    (cycle,) = found.cycles
    assert (cycle.family, cycle.turns, cycle.began.by, cycle.began.at) == ("vicious", 3, "Mara", "line 2")


def test_one_speaker_is_a_monologue(tmp_path: Path) -> None:
    found, _ = told(tmp_path, "".join(f"Mara: {line.partition(': ')[2]}\n" for line in TWO.splitlines()))
    assert [share.share for share in found.shares] == [1.0]
    assert found.uncertain == ("1 speaker: answering in kind is looked at only between two",)
    assert {raised.state for raised in found.raised} == {"left open"}


def test_to_acknowledge_is_not_to_restate_and_one_sentence_is_one_concern(tmp_path: Path) -> None:
    text = """Mara: I'm frustrated that nobody told us about the change.
Jon: I understand. Let us go on.
Mara: We are concerned about the price.
Jon: I understand you are worried about the price going up twice.
"""
    found, _ = told(tmp_path, text)
    assert [(r.at, r.state) for r in found.raised] == [("line 1", "acknowledged"), ("line 3", "restated")]


def test_a_few_friendly_words_are_no_run(tmp_path: Path) -> None:
    found, _ = told(
        tmp_path, "Mara: Thank you, that was kind.\nJon: Thank you for coming.\nMara: You are a great help.\n"
    )
    assert found.cycles == ()


def test_of_a_long_talk_the_first_dozen_is_shown_and_what_is_open_first(tmp_path: Path) -> None:
    said = ["So you are worried about the crate?"] * 9 + ["How was the weekend?"] * 11
    text = "".join(f"Mara: I am worried about crate {n}.\nJon: {words}\n" for n, words in enumerate(said))
    found, _ = told(tmp_path, text)
    short, long = (
        next(s for s in debrief_page(found, "talk", whole=w).sections if s.title.startswith("Concerns")) for w in (0, 1)
    )
    assert (len(short.lines), short.aside, len(long.lines), long.aside) == (12, "12 of 20 shown", 20, "")
    assert "left open" in short.lines[0].text
    assert "restated" in long.lines[0].text


def test_nothing_said_is_nothing_to_say(tmp_path: Path) -> None:
    empty = debrief((), {})
    assert (empty.shares, empty.next, empty.cycles) == ((), (), ())
    assert empty.uncertain == ("only 0 turns and 0 words: too short to say how it went",)
    assert render(debrief_page(empty, "x"), Terminal(40))
    found, problems = debrief_file(tmp_path / "nothing.txt", Hints(day=DAY))
    assert found.shares == ()
    assert problems


def test_a_long_talk_of_two_shows_answering_in_kind(tmp_path: Path) -> None:
    friendly = ("Thank you, that was kind of you and your team.", "You have been a great help to us, thank you.")
    sharp = ("You always pay late.", "That is not my fault, as I already told you.")
    lines = [f"{'Mara' if n % 2 == 0 else 'Jon'}: {(friendly if n < 16 else sharp)[n % 2]}" for n in range(30)]
    found, _ = told(tmp_path, "\n".join(lines) + "\n")
    assert [cycle.family for cycle in found.cycles] == ["virtuous", "vicious"]
    assert found.reciprocity
    assert found.uncertain == ()
    shown = " ".join(render(debrief_page(found, "talk"), Terminal(80)).split())
    assert "friendly turns in a row" in shown
    assert "defensive turns in a row" in shown
