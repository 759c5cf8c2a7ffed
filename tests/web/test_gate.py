"""The gate, against every route there is: the list comes from the application, so that a new route cannot escape."""

import socket

import pytest

from goodwill.faces.web.gate import HEADERS, POLICY
from goodwill.faces.web.serving import bound
from goodwill.faces.web.session import Session
from web_client import ACTS, FORM, OPEN, ROUTES, VIEWS, address, multipart

HOSTS = (
    "", "127.0.0.1", "localhost", "[::1]", "127.0.0.1:{other}", "localhost:{other}", "[::1]:{other}",
    "127.0.0.1.:{port}", "localhost.:{port}", "LOCALHOST:{port}", "Localhost:{port}", "user@127.0.0.1:{port}",
    "127.0.0.1:{port}@evil.example",
    "evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "localhost.evil.example:{port}",
    "2130706433:{port}", "0x7f000001:{port}", "0177.0.0.1:{port}", "127.1:{port}", "127.0.1:{port}", "0.0.0.0:{port}",
    "0:{port}", "127.0.0.2:{port}", "[::ffff:127.0.0.1]:{port}", "[0:0:0:0:0:0:0:1]:{port}", "::1:{port}",
    "127.0.0.1:{port}, evil.example", "127.0.0.1:{port} evil.example", "127.0.0.1:{port}/", "127.0.0.1:0{port}",
    "127.0.0.1:+{port}", "http://127.0.0.1:{port}", "goodwill.localhost:{port}", "rebound.example:{port}",
    "%6cocalhost:{port}",
)  # fmt: skip


@pytest.mark.parametrize("spelling", HOSTS)
def test_no_other_host_is_answered_on_any_route(rosa, spelling):
    host = spelling.format(port=rosa.session.port, other=rosa.session.port - 1)
    for method, path in ROUTES:
        told = rosa.send(method, address(path), host=host)
        # A Host header that is none at all is turned away by the server itself, before the gate.
        assert told.status == 421 or (told.status == 400 and not rosa_page(told)), (method, path, told.status)


def rosa_page(told):
    return "Alan" in told.text or "goodwill</a>" in told.text


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]"])
def test_this_machine_by_its_three_names_is_answered(rosa, name):
    assert rosa.send("GET", "/", host=f"{name}:{rosa.session.port}").status == 200


def test_a_forwarded_host_and_a_second_host_change_nothing(rosa):
    for header in ("X-Forwarded-Host", "Forwarded", "X-Host", "X-Original-Host"):
        assert rosa.send("GET", "/", [(header, "evil.example")]).status == 200
        assert rosa.send("GET", "/", [(header, rosa.host)], host="evil.example").status == 421
    assert rosa.send("GET", "/", [("Host", "evil.example")]).status in (400, 421)
    assert rosa.send("GET", "http://evil.example/", host="evil.example").status == 421


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_without_the_cookie_nothing_is_shown_and_nothing_done(rosa, method, path):
    form = [("Origin", rosa.origin), ("Content-Type", FORM)]
    body = f"csrf={rosa.session.csrf}".encode() if method != "GET" else None
    wrong = (
        [],
        [("Cookie", f"{rosa.session.cookie_name}=")],
        [("Cookie", f"{rosa.session.cookie_name}={'A' * 43}")],
        [("Cookie", f"goodwill={rosa.session.cookie}")],
        [("Cookie", f"{rosa.session.cookie_name}={Session(rosa.session.port).cookie}")],
        [("Cookie", f"a=1; {rosa.session.cookie_name}={rosa.session.cookie}"), ("Cookie", "b=2")],
        [("Authorization", f"Bearer {rosa.session.cookie}")],
    )
    for headers in wrong:
        told = rosa.send(method, address(path), [*headers, *(form if body else [])], body, cookie=False)
        assert told.status == (403 if path == OPEN else 401), headers
        assert "Alan" not in told.text


