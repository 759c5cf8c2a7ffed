"""One dated promise slipped, among others that came by their day.

Looks for
    the only dated promise of one side in half a year that did not hold: moved after its day, or kept late, in the
    last 14 days, where at least two others came by theirs and no invoice was paid late. What the other side had left
    open that day stands beside it: concerns, promises, invoices. Once it has come it is quieter where its side said
    that it was late: an apology for it, or words that read as one within 3 days of its day or of its coming.

Why it matters
    Taking harm for intended drives anger and spirals of retaliation [allred-1999], and each side's account serves
    itself [babcock-1997]. A later slip heals faster than one at the start [lount-2008], where it is met with a
    question. Acknowledging beat denying [bottom-2002], so what was owned up to weighs less; that step is our inference.

Do instead
    Yours: say what got in the way before they have to guess, and name a day you would bet on.

    Theirs: Hold other readings beside it: a mistake, something that got in the way, another duty, a day understood
    differently, or what stood open on your side. Then ask one question: "What got in the way, and did anything of
    mine make it harder?"

Limits
    It is one day and no change. What stood open at the time is shown beside it, not as its cause: only they know
    that. A reason or a word of regret given by telephone is not seen until it is noted, and regret written near the
    day is read as regret about this.

Example
    2026-01-05 promise p1 by=lena to=me due=2026-01-12 | Chapter five on the 12th
    2026-01-13 renegotiated r1 of=p1 due=2026-01-18 asked=after | Flu. You'll have it on Sunday

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.lapse import SPAN, Lapse, Waiting, owned_up, single_lapse, waiting_then
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

RECENT = 14
LEAST_ON_TIME = 2
SAID = "You said it and it has come: leave it at that, and keep the next one to its day."
THANK = "It has come, and they said that it was late: thank them for saying so, and leave it at that."


@rule("D404", stance="risk", severity="advice")
def single_slip(case: Case) -> Iterator[Sighting]:
    """Report the one promise of a side that slipped among others that held, with what the other side had open."""
    for side in case.sides:
        lapse = single_lapse(case, side)
        if lapse is None or lapse.on_time < LEAST_ON_TIME or (case.today - lapse.shown).days > RECENT:
            continue
        beside = tuple(waiting_then(case, lapse))
        owned = owned_up(case, lapse)
        says = _told(lapse, bool(owned)) + _beside(beside, "them" if side == case.me else "you")
        cites = tuple(dict.fromkeys((lapse.promise.id, *lapse.told, *owned, *(item.id for item in beside))))
        if owned:
            yield Sighting(side, cites, says, do=SAID if side == case.me else THANK, severity="info")
        else:
            yield Sighting(side, cites, says)


def _told(lapse: Lapse, owned: bool) -> str:
    said = quoted(lapse.promise.words, f"the promise of {lapse.promise.made}")
    after = counted((lapse.shown - lapse.owed_by).days, "day")
    what = f"slipped, told {after} after its day" if lapse.moved else f"came {after} after its day"
    others = f"{lapse.on_time} of {lapse.on_time + 1} dated promises in {SPAN} days came by theirs"
    came = (", and it has come since" if lapse.moved else ", and it was said") if owned else ""
    return f"{said} {what}, on {lapse.shown}{came}; {others}"


def _beside(waiting: tuple[Waiting, ...], whose: str) -> str:
    if not waiting:
        return ""
    more = f" and {len(waiting) - 1} more" if len(waiting) > 1 else ""
    return f"; open from {whose} that day: {waiting[0].words}{more}"
