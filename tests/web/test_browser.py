"""One journey for each thing a person comes for, in a real browser; nothing is asked for off this machine."""

import http.server
import re
import threading
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser_pages import cookie
from goodwill.desk.desk import Desk
from hostile import HOSTILE

RESTAURANT = Path(__file__).parents[2] / "examples" / "restaurant"
DRAFT = "Dear Alan,\n\nYou did this on purpose. I will pay the invoice soon.\n\nRosa"
TALK = "Rosa: I can pay on Friday.\nAlan: That is what you said last week. I'm worried about my own bills.\n" * 5
LOOKS = [("light", "none", 1280), ("light", "none", 320), ("dark", "none", 1280), ("dark", "none", 320),
         ("light", "active", 1280), ("dark", "active", 320)]  # fmt: skip
PLACES = (
    "/", "/party?name=alan&as_of=2026-01-31", "/mirror?name=alan&as_of=2026-01-31", "/acts?name=alan&as_of=2026-01-31",
    "/timeline?name=alan", "/entry?id=nothing", "/draft?to=alan", "/debrief", "/bring", "/confirm", "/rules",
    "/rules?q=apology", "/rules/E201", "/search?q=crates", "/search?q=zzz", "/nowhere",
    "/vet?name=lena&as_of=2025-09-10", "/compare", "/compare?name=lena&as_of=2025-09-10",
    "/compare?name=lena&name=katrin&name=matthias&as_of=2025-09-10", "/watch?as_of=2026-01-31",
    "/watch?as_of=2024-01-01", "/deals", "/deals?as_of=2024-01-01", "/deal?name=book&with=lena",
    "/deal?name=veg&view=points", "/deal?name=veg&view=offer&aim=3", "/deal?name=veg&view=improve", "/entry?id=j-c1",
    "/contest?id=j-c1",
    "/undo?id=j-c1", "/erase?name=alan",
)  # fmt: skip


def test_from_the_link_to_the_people_to_a_brief_to_its_evidence(own, visit):
    page = visit(own).enter()
    page.get_by_role("link", name="Alan Fields").click()
    expect(page.get_by_role("heading", level=1, name="Alan Fields")).to_be_visible()
    page.locator("section", has_text="What stands out").locator(".notes a").first.click()
    expect(page.get_by_text("notes.goodwill, line")).to_be_visible()
    page.go_back()
    page.get_by_role("link", name="What they could say about you").click()
    expect(page.get_by_text("by the same rules that you hold them to")).to_be_visible()
    page.get_by_role("link", name="Timeline").click()
    expect(page.get_by_text("Ta, Rosa")).to_be_visible()


def test_the_start_link_opens_one_browser(own, visit, browser):
    visit(own).enter()
    context = browser.new_context()
    told = context.new_page().goto(own.session.link)
    assert told.status == 403
    context.close()


def test_a_first_run_looks_at_the_stories_and_comes_back(nobody, visit):
    page = visit(nobody).enter()
    page.get_by_role("button", name="Show me the stories").click()
    page.get_by_role("link", name="the restaurant").click()
    expect(page.get_by_role("link", name="E104")).to_be_visible()
    page.get_by_role("button", name="Back to my own book").click()
    expect(page.get_by_text("Your book is empty")).to_be_visible()


def test_a_draft_is_checked_and_mended(rosa, visit):
    page = visit(rosa, storage_state=cookie(rosa)).open("/draft")
    page.get_by_label("To", exact=True).select_option(label="Alan Fields")
    page.get_by_label("Draft", exact=True).fill(DRAFT)
    page.get_by_role("button", name="Check it").click()
    expect(page.locator("mark", has_text="You did this on purpose")).to_be_visible()
    page.get_by_role("listitem").filter(has_text="D901").get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text("The rewording is in.")
    expect(page.get_by_label("Draft", exact=True)).not_to_have_value(DRAFT)
    expect(page.get_by_label("To", exact=True)).to_have_value("alan")
    expect(page.locator("mark", has_text="on purpose")).to_have_count(0)


