"""Sharp words answered with sharp words.

Looks for
    three or more turns in a row, the two sides alternating, that each blame, press, threaten or ward off; the last of
    them within 30 days.

Why it matters
    Expressed anger lowered resolution in real mediations, partly because it provoked anger [friedman-2004], and taking
    harm for intended keeps such spirals going [allred-1999].

Do instead
    Leave the last word unanswered for a day, then step out of the pattern: ring them, name one thing of theirs that
    you see, and ask one open question.

Limits
    The turns are read by machine. It shows where a run began and says nothing of who is right; it forecasts nothing.

Example
    2026-01-05 message m1 by=me to=tomas | You always deliver late
    2026-01-05 message m2 by=tomas to=me | That is not my fault

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.case.turns import latest_cycle
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 30


@rule("R201", stance="risk", severity="warning")
def vicious_cycle(case: Case) -> Iterator[Sighting]:
    """Report the latest run of turns of this kind, with the turn where it began."""
    found = latest_cycle(case.sent, case.today, RECENT, "vicious")
    if found is not None and found.began.by in case.sides:
        first = quoted(found.readings[0].words, "the first turn")
        says = f"{first}, on {found.began.day}, began {found.turns} sharp turns in a row"
        yield Sighting(found.began.by, tuple(reading.id for reading in found.readings), says)
