"""Drafts in an editor: a real client starts the real command and talks to it over standard input and output."""

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient
from pygls.workspace import PositionCodec

from goodwill.faces.lsp.places import Places

PATIENCE = 60
BLAME = "Hello Alan,\n\n🙂🙂 Fine. You lied to us about the lettuce.\n\nRosa\n"
AGAIN = "Dear Alan,\n\nI'll pay you by Friday.\n"


@dataclass
class Editor:
    """An editor with drafts open: it keeps their text, and what the server last said of each."""

    client: LanguageClient
    texts: dict[str, str] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    told: dict[str, list[lsp.PublishDiagnosticsParams]] = field(default_factory=dict)
    messages: list[str] = field(default_factory=list)

    def open(self, name, text, language="markdown"):
        uri = Path(name).absolute().as_uri()
        self.texts[uri], self.versions[uri] = text, 1
        item = lsp.TextDocumentItem(uri, language, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return uri

    def type(self, uri, text):
        self.texts[uri], self.versions[uri] = text, self.versions[uri] + 1
        named = lsp.VersionedTextDocumentIdentifier(self.versions[uri], uri)
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(named, [change]))

    async def marks(self, uri):
        """Wait for what the server says of the draft as it is now."""
        for _ in range(PATIENCE * 50):
            if (told := self.told.get(uri)) and told[-1].version == self.versions[uri]:
                return told[-1].diagnostics
            await asyncio.sleep(0.02)
        raise AssertionError("the server said nothing")

    async def offers(self, uri, place, only=None):
        where = lsp.TextDocumentIdentifier(uri)
        asked = lsp.CodeActionParams(where, place, lsp.CodeActionContext([], only))
        return await asyncio.wait_for(self.client.text_document_code_action_async(asked), PATIENCE)

    async def hover(self, uri, place):
        asked = lsp.HoverParams(lsp.TextDocumentIdentifier(uri), place)
        return await asyncio.wait_for(self.client.text_document_hover_async(asked), PATIENCE)

    def apply(self, uri, action):
        """Change the text as an editor does: places are lines and UTF-16 units."""
        for edit in action.edit.changes[uri]:
            text = self.texts[uri]
            start, end = (offset(text, place) for place in (edit.range.start, edit.range.end))
            self.type(uri, text[:start] + edit.new_text + text[end:])


def offset(text, place):
    """Find a place by lines and UTF-16 units, written anew here so that the server's own counting is not trusted."""
    begin = 0
    for _ in range(place.line):
        begin = text.index("\n", begin) + 1
    units, at = 0, begin
    while units < place.character:
        units += len(text[at].encode("utf-16-le")) // 2
        at += 1
    assert units == place.character
    return at


def words(text, mark):
    return text[offset(text, mark.range.start) : offset(text, mark.range.end)]


@asynccontextmanager
async def editor(*args, folder=".", options=None, hover=("markdown",)):
    client = LanguageClient("editor", "1")
    made = Editor(client)
    client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(lambda p: made.told.setdefault(p.uri, []).append(p))
    client.feature(lsp.WINDOW_SHOW_MESSAGE)(lambda p: made.messages.append(p.message))
    await client.start_io(sys.executable, "-m", "goodwill", "lsp", *args, env=dict(os.environ))
    can = lsp.ClientCapabilities(
        text_document=lsp.TextDocumentClientCapabilities(hover=lsp.HoverClientCapabilities(content_format=list(hover)))
    )
    asked = lsp.InitializeParams(can, root_uri=Path(folder).absolute().as_uri(), initialization_options=options)
    answered = await asyncio.wait_for(client.initialize_async(asked), PATIENCE)
    assert answered.server_info.name == "goodwill"
    client.initialized(lsp.InitializedParams())
    try:
        yield made
    finally:
        await asyncio.wait_for(client.shutdown_async(None), PATIENCE)
        client.exit(None)
        assert await asyncio.wait_for(client._server.wait(), PATIENCE) == 0
        await client.stop()


