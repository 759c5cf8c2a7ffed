"""What a face shows beside a brief: everyone at a glance, a draft marked, what passed, and links to the evidence."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.brief.briefs import TEXT, brief_of, narrowed

from goodwill.brief.line import Line
from goodwill.brief.marked import accepted, draft_document, marked, reworded
from goodwill.brief.page import Page, Section, finding_line, owed_line, page
from goodwill.brief.people import MOST_OWED, glances
from goodwill.brief.render_html import Links, article, items, render_html
from goodwill.brief.timeline import entry_document, passed, timeline_page
from goodwill.case.thread import DRAFT
from goodwill.findings.finding import Exhibit, Finding, Place

DAY = date(2026, 1, 15)
HERE = Links(lambda ident: f"/entry?id={ident}", lambda code: f"/rules/{code}")


def found(start: int | None, end: int | None, reword: str = "") -> Finding:
    exhibit = Exhibit(DRAFT, DAY, "words", Place("", None, start, end))
    return Finding(
        "E101", "x", "risk", "advice", "alan", "me", None, DAY, "says", "do", (exhibit,), (), reword=reword
    )  # fmt: skip


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(sorted)


@given(st.text(max_size=40), st.lists(SPANS | st.just([None, None]), max_size=6))
def test_the_stretches_of_a_draft_are_the_draft_and_each_finding_begins_once(text: str, spans: list) -> None:
    kept = [(a, b) if a is None else (min(a, len(text)), min(b, len(text))) for a, b in spans]
    stretches = marked(text, [found(*span) for span in kept])
    assert "".join(stretch.text for stretch in stretches) == text
    for n, (start, end) in enumerate(kept, 1):
        words = "".join(stretch.text for stretch in stretches if n in stretch.numbers)
        assert words == ("" if start is None else text[start:end])
        assert sum(n in stretch.begun for stretch in stretches) == (start is not None and start < end)


def test_rewordings_are_put_in_where_they_belong_and_the_rest_stays() -> None:
    text = "You lied. I will pay soon. Rosa"
    both = [found(0, 9, "What happened?"), found(10, 26, "I will pay by ______.")]
    assert reworded(text, both) == "What happened? I will pay by ______. Rosa"
    assert reworded(text, [*both, found(0, 20, "never")]) == "What happened? I will pay by ______. Rosa"
    assert accepted(text, both[1]) == "You lied. I will pay by ______. Rosa"
    assert accepted(text, found(None, None, "You asked why.")) == text + "\n\nYou asked why.\n"
    assert accepted(text, found(0, 9)) == accepted(text, found(None, None)) == text


def test_what_a_draft_leaves_out_has_the_whole_draft_for_its_place() -> None:
    place = draft_document("Dear Alan", found(None, None))["evidence"][0]["source"]
    assert (place["start"], place["end"]) == (0, 9)
    assert draft_document("Dear Alan", found(2, 4))["evidence"][0]["source"]["start"] == 2


def test_the_loudest_stand_first_and_a_quiet_one_is_quiet() -> None:
    calm = '2026-01-01 party bea name="Bea"\n2026-01-02 thanks t1 by=bea to=me | Ta'
    alan, bea = brief_of(day="2026-03-01"), brief_of(calm, party="bea")
    one, two = glances((bea, alan))
    assert (one.name, two.name) == ("Alan Fields", "Bea")
    assert [line.code for line in one.look] == [f.code for f in alan.findings if f.stance != "strength"][:2]
    assert (one.quiet, two.quiet) == (False, True)
    assert two.facts == "2 entries"


def test_a_glance_shows_a_few_debts_and_counts_the_rest() -> None:
    more = "".join(f"\n2026-01-03 promise q{n} by=me to=alan due=2026-02-1{n} | crate {n}" for n in range(4))
    (seen,) = glances((brief_of(TEXT + more),))
    assert [line.text for line in seen.owed_by_me[MOST_OWED:]] == ["and 4 more"]


def test_a_timeline_is_newest_first_by_month_without_readings() -> None:
    case = narrowed()
    entries = passed(case)
    assert [entry.day for entry in entries] == sorted((entry.day for entry in entries), reverse=True)
    assert {"reading", "party"} & {entry.kind for entry in entries} == set()
    laid = timeline_page(case, 2, 1)
    assert [section.title for section in laid.sections] == ["January 2026"]
    assert [line.cites for line in laid.sections[0].lines] == [(entry.id,) for entry in entries[1:3]]
    assert laid.aside.endswith(f"2 of {len(entries)} entries")


def test_an_entry_as_data_has_its_source_apart() -> None:
    message = narrowed().book.find("m1")
    assert message is not None
    told = entry_document(message)
    assert told["source"] == {"file": "chat.txt", "line": 4, "start": None, "end": None}
    assert "src" not in told["values"]
    assert told["time"] == "09:00"


def test_lines_name_their_rule_and_the_entries_they_show() -> None:
    brief = brief_of()
    line = finding_line(brief.findings[0], "Alan", DAY)
    assert line.code == brief.findings[0].code
    assert line.cites == tuple(exhibit.id for exhibit in brief.findings[0].evidence[:2])
    assert owed_line(brief.owed_by_me[0], DAY).cites == ("i1",)


def test_links_stand_on_codes_and_quotes_and_nowhere_in_a_file() -> None:
    line = Line("it is late", "E201 Alan", "!", ("quoted", "and 2 more entries"), code="E201", cites=("p&1",))
    made = items((line, Line("a debt", cites=("i1",)), Line("plain", "E201 x")), HERE)
    assert '<a href="/rules/E201">E201</a> Alan' in made
    assert '<a href="/entry?id=p&amp;1">quoted</a>' in made
    assert '<a href="/entry?id=i1">a debt</a>' in made
    assert made.count("<a ") == 3
    assert "<a " not in render_html((page(brief_of()),))
    assert article(Page("T", "", (Section("W", (line,), name="words"),))).count('<section class="words">') == 1