def test_a_transcript_is_looked_back_on(rosa, visit, tmp_path):
    (tmp_path / "friday.txt").write_text(TALK, "utf-8")
    page = visit(rosa, storage_state=cookie(rosa)).open("/debrief")
    page.get_by_label("A transcript").set_input_files(tmp_path / "friday.txt")
    page.get_by_role("button", name="Look back").click()
    expect(page.get_by_role("heading", level=1, name="Debrief: friday")).to_be_visible()
    expect(page.get_by_text("I'm worried about my own bills").first).to_be_visible()


def test_a_folder_is_brought_after_a_look(nobody, visit):
    page = visit(nobody).enter()
    page.get_by_role("link", name="Bring files", exact=True).first.click()
    page.get_by_label("Or a whole folder").set_input_files(RESTAURANT)
    page.get_by_role("button", name="Look first").click()
    expect(page.get_by_role("heading", name="What would be taken")).to_be_visible()
    assert not nobody.book.exists()
    by_desk = Desk.open(nobody.book.with_name("other.book")).preview([RESTAURANT])
    expect(page.get_by_role("status")).to_contain_text(f"{by_desk.accepted} new, {by_desk.duplicate} known already")
    page.get_by_role("button", name="Take them into the book").click()
    expect(page.get_by_role("status")).to_contain_text(f"{by_desk.accepted} taken")
    page.get_by_role("link", name="See who is in the book").click()
    expect(page.get_by_role("link", name="Alan Fields")).to_be_visible()


def test_what_a_machine_read_is_settled_by_keyboard_alone(own, visit):
    seen = visit(own)
    page = seen.enter()
    page.goto(own.origin + "/?as_of=2026-02-20")
    focus = "() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()"

    def reach(wanted):
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate(focus).startswith(wanted):
                outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none", wanted
                return
        raise AssertionError(f"{wanted} is not reached")

    reach("Skip to the page")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto(own.origin + "/?as_of=2026-02-20")
    reach("Confirm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/confirm?as_of=2026-02-20")
    waiting = page.locator("ol.reasons > li").count()
    reach("Yes, count it: reading 1")
    page.keyboard.press("Space")
    expect(page.locator("ol.reasons > li")).to_have_count(waiting - 1)
    reach("No, set it aside: reading 1")
    page.keyboard.press("Enter")
    expect(page.locator("ol.reasons > li")).to_have_count(waiting - 2)
    kinds = [entry.kind for entry in Desk.open(own.book).book if entry.kind in ("confirm", "dismiss")]
    assert sorted(kinds) == ["confirm", "dismiss"]


def test_the_slash_goes_to_the_search_is_no_trap_and_can_be_turned_off(rosa, visit):
    page = visit(rosa, storage_state=cookie(rosa)).open("/rules")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("either/or")
    assert page.evaluate("document.activeElement.value") == "either/or"
    page.get_by_label("goes to the search").uncheck()
    page.reload()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "q"
    page.get_by_label("Find a rule").fill("apology")
    page.keyboard.press("Enter")
    page.wait_for_url("**/rules?q=apology")
    page.get_by_role("link", name="E306").click()
    expect(page.get_by_role("heading", name="Do instead")).to_be_visible()


