"""Reads amounts of money as ledgers write them: with a decimal point or comma, a currency sign, a minus or brackets."""

import re
from collections.abc import Iterable

_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "¥": "JPY", "₹": "INR", "₺": "TRY", "zł": "PLN", "Kč": "CZK"}
_PLAIN = re.compile(r"-?[0-9]{1,20}(?:\.[0-9]{1,10})?")
_CODE = re.compile(r"\b[A-Z]{3}\b")
_DIGITS = re.compile(r"[.,]?[0-9][0-9.,'’ \u00a0\u202f]*")
_AROUND = re.compile(r"[\s()+\-−–]{0,20}(?:[A-Za-zčł]{1,3}\.?|[€£$¥₹₺]|[A-Z]{2}\$)?[\s()+\-−–]{0,20}")
_TELLS_COMMA = re.compile(r"\d,\d{1,2}(?!\d)|\.\d{3},")
_TELLS_POINT = re.compile(r"\d\.\d{1,2}(?!\d)|,\d{3}\.")


def decimal_comma(texts: Iterable[str]) -> bool | None:
    """Find out whether a column of amounts has a decimal comma; None where nothing in it tells.

    >>> decimal_comma(["1.200", "1.234,56"]), decimal_comma(["12.50"]), decimal_comma(["1,200"])
    (True, False, None)
    """
    comma = point = 0
    for text in texts:
        comma += bool(_TELLS_COMMA.search(text))
        point += bool(_TELLS_POINT.search(text))
    return None if comma == point else comma > point


def amount(text: str, comma: bool = False) -> str:
    """Read an amount as a plain decimal number, or give the empty text where it is none.

    >>> amount("£1,234.50"), amount("1.234,50 €", comma=True), amount("(99.00)"), amount("12-"), amount("about ten")
    ('1234.50', '1234.50', '-99.00', '-12', '')
    """
    text = text[:60]
    if _PLAIN.fullmatch(text) and not (comma and "." in text):
        return text
    return _written(text, comma)


def currency(text: str) -> str:
    """Name the currency an amount is written with, or the empty text.

    >>> currency("12.50 €"), currency("CHF 12"), currency("12")
    ('EUR', 'CHF', '')
    """
    if code := _CODE.search(text[:60]):
        return code[0]
    return next((code for sign, code in _SIGNS.items() if sign in text[:60]), "")


def _written(text: str, comma: bool) -> str:
    """Read an amount with signs and separators around and in it."""
    runs = _DIGITS.findall(text)
    if len(runs) != 1 or not _AROUND.fullmatch(_DIGITS.sub(" ", text)):
        return ""
    minus = "-" in text or "−" in text or ("(" in text and ")" in text)
    number = _pointed(re.sub(r"[^0-9.,]", "", runs[0]), comma)
    return f"-{number}" if minus and number else number


def _pointed(digits: str, comma: bool) -> str:
    """Drop the separators of thousands and make the decimal one a point."""
    separators = [c for c in digits if c in ".,"]
    if not separators:
        return digits
    last = separators[-1]
    if len(set(separators)) == 2:
        whole, _, cents = digits.rpartition(last)
        return f"{_whole(whole)}.{cents}" if cents and last not in whole else ""
    if len(separators) > 1 or (last == "," and not comma and re.fullmatch(r"\d{1,3},\d{3}", digits)):
        return _whole(digits)
    if last == "." and comma and re.fullmatch(r"\d{1,3}\.\d{3}", digits):
        return _whole(digits)
    whole, _, cents = digits.partition(last)
    return f"{_whole(whole) or '0'}.{cents}" if cents else _whole(whole)


def _whole(digits: str) -> str:
    return re.sub(r"\D", "", digits)
