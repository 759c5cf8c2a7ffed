"""The text of a mail written in HTML: what a reader sees, without hidden parts, pictures or anything remote."""

import re
from html.parser import HTMLParser

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
_ANSWERED = re.compile(r"divrplyfwdmsg|appendonsend|outlookmessageheader|yahoo_quoted|protonmail_quote|zmail_extra")
_OUTLOOK_RULE = re.compile(r"border-top\s*:\s*solid\s+#?(?:e1e1e1|b5c4df)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b-\u200f\u00ad\u034f\u2060\ufeff\u180e]+")
_TAG = re.compile(r"<(/?)([a-zA-Z]+)[^<>]*>")
_OFTEN_OPEN = frozenset({"br", "img", "hr", "p", "li", "td", "tr", "th", "col", "meta", "link", "input"})
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
    reader.close()
    return reader.text()


def _too_deep(html: str) -> bool:
    """Say whether tags are nested deeper than any mail's; the time to sanitise grows with the square of that."""
    if html.count("<") < _DEEPEST:
        return False
    depth = deepest = 0
    for tag in _TAG.finditer(html):
        if tag[2].lower() not in _OFTEN_OPEN:
            depth += -1 if tag[1] else 1
            deepest = max(deepest, depth)
    return deepest > _DEEPEST


class _Reader(HTMLParser):
    """Writes the text of sanitised, hence well nested, HTML line by line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._now: list[str] = []
        self._hidden: list[bool] = []
        self._quotes = 0
        self._exact = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line or a quotation, or stop listening where the element is hidden."""
        if tag in _VOID:
            self._break(tag)
            return
        told = {name: (value or "").lower() for name, value in attrs}
        inside = bool(self._hidden and self._hidden[-1])
        if not inside and _answered(told):
            self._break("p")
            self._now.append(_MARK)
            self._break("p")
        self._hidden.append(inside or "hidden" in told or bool(_HIDDEN.search(told.get("style", ""))))
        self._break(tag)
        self._quotes += tag == "blockquote"
        self._exact += tag == "pre"
        if tag == "li" and not self._hidden[-1]:
            self._now.append("- ")

    def handle_endtag(self, tag: str) -> None:
        """End a line or a quotation."""
        if tag in _VOID:
            return
        self._break(tag)
        self._quotes -= tag == "blockquote"
        self._exact -= tag == "pre"
        if self._hidden:
            self._hidden.pop()

    def handle_data(self, data: str) -> None:
        """Take the words, with their spaces as a browser would show them."""
        if self._hidden and self._hidden[-1]:
            return
        data = _INVISIBLE.sub("", data)
        if not self._exact:
            self._now.append(re.sub(r"[ \t\n\r\f]+", " ", data))
            return
        for number, line in enumerate(data.split("\n")):
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


def _answered(told: dict[str, str]) -> bool:
    named = f"{told.get('id', '')} {told.get('class', '')}"
    return bool(_ANSWERED.search(named) or _OUTLOOK_RULE.search(told.get("style", "")))
