"""A page printed three ways: hostile words stay words, whatever the width and the terminal."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.brief.briefs import brief_of

from goodwill.brief.brief import Brief
from goodwill.brief.line import Line
from goodwill.brief.page import Page, Section, page
from goodwill.brief.render import Terminal, render
from goodwill.brief.render_html import render_html
from goodwill.brief.render_markdown import plain, render_markdown
from goodwill.case.standing import Estimate

EMPTY = {"meta", "line", "circle"}
MARKUP = st.sampled_from(
    ["<script>", "</li>", "&amp;", "*", "_", "`", "#", "1. ", "- ", "[x](y)", "https://x.example", "|", '"', "'"]
)
HOSTILE = st.lists(MARKUP | st.text(max_size=8), max_size=6).map("".join)
SCALE = Estimate(0.6, 0.1, 0.9, 4.0, date(2026, 1, 1), "enough")
lines = st.builds(
    Line, HOSTILE, HOSTILE, st.sampled_from(["", "!", "*", "-", "+"]), st.lists(HOSTILE, max_size=2).map(tuple),
    st.sampled_from([None, SCALE]),
)  # fmt: skip
sections = st.builds(Section, HOSTILE, st.lists(lines, max_size=3).map(tuple), HOSTILE)
pages = st.builds(Page, HOSTILE, HOSTILE, st.lists(sections, max_size=2).map(tuple))


class Reader(HTMLParser):
    """Read a page as a browser would: which elements, in which nesting, and which text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.open == []
    return reader


@given(pages)
@settings(max_examples=80, deadline=None)
def test_nothing_imported_becomes_an_element_of_the_page(made: Page) -> None:
    known = {"html", "head", "meta", "title", "style", "body", "main", "article", "section", "h1", "h2", "small"}
    known |= {"p", "ul", "li", "span", "div", "svg", "line", "circle"}
    reader = read(render_html((made,)))
    assert reader.seen <= known
    assert not {name for name in reader.attributes if name.startswith("on") or name in ("href", "src")}
    assert reader.seen >= {"h1"}


@given(pages)
@settings(max_examples=80, deadline=None)
def test_nothing_imported_becomes_markdown(made: Page) -> None:
    text = render_markdown(made)
    for line in text.splitlines():
        said = re.sub(r"\\[!-/:-@\[-`{-~]", "x", line)
        assert not re.search(r"[<>`\[\]|~]", said), line
        assert not re.search(r"https?://|www\.", said), line
        assert not re.match(r"\s*(?:- )+(?:- |\d+\. |#)", said), line


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("- item", r"\- item"),
        ("1. first", r"1\. first"),
        ("== x", r"\== x"),
        ("&lt;b&gt;", r"\&lt;b\&gt;"),
        ("see https://x.example", r"see https:\//x.example"),
        ("www.x.example", r"www\.x.example"),
        ("a\nb\x1b", r"a b\\u001b"),
    ],
)
def test_markdown_keeps_words_words(text: str, escaped: str) -> None:
    assert plain(text) == escaped


WIDE = "abcdefghij" * 30


@pytest.mark.parametrize("width", [40, 59, 60, 80, 88, 200])
@pytest.mark.parametrize("unicode", [True, False])
def test_no_line_is_wider_than_the_terminal(width: int, unicode: bool) -> None:
    told = brief_of()
    shown = render(page(told), Terminal(width, unicode))
    assert max(len(line) for line in shown.splitlines()) <= width
    if not unicode:
        assert shown.isascii()
    long = Page(WIDE, WIDE, (Section(WIDE, (Line(WIDE, WIDE, "!", (WIDE,)), Line(WIDE, "ability", scale=SCALE))),))
    assert max(len(line) for line in render(long, Terminal(width, unicode)).splitlines()) <= width


@given(pages, st.integers(40, 120))
@settings(max_examples=60, deadline=None)
def test_no_hostile_page_drives_a_terminal(made: Page, width: int) -> None:
    shown = render(made, Terminal(width))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)
    assert render(made, Terminal(width, False)).isascii()


def test_colour_paints_marks_and_heads_alone() -> None:
    told: Brief = brief_of()
    painted = render(page(told), Terminal(88, True, lambda text, colour: f"<{colour}>{text}</{colour}>"))
    assert "<red>!</red>" in painted
    assert re.sub(r"</?(?:red|yellow|green|blue|bold|dim)>", "", painted) == render(page(told), Terminal(88))


def test_many_of_one_rule_are_counted_under_the_first() -> None:
    text = "".join(f"2026-01-02 promise p{n} by=alan to=me due=2026-01-0{n} | thing {n}\n" for n in range(3, 8))
    told = brief_of(text, "2026-01-20")
    late = [finding for finding in told.findings if finding.code == "E201"]
    assert len(late) > 2
    assert f"and {len(late) - 1} more like it" in str(page(told))


def test_contested_evidence_is_said_to_be_contested() -> None:
    text = "2026-01-02 promise p1 by=alan to=me due=2026-01-03 | it\n2026-01-10 contest c1 of=p1 by=alan\n"
    assert "contested: see the contest before you rely on it" in str(page(brief_of(text)))
