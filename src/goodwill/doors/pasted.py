"""Words that came without a file: what kind of file they would have been, since doors read files."""

import re

_LOOKED_AT = 4096
_KINDS_OF_FILE = (
    (re.compile(rb"\{"), ".jsonl"),
    (re.compile(rb"PK\x03\x04"), ".zip"),
    (re.compile(rb"WEBVTT"), ".vtt"),
    (re.compile(rb"\d{1,6}\r?\n\d\d:\d\d:\d\d,\d{3} -->"), ".srt"),
    (re.compile(rb"(?i)BEGIN:VCARD"), ".vcf"),
    (re.compile(rb"(?i)BEGIN:VCALENDAR"), ".ics"),
    (re.compile(rb"From [^:\n]+\d\d:\d\d"), ".mbox"),
    (re.compile(rb"(?i)(return-path|received|mime-version|message-id|from|date|subject): [^\n]+\n[a-z-]+:"), ".eml"),
    (re.compile(rb";|\d{4}-\d\d-\d\d(T\d\d:\d\d)?[ \t]+[a-z]+[ \t]+[^ \t|,;:]+([ \t]|\r?\n|$)"), ".goodwill"),
    (re.compile(rb"[^\n,;\t]{1,60}([,;\t])[^\n,;\t]{0,60}\1[^\n]*\n"), ".csv"),
)


def suffix_of(raw: bytes) -> str:
    """Guess from the first bytes which kind of file this would have been.

    >>> suffix_of(b"WEBVTT"), suffix_of(b"Rosa: Hello")
    ('.vtt', '.txt')
    """
    head = raw[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((suffix for form, suffix in _KINDS_OF_FILE if form.match(head)), ".txt")
