"""An assistant at the desk: the SDK's own client starts the real command, and asks what people ask."""

import hashlib
import json
import os
import sys
from collections import Counter
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

import anyio
import pytest
from anyio.from_thread import start_blocking_portal
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters, stdio_client
from referencing import Registry, Resource

from goodwill.brief.document import brief_document
from goodwill.desk.desk import Desk
from goodwill.faces.mcp.opened import CLOSED
from goodwill.faces.mcp.server import NO_BOOK, NOBODY, Assistant, served
from goodwill.faces.mcp.tools import ANSWER, INSTRUCTIONS, NOTICE, tools

ROOT = Path(__file__).parents[2]
SCHEMAS = [json.loads(path.read_text("utf-8")) for path in (ROOT / "docs/schema").glob("*.json")]
FORMS = Registry().with_resources([(schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS])
CONSTANTS = "987e5d67acb243dc"
DRAFT = "Dear Alan,\n\nYou lied to us. I'll pay you by Friday.\n"
DAY = {"as_of": "2026-01-25"}


@asynccontextmanager
async def started(*args, mode):
    """Start `goodwill ... mcp` as an assistant's program does, and greet it."""
    told = StdioServerParameters(command=sys.executable, args=["-m", "goodwill", *args], env=dict(os.environ))
    async with Client(stdio_client(told), mode=mode) as client:
        yield client


def journey(steps, *args, mode="auto"):
    async def walked():
        with anyio.fail_after(120):
            async with started(*args, mode=mode) as client:
                await steps(client)

    anyio.run(walked)


def faults(name, document):
    return [error.message for error in Draft202012Validator({"$ref": name}, registry=FORMS).iter_errors(document)]


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_before_a_reply_to_alan_the_assistant_sees_what_is_owed_and_checks_its_draft(book, mode):
    async def steps(client):
        assert client.instructions == INSTRUCTIONS
        listed = (await client.list_tools()).tools
        assert [tool.name for tool in listed] == list(tools(()))
        for tool in listed:
            assert (tool.annotations.read_only_hint, tool.annotations.open_world_hint) == (True, False)
        who = (await client.call_tool("who", DAY)).structured_content
        assert [party["name"] for party in who["data"]["parties"]] == ["Alan Fields"]
        owed = (await client.call_tool("owed", DAY)).structured_content
        assert [(item["id"], item["who"]) for item in owed["data"]["due"]] == [
            ("i1", "you to Alan Fields"),
            ("p1", "you to Alan Fields"),
            (owed["data"]["due"][2]["id"], "Alan Fields to you"),
        ]
        assert [item["confirmed"] for item in owed["data"]["due"]] == [True, True, False]
        assert {"id": "p1", "file": "notes.goodwill", "line": 3, "day": "2026-01-20", "by": "me"} in owed["origins"]
        checked = (
            await client.call_tool("check_draft", {"text": DRAFT, "to": "Alan Fields", **DAY})
        ).structured_content
        found = {finding["code"]: finding for finding in checked["data"]["findings"]}
        assert {"D901", "E905"} <= set(found)
        assert [fault for finding in found.values() for fault in faults("finding.schema.json", finding)] == []
        spot = found["D901"]["evidence"][0]["source"]
        assert DRAFT[spot["start"] : spot["end"]] == "You lied to us."
        page = (await client.call_tool("explain_rule", {"rule": "E905"})).structured_content
        assert page["data"]["page"].startswith("E905 promise-on-overdue")
        assert page["imported"] == []
        nobody = await client.call_tool("brief", {"party": "Bob"})
        assert (nobody.is_error, nobody.content[0].text) == (True, NOBODY)

    journey(steps, "--book", book, "mcp", mode=mode)


@pytest.mark.parametrize("tool", ["brief", "mirror"])
def test_a_brief_is_the_published_document_with_its_origins(tool, tmp_path):
    desk = Desk.open(tmp_path / "a.book")
    desk.bring([ROOT / "examples" / "restaurant"])
    answer = Assistant(lambda: desk).call(tool, {"party": "Alan Fields", "as_of": "2026-01-31"}).structured_content
    whole = json.loads(json.dumps(brief_document(getattr(desk, tool)("Alan Fields", date(2026, 1, 31)))))
    assert faults("brief.schema.json", answer["data"]) == []
    assert {key for key, value in whole.items() if answer["data"][key] != value} <= {"standing", "mirror", "say"}
    assert answer["notice"] == NOTICE
    known = {origin["id"]: origin for origin in answer["origins"]}
    for mark in answer["imported"]:
        assert mark["from"], mark
        for name in mark["from"]:
            entry = desk.book.find(name)
            assert entry is None or known[name]["line"] == entry.source.line
    assert sum(origin["file"] is not None for origin in known.values()) > 10
    assert "/data/findings/0" in [mark["in"] for mark in answer["imported"]]


def test_without_a_book_drafts_are_checked_and_everything_else_is_an_error(goodwill):
    async def steps(client):
        checked = await client.call_tool("check_draft", {"text": DRAFT})
        assert [finding["code"] for finding in checked.structured_content["data"]["findings"]] == ["D901"]
        for tool in ("brief", "mirror", "vet"):
            assert (await client.call_tool(tool, {"party": "Alan"})).content[0].text == NOBODY
        assert (await client.call_tool("who", {})).structured_content["data"] == {"parties": []}
        assert goodwill("--book", "a.book", "record", "thanks", "by=alan", "to=me", "| Ta").status == 0
        assert len((await client.call_tool("who", {})).structured_content["data"]["parties"]) == 1
        Path("a.book").write_text("no book " * 900)
        broken = await client.call_tool("who", {})
        assert (broken.is_error, broken.content[0].text) == (True, NO_BOOK)

    journey(steps, "--book", "a.book", "mcp")
    assert sorted(path.name for path in Path().iterdir() if path.is_file() and not path.name.startswith("a.book-")) == [
        "a.book"
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_places_are_those_of_the_draft_as_it_was_told(ends):
    text = DRAFT.replace("\n", ends)
    found = Assistant(Desk.empty).call("check_draft", {"text": text}).structured_content["data"]["findings"]
    spot = next(finding for finding in found if finding["code"] == "D901")["evidence"][0]["source"]
    assert text[spot["start"] : spot["end"]] == "You lied to us."


def test_a_file_is_read_only_in_a_folder_that_was_opened(tmp_path):
    drafts, outside = tmp_path / "drafts", tmp_path / "drafts-of-others"
    for folder in (drafts / "new", outside):
        folder.mkdir(parents=True)
    (drafts / "new" / "letter.md").write_text(DRAFT)
    (drafts / "key.pem").write_text(DRAFT)
    (drafts / "noise.txt").write_bytes(b"\x00\x01")
    (outside / "letter.md").write_text(DRAFT)
    (drafts / "link.md").symlink_to(outside / "letter.md")
    (drafts / "folder.md").mkdir()
    os.mkfifo(drafts / "pipe.md")
    assistant = Assistant(Desk.empty, (drafts,))

    def said(path):
        return assistant.call("check_file", {"path": str(path)})

    for good in ("new/letter.md", drafts / "new" / "letter.md", "new/../new/letter.md"):
        assert [one["code"] for one in said(good).structured_content["data"]["findings"]] == ["D901"]
    bad_ones = (
        "../drafts-of-others/letter.md", outside / "letter.md", "link.md", "folder.md", "pipe.md", "key.pem", ".",
        "nowhere.md", "/etc/passwd", "~/letter.md", "new/letter.md\x00.md", "x" * 999, "file:///etc/passwd",
        "//drafts/new/letter.md",
    )  # fmt: skip
    for bad in bad_ones:
        assert (said(bad).is_error, said(bad).content[0].text) == (True, CLOSED), bad
    assert said("noise.txt").content[0].text == "that file holds no text to check"
    assert Assistant(Desk.empty).call("check_file", {"path": "new/letter.md"}).is_error


def test_what_an_assistant_reads_about_the_tools_is_constant():
    """Whoever changes a word of it changes this line too, and looks at it twice."""
    said = [
        (tool.name, tool.title, tool.says, {name: field.description for name, field in tool.takes.model_fields.items()})
        for tool in tools((Path(),)).values()
    ]
    told = json.dumps([INSTRUCTIONS, NOTICE, ANSWER, said], sort_keys=True)
    assert hashlib.sha256(told.encode()).hexdigest()[:16] == CONSTANTS
    for tool in tools((Path(),)).values():
        assert tool.described().description == tool.says


@pytest.mark.parametrize("face", ["mcp", "lsp"])
@pytest.mark.parametrize("heard", [b"", b"no protocol at all\n", b"\xff\xfe{]\n" * 9])
def test_a_server_ends_when_the_other_side_hangs_up(program, face, heard):
    said = program(face, stdin=heard)
    assert said.status == 0
    assert "Traceback" not in said.err
    assert "fault of goodwill" not in said.err


def test_without_the_library_one_line_says_what_to_install(goodwill, monkeypatch):
    monkeypatch.setitem(sys.modules, "mcp", None)
    said = goodwill("mcp")
    assert (said.status, said.out) == (2, "")
    assert said.err == "goodwill: assistants need one more library: pip install 'goodwill[mcp]'\n"


@pytest.fixture(scope="module")
def asked(tmp_path_factory):
    """Ask a server over the protocol, on a book that holds a deal, a promise, a bill and a message."""
    folder = tmp_path_factory.mktemp("fuzzed")
    desk = Desk.open(folder / "a.book", ["Rosa"])
    desk.bring([ROOT / "tests/journeys/crates.goodwill"])
    (folder / "letter.md").write_text(DRAFT)
    assistant = Assistant(lambda: Desk.open(folder / "a.book", ["Rosa"], create=False), (folder,))
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(Client(served(assistant))) as client:
        head, ended = desk.journal.head(), Counter()

        def call(tool, arguments):
            result = portal.call(client.call_tool, tool, arguments)
            ended[tool, bool(result.is_error)] += 1
            return result

        yield call
        assert desk.journal.head() == head
        for tool in assistant.tools:
            assert min(ended[tool, True], ended[tool, False]) > 0, tool


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3),
    max_leaves=6,
)
NEAR = st.sampled_from(
    (
        "alan", "Alan Reed", "me", "crates", "E201", "promise-overdue", "letter.md", "../letter.md", "", " ", "2026-02",
        "\x00", "\u202e", "\ud800", "🙂" * 201, "a" * 100_001, "<a@" + "b" * 150, "+" + "1" * 30, "1e400", DRAFT,
        "To: alan\n\nI'll pay.",
    )
)  # fmt: skip
DAYS = st.dates().map(str) | st.sampled_from(["0001-01-01", "9999-12-31", "2026-1-1", "today"]) | st.integers()
GOOD = {"party": "Alan Reed", "to": "alan", "text": DRAFT, "deal": "crates", "rule": "E201", "path": "letter.md"}
GOOD |= {"as_of": "2026-03-01"}
NAMES = ("party", "to", "text", "deal", "rule", "path", "as_of", "draft", "with")
ARGUMENTS = st.fixed_dictionaries(
    {},
    optional={name: DAYS | ODD if name == "as_of" else NEAR | st.text(max_size=60) | ODD for name in NAMES},
)


@st.composite
def requests(draw):
    """Give a tool with arguments of its own, some of them odd, or with anything at all."""
    name = draw(st.sampled_from([*tools((Path(),)), "record", ""]))
    if name not in tools((Path(),)) or draw(st.integers(0, 3)) == 0:
        return name, draw(ARGUMENTS)
    fields = tools((Path(),))[name].takes.model_fields
    near = {key: st.just(GOOD[key]) | st.just(GOOD[key]) | (DAYS if key == "as_of" else NEAR) for key in fields}
    given_up = {key: value for key, value in near.items() if not fields[key].is_required()}
    return name, draw(st.fixed_dictionaries({k: v for k, v in near.items() if k not in given_up}, optional=given_up))


@settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck), database=None)
@given(requests())
def test_whatever_is_asked_is_answered_or_refused_in_one_clear_sentence(asked, request):
    result = asked(*request)
    text = result.content[0].text
    if result.is_error:
        assert 10 < len(text) <= 400
        assert "fault of goodwill" not in text
        assert text.isprintable()
    else:
        assert json.loads(text) == result.structured_content
        assert result.structured_content["notice"] == NOTICE
