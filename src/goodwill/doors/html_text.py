"""The text of a mail written in HTML: what a reader sees, without hidden parts, pictures or anything remote."""

import re
from collections import defaultdict
from html import unescape

import nh3

LONGEST_HTML = 400_000
_DEEPEST = 5_000
_DEEPEST_QUOTE = 20
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote"})
_BLOCKS = _PARAGRAPHS | {
    "div",
    "br",
    "li",
    "tr",
    "hr",
    "pre",
    "section",
    "article",
    "header",
    "footer",
    "dd",
    "dt",
    "dl",
}
_TAGS = set(_BLOCKS | {"span", "td", "th", "b", "i", "em", "strong", "a", "u", "font", "center", "tbody", "thead"})
_ATTRIBUTES = {"*": {"style", "class", "id", "hidden", "type"}}
_UNSEEN = {"script", "style", "title", "head", "noscript", "template", "object", "svg", "math", "select", "textarea"}
_VOID = frozenset({"br", "hr"})
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:font-size|max-height|opacity)\s*:\s*0(?![.\d])"
)
# Where a mail program marks the answered message by an element and not by its words.
_ANSWERED = re.compile(
    r"\b(?:divrplyfwdmsg|appendonsend|outlookmessageheader|yahoo_quoted|protonmail_quote|zmail_extra)"
    r"|border-top\s*:\s*solid\s+#?(?:e1e1e1|b5c4df)"
)
_INVISIBLE = re.compile("[\u200b-\u200f\u00ad\u034f\u2060\ufeff\u180e]+")
_TAG = re.compile(r"<(/?)([a-zA-Z]+)[^<>]*>")
_OFTEN_OPEN = frozenset({"br", "img", "hr", "p", "li", "td", "tr", "th", "col", "meta", "link", "input"})
# What the sanitiser writes: lower-case tags, each attribute in double quotes.
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|([^<]+)')
_SPACES = re.compile(r"[ \t\n\r\f]+")
_MARK = "-----Original Message-----"


def plain(html: str) -> str:
    r"""Give the text of an HTML mail; what it quotes comes as lines that begin with `>`.

    >>> plain("<style>p{}</style><p>Two&nbsp;crates.</p><blockquote>Which?</blockquote><img src='http://x.example/p.gif'>")
    'Two crates.\n\n> Which?'
    """
    html = html[:LONGEST_HTML]
    if _too_deep(html):
        return _TAG.sub(" ", html).strip()
    clean = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, clean_content_tags=_UNSEEN, strip_comments=True)
    reader = _Reader()
    reader.feed(clean)
    return reader.text()


def _too_deep(html: str) -> bool:
    """Say whether tags are nested deeper than any mail's; the time to sanitise grows with the square of that."""
    if html.count("<") < _DEEPEST:
        return False
    depth = 0
    still_open: dict[str, int] = defaultdict(int)
    for closing, name in _TAG.findall(html):
        tag = name.lower()
        if tag in _OFTEN_OPEN or (closing and not still_open[tag]):
            continue
        step = -1 if closing else 1
        still_open[tag] += step
        depth += step
        if depth > _DEEPEST:
            return True
    return False


class _Reader:
    """Writes the text of sanitised, hence well nested, HTML line by line."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._now: list[str] = []
        self._hidden: list[bool] = []
        self._quotes = 0
        self._exact = 0

    def feed(self, clean: str) -> None:
        """Read the whole of it, tag by tag and text by text."""
        for closing, tag, attributes, words in _TOKEN.findall(clean):
            if words:
                self._take(words)
            elif tag in _VOID:
                self._break(tag)
            elif closing:
                self._close(tag)
            elif tag:
                self._open(tag, attributes.lower())

    def _open(self, tag: str, attributes: str) -> None:
        """Begin a line or a quotation, or stop listening where the element is hidden."""
        hidden = bool(self._hidden and self._hidden[-1])
        if attributes and not hidden:
            hidden = " hidden=" in attributes or bool(_HIDDEN.search(attributes))
            if _ANSWERED.search(attributes):
                self._break("p")
                self._now.append(_MARK)
                self._break("p")
        self._hidden.append(hidden)
        self._break(tag)
        self._quotes += tag == "blockquote"
        self._exact += tag == "pre"
        if tag == "li" and not hidden:
            self._now.append("- ")

    def _close(self, tag: str) -> None:
        """End a line or a quotation."""
        self._break(tag)
        self._quotes -= tag == "blockquote"
        self._exact -= tag == "pre"
        if self._hidden:
            self._hidden.pop()

    def _take(self, words: str) -> None:
        """Take the words, with their spaces as a browser would show them."""
        if self._hidden and self._hidden[-1]:
            return
        words = _INVISIBLE.sub("", unescape(words))
        if not self._exact:
            self._now.append(_SPACES.sub(" ", words))
            return
        for number, line in enumerate(words.split("\n")):
            if number:
                self._break("br")
            self._now.append(line)

    def text(self) -> str:
        """Give all lines, no more than one empty line between two of them."""
        self._break("p")
        return re.sub(r"\n(?:[> ]*\n){2,}", "\n\n", "\n".join(self._lines)).lstrip("\n").rstrip("\n> ")

    def _break(self, tag: str) -> None:
        if tag in ("td", "th") and self._now:
            self._now.append(" ")
        if tag not in _BLOCKS:
            return
        line = re.sub(r"(?<=\S) {2,}", " ", "".join(self._now)).replace("\xa0", " ").rstrip()
        self._now.clear()
        before = "> " * min(self._quotes, _DEEPEST_QUOTE)
        if line.strip():
            self._lines.append(before + (line if self._exact else line.strip()))
        elif tag == "br" or (tag in _PARAGRAPHS and self._lines and self._lines[-1].strip("> ")):
            self._lines.append(before.rstrip())
            return
        if line.strip() and tag in _PARAGRAPHS:
            self._lines.append(before.rstrip())
