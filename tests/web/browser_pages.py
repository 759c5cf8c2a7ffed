"""A real browser on the pages: what it asked for, what it complained of, and what an accessibility check says."""

import os
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

ARGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE = ZipFile(Path(__file__).with_name("axe-core.zip")).read("axe.min.js").decode()
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
SMALL = """() => [...document.querySelectorAll("a, button, input, select, textarea, summary")].filter(e => {
  const box = e.getBoundingClientRect();
  if (!box.width || e.type === "hidden" || e.closest(".skip")) return false;
  const within = e.parentElement.textContent.trim() !== e.textContent.trim();
  const sentence = e.tagName === "A" && within && getComputedStyle(e).display === "inline";
  return !sentence && (box.width < 24 || box.height < 24);
}).map(e => e.outerHTML.slice(0, 100))"""


def chromium():
    """Find the system's chromium. Where .ci/run asks for it, it must be there."""
    found = next(filter(None, map(shutil.which, NAMES)), "")
    if not found and os.environ.get("GOODWILL_BROWSER") != "required":
        pytest.skip("no chromium on this machine; .ci/run installs it")
    assert found, "chromium is missing"
    return found


class Watched:
    """A browser's page that notes every request, complaint and dialog."""

    def __init__(self, context, client):
        self.page, self.client = context.new_page(), client
        self.asked, self.complaints = [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append(f"dialog {dialog.message}"), dialog.dismiss()))

    def open(self, path):
        """Open a page of goodwill."""
        self.page.goto(self.client.origin + path)
        return self.page

    def enter(self):
        """Come in by the start link."""
        self.page.goto(self.client.session.link)
        self.page.wait_for_url(self.client.origin + "/")
        return self.page

    def troubles(self):
        """Give what was asked for elsewhere, and what was complained of."""
        return [url for url in self.asked if not url.startswith(self.client.origin)] + self.complaints

    def faults(self, width):
        """Look at the page as it stands: accessibility faults, sideways scrolling, small targets."""
        self.page.wait_for_load_state()
        self.page.evaluate(AXE)
        told = self.page.evaluate("rules => axe.run(document, rules)", RULES)["violations"]
        found = [
            (self.page.url.removeprefix(self.client.origin), fault["id"], node["html"])
            for fault in told
            for node in fault["nodes"]
        ]
        found += [
            (self.page.url.removeprefix(self.client.origin), "small", target) for target in self.page.evaluate(SMALL)
        ]
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        return found + ([(self.page.url, "wide", wide)] if wide > width else [])


def cookie(client):
    """Give the browser the cookie, as the start link did."""
    session = client.session
    return {
        "cookies": [
            {"name": session.cookie_name, "value": session.cookie, "domain": "127.0.0.1", "path": "/", "httpOnly": True,
             "sameSite": "Strict", "secure": False, "expires": -1}
        ],
        "origins": [],
    }  # fmt: skip
