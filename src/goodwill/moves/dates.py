"""Which day the words of a promise name, told from the day on which they were said; when they could mean two, none."""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
} | {"a": 1, "an": 1, "a couple of": 2, "fourteen": 14, "thirty": 30}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(?:,? (?P<year>20\d\d))?"
_COUNT = r"(?P<count>\d{1,3}|an?|a couple of|" + "|".join(w for w in _NUMBERS if len(w) > 2 and " " not in w) + ")"
_LONG_DAY = r"(?P<day>monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_SHORT_DAY = r"(?:by|on|before|until) (?P<day>mon|tues?|wed|thu(?:rs?)?|fri)\b"
_JUST_PASSED = 31

_Found = re.Match[str]
_Resolve = Callable[[_Found, date], "date | None"]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _coming(month: int, day: int, said_on: date) -> date | None:
    """The next such day, or none when it has only just passed, since then the words may look back."""
    this_year = _day(said_on.year, month, day)
    if this_year is not None and this_year >= said_on:
        return this_year
    if this_year is not None and (said_on - this_year).days <= _JUST_PASSED:
        return None
    return _day(said_on.year + 1, month, day)


def _month_end(year: int, month: int) -> date:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _friday(said_on: date, weeks: int) -> date:
    friday = said_on + timedelta(days=4 - said_on.weekday(), weeks=weeks)
    return max(friday, said_on)


def _iso(found: _Found, said_on: date) -> date | None:
    return _day(int(found["year"]), int(found["month"]), int(found["day"]))


def _named(found: _Found, said_on: date) -> date | None:
    month = _MONTHS.index(found["month"][:3]) + 1
    if found["year"]:
        return _day(int(found["year"]), month, int(found["day"]))
    return _coming(month, int(found["day"]), said_on)


def _slashed(found: _Found, said_on: date) -> date | None:
    first, second = int(found["first"]), int(found["second"])
    dotted = found["mark"] == "."
    if first <= 12 and second <= 12 and first != second and not dotted:
        return None
    day, month = (second, first) if second > 12 and not dotted else (first, second)
    if not found["year"]:
        return None if dotted or not 1 <= month <= 12 else _coming(month, day, said_on)
    year = int(found["year"])
    return _day(year + 2000 if year < 100 else year, month, day)


def _ordinal(found: _Found, said_on: date) -> date | None:
    day = int(found["day"])
    month_start = said_on.replace(day=1)
    for _ in range(3):
        there = _day(month_start.year, month_start.month, day)
        if there is not None and there >= said_on:
            return there
        month_start = _month_end(month_start.year, month_start.month) + timedelta(days=1)
    return None


def _weekday(found: _Found, said_on: date) -> date | None:
    wanted = _DAYS.index(found["day"][:3])
    monday = said_on - timedelta(days=said_on.weekday())
    if found.groupdict().get("which") == "next":
        return monday + timedelta(weeks=1, days=wanted)
    ahead = (wanted - said_on.weekday()) % 7
    if found.groupdict().get("which") == "this":
        return said_on + timedelta(days=ahead)
    return said_on + timedelta(days=ahead or 7)