ORIGINS = (
    [], [("Origin", "null")], [("Origin", "http://evil.example")], [("Origin", "http://127.0.0.1")],
    [("Origin", "http://127.0.0.1:{other}")], [("Origin", "https://127.0.0.1:{port}")],
    [("Origin", "http://localhost:{port}")], [("Origin", "http://127.0.0.1:{port}.evil.example")],
    [("Origin", "http://127.0.0.1:{port}"), ("Origin", "http://evil.example")],
    [("Origin", "http://127.0.0.1:{port}"), ("Sec-Fetch-Site", "cross-site")],
    [("Origin", "http://127.0.0.1:{port}"), ("Sec-Fetch-Site", "same-site")],
    [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")], [("Sec-Fetch-Site", "none")],
    [("Origin", "null"), ("Sec-Fetch-Site", "same-origin")], [("Referer", "http://127.0.0.1:{port}/")],
)  # fmt: skip
KINDS = (FORM, "text/plain", "application/json", "multipart", "")


def sent(kind, csrf):
    if kind == "multipart":
        return multipart([("csrf", csrf), ("id", "r1"), ("word", "yes")], ())
    return kind, f"csrf={csrf}&id=r1&word=yes&me=Mallory&set=x".encode()


@pytest.mark.parametrize(("method", "path"), ACTS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_form_from_elsewhere_is_taken(rosa, method, path, kind):
    before = rosa.book.read_bytes()
    for origin in ORIGINS:
        told = [(name, value.format(port=rosa.session.port, other=rosa.session.port - 1)) for name, value in origin]
        content, body = sent(kind, rosa.session.csrf)
        answer = rosa.send(method, path, [*told, *([("Content-Type", content)] if content else [])], body)
        assert answer.status == 403, (origin, kind)
    assert rosa.book.read_bytes() == before


@pytest.mark.parametrize(("method", "path"), ACTS)
@pytest.mark.parametrize("kind", KINDS)
def test_no_form_is_taken_that_was_not_written_here(rosa, method, path, kind):
    before = rosa.book.read_bytes()
    for csrf in ("", "x", "A" * 43, Session(1).csrf, rosa.session.cookie):
        content, body = sent(kind, csrf)
        ours = [("Origin", rosa.origin), ("Sec-Fetch-Site", "same-origin")]
        answer = rosa.send(method, path, [*ours, *([("Content-Type", content)] if content else [])], body)
        assert answer.status == 403, (csrf, kind)
    assert rosa.book.read_bytes() == before


@pytest.mark.parametrize(("method", "path"), ACTS)
def test_the_same_form_from_our_own_page_is_let_in(own, method, path):
    for ours in ([("Origin", own.origin)], [("Sec-Fetch-Site", "same-origin")]):
        content, body = sent(FORM, own.session.csrf)
        assert own.send(method, path, [*ours, ("Content-Type", content)], body).status not in (401, 403, 421)


def test_only_get_shows_and_only_post_acts():
    assert {method for method, _ in ROUTES} == {"GET", "POST"}
    assert not {path for _, path in ACTS} & {OPEN}


def test_no_page_opened_changes_the_book(own):
    own.post("/me", me="Rosa")
    before = own.book.read_bytes()
    for path in VIEWS:
        assert own.send("GET", address(path)).status == (403 if path == OPEN else 200), path
        own.send("GET", address(path, told=False) + "?accept=1&word=yes&id=m1&me=Mallory&set=x")
    assert own.book.read_bytes() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY", "HEAD", "MADEUP"])
def test_no_other_method_does_anything(rosa, method):
    for _, path in ROUTES:
        ours = [("Origin", rosa.origin), ("Sec-Fetch-Site", "same-origin")]
        assert rosa.send(method, address(path), ours).status == 405, path


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_every_answer_carries_every_header(rosa, method, path):
    answers = [
        rosa.send(method, address(path)),
        rosa.send(method, address(path), cookie=False),
        rosa.send(method, address(path), host="evil.example"),
        rosa.send(method, path + "/nowhere"),
    ]
    for told in answers:
        for name, value in HEADERS:
            assert told.headers[name.decode()] == value.decode(), (told.status, name)
        assert "server" not in told.headers
        assert "access-control-allow-origin" not in told.headers


def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline():
    parts = dict(part.strip().partition(" ")[::2] for part in POLICY.split(";"))
    assert parts["default-src"] == parts["frame-ancestors"] == parts["base-uri"] == "'none'"
    assert {parts[name] for name in ("script-src", "style-src", "img-src", "form-action")} == {"'self'"}
    assert "unsafe" not in POLICY
    assert "http" not in POLICY


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_page_is_shown_to_another_site_or_another_port(rosa, site):
    for path in VIEWS:
        if path != OPEN:
            assert rosa.send("GET", address(path), [("Sec-Fetch-Site", site)]).status == 403


def test_the_start_link_opens_once(serving):
    here = serving("start.book", me=("Rosa",))
    link = here.session.link.removeprefix(here.origin)
    assert here.send("GET", OPEN, cookie=False).status == 403
    assert here.send("GET", OPEN + "?token=" + "A" * 43, cookie=False).status == 403
    first = here.send("GET", link, [("Sec-Fetch-Site", "cross-site")], cookie=False)
    assert first.status == 200
    cookie = first.headers["set-cookie"]
    assert cookie == f"{here.session.cookie_name}={here.session.cookie}; Path=/; HttpOnly; SameSite=Strict"
    second = here.send("GET", link, cookie=False)
    assert (second.status, "set-cookie" in second.headers) == (403, False)
    assert here.send("GET", link).status == 403
    assert here.send("GET", OPEN + "?token=", cookie=False).status == 403


def test_the_secrets_are_long_differ_and_stand_on_no_page(rosa):
    secrets = [getattr(session, name) for session in (Session(1), Session(1)) for name in ("start", "cookie", "csrf")]
    assert len(set(secrets)) == 6
    assert min(map(len, secrets)) >= 43
    assert not any(secret in repr(Session(1)) for secret in secrets)
    for path in VIEWS:
        text = rosa.send("GET", address(path)).text
        assert rosa.session.cookie not in text
        assert rosa.session.start not in text


def test_it_listens_on_this_machine_alone():
    with bound(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"
        assert listening.family == socket.AF_INET
