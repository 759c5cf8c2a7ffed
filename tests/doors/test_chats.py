"""What a chat or a call tells about itself: day or month first, who talks to whom, on which day it was."""

from datetime import date

import pytest

from goodwill.doors.captions import Captions
from goodwill.doors.door import Hints, Ignored
from goodwill.doors.meeting import NO_DAY
from goodwill.doors.transcript import Transcript
from goodwill.doors.whatsapp import WhatsApp
from goodwill.doors.whatsapp_line import leftover, said
from goodwill.ledger.entry import Entry


def chat(tmp_path, *lines, name="_chat.txt"):
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return list(WhatsApp().read(path, Hints()))


def entries(items):
    return [item for item in items if isinstance(item, Entry)]


def dashed(*days):
    return [f"{day}, 10:00 - {'Ana' if n % 2 else 'Ben'}: word {n}" for n, day in enumerate(days)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("1/2/26", "13/2/26"), [date(2026, 2, 1), date(2026, 2, 13)]),
        (("1/2/26", "2/13/26"), [date(2026, 1, 2), date(2026, 2, 13)]),
        (("1/12/25", "2/12/25", "1/1/26"), [date(2025, 12, 1), date(2025, 12, 2), date(2026, 1, 1)]),
        (("2/10/26", "3/1/26", "3/9/26"), [date(2026, 2, 10), date(2026, 3, 1), date(2026, 3, 9)]),
        (("2026-02-01", "2026-02-03"), [date(2026, 2, 1), date(2026, 2, 3)]),
        (("01.02.2026", "03.02.2026"), [date(2026, 2, 1), date(2026, 2, 3)]),
    ],
)
def test_the_file_itself_tells_the_order_of_day_and_month(tmp_path, days, expected):
    found = [getattr(item, "day", None) for item in chat(tmp_path, *dashed(*days)) if not isinstance(item, Ignored)]
    assert found == expected


def test_where_nothing_tells_the_day_comes_first_and_that_is_said_once(tmp_path):
    items = chat(tmp_path, *dashed("03/04/2026", "04/04/2026", "05/04/2026"))
    assert [item.day for item in entries(items)] == [date(2026, 4, 3), date(2026, 4, 4), date(2026, 4, 5)]
    items = chat(tmp_path, *dashed("03/04/2026", "03/04/2026"))
    assert [str(item) for item in items if isinstance(item, Ignored)] == [
        "_chat.txt: nothing tells whether 03/04/2026 has the day first; taken so"
    ]


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("9:05 PM", "21:05"), ("12:05 AM", "00:05"), ("12:05\u202fpm", "12:05"), ("9:05 a.\u00a0m.", "09:05"),
        ("9:05 p. m.", "21:05"), ("21:05", "21:05"), ("9.05", "09:05"), ("下午9:05", "21:05"), ("上午9:05", "09:05"),
        ("오후 9:05", "21:05"), ("9:05 nachm.", "21:05"), ("9:05 μ.μ.", "21:05"), ("9:05 em", "21:05"),
    ],
)  # fmt: skip
def test_clocks_of_several_languages(tmp_path, clock, expected):
    [found] = entries(chat(tmp_path, f"13/02/2026, {clock} - Ana: hello"))
    assert found.time == expected


def test_in_a_chat_of_two_each_writes_to_the_other(tmp_path):
    found = entries(chat(tmp_path, *dashed("13/02/2026", "13/02/2026", "14/02/2026")))
    assert [(e.get("by"), e.get("to")) for e in found] == [("Ben", "Ana"), ("Ana", "Ben"), ("Ben", "Ana")]


def test_in_a_group_nobody_is_named_as_the_one_written_to(tmp_path):
    opened = '13/02/2026, 09:00 - Ana created group "Roof"'
    found = entries(chat(tmp_path, opened, *dashed("13/02/2026", "13/02/2026")))
    assert {e.get("to") for e in found} == {""}


def test_the_name_of_the_file_names_the_other_where_only_one_wrote(tmp_path):
    found = entries(chat(tmp_path, "13/02/2026, 09:00 - Ana: hello", name="WhatsApp Chat with Ben Katz (2).txt"))
    assert [e.get("to") for e in found] == ["Ben Katz"]


@pytest.mark.parametrize("door", [Captions(), Transcript()])
def test_a_call_without_a_day_asks_for_it_and_takes_it(tmp_path, door):
    path = tmp_path / ("call.vtt" if isinstance(door, Captions) else "call.txt")
    captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: Hello\n\n00:05.000 --> 00:06.000\nBen: Yes\n"
    path.write_text(captions if isinstance(door, Captions) else "Ana: Hello\nBen: Yes\nAna: Good\n")
    [reject] = door.read(path, Hints())
    assert reject.reason == NO_DAY
    found = list(door.read(path, Hints(day=date(2026, 3, 1))))
    assert {e.day for e in found} == {date(2026, 3, 1)}
    assert [e.get("to") for e in found][:2] == ["Ben", "Ana"]


def test_a_text_of_many_speakers_is_no_transcript(tmp_path):
    path = tmp_path / "2026-03-01 list.txt"
    path.write_text("".join(f"Name{n}: said {n}\nName{n}: more\n" for n in range(13)))
    [reject] = Transcript().read(path, Hints())
    assert reject.reason == "more than 12 speakers; not a transcript"


@pytest.mark.parametrize(
    "line",
    [
        "13/2/26, 10:00 - Ana: Missed voice call",
        "13/2/26, 10:00 - Ana: Verpasster Sprachanruf",
        "13/2/26, 10:00 - Ana: Appel vidéo manqué",
        "\u200e[13/2/26, 10:00:00] Ana: \u200eMissed video call, \u200eTap to call back",
        "\u200e[13/2/26, 10:00:00] Ana: \u200eVoice call, \u200eNo answer",
    ],
)
def test_a_call_that_was_not_taken_is_kept_under_the_one_who_rang(tmp_path, line):
    [_, call] = entries(chat(tmp_path, "12/2/26, 9:00 - Ben: Shall I ring?", line))
    assert (call.get("by"), call.get("to"), call.get("channel")) == ("Ana", "Ben", "missed-call")


def test_a_call_of_nobody_and_a_sentence_about_a_call_are_no_calls(tmp_path):
    items = chat(
        tmp_path,
        *dashed("12/2/26"),
        "13/2/26, 10:00 - Missed voice call",
        "14/2/26, 9:00 - Ana: Missed voice call from you, sorry",
    )
    assert [entry.get("channel") for entry in entries(items)] == ["whatsapp", "whatsapp"]
    assert [str(item) for item in items if isinstance(item, Ignored)] == ["_chat.txt:2: system line"]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("24/11/2026, 21:05 - Maria changed the group name from “Flat: 12” to “House”", ""),
        ('24/11/2026, 21:05 - You created group "Rent: 2026"', ""),
        ("24/11/2026, 21:05 - Bob “the pipe” Hill: at nine", "Bob “the pipe” Hill"),
        ("24/11/2026, 21:05 - Bob: he said “soon: Friday”", "Bob"),
    ],
)
def test_a_colon_in_the_name_of_a_group_makes_nobody_speak(line, author):
    assert said(line).author == author


def test_what_was_seen_once_or_has_not_come_holds_no_words():
    assert [
        leftover(text) for text in ("null", "Waiting for this message. This may take a while.", "null and void")
    ] == [
        "media",
        "not received",
        "",
    ]
