from dataclasses import replace
from datetime import date

import pytest

from goodwill.case.thread import Message
from goodwill.case.turns import ASKING, GIVING, blamed_unasked, cycles, done, halves, latest_cycle, one_sided
from ledgers import book_of, case_of


def thread(*rows: str, start: int = 1) -> tuple[Message, ...]:
    """Read rows `me blame,thanks` as messages a day apart."""
    lines = []
    for number, row in enumerate(rows, start):
        by, _, moves = row.partition(" ")
        day, other = f"2026-01-{number:02d}", "tomas" if by == "me" else "me"
        lines.append(f"{day} message m{number} by={by} to={other} | some words")
        lines += [
            f"{day} reading r{number}-{n} of=m{number} move={move} span=0-4"
            for n, move in enumerate(moves.split(","))
            if move
        ]
    assert book_of("\n".join(lines))
    return case_of("\n".join(lines), "2026-02-20", "tomas").messages


def test_a_side_s_moves_count_once_a_message() -> None:
    said = thread("me question,question", "tomas question", "me elicit-pref,question")
    assert [reading.id for reading in done(said, "me", ASKING)] == ["r1-0", "r3-0", "r3-1"]


def test_an_odd_thread_gives_its_middle_to_the_later_half() -> None:
    seen = halves(thread("me thanks", "tomas thanks", "me thanks"), "me", GIVING)
    assert (len(seen.earlier), len(seen.later), seen.wrote_earlier, seen.wrote_later, seen.span) == (1, 1, 1, 1, 0)


@pytest.mark.parametrize(
    ("asked", "then", "wrote", "fell"),
    [(4, 0, 4, True), (4, 1, 4, True), (4, 2, 4, False), (3, 0, 4, False), (4, 0, 2, True), (4, 0, 1, False)],
)
def test_a_collapse_is_a_quarter_or_less_while_still_writing(asked: int, then: int, wrote: int, fell: bool) -> None:
    early = ["me question"] * asked + ["me"] * (4 - asked)
    late = ["me question"] * then + ["me"] * (wrote - then) + ["tomas"] * (4 - wrote)
    seen = halves(thread(*early, *late), "me", ASKING)
    assert not seen.collapsed()
    assert replace(seen, span=14).collapsed() is fell
    assert not replace(seen, span=13).collapsed()


def test_blame_after_a_question_in_the_same_message_is_not_unasked() -> None:
    assert list(blamed_unasked(thread("me blame,question"), 14)) == []
    assert [b.id for b in blamed_unasked(thread("me blame", "me question"), 14)] == ["r1-0"]
    assert [b.id for b in blamed_unasked(thread("tomas question", "me blame"), 14)] == ["r2-0"]


def test_a_cycle_needs_three_alternating_turns_of_one_family() -> None:
    (found,) = cycles(thread("me", "tomas blame", "me ultimatum", "me blame", "tomas defensiveness", "me thanks"))
    assert (found.family, found.turns, found.began.id, found.ended.id) == ("vicious", 3, "m2", "m5")
    assert [reading.id for reading in found.readings] == ["r2-0", "r3-0", "r4-0", "r5-0"]
    assert list(cycles(thread("me blame", "tomas blame"))) == []
    assert list(cycles(())) == []


def test_a_message_of_both_families_or_of_an_unknown_move_breaks_a_run() -> None:
    assert list(cycles(thread("me thanks", "tomas thanks,blame", "me thanks"))) == []
    assert list(cycles(thread("me thanks", "tomas nosuchmove", "me thanks"))) == []


def test_the_latest_cycle_of_a_family_is_the_one_that_ended_last_and_not_too_long_ago() -> None:
    said = thread("me thanks", "tomas thanks", "me thanks", "tomas", "me thanks", "tomas thanks", "me thanks")
    found = latest_cycle(said, date(2026, 1, 20), 13, "virtuous")
    assert found is not None
    assert found.began.id == "m5"
    assert latest_cycle(said, date(2026, 1, 21), 13, "virtuous") is None
    assert latest_cycle(said, date(2026, 1, 20), 13, "vicious") is None


def test_threads_do_not_make_a_cycle_together() -> None:
    lines = [
        f"2026-01-0{n} message m{n} by={by} to={to} thread={name} | ok\n"
        f"2026-01-0{n} reading r{n} of=m{n} move=thanks span=0-2"
        for n, by, to, name in ((1, "me", "tomas", "a"), (2, "tomas", "me", "b"), (3, "me", "tomas", "a"))
    ]
    assert list(cycles(case_of("\n".join(lines), "2026-02-01", "tomas").messages)) == []


def test_one_sided_needs_a_silent_side_that_writes() -> None:
    said = ("tomas question", "me", "tomas question", "me", "me")
    assert len(one_sided(thread(*said), "tomas", "me", ASKING)) == 2
    assert one_sided(thread(*said[:4]), "tomas", "me", ASKING) == ()
    assert one_sided(thread(*said, "me question"), "tomas", "me", ASKING) == ()


def test_the_forms_of_any_business_talk_make_no_cycle() -> None:
    assert list(cycles(thread("me greeting", "tomas question", "me accept", "tomas promise"))) == []
    (found,) = cycles(thread("me thanks,question", "tomas reason,greeting", "me acknowledgement"))
    assert [reading.move for reading in found.readings] == ["thanks", "reason", "acknowledgement"]
