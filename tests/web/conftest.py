"""The web face as it is served: real servers, each on a port of its own, each with a book of its own."""

import threading

import pytest

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
