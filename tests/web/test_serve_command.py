"""goodwill serve as a program: what it prints, how it is reached, how it ends."""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager

import pytest

from web_client import until


@contextmanager
def started(folder, *args):
    """Start the program in a folder of its own."""
    env = {"PATH": os.environ["PATH"], "HOME": str(folder), "XDG_DATA_HOME": str(folder), "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "goodwill", "serve", "--no-open", *args]
    run = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        yield run
    finally:
        run.kill()
        run.communicate()


def asked(link, host=None):
    """Ask for a link as a browser without a cookie would."""
    port, path = re.fullmatch(r"http://127\.0\.0\.1:(\d+)(/.*)", link).groups()
    line = http.client.HTTPConnection("127.0.0.1", int(port), timeout=10)
    line.request("GET", path, headers={"Host": host or f"127.0.0.1:{port}"})
    told = line.getresponse()
    return told.status, told.getheader("Set-Cookie") or "", told.read().decode()


def test_it_prints_a_link_that_works_once_and_ends_cleanly(tmp_path):
    with started(tmp_path) as run:
        link = re.fullmatch(
            r"goodwill is at (http://127\.0\.0\.1:\d+/start\?token=[\w-]{43})\n", run.stdout.readline()
        )[1]
        assert asked(link)[0] == 200
        assert asked(link)[0] == 403
        assert asked(link.partition("/start")[0] + "/")[0] == 401
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=15)
    assert (run.returncode, out) == (0, "")
    assert err.endswith("goodwill: ended\n")
    assert "Traceback" not in err
    assert list(tmp_path.rglob("*.book")) == []


def test_a_port_may_be_named_and_one_in_use_is_told(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with started(tmp_path, "--port", str(port)) as run:
            _, err = run.communicate(timeout=20)
    assert run.returncode == 2
    assert err.startswith("goodwill: ")
    assert err.count("\n") == 1
    with started(tmp_path, "--port", str(port)) as run:
        assert f":{port}/" in run.stdout.readline()


def test_the_stories_are_served_from_a_book_that_goes_with_the_end(tmp_path):
    with started(tmp_path, "--demo", "--book", "own.book") as run:
        link = run.stdout.readline().split()[-1]
        _, cookie, _ = asked(link)
        line = http.client.HTTPConnection("127.0.0.1", int(re.search(r":(\d+)/", link)[1]), timeout=20)
        line.request("GET", "/", headers={"Cookie": cookie.partition(";")[0]})
        assert "Alan Fields" in line.getresponse().read().decode()
        line.close()
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=15)
    assert list(tmp_path.rglob("*.book")) == []


def test_a_book_that_cannot_be_opened_is_told_before_anything_is_served(tmp_path):
    (tmp_path / "bad.book").write_bytes(b"this is no book" * 100)
    with started(tmp_path, "--book", "bad.book") as run:
        out, err = run.communicate(timeout=20)
    assert (run.returncode, out) == (2, "")
    assert "bad.book" in err
    assert "Traceback" not in err


def test_there_is_no_way_to_serve_to_others(tmp_path):
    for option in ("--host", "--bind", "--public"):
        with started(tmp_path, option, "0.0.0.0") as run:
            run.communicate(timeout=20)
        assert run.returncode == 2


def test_the_browser_is_led_in_by_a_page_that_only_the_user_can_read(tmp_path, monkeypatch):
    from goodwill.faces.web import serving
    from goodwill.faces.web.session import Session

    session = Session(8000)
    page = serving._way_in(tmp_path, session)
    assert page.stat().st_mode & 0o077 == 0
    assert f"url={session.link}" in page.read_text()
    opened = []
    monkeypatch.setattr(serving.webbrowser, "open", opened.append)
    monkeypatch.setattr(serving.uvicorn.Server, "run", lambda *_: until(lambda: opened))
    from goodwill.desk.desk import Desk

    serving.serve(Desk.empty, Desk.empty, 0, lambda _: None, browser=True, demo=False)
    assert len(opened) == 1
    assert opened[0].startswith("file://")
    assert session.link not in opened[0]


@pytest.mark.parametrize("book", ["gone", "changed"])
def test_a_book_that_fails_while_served_is_told_without_a_word_of_it(own, book):
    assert own.get("/").status == 200
    own.book.write_bytes(b"canary" * 1000)
    for extra in own.book.parent.glob("own.book-*"):
        extra.unlink()
    if book == "gone":
        own.book.unlink()
    told = own.get("/")
    assert told.status == 409
    assert "canary" not in told.text
    assert str(own.book.parent) not in told.text
