"""Words in a book that try to command an assistant: they come back as marked data, and they move nothing."""

import hashlib
import json
import socket
import subprocess

import pytest
from tests.faces.injected import DAY, KINDS, MARK, injected

from goodwill.desk.desk import Desk
from goodwill.faces.mcp.bounds import LONGEST_TEXT, ROOM
from goodwill.faces.mcp.server import Assistant

DRAFT = "Dear Alan,\n\nYou lied to us. I'll pay you by Friday. We have decided to go with another supplier.\n"
FEWEST_SEEN = 18


def calls(made, people):
    """Ask every tool about everybody and everything there is, and what there is not."""
    day = {"as_of": DAY.isoformat()}
    yield from ((tool, {"party": people[0], **day}) for tool in ("mirror", "vet"))
    for party in people:
        yield "brief", {"party": party, **day}
        yield "check_draft", {"text": DRAFT, "to": party, **day}
    yield "check_draft", {"text": f"To: alan\n\n{made.text('message')}\n\n{DRAFT}", **day}
    yield from ((tool, day) for tool in ("who", "owed"))
    for deal in ("crates", made.text("deal"), made.text("deal")[:200], "nothing"):
        yield "deal_points", {"deal": deal, **day}
    yield "check_draft", {"text": DRAFT, "to": made.text("voucher")[:200], **day}
    yield from (("explain_rule", {"rule": rule}) for rule in (made.text("name")[:200], "E201"))
    yield made.text("name"), {}
    yield "brief", {made.text("name"): made.text("name")}


def strings(told, where=""):
    """Give every text of an answer with its place; the keys of an object are texts of that object."""
    if isinstance(told, str):
        yield where, told
    elif isinstance(told, dict):
        for key, value in told.items():
            yield where, key
            yield from strings(value, f"{where}/{key}")
    elif isinstance(told, list):
        for at, value in enumerate(told):
            yield from strings(value, f"{where}/{at}")


def marked(answer):
    """Give the places in which an answer says that words from the book stand."""
    places = [f"{mark['in']}/{field}" for mark in answer["imported"] for field in mark["fields"]]
    return (*places, "/origins", *(f"/imported/{at}/from" for at in range(len(answer["imported"]))))


def state(folder):
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.endswith(("-wal", "-shm")))
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def cut_off(monkeypatch):
    """Make every connection and every program a fault."""

    def refused(*_args, **_named):
        raise AssertionError("something tried to leave")

    for owner, name in ((socket.socket, "connect"), (socket, "create_connection"), (subprocess, "Popen")):
        monkeypatch.setattr(owner, name, refused)


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_book_says_to_an_assistant_is_data_and_nothing_else(kind, tmp_path, cut_off, caplog):
    made = injected(kind, tmp_path / "files")
    desk = Desk.open(tmp_path / "a.book", ["Rosa", "rosa@rosa.example"])
    assert desk.bring([made.folder]).rejected == []
    assistant = Assistant(lambda: Desk.open(tmp_path / "a.book", ["Rosa", "rosa@rosa.example"], create=False))
    before = state(tmp_path), desk.journal.head(), list(desk.journal.lines()), tools(assistant)
    listed = assistant.call("who", {"as_of": DAY.isoformat()}).structured_content["data"]["parties"]
    seen, answered = set(), 0
    for tool, arguments in calls(made, [party["id"] for party in listed]):
        result = assistant.call(tool, arguments)
        text = result.content[0].text
        if result.is_error:
            assert MARK not in text, (tool, text)
            assert "fault of goodwill" not in text
            continue
        answer = result.structured_content
        assert json.loads(text) == answer
        answered += 1
        open_to = marked(answer)
        for where, said in strings(answer):
            assert len(said) <= max(LONGEST_TEXT, ROOM.get(where.rpartition("/")[2], 0))
            assert not set(said) & set("\x1b\x07\u202e\u2066")
            if MARK in said:
                seen |= {place for place, canary in made.canaries.items() if canary in said}
                assert any(f"{where}/".startswith(f"{place}/") for place in open_to), (tool, where, said)
    assert answered >= 12
    assert len(seen) >= FEWEST_SEEN, sorted(set(made.canaries) - seen)
    assert (state(tmp_path), desk.journal.head(), list(desk.journal.lines()), tools(assistant)) == before
    assert MARK not in caplog.text


def tools(assistant):
    return [offered.described().model_dump_json() for offered in assistant.tools.values()]


def test_there_are_two_hundred_and_more_of_them(tmp_path):
    every = [injected(kind, tmp_path / kind) for kind in KINDS]
    texts = {made.text(place) for made in every for place in made.canaries}
    assert len(texts) >= 200
