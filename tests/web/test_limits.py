"""What is too much, and what is said when something goes wrong: a status and a sentence, and no word of anybody's."""

import logging
import socket

import pytest

from goodwill.faces.web.gate import POLICY
from web_client import FORM, OPEN


@pytest.mark.parametrize(
    ("path", "size"), [("/draft", 8_000_001), ("/confirm", 8_000_001), ("/bring/look", 256_000_001)]
)
def test_too_much_is_refused_before_it_is_read(rosa, path, size):
    headers = [("Origin", rosa.origin), ("Content-Type", FORM), ("Content-Length", str(size))]
    assert rosa.send("POST", path, headers).status == 413


def test_too_much_in_pieces_is_refused_too(rosa):
    pieces = [("Origin", rosa.origin), ("Content-Type", FORM), ("Transfer-Encoding", "chunked")]
    piece = b"%x\r\n" % 500_000 + b"a" * 499_999 + b"&\r\n"
    line = socket.create_connection(("127.0.0.1", rosa.session.port), timeout=20)
    cookie = f"{rosa.session.cookie_name}={rosa.session.cookie}"
    head = "".join(f"{name}: {value}\r\n" for name, value in [("Host", rosa.host), ("Cookie", cookie), *pieces])
    with line:
        line.sendall(f"POST /draft HTTP/1.1\r\n{head}\r\n".encode())
        try:
            for _ in range(20):
                line.sendall(piece)
        except (BrokenPipeError, ConnectionResetError):
            pass
        assert line.recv(100).startswith(b"HTTP/1.1 413 ")


def test_more_files_or_fields_than_allowed_are_refused(rosa):
    many = [("files", f"{n}.txt", b"x") for n in range(2001)]
    answers = [
        rosa.post("/bring/look", files=many),
        rosa.post("/draft", **{f"field{n}": "x" for n in range(101)}),
        rosa.post("/draft", draft="x" * 5_000_001),
        rosa.post("/draft", draft="x" * 1_000_001),
    ]
    for told in answers:
        assert told.status == 400
        assert "That could not be read" in told.text


CANARY = "canary-7f3a"


def test_what_goes_wrong_is_told_without_a_word_of_it(rosa):
    answers = [
        rosa.get(f"/{CANARY}"),
        rosa.get("/party", name=CANARY),
        rosa.get("/entry", id=CANARY),
        rosa.get(f"/rules/{CANARY}"),
        rosa.get(f"/static/{CANARY}"),
        rosa.get("/", as_of=CANARY[:10]),
        rosa.get("/", format=CANARY),
        rosa.get("/timeline", name="alan", skip=CANARY),
        rosa.post("/confirm", id=CANARY, word="perhaps"),
        rosa.post("/confirm", id=CANARY, word="yes"),
        rosa.post("/bring/take", set=CANARY),
        rosa.post("/draft", draft="Hello", to=CANARY),
        rosa.send("GET", OPEN + "?token=" + CANARY),
    ]
    assert [told.status for told in answers] == [404, 404, 404, 404, 404, 400, 400, 400, 400, 404, 404, 404, 403]
    for told in answers:
        assert CANARY not in told.text
        assert "Traceback" not in told.text


def test_a_fault_of_our_own_is_told_without_a_word_of_what_it_held(rosa, monkeypatch, caplog):
    from goodwill.desk.desk import Desk

    def broken(*_):
        raise KeyError(CANARY)

    monkeypatch.setattr(Desk, "candidates", broken)
    with caplog.at_level(logging.DEBUG):
        told = rosa.get("/confirm", id=CANARY)
    assert told.status == 500
    assert "goodwill made a mistake" in told.text
    assert CANARY not in told.text + caplog.text
    assert "KeyError" not in told.text
    assert "KeyError at broken" in caplog.text
    assert told.headers["content-security-policy"] == POLICY


def test_static_files_are_those_of_the_page_and_no_others(rosa):
    for name in ("goodwill.css", "goodwill.js", "icon.svg", "page.css"):
        assert rosa.get(f"/static/{name}").status == 200
    for name in ("../app.py", "..%2fapp.py", "%2e%2e/app.py", "/etc/passwd", "goodwill.css/../../app.py", "", "x.css"):
        assert rosa.send("GET", "/static/" + name).status == 404


def test_telemetry_of_the_libraries_stays_off_whatever_the_environment_says(serving, monkeypatch):
    monkeypatch.setenv("FASTAPI_OTEL_AUTO_CONFIGURE", "true")
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector.example:4318")
    monkeypatch.setenv("OTEL_TRACES_EXPORTER", "otlp")
    seen = []
    real = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **more: seen.append(args[0]) or real(*args, **more))
    here = serving("quiet.book", me=("Rosa",))
    assert here.get("/").status == 200
    assert set(seen) <= {"127.0.0.1"}
