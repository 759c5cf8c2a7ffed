"""Where a side writes that what it promised is done."""

from datetime import date

import pytest

from goodwill.case.said_done import SaidDone, said_done
from ledgers import case_of

PROMISE = "2026-01-01 promise p1 by=alan to=me due=2026-01-10 | I'll send the revised quote by Saturday\n"


def told(more: str) -> SaidDone | None:
    case = case_of(PROMISE + more, "2026-01-20", "alan")
    return said_done(case.promises[0], case.sent)


@pytest.mark.parametrize(
    "words",
    [
        "Attached is the revised quote, as promised.",
        "Hi. The quote is attached. Regards",
        "Here is our revised quote",
        "I've just sent the quotes to your office.",
        "The new quote was posted on Friday.",
    ],
)
def test_a_sentence_that_says_so_of_the_same_thing_is_found(words: str) -> None:
    found = told(f"2026-01-09 message m1 by=alan to=me | {words}\n")
    assert found is not None
    assert (found.id, found.day) == ("m1", date(2026, 1, 9))
    assert found.words in words


@pytest.mark.parametrize(
    "more",
    [
        "2026-01-09 message m1 by=alan to=me | The photos are attached.\n",
        "2026-01-09 message m1 by=alan to=me | I haven't sent the quote yet.\n",
        "2026-01-09 message m1 by=alan to=me | I'll have the quote ready on Monday.\n",
        "2026-01-09 message m1 by=alan to=me | Have you sent the quote?\n",
        "2026-01-09 message m1 by=me to=alan | The quote is attached.\n",
        "2026-01-01 message m1 by=alan to=me | The quote is attached.\n",
        "2026-01-09 message m1 by=alan to=me | The quote is attached.\n2026-01-10 kept k1 of=p1\n",
        '2026-01-09 message m1 by=alan to=me | "see below\\n> the quote is attached"\n',
    ],
)
def test_other_things_what_is_not_done_and_others_words_are_not(more: str) -> None:
    assert told(more) is None
