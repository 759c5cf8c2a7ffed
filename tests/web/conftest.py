"""The web face as it is served: real servers, each on a port and with a book of its own, and a browser to see them."""

import threading

import pytest
from playwright.sync_api import sync_playwright

from browser_pages import ARGS, Watched, chromium
from goodwill.desk.desk import Desk
from goodwill.faces.web.app import gated
from goodwill.faces.web.served import Bench, Served
from goodwill.faces.web.serving import bound, server
from goodwill.faces.web.session import Session
from web_client import NOTES, Client, known, until


@pytest.fixture(scope="session")
def serving(tmp_path_factory):
    """Start servers; each book gets its own, and all end with the tests."""
    running = []

    def start(book, me=(), lines=NOTES, demo=False):
        scratch = tmp_path_factory.mktemp("web")
        path = scratch / book
        if lines:
            (scratch / "notes.goodwill").write_text("\n".join(lines) + "\n", "utf-8")
            Desk.open(path, me).bring([scratch / "notes.goodwill"])
        listening = bound(0)
        session = Session(listening.getsockname()[1])
        served = Served(Bench(lambda: known(path, me), lambda: Desk.open(path, me)), scratch)
        if demo:
            served.show_stories()
        made = server(gated(served, session))
        thread = threading.Thread(target=made.run, args=([listening],), daemon=True)
        thread.start()
        running.append((made, thread))
        until(lambda: made.started)
        return Client(session, path)

    yield start
    for made, thread in running:
        made.should_exit = True
        thread.join(5)


@pytest.fixture(scope="module")
def rosa(serving):
    """Rosa's book, served; tests that share it change nothing in it."""
    return serving("rosa.book", me=("Rosa",))


@pytest.fixture
def own(serving):
    """Rosa's book, served for one test alone."""
    return serving("own.book", me=("Rosa",))


@pytest.fixture
def nobody(serving):
    """No book at all, served."""
    return serving("none.book", lines=())


@pytest.fixture(scope="module")
def demo(serving):
    """The stories, served."""
    return serving("none.book", lines=(), demo=True)


@pytest.fixture(scope="session")
def browser():
    """The system's chromium."""
    path = chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(ARGS))
        yield started
        started.close()


@pytest.fixture
def visit(browser):
    """Open a browser of one's own on a served book; at the end, see that it stayed here and was content."""
    opened = []

    def come(client, look=("light", "none", 1280), **how):
        scheme, forced, width = look
        size = {"width": width, "height": 800}
        context = browser.new_context(color_scheme=scheme, forced_colors=forced, viewport=size, **how)
        opened.append((context, seen := Watched(context, client)))
        return seen

    yield come
    for context, seen in opened:
        context.close()
        assert seen.troubles() == []
