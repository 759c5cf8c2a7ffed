"""A client that speaks plain HTTP to a served book, and the routes there are, taken from the application itself."""

import http.client
import json
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from fastapi.routing import iter_route_contexts

from goodwill.desk.desk import Desk
from goodwill.faces.cli.app import run
from goodwill.faces.web.app import pages
from goodwill.faces.web.session import Session
from goodwill.store.fault import StoreFault

CANDIDATE_AND_DEAL = (
    '2026-01-10 party bea name="Bea Moss" mail=bea@moss.example',
    "2026-01-11 claim cl1 by=bea matter=degree | Master gardener, Kew, 2016",
    "2026-01-12 reference rf1 by=cid about=bea chosen=me reliability=4 followthrough=5 again=yes | On the day, always",
    '2026-01-13 issue is1 deal=veg issue=price options="380;340"',
    '2026-01-13 issue is2 deal=veg issue=days options="14;30"',
    "2026-01-13 value v1 by=me deal=veg issue=price option=340 points=60",
    "2026-01-13 value v2 by=me deal=veg issue=price option=380 points=0",
    "2026-01-13 value v3 by=me deal=veg issue=days option=30 points=20",
    "2026-01-13 value v4 by=me deal=veg issue=days option=14 points=0",
    "2026-01-13 reservation rv1 by=me deal=veg points=10",
    '2026-01-14 offer o1 by=alan to=me deal=veg terms="price=380;days=30" | 380, and a month to pay',
)
NOTES = (
    '2025-12-01 party alan name="Alan Fields" mail=alan@fields.example',
    "2026-01-05 invoice i1 by=alan to=me amount=380 currency=GBP due=2026-01-19 number=FD-1",
    "2026-01-20 promise p1 by=me to=alan due=2026-01-23 | I'll pay it by Friday",
    "2026-01-21 thanks t1 by=alan to=me | Ta, Rosa",
    "2026-01-22T09:00 message m1 by=alan to=me | I will bring the chard on Monday. I'm worried about frost.",
    "2026-01-22T10:00 message m2 by=me to=alan | I can do the terrace for 40 less if you want.",
    *CANDIDATE_AND_DEAL,
)


@dataclass
class Answer:
    """What the server answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.body)


@dataclass
class Client:
    """A browser as the gate sees it: it has the cookie, and says where a form came from."""

    session: Session
    book: Path

    @property
    def host(self):
        return f"127.0.0.1:{self.session.port}"

    @property
    def origin(self):
        return f"http://{self.host}"

    def send(self, method, path, headers=(), body=None, *, cookie=True, host=None):
        """Send one request with exactly these headers, besides cookie, Host and length."""
        line = http.client.HTTPConnection("127.0.0.1", self.session.port, timeout=20)
        try:
            line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            if host != "":
                line.putheader("Host", self.host if host is None else host)
            if cookie:
                line.putheader("Cookie", f"{self.session.cookie_name}={self.session.cookie}")
            for name, value in headers:
                line.putheader(name, value)
            if body is not None:
                line.putheader("Content-Length", str(len(body)))
            line.endheaders(body)
            told = line.getresponse()
            return Answer(told.status, {k.lower(): v for k, v in told.getheaders()}, told.read())
        finally:
            line.close()

    def get(self, path, **query):
        """Open a page."""
        return self.send("GET", path + ("?" + urlencode(query) if query else ""))

    def post(self, path, files=(), **fields):
        """Send a form as our own page would: urlencoded, or multipart where files go along."""
        pairs = [("csrf", self.session.csrf)]
        for name, value in fields.items():
            pairs += [(name, one) for one in (value if isinstance(value, list) else [value])]
        kind, body = multipart(pairs, files) if files else (FORM, urlencode(pairs).encode())
        return self.send("POST", path, [("Origin", self.origin), ("Content-Type", kind)], body)


FORM = "application/x-www-form-urlencoded"


def multipart(pairs, files):
    """Write a multipart form; a file is (field, name, bytes)."""
    mark = secrets.token_hex(12)
    parts = [f'--{mark}\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in pairs]
    for name, told, content in files:
        quoted = told.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{quoted}"\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    return f"multipart/form-data; boundary={mark}", b"".join(parts) + f"--{mark}--\r\n".encode()


def known(path, me):
    """Open a book if there is one."""
    try:
        return Desk.open(path, me, create=False)
    except StoreFault:
        return Desk.empty(me)


def printed(capsys, *args):
    """Give what the command line prints of the same book."""
    capsys.readouterr()
    run([str(arg) for arg in args])
    return json.loads(capsys.readouterr().out)


def until(come, patience=10):
    """Wait for something to be so."""
    end = time.monotonic() + patience
    while not come():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.01)


def table():
    """Give every route as (method, path) from the application itself, so that a new one cannot escape the tests."""
    app = pages(None, Session(1))
    found = [(method, c.path) for c in iter_route_contexts(app.routes) for method in sorted(c.methods or {"*"})]
    assert found and all(path for _, path in found)
    return sorted(found)


ROUTES = table()
FILLED = {"/static/{name}": "/static/goodwill.css", "/rules/{name}": "/rules/E201"}
TOLD = {
    "/party": "?name=alan", "/mirror": "?name=alan", "/acts": "?name=alan", "/timeline": "?name=alan",
    "/entry": "?id=m1", "/search": "?q=chard", "/start": "?token=wrong", "/vet": "?name=alan",
    "/compare": "?name=alan&name=bea", "/deal": "?name=veg", "/contest": "?id=m1", "/undo": "?id=m1",
    "/erase": "?name=alan",
}  # fmt: skip
OPEN = "/start"


def address(path, told=True):
    """Give an address at which a route can be asked."""
    return FILLED.get(path, path) + (TOLD.get(path, "") if told else "")


VIEWS = [path for method, path in ROUTES if method == "GET"]
ACTS = [(method, path) for method, path in ROUTES if method != "GET"]
