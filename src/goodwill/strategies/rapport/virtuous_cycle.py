"""Good words answered with good words.

Looks for
    three or more turns in a row, the two sides alternating, that each thank, explain, give or share in the other's
    situation; the last of them within 30 days.

Why it matters
    People answer in kind. Lasting ties show balance between the two sides [niculae-2015], and thanks raised further
    help [grant-2010].

Do instead
    Use the moment for the thing that is harder to say: a concern, a limit, a question on the next day. It is heard
    best now.

Limits
    The turns are read by machine; greetings, plain questions and acceptances do not count. Politeness is no evidence
    of good faith, and a good run forecasts nothing.

Example
    2026-01-05 message m1 by=me to=tomas | Thank you for the drawing
    2026-01-05 message m2 by=tomas to=me | That must have been a hard week

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.turns import latest_cycle
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 30


@rule("R202", stance="strength", severity="info")
def virtuous_cycle(case: Case) -> Iterator[Sighting]:
    """Report the latest run of turns of this kind, with the turn where it began."""
    found = latest_cycle(case.sent, case.today, RECENT, "virtuous")
    if found is not None and found.began.by in case.sides:
        first = quoted(found.readings[0].words, "the first turn")
        says = f"{first}, on {found.began.day}, began {found.turns} friendly turns in a row"
        yield Sighting(found.began.by, tuple(reading.id for reading in found.readings), says)