def journey(steps, *args, **options):
    async def walked():
        async with editor(*args, **options) as made:
            await asyncio.wait_for(steps(made), PATIENCE * 2)

    asyncio.run(walked())


def codes(marks):
    return [mark.code for mark in marks]


def test_a_draft_is_marked_reworded_and_then_clean():
    async def steps(editor):
        uri = editor.open("letter.md", BLAME)
        lied = next(mark for mark in await editor.marks(uri) if mark.code == "D901")
        assert words(BLAME, lied) == "You lied to us about the lettuce."
        assert (lied.range.start.line, lied.range.start.character) == (2, 11)
        assert (lied.source, lied.severity) == ("goodwill", lsp.DiagnosticSeverity.Warning)
        assert '"You lied"' in lied.message
        first = (await editor.offers(uri, lied.range))[0]
        assert (first.kind, first.is_preferred) == ("quickfix", True)
        assert first.title == 'D901: write "On ______ I saw ______. What happened on your side?"'
        assert await editor.offers(uri, lied.range, only=["source"]) == ()
        editor.apply(uri, first)
        assert "🙂🙂 Fine. On ______ I saw ______." in editor.texts[uri]
        assert "D901" not in codes(await editor.marks(uri))

    journey(steps)


def test_a_waiver_is_offered_with_its_reason_to_fill_and_one_that_waives_nothing_is_marked():
    async def steps(editor):
        uri = editor.open("letter.txt", BLAME, "plaintext")
        lied = next(mark for mark in await editor.marks(uri) if mark.code == "D901")
        waiver = next(offer for offer in await editor.offers(uri, lied.range) if "D901: waive" in offer.title)
        editor.apply(uri, waiver)
        assert "about the lettuce. <!-- goodwill: ignore D901 -- ______ -->\n" in editor.texts[uri]
        assert {"D901", "W001"} & set(codes(await editor.marks(uri))) == set()
        editor.type(uri, editor.texts[uri].replace("You lied to us about the lettuce.", "Thank you."))
        unused = next(mark for mark in await editor.marks(uri) if mark.code == "W001")
        assert words(editor.texts[uri], unused) == "<!-- goodwill: ignore D901 -- ______ -->"

    journey(steps)


@pytest.mark.parametrize(("form", "says"), [("markdown", "**D901 intent-read-in**"), ("plaintext", "D901 intent-")])
def test_the_page_of_the_rule_stands_where_the_cursor_rests(form, says):
    async def steps(editor):
        uri = editor.open("letter.md", BLAME)
        lied = next(mark for mark in await editor.marks(uri) if mark.code == "D901")
        told = await editor.hover(uri, lied.range.start)
        assert told.contents.kind == form
        assert told.contents.value.startswith(says)
        assert "Do instead" in told.contents.value
        assert await editor.hover(uri, lsp.Position(0, 0)) is None

    journey(steps, hover=(form,))


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_lines_are_counted_as_the_editor_counts_them(ends):
    text = "A line\u2028that is one\fline.\n\nHe said 🙂 so.\n\n" + BLAME

    async def steps(editor):
        uri = editor.open("letter.md", text.replace("\n", ends))
        lied = next(mark for mark in await editor.marks(uri) if mark.code == "D901")
        assert (lied.range.start.line, lied.range.start.character, lied.range.end.line) == (6, 11, 6)

    journey(steps)


def test_an_editor_finds_what_check_finds(goodwill):
    text = BLAME + "\nTake it or leave it. We have decided to go with another supplier.\n"
    Path("letter.md").write_text(text, "utf-8")

    async def steps(editor):
        found = [mark.code for mark in await editor.marks(editor.open("letter.md", text))]
        assert found == told
        assert len(found) > 2

    told = [line.split()[1] for line in goodwill("check", "letter.md", "--format", "concise").out.splitlines()]
    journey(steps)


