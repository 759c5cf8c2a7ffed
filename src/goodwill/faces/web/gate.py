"""The gate before every page: who asks, from where, and for what; and what each answer tells the browser."""

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Any

from goodwill.faces.web.errors import bare_page
from goodwill.faces.web.session import Session

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

START = "/start"
SAFE = ("GET", "HEAD")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
# The referrer policy is not no-referrer: with that, browsers send `Origin: null` with our own forms.
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-embedder-policy", b"require-corp"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    (b"cache-control", b"no-store"),
)

log = logging.getLogger("goodwill.web")


class Gate:
    """Stands before the pages: what is not let through gets a status and a sentence, and reaches no page."""

    def __init__(self, app: App, session: Session) -> None:
        self.app = app
        self.session = session
        self.hosts = allowed_hosts(session.port)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through to the pages, or turn it away."""
        if scope["type"] != "http":
            return
        answered = _Answered(send)
        refused = self.refusal(scope)
        if refused is not None:
            await _say(refused, answered)
            return
        try:
            await self.app(scope, receive, answered)
        except Exception as fault:
            if not answered.begun:
                note(fault)
                await _say(HTTPStatus.INTERNAL_SERVER_ERROR, answered)

    def refusal(self, scope: Scope) -> HTTPStatus | None:
        """Say with which status a request is turned away; None lets it through."""
        told = _Told(scope)
        if told.count(b"host") != 1 or told.one(b"host") not in self.hosts:
            return HTTPStatus.MISDIRECTED_REQUEST
        starting = scope["path"] == START and scope["method"] in SAFE
        if not starting and not self.session.knows(told.one(b"cookie")):
            return HTTPStatus.UNAUTHORIZED
        site, origin = told.one(b"sec-fetch-site"), told.one(b"origin")
        if not starting and site and site not in ("same-origin", "none"):
            return HTTPStatus.FORBIDDEN
        if scope["method"] in SAFE:
            return None
        ours = f"http://{told.one(b'host')}"
        came_from_us = bool(site or origin) and site in ("", "same-origin") and origin in ("", ours)
        return None if came_from_us else HTTPStatus.FORBIDDEN


def allowed_hosts(port: int) -> frozenset[str]:
    """Give the spellings of this machine that a browser may have been sent to; any other is somebody's trick.

    >>> sorted(allowed_hosts(8000))
    ['127.0.0.1:8000', '[::1]:8000', 'localhost:8000']
    """
    names = ("127.0.0.1", "localhost", "[::1]")
    return frozenset(f"{name}:{port}" for name in names) | (frozenset(names) if port == 80 else frozenset())


class _Told:
    """The headers of a request; one given twice is as good as none."""

    def __init__(self, scope: Scope) -> None:
        self.pairs: list[tuple[bytes, bytes]] = list(scope["headers"])

    def count(self, name: bytes) -> int:
        return sum(key == name for key, _ in self.pairs)

    def one(self, name: bytes) -> str:
        found = [value for key, value in self.pairs if key == name]
        return found[0].decode("latin-1") if len(found) == 1 else "twice" if found else ""


class _Answered:
    """Passes an answer on with our headers on it, and knows whether one was begun."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            ours = {name for name, _ in HEADERS}
            kept = [(name, value) for name, value in message.get("headers", ()) if name.lower() not in ours]
            message = {**message, "headers": [*kept, *HEADERS]}
        await self.send(message)


async def _say(status: HTTPStatus, send: Send) -> None:
    body = bare_page(status).encode()
    headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": int(status), "headers": headers})
    await send({"type": "http.response.body", "body": body})


def note(fault: BaseException) -> None:
    """Note a fault of our own in the window: its kind and place, and nothing it says, which may be somebody's words."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else ""
    log.error("goodwill: a fault of goodwill itself: %s%s", type(fault).__name__, place)
