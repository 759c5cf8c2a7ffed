"""A charter to sign: how two parties mean to treat each other, written from what is on record between them."""

from collections.abc import Iterator
from datetime import timedelta
from textwrap import fill

from goodwill.brief.signatory import BLANK, called, signatory
from goodwill.case.case import Case
from goodwill.case.quoting import counted, quoted
from goodwill.codebook.charter import CLAUSES, OPENING, SIGNED, Clause

NOTICE_DAYS, ANSWER_DAYS, REVIEW_DAYS = 2, 3, 90
WIDTH = 100


def charter(case: Case) -> str:
    """Write the charter of a case narrowed to one counterparty, as plain text with two lines to sign.

    The days are proposals; what stands on record, such as favours with their limit, is cited with its day.
    """
    mine, theirs = (signatory(case, side) for side in case.sides)
    clauses = (f"{at}. {clause.name}. {_words(case, clause)}" for at, clause in enumerate(CLAUSES, 1))
    return "\n\n".join(
        (
            f"{OPENING} {mine} and {theirs}",
            _filled(
                f"Drafted on {case.today}. It is no contract: it says how we mean to treat each other. Change it, "
                "strike out what does not fit, and sign once both agree."
            ),
            *map(_filled, clauses),
            "\n".join(f"{SIGNED} {BLANK}, on ____-__-__   ({name.partition(' <')[0]})" for name in (mine, theirs)),
        )
    )


def _words(case: Case, clause: Clause) -> str:
    terms = {
        "notice": counted(NOTICE_DAYS, "day"),
        "answer": counted(ANSWER_DAYS, "day"),
        "review": str(case.today + timedelta(days=REVIEW_DAYS)),
    }
    words = clause.words.format(term=terms.get(clause.term, ""))
    return " ".join((words, *_favours(case))) if clause.name == "Favours" else words


def _favours(case: Case) -> Iterator[str]:
    """Name the newest favour of each kind that was granted with a limit."""
    newest = {(a.by, a.matter): a for a in case.accommodations if a.times is not None and a.by in case.sides}
    for favour in newest.values():
        often = f"{counted(favour.times or 0, 'time')} in {counted(favour.within or 365, 'day')}"
        what = favour.matter.replace("-", " ") or quoted(favour.words, "a favour")
        yield f"{called(case, favour.by)} said on {favour.day}: {what}, {often} at most."


def _filled(text: str) -> str:
    return fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