def test_words_are_copied_with_one_press(demo, visit):
    seen = visit(demo, storage_state=cookie(demo), permissions=["clipboard-read", "clipboard-write"])
    page = seen.open("/party?name=alan&as_of=2026-01-31")
    page.get_by_role("button", name="Copy:").first.click()
    expect(page.get_by_role("button", name="Copied:")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith("Hello Alan")


def test_everything_works_without_javascript(own, visit):
    page = visit(own, storage_state=cookie(own), java_script_enabled=False).open("/draft?to=alan")
    page.fill("#draft", DRAFT)
    page.click("button.main")
    page.locator("li", has_text="D901").locator("button").click()
    expect(page.locator("#draft")).not_to_have_value(re.compile("on purpose"))
    page.goto(own.origin + "/confirm?as_of=2026-02-20")
    waiting = page.locator("ol.reasons > li").count()
    page.locator("button[value=no]").first.click()
    expect(page.locator("ol.reasons > li")).to_have_count(waiting - 1)
    page.fill("#q", "chard")
    page.click("form.search button")
    page.wait_for_url(re.compile("/search.*q=chard"))
    assert "m1" in page.locator("main a").first.get_attribute("href")


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
def test_every_page_in_every_look_is_accessible_and_fits(demo, visit, look):
    seen = visit(demo, look, storage_state=cookie(demo), bypass_csp=True)
    found = []
    for place in PLACES:
        seen.open(place)
        found += seen.faults(look[2])
    seen.open("/draft?to=alan&as_of=2026-01-31").fill("#draft", DRAFT)
    seen.page.click("button.main")
    expect(seen.page.locator(".result, article")).to_be_visible()
    found += seen.faults(look[2])
    seen.open("/debrief").fill("#text", TALK)
    seen.page.click("button.main")
    expect(seen.page.locator(".result, article")).to_be_visible()
    found += seen.faults(look[2])
    seen.open("/bring").set_input_files("#files", [RESTAURANT / "notes.goodwill", RESTAURANT / "contacts.vcf"])
    seen.page.click("button.main")
    expect(seen.page.locator(".result, article")).to_be_visible()
    found += seen.faults(look[2])
    missing = "Failed to load resource: the server responded with a status of 404 (Not Found)"
    seen.complaints = [said for said in seen.complaints if said != missing]
    assert "\n".join(sorted({" ".join(map(str, one)) for one in found})) == ""


def test_an_empty_book_and_the_question_who_you_are_are_accessible(nobody, serving, visit):
    lines = [f"2026-01-2{n} message m{n} by=a{n}@x.example to=b{n}@x.example | Hello" for n in range(4)]
    asks = serving("who.book", lines=lines)
    for client in (nobody, asks):
        seen = visit(client, ("dark", "none", 320), storage_state=cookie(client), bypass_csp=True)
        seen.open("/")
        assert seen.faults(320) == []


def test_hostile_words_run_nothing_and_ask_for_nothing(serving, visit):
    from test_hostile_words import book_of

    here = serving("poisoned.book", me=("Rosa",), lines=())
    desk = Desk.open(here.book, ("Rosa",))
    desk.journal.append(book_of(HOSTILE), recorded="2026-02-01T00:00:00Z", strict=False)
    seen = visit(here, storage_state=cookie(here))
    seen.open("/?as_of=2026-03-01")
    for n in range(0, len(HOSTILE), 3):
        seen.open(f"/party?name=p{n}&as_of=2026-03-01")
        seen.open(f"/entry?id=m{n + 1}")
    seen.open("/draft?to=p1").fill("#draft", "\n".join(f"You did {word} on purpose." for word in HOSTILE))
    seen.page.click("button.main")
    assert seen.page.evaluate("document.scripts.length") == 1


EVIL = """<!doctype html><title>other</title>
<form method="post" action="{origin}/stories"><input name="csrf" value="{csrf}"></form>
<img src="{origin}/?x=1"><script>document.forms[0].submit()</script>"""


def test_a_form_that_another_port_sends_is_refused_by_the_gate(own, visit):
    class Other(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = EVIL.format(origin=own.origin, csrf=own.session.csrf).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            """Say nothing."""

    other = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Other)
    threading.Thread(target=other.serve_forever, daemon=True).start()
    seen = visit(own)
    page = seen.enter()
    page.goto(f"http://127.0.0.1:{other.server_port}/")
    page.wait_for_url(own.origin + "/stories")
    expect(page.get_by_role("heading", name="Not let in")).to_be_visible()
    page.goto(own.origin + "/")
    assert "made-up" not in page.content()
    seen.asked = [url for url in seen.asked if f":{other.server_port}/" not in url]
    seen.complaints = []
    other.shutdown()
