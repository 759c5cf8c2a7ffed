"""The server: on this machine alone, for as long as goodwill runs."""

import logging
import socket
import tempfile
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path

import uvicorn

from goodwill.desk.desk import Desk
from goodwill.faces.web.app import gated
from goodwill.faces.web.gate import App
from goodwill.faces.web.served import Bench, Served
from goodwill.faces.web.session import Session

HERE = "127.0.0.1"
PATIENCE = 2
LONGEST_HEAD = 32_768


def serve(
    known: Callable[[], Desk], made: Callable[[], Desk], port: int, say: Callable[[str], None], **how: bool
) -> None:
    """Serve until Ctrl-C. `known` opens the book if there is one, `made` makes it; `demo` and `browser` say how."""
    with bound(port) as listening, tempfile.TemporaryDirectory() as scratch:
        session = Session(listening.getsockname()[1])
        served = Served(Bench(known, made), Path(scratch))
        if how["demo"]:
            served.show_stories()
        say(session.link)
        if how["browser"]:
            threading.Timer(0.3, webbrowser.open, (_way_in(Path(scratch), session).as_uri(),)).start()
        server(gated(served, session)).run([listening])


def _way_in(scratch: Path, session: Session) -> Path:
    """Lay down a page that only the user can read and that leads in: a browser's arguments are seen by everybody."""
    page = scratch / "goodwill.html"
    page.touch(mode=0o600)
    page.write_text(f'<!doctype html><title>goodwill</title><meta http-equiv="refresh" content="0;url={session.link}">')
    return page


def bound(port: int) -> socket.socket:
    """Give a socket on this machine's own address; port 0 takes a free one."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((HERE, port))
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def server(app: App) -> uvicorn.Server:
    """Give a server that trusts no proxy, keeps no log of what was asked for, and names itself to nobody."""
    logging.getLogger("uvicorn").setLevel(logging.CRITICAL)
    return uvicorn.Server(
        uvicorn.Config(
            app, host=HERE, http="h11", ws="none", lifespan="off", loop="asyncio", log_config=None, access_log=False,
            proxy_headers=False, server_header=False, timeout_graceful_shutdown=PATIENCE,
            h11_max_incomplete_event_size=LONGEST_HEAD,
        )
    )  # fmt: skip
