"""Many messages read at once: the same readings beside the same messages, in the order in which they came."""

import json
from datetime import date

from goodwill.desk.bring import with_readings
from goodwill.desk.read_moves import read_moves
from goodwill.desk.readings import LONGEST_READ, readings
from goodwill.ledger.entry import Entry
from goodwill.moves.cue import cues
from goodwill.moves.joint import JointReader
from goodwill.moves.many import MOST_TEXTS
from goodwill.moves.model import ModelReader
from goodwill.moves.scoring import Turn

TEXTS = [f"{text} Thanks, {at}." for at, text in enumerate(text for cue in cues() for text in cue.yes + cue.no)]
MANY = (TEXTS * (2 * MOST_TEXTS // len(TEXTS) + 2))[: 2 * MOST_TEXTS + 7]
DAY = date(2026, 3, 2)


def entries():
    for at, text in enumerate(MANY):
        if at % 50 == 0:
            yield Entry(DAY, "note", f"n{at}", {"by": "me"}, text)
        exported = {"recorded": "2026-03-03"} if at % 9 == 0 else {}
        yield Entry(DAY, "message", f"m{at}", {"by": "lena", "to": "me"} | exported, text)
    yield Entry(DAY, "message", "long", {"by": "lena", "to": "me"}, "We will pay. " * 9_000)


def test_entries_are_followed_by_their_readings():
    reader, expected = JointReader(), []
    for entry in entries():
        expected.append(entry)
        if entry.kind == "message" and not entry.get("recorded"):
            expected += readings(entry, reader)
    found = list(with_readings(entries()))
    assert found == expected
    assert sum(entry.kind == "reading" for entry in found) > len(MANY)
    ends = [int(entry.get("span").split("-")[1]) for entry in found if entry.get("of") == "long"]
    assert LONGEST_READ - 20 < max(ends) <= LONGEST_READ


def test_entries_come_as_they_are_read():
    taken = []

    def stream():
        for entry in entries():
            taken.append(entry.id)
            yield entry

    assert next(with_readings(stream())).id == "n0"
    assert len(taken) <= MOST_TEXTS


def test_a_file_of_messages_is_read_as_message_by_message(tmp_path):
    rows = [{"thread": f"t{at % 3}", "by": "ab"[at % 2], "text": text} for at, text in enumerate(MANY)]
    file = tmp_path / "said.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    joint, model = JointReader(), ModelReader()
    found = list(read_moves(file))
    assert [row["text"] for row in found] == MANY
    for at in (*range(20), MOST_TEXTS - 1, MOST_TEXTS, MOST_TEXTS + 1, 2 * MOST_TEXTS, len(MANY) - 1):
        before = MANY[at - 3] if at >= 3 else ""
        turn = Turn(MANY[at], before, at // 3, at >= 3 and (at - 3) % 2 == at % 2)
        acts = next(model.read_turns([turn]))[1]
        rest = [one for one in joint.read(MANY[at]) if one.move not in model.labels]
        spans = {}
        for one in (*acts, *rest):
            spans.setdefault(one.move, []).append([one.start, one.end])
        assert found[at]["spans"] == spans
        assert found[at]["by"] == "ab"[at % 2]
