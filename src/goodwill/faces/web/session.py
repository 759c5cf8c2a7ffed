"""Who may look: one browser, which came by the start link, for as long as goodwill serves."""

import secrets
from dataclasses import dataclass, field
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie

BYTES = 32


def _drawn() -> str:
    return secrets.token_urlsafe(BYTES)


@dataclass
class Session:
    """The secrets of one run on one port: the start link's, spent on its first use, the cookie's, and the forms'."""

    port: int
    start: str = field(default_factory=_drawn, repr=False)
    cookie: str = field(default_factory=_drawn, repr=False)
    csrf: str = field(default_factory=_drawn, repr=False)

    @property
    def link(self) -> str:
        """Give the link that opens goodwill, once."""
        return f"http://127.0.0.1:{self.port}/start?token={self.start}"

    @property
    def cookie_name(self) -> str:
        """Name the cookie; two runs side by side keep theirs apart."""
        return f"goodwill-{self.port}"

    @property
    def set_cookie(self) -> str:
        """Give the header that hands the cookie to the browser."""
        return f"{self.cookie_name}={self.cookie}; Path=/; HttpOnly; SameSite=Strict"

    def spend(self, token: str) -> bool:
        """Take the token of the start link; it is right once, and never again."""
        right = bool(self.start) and _same(token, self.start)
        if right:
            self.start = ""
        return right

    def knows(self, header: str) -> bool:
        """Say whether a Cookie header holds this run's cookie."""
        try:
            told = SimpleCookie(header).get(self.cookie_name)
        except CookieError:
            return False
        return told is not None and _same(told.value, self.cookie)

    def wrote(self, csrf: str) -> bool:
        """Say whether a form was written by this run."""
        return _same(csrf, self.csrf)


def _same(told: str, kept: str) -> bool:
    return compare_digest(told.encode("utf-8", "replace"), kept.encode())