def _counted(found: _Found, said_on: date) -> date | None:
    count = int(found["count"]) if found["count"].isdigit() else _NUMBERS[found["count"]]
    unit = found["unit"]
    if unit == "month":
        end = _month_end(said_on.year, said_on.month + count)
        return end.replace(day=min(said_on.day, end.day))
    if unit == "hour":
        return said_on + timedelta(days=-(-count // 24)) if count >= 24 else said_on
    if unit == "week":
        return said_on + timedelta(weeks=count)
    return _working(said_on, count) if found["working"] else said_on + timedelta(days=count)


def _working(said_on: date, count: int) -> date:
    day = said_on
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _end_of(found: _Found, said_on: date) -> date | None:
    ahead, what = int(found["which"] == "next"), found["what"]
    if what == "week":
        return _friday(said_on, ahead)
    if what == "month":
        return _month_end(said_on.year, said_on.month + ahead)
    if what == "quarter":
        return _month_end(said_on.year, said_on.month + (-said_on.month) % 3 + 3 * ahead)
    return said_on if what in {"day", "business"} else date(said_on.year + ahead, 12, 31)


def _end_of_month_named(found: _Found, said_on: date) -> date | None:
    month = _MONTHS.index(found["month"][:3]) + 1
    return _month_end(said_on.year + (month < said_on.month), month)


def _after(days: int) -> _Resolve:
    return lambda found, said_on: said_on + timedelta(days=days)


_ORD = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_WAYS: tuple[tuple[tuple[str, ...], str, _Resolve], ...] = (
    (("-",), r"\b(?P<year>20\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", _iso),
    (_MONTHS, rf"\b{_ORD} (?:of )?{_MONTH}\b{_YEAR}", _named),
    (_MONTHS, rf"\b{_MONTH} (?:the )?{_ORD}\b(?!:|\d| ?%){_YEAR}", _named),
    (("/", "."),
     r"(?<![\d/.,$£€])(?P<first>\d\d?)(?P<mark>[/.])(?P<second>\d\d?)(?:(?P=mark)(?P<year>20\d\d|\d\d))?(?![\d/]|\.\d)",
     _slashed),
    (("the ", "by "),
     r"\b(?:the|by) (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?! (?:of|crate|invoice|version|time|floor|order|instal))",
     _ordinal),
    (("day after",), r"\bday after tomorrow\b", _after(2)),
    (("tomorrow",), r"(?<!after )\btomorrow\b", _after(1)),
    (("today", "tonight", "this ", "eod", "cob", "close of", "end of"),
     r"\b(?:today|tonight|this (?:morning|afternoon|evening)|eod|cob|close of business|end of play)\b", _after(0)),
    (("end of",), r"\bend of (?:(?:the|this|my|our) )?(?:(?P<which>next|business|working) )?"
     r"(?P<what>day|week|month|quarter|year)\b", _end_of),
    (("end",), r"\b(?P<which>this|next)? ?(?P<what>week|month|year)[ -]end\b(?!ing)", _end_of),
    (("end of",), rf"\bend of {_MONTH}\b", _end_of_month_named),
    (("day",), rf"(?:\b(?P<which>this|next|coming) )?\b{_LONG_DAY}\b", _weekday),
    (_DAYS, rf"\b{_SHORT_DAY}", _weekday),
    (("next ", "this "), r"(?<!of )(?<!of the )\b(?P<which>next|this) (?P<what>week|month)\b(?![ -]end)", _end_of),
    (("in",), rf"\b(?:in|within)(?: the next)? {_COUNT} (?P<working>working |business )?"
     r"(?P<unit>hour|day|week|month)s?\b(?! ago)", _counted),
    (("fortnight",), r"\b(?:in|within) a fortnight\b", _after(14)),
)  # fmt: skip
"""Ways to name a day: letters of which some must stand there, the pattern, and how the day is told from it."""
_DUE = r"(?:\bby|\bbefore|\buntil|\btill|\blater than|\blatest)(?: the)?(?: end of)? ?$"
_LOOKS_BACK = r"(?:\bof|\bsince|\bfrom|\bdated|\blast|\bafter|\bagreed on|\bsent on)(?: the)? ?$"

_WEEKDAY_OF_A_DATE = (
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?(?=\d{1,2}(?:st|nd|rd|th)\b|\d{1,2} (?:of )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern when it is first needed: few of them are for one draft."""
    return re.compile(pattern)


def _readings(text: str, said_on: date) -> Iterator[tuple[int, int, date]]:
    for needs, pattern, resolve in _WAYS:
        for found in _compiled(pattern).finditer(text) if any(need in text for need in needs) else ():
            day = resolve(found, said_on)
            if day is None:
                continue
            lead = text[max(0, found.start() - 24) : found.start()]
            by = found[0].startswith("by ") or _compiled(_DUE).search(lead)
            rank = 0 if by else 2 if _compiled(_LOOKS_BACK).search(lead) else 1
            yield rank, found.start(), day


def due_day(text: str, said_on: date) -> date | None:
    """Give the day by which something is promised, or none when that is not clear; reads up to 2,000 characters.

    A day with `by` goes before other days; a week means its Friday; `3/5` names no day, since it is 3 May or 5 March.

    >>> due_day("I'll send the revised quote by Thursday", date(2026, 3, 9))
    datetime.date(2026, 3, 12)
    >>> due_day("I'll settle it Friday 2nd January", date(2025, 12, 21))
    datetime.date(2026, 1, 2)
    >>> due_day("we will pay by 3/5", date(2026, 3, 9)) is None
    True
    """
    plain = re.sub(r"\s+", " ", text[:2000].lower())
    if "day" in plain:
        plain = _compiled(_WEEKDAY_OF_A_DATE).sub("", plain)
    found = min(_readings(plain, said_on), default=None)
    return None if found is None or found[0] == 2 else found[2]
