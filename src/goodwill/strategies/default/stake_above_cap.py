"""More is at stake than I said I would risk.

Looks for
    open stakes that together exceed the cap of my own newest default of trust.

Why it matters
    Stakes that are raised step by step coordinate best at the height [ye-2020]; a cap is the step I chose while
    nobody was pressing me.

Do instead
    Split it: agree a first part within your cap, with its own day, and the next part once that is done. Or raise the
    cap on purpose, with a dated reason.

Limits
    It adds stakes of one currency as you noted them. A stake exactly at the cap is within it.

Example
    2026-01-05 default d1 about=lena level=guarded cap=3000 currency=EUR
    2026-01-08 stake s1 with=lena amount=9000 currency=EUR | The advance

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.exposure import at_stake
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("D102", stance="risk", severity="warning")
def stake_above_cap(case: Case) -> Iterator[Sighting]:
    """Report stakes that together exceed my own cap."""
    newest = next((d for d in reversed(case.defaults) if d.cap is not None), None)
    if newest is None or newest.cap is None:
        return
    total = at_stake(case.stakes, newest.currency)
    if total > newest.cap:
        says = f"{case.stakes[-1].told()}: {total:g} {newest.currency} at stake, above your own cap of {newest.cap:g}"
        yield Sighting(case.me, (case.stakes[-1].id, newest.id), says.replace("  ", " "))
