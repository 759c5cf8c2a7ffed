"""Journeys in a real browser: candidates, what is due, deals, an entry contested, somebody erased."""

from datetime import date

from playwright.sync_api import expect

from browser_pages import cookie
from goodwill.desk.desk import Desk


def test_candidates_are_vetted_and_laid_side_by_side(demo, visit):
    page = visit(demo, storage_state=cookie(demo)).open("/party?name=lena&as_of=2025-09-10")
    page.get_by_role("link", name="Due diligence").click()
    expect(page.get_by_role("heading", name="Ten questions for a prior partner")).to_be_visible()
    page.get_by_role("link", name="Fourteen books").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Claim of 19 August 2025")
    page.go_back()
    page.get_by_role("link", name="Compare with others").click()
    expect(page.get_by_role("status")).to_have_text("Choose one more, at least.")
    page.get_by_label("Second").select_option(label="Katrin Böhme")
    page.get_by_label("Third").select_option(label="Matthias Krüger")
    page.get_by_role("button", name="Lay side by side").click()
    expect(page.get_by_role("columnheader")).to_have_text(["Lena Brandt", "Katrin Böhme", "Matthias Krüger"])
    expect(page.get_by_role("row", name="claims").get_by_role("cell")).to_have_text(
        ["1 confirmed, 3 open", "2 confirmed, 1 open", "1 refuted, 1 expired"]
    )


def test_what_is_due_is_read_saved_for_a_calendar_and_told_once(own, visit, tmp_path):
    seen = visit(own)
    page = seen.enter()
    page.goto(own.origin + "/watch?as_of=2026-01-25")
    expect(page.get_by_role("heading", name="Late")).to_be_visible()
    with page.expect_download() as saved:
        page.get_by_role("link", name="Save goodwill-due.ics").click()
    assert saved.value.suggested_filename == "goodwill-due.ics"
    saved.value.save_as(tmp_path / "due.ics")
    assert (tmp_path / "due.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    expect(page.get_by_role("heading", name="Worse since")).to_be_visible()
    page.get_by_role("button", name="I have seen this").click()
    expect(page.get_by_role("heading", name="Worse since")).to_have_count(0)
    expect(page.get_by_role("heading", name="Late")).to_be_visible()


def test_a_deal_is_read_from_the_list_to_an_offer_of_a_worth_one_names(rosa, visit):
    page = visit(rosa, storage_state=cookie(rosa)).open("/deals?as_of=2026-01-25")
    page.get_by_role("link", name="veg").click()
    expect(page.get_by_role("heading", level=1, name="Deal: veg")).to_be_visible()
    page.get_by_role("link", name="What to offer").click()
    page.get_by_label("Packages worth to you").fill("60")
    page.get_by_role("button", name="Look again").click()
    expect(page.get_by_role("heading", name="Packages")).to_contain_text("each worth about 60 to you")
    expect(page.get_by_label("Packages worth to you")).to_have_value("60")
    page.get_by_role("link", name="Better for both").click()
    expect(page.get_by_role("heading", level=1, name="Better for both: veg")).to_be_visible()


def test_an_entry_is_contested_after_a_second_look_and_that_is_taken_back(own, visit):
    seen = visit(own, storage_state=cookie(own), bypass_csp=True)
    page = seen.open("/entry?id=i1&as_of=2026-01-25")
    page.get_by_role("link", name="Contest it").click()
    expect(page.get_by_role("heading", level=1, name="Contest this entry?")).to_be_visible()
    assert [entry.kind for entry in Desk.open(own.book).book if entry.kind == "contest"] == []
    page.get_by_label("What is wrong with it").fill("The crates never came.")
    page.get_by_role("button", name="Contest it").click()
    expect(page.get_by_role("status")).to_contain_text("Contested")
    expect(page.get_by_role("link", name="The crates never came.")).to_be_visible()
    assert seen.faults(1280) == []
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("status")).to_contain_text("Undone")
    assert Desk.open(own.book).case(date(2026, 1, 25)).contested("i1") is False


def test_somebody_is_erased_by_keyboard_and_only_when_sure(own, visit):
    seen = visit(own, ("dark", "none", 320), storage_state=cookie(own), bypass_csp=True)
    page = seen.open("/party?name=alan&as_of=2026-01-25")
    page.get_by_role("link", name="Erase Alan Fields").press("Enter")
    expect(page.get_by_role("heading", level=1, name="Erase Alan Fields?")).to_be_visible()
    page.get_by_role("button", name="Erase Alan Fields").press("Enter")
    expect(page.get_by_label("Yes, erase all of it")).to_be_focused()
    assert b"Alan" in b"".join(repr(entry).encode() for entry in Desk.open(own.book).book)
    page.get_by_label("Yes, erase all of it").press("Space")
    page.get_by_role("button", name="Erase Alan Fields").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("entries erased")
    assert seen.faults(320) == []
    page.get_by_role("link", name="See who is in the book").click()
    expect(page.get_by_role("link", name="Bea Moss")).to_be_visible()
    expect(page.get_by_role("link", name="Alan Fields")).to_have_count(0)
