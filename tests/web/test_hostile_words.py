"""Over a hundred words that would be code, through every way in to every page: shown, and never anything but words."""

import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from goodwill.desk.desk import Desk
from goodwill.doors.recognise import passed_over
from goodwill.faces.web.staging import fit
from goodwill.findings.words import visible
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import line as written
from hostile import HOSTILE
from web_client import CANDIDATE_AND_DEAL, VIEWS, address

TEMPLATES = Path(__file__).parents[2] / "src" / "goodwill" / "faces" / "web" / "templates"
RENDERED = {"article", "svg", "line", "circle"}
TAGS = RENDERED | {
    tag for page in TEMPLATES.glob("*.html") for tag in re.findall(r"<([a-z][a-z0-9]*)", page.read_text("utf-8"))
}
LOCAL = re.compile(r"(/(?!/)|#f\d+$|#main$)")


class Seen(HTMLParser):
    """What a browser would make of a page: its elements, their attributes, and its words."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.words = set(), [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data):
        self.words.append(data)

    def handle_comment(self, data):
        raise AssertionError(f"a comment: {data}")

    def handle_pi(self, data):
        raise AssertionError(f"an instruction: {data}")

    def holds(self, text):
        flat = " ".join(visible(text).split())
        everything = " ".join("".join(self.words).split())
        values = " ".join(value for _, name, value in self.attributes if name in ("value", "aria-label"))
        return flat in everything or flat in " ".join(values.split())


def harmless(text):
    """Read a page as a browser would, and see that it holds nothing that we did not put there."""
    seen = Seen(text)
    assert seen.tags <= TAGS, seen.tags - TAGS
    for tag, name, value in seen.attributes:
        assert not name.startswith("on"), (tag, name)
        assert name not in ("style", "srcset", "srcdoc", "formaction", "xlink:href", "ping", "background"), (tag, name)
        if name in ("href", "src", "action"):
            assert LOCAL.match(value), (tag, name, value)
        if name == "http-equiv":
            raise AssertionError("a page that turns itself")
    scripts = [value for tag, name, value in seen.attributes if (tag, name) == ("script", "src")]
    assert scripts == ["/static/goodwill.js"]
    assert text.count("<script") == 1
    return seen


def book_of(words):
    """Write a book in which each hostile word stands in a name, a message, a number, a thread and a file name."""
    for n, word in enumerate(words):
        day, who = f"2026-01-{n % 28 + 1:02}", f"p{n}"
        yield Entry(_day(day), "party", who, {"name": word.replace(",", " ") or "x"}, "")
        sent = {"by": who, "to": "me", "channel": word, "thread": word, "src": word, "line": "3"}
        yield Entry(_day(day), "message", f"m{n}", sent, f"I will pay {word} on Friday. I'm worried about {word}.")
        yield Entry(_day(day), "invoice", f"i{n}", {"by": who, "to": "me", "amount": "38", "due": day, "number": word})
        yield Entry(_day(day), "promise", f"pr{n}", {"by": who, "to": "me", "due": day}, word)
        yield Entry(_day(day), "claim", f"cl{n}-", {"by": who, "matter": word}, word)
        yield Entry(_day(day), "issue", f"is{n}-", {"deal": word, "issue": f"what {word}", "options": "1;2"})
        yield Entry(_day(day), "offer", f"of{n}-", {"by": who, "to": "me", "deal": word, "terms": "price=1"}, word)
        yield Entry(_day(day), "concession", f"c{n}", {"by": "me", "to": who, "issue": word, "deal": word}, word)


def _day(text):

    return date.fromisoformat(text)


@pytest.fixture(scope="module")
def poisoned(serving):
    """A book full of hostile words, served."""
    here = serving("poisoned.book", me=("Rosa",), lines=CANDIDATE_AND_DEAL)
    desk = Desk.open(here.book, ("Rosa",))
    told = desk.journal.append(book_of(HOSTILE), recorded="2026-02-01T00:00:00Z", strict=False)
    assert len(told.accepted) > 4 * len(HOSTILE)
    desk.introduce(["Rosa"])
    return here


AS_OF = "as_of=2026-03-01"


def test_there_are_more_than_a_hundred_of_them():
    assert len(set(HOSTILE)) == len(HOSTILE) >= 130


def test_the_look_at_a_page_sees_code_where_there_is_some():
    good = "<p>x</p><script src='/static/goodwill.js'></script>"
    harmless(good)
    for bad in (
        "<p onclick=x>",
        "<img src=x>",
        "<a href='javascript:x'>",
        "<script>x</script>",
        "<p style=x>",
        "<!-- x -->",
        "<b>",
    ):
        with pytest.raises(AssertionError):
            harmless(good + bad)


def test_every_view_of_a_poisoned_book_is_harmless(poisoned):
    for path in VIEWS:
        if path not in ("/start", "/static/{name}"):
            here = address(path).replace("name=alan", "name=p1")
            told = poisoned.send("GET", here + ("&" if "?" in here else "?") + AS_OF)
            assert told.status == 200, path
            harmless(told.text)


def test_the_first_page_names_every_hostile_name_as_words(poisoned):
    seen = harmless(poisoned.send("GET", f"/?{AS_OF}").text)
    missing = [word for word in HOSTILE if not seen.holds(word.replace(",", " ").strip("\u2028 "))]
    assert missing == []


@pytest.mark.parametrize("n", range(len(HOSTILE)))
def test_a_hostile_word_is_shown_as_words_on_every_page_about_its_party(poisoned, n):
    word = HOSTILE[n]
    pages = {
        page: harmless(poisoned.send("GET", f"/{page}&{AS_OF}").text)
        for page in (
            f"party?name=p{n}",
            f"mirror?name=p{n}",
            f"timeline?name=p{n}",
            f"entry?id=m{n}",
            f"entry?id=pr{n}",
            f"vet?name=p{n}",
            f"compare?name=p{n}&name=bea",
            f"contest?id=m{n}",
            f"undo?id=cl{n}-",
            f"erase?name=p{n}",
            "deals?",
            f"deal?{urlencode({'name': word, 'with': f'p{n}'})}",
        )
    }
    assert pages[f"entry?id=m{n}"].holds(word)
    assert pages[f"entry?id=pr{n}"].holds(word)
    for page in (f"vet?name=p{n}", f"undo?id=cl{n}-"):
        assert pages[page].holds(word[:60]), page
    for page in (f"compare?name=p{n}&name=bea", f"erase?name=p{n}"):
        assert pages[page].holds(word.replace(",", " ").strip("\u2028 ")), page
    assert any(seen.holds(word[:60]) for page, seen in pages.items() if page.startswith(("party", "timeline")))


@pytest.mark.parametrize("n", range(len(HOSTILE)))
def test_a_hostile_word_that_is_sent_comes_back_as_words(poisoned, n):
    word = HOSTILE[n]
    draft = poisoned.post("/draft", draft=f"You did {word} on purpose. I will pay {word} soon.", to="p1", every="true")
    debrief = poisoned.post(
        "/debrief", text=f"Rosa: I'm worried about {word}.\nAlan: I will pay {word} on Friday.\n" * 3
    )
    search = poisoned.get("/search", q=word[:200])
    rules = poisoned.get("/rules", q=word[:200])
    for told in (draft, debrief, search, rules):
        assert told.status == 200
        seen = harmless(told.text)
        assert seen.holds(word) or told is debrief
    for tag, name, value in Seen(search.text).attributes:
        if (tag, name) == ("a", "href") and "format=json" in value:
            assert parse_qs(urlsplit(value).query)["q"] == [word]


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 40))
def test_hostile_names_of_files_and_columns_come_back_as_words(rosa, start):
    words = HOSTILE[start : start + 40]
    sent = [("files", f"{word}.csv", f"{word.splitlines()[0]};x\n1;2\n".encode()) for word in words]
    told = rosa.post("/bring/look", files=sent)
    seen = harmless(told.text)
    # A name is what follows its last slash, and a browser sends no quotation mark or line end in it as it is.
    plain = [word for word in words if not set('"/\\\r\n\u2028') & set(word)]
    for word in plain:
        assert seen.holds(fit(f"{word}.csv").name) or passed_over(fit(word + ".csv").name), word


def test_a_notebook_that_names_hostile_words_is_looked_at_harmlessly(rosa):
    words = [word for word in HOSTILE if "," not in word and word.isprintable()][:90]
    thanks = (
        Entry(_day("2026-01-02"), "thanks", f"t{n}", {"by": word, "to": "me"}, word) for n, word in enumerate(words)
    )
    lines = "\n".join(written(entry) for entry in thanks) + "\n2026-13-45 <b>no line</b>\n"
    told = rosa.post("/bring/look", files=[("files", "a.goodwill", lines.encode())])
    seen = harmless(told.text)
    assert seen.holds("a.goodwill:91:")
    assert sum(seen.holds(word) for word in words) > 80


def test_hostile_transcripts_with_hostile_names_are_harmless(poisoned):
    for word in HOSTILE:
        told = poisoned.post(
            "/debrief", files=[("file", f"{word}.txt", f"{word}: I'm worried.\nBo: Yes {word}?\n".encode())]
        )
        assert told.status == 200
        harmless(told.text)


def test_json_is_never_taken_for_a_page(poisoned):
    for path in (f"/?{AS_OF}&format=json", f"/party?name=p1&{AS_OF}&format=json", "/search?q=%3Cscript%3E&format=json"):
        told = poisoned.send("GET", path)
        assert told.headers["content-type"] == "application/json"
        assert told.headers["x-content-type-options"] == "nosniff"
        assert told.json
