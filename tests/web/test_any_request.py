"""Whatever is sent to any route, signed in or not: no fault of ours, and nothing shown to whoever has no key."""

from urllib.parse import urlencode

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from web_client import FILLED, FORM, ROUTES, multipart

NAMES = (
    "name", "id", "q", "as_of", "format", "skip", "every", "token", "to", "draft", "accept", "text", "day", "set",
    "party", "word", "me", "csrf", "files", "folder", "file", "view", "with", "aim", "calendar", "reason", "by",
    "until", "sure",
)  # fmt: skip
LIKELY = (
    "alan", "m1", "p1", "2026-01-25", "0001-01-01", "9999-12-31", "2026-02-30", "json", "html", "1", "0", "-1", "true",
    "yes", "no", "E201", "10000", "99999999999999999999", "me", "them", "draft", "bea", "veg", "offer", "improve",
    "points", "nan", "inf", "-1e308", "\x00", "\ud7ff", "",
)  # fmt: skip
VALUES = st.sampled_from(LIKELY) | st.text(max_size=60)
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=8)
FILES = st.lists(st.tuples(st.sampled_from(("files", "folder", "file")), st.text(max_size=30), st.binary(max_size=200)),
                 max_size=3)  # fmt: skip


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    route=st.sampled_from(ROUTES), query=PAIRS, form=PAIRS, files=FILES, part=st.text(max_size=20), key=st.booleans()
)
def test_no_request_makes_a_fault_or_passes_without_the_key(rosa, route, query, form, files, part, key):
    method, path = route
    here = path.replace("{name}", urlencode({"": part})[1:] or "x") if path in FILLED else path
    headers, body = [("Origin", rosa.origin)], None
    if method == "POST":
        pairs = [("csrf", rosa.session.csrf), *form]
        kind, body = multipart(pairs, files) if files else (FORM, urlencode(pairs, errors="replace").encode())
        headers.append(("Content-Type", kind))
    told = rosa.send(method, here + "?" + urlencode(query, errors="replace"), headers, body, cookie=key)
    assert told.status < 500, (method, here, query, form)
    if not key and path != "/start":
        assert told.status == 401