@pytest.mark.parametrize(
    ("head", "args", "options"),
    [
        ("To: Alan Fields\n\n", (), None),
        ("---\nsubject: crates\nto: Bo, alan@fields.example\n---\n", (), None),
        ("", ("--to", "alan"), None),
        ("", (), {"to": "Alan Fields"}),
        ("", ("--to", "Bo"), {"goodwill": {"to": "alan"}}),
        ("To: alan\n\n", ("--to", "Bo"), None),
    ],
)
def test_the_book_has_its_say_where_it_is_told_to_whom_a_draft_goes(book, head, args, options):
    async def steps(editor):
        uri = editor.open("letter.md", head + AGAIN)
        again = next(mark for mark in await editor.marks(uri) if mark.code == "E905")
        assert "on 2026-01-20: I'll pay it by Friday (notes.goodwill:3)" in again.message
        assert editor.messages == []

    journey(steps, "--book", book, *args, options=options)


def test_what_is_written_to_the_book_is_seen_at_the_next_look(goodwill):
    async def steps(editor):
        uri = editor.open("letter.md", AGAIN)
        assert "E905" not in codes(await editor.marks(uri))
        for line in (
            ("party", "--id", "alan", "name=Alan"),
            ("promise", "by=me", "to=alan", "due=2026-01-23", "| the bill"),
        ):
            assert goodwill("--book", "a.book", "record", *line, "--as-of", "2026-01-20").status == 0
        editor.type(uri, AGAIN + "\nRosa\n")
        assert "E905" in codes(await editor.marks(uri))

    journey(steps, "--book", "a.book", "--to", "alan", options={"all": True})


def test_an_addressee_nobody_knows_is_said_once_and_the_words_are_checked_all_the_same(book):
    async def steps(editor):
        uri = editor.open("letter.md", BLAME)
        assert "D901" in codes(await editor.marks(uri))
        editor.type(uri, BLAME + "So long.\n")
        assert "D901" in codes(await editor.marks(uri))
        assert len(editor.messages) == 1
        assert "nobody called Alan Feilds is in the book; there is Alan Fields" in editor.messages[0]
        uri = editor.open("other.md", "To: Bob\n\n" + BLAME)
        note = next(mark for mark in await editor.marks(uri) if mark.code is None)
        assert note.message.endswith('"Bob" in its To: line is nobody in the book')

    journey(steps, "--book", book, "--to", "Alan Feilds")


def test_only_the_state_after_a_pause_is_checked_and_closing_takes_the_marks_away():
    async def steps(editor):
        uri = editor.open("letter.md", "Hello.\n")
        await editor.marks(uri)
        for end in range(20):
            editor.type(uri, BLAME + "x" * end)
        assert "D901" in codes(await editor.marks(uri))
        assert len(editor.told[uri]) < 6
        editor.client.text_document_did_close(lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri)))
        while editor.told[uri][-1].diagnostics:
            await asyncio.sleep(0.02)

    journey(steps)


def test_what_is_no_draft_is_left_alone():
    async def steps(editor):
        uri = editor.open("letter.py", BLAME, "python")
        letter = editor.open("letter.eml", BLAME, "")
        assert "D901" in codes(await editor.marks(letter))
        assert uri not in editor.told
        assert await editor.offers(uri, lsp.Range(lsp.Position(0, 0), lsp.Position(9, 0))) == ()

    journey(steps)


def test_without_the_library_one_line_says_what_to_install(goodwill, monkeypatch):
    monkeypatch.setitem(sys.modules, "pygls", None)
    said = goodwill("lsp")
    assert (said.status, said.out) == (2, "")
    assert said.err == "goodwill: editors need one more library: pip install 'goodwill[lsp]'\n"


@given(st.text(st.sampled_from("ab 🙂é\u2028\x0c\n\t𝄞"), max_size=40), st.data())
def test_a_place_is_found_again_in_whatever_units(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for encoding, codec in (("utf-16-le", 2), ("utf-8", 1), ("utf-32-le", 4)):
        places = Places(text, PositionCodec(encoding.removesuffix("-le")))
        found = places.range(start, end)
        for place, at in ((found.start, start), (found.end, end)):
            lines = text[:at].split("\n")
            assert (place.line, place.character) == (len(lines) - 1, len(lines[-1].encode(encoding)) // codec)
