"""A decision is near, and a second opinion was not mentioned.

Looks for
    something at stake whose day, or the day by which I promised to answer, comes within 21 days, while I have neither
    agreed nor announced a second opinion; louder in the last week. How many of some people you know took one stands
    beside it, where you noted it. And after I agreed in the last 30 days: something at stake until a day still ahead,
    where I noted since that it felt 3 of 7 or lower about myself or the way there.

Why it matters
    Among 286 referred patients the second opinion confirmed 12 %, refined 66 % and differed for 21 %; a selected
    sample, and nobody followed up who was right [vansuch-2017]. Said early it is a habit; said late it can sound like
    distrust [bohnet-2005].

Do instead
    Say it now, and as your normal way: "With every big decision I hear a second person before I say yes. Would you
    help me by sending them what they need?" Then write down the three questions you want both to answer.

    goodwill gives words for asking. It gives no medical or legal advice.

Limits
    It knows the days that were written down. Once you have agreed or decided it is silent, whatever you decided,
    unless you noted yourself that it did not feel right; and it does not know what an agreement binds you to. What a
    few people did is a count of those people, and says nothing of others.

Example
    2026-03-06 stake s1 with=osei until=2026-03-23 | My next year

"""

from collections.abc import Iterator

from goodwill.case.afterthought import afterthoughts
from goodwill.case.case import Case
from goodwill.case.comparison import did_the_same
from goodwill.case.exposure import deciding
from goodwill.case.quoting import counted, quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule

NEAR = 21
NEXT = 7
AFTER = (
    'You can say it now as well as before: "With every big decision I hear a second person. Would you help me by '
    'sending them what they need?" Then write down the three questions you want both to answer.'
)


@rule("D303", stance="gap", severity="advice")
def second_opinion_unsaid(case: Case) -> Iterator[Sighting]:
    """Report a stake whose day is near while no second opinion was announced."""
    if any(guard.type == "second_opinion" and guard.announced != "no" for guard in case.safeguards):
        return
    mine = tuple(p for p in case.promises if p.by == case.me and p.confirmed and p.state == "open")
    ids, beside = _others(case)
    for choice in deciding(case.book, case.stakes, mine):
        left = (choice.day - case.today).days
        if 0 <= left <= NEAR:
            when = f"in {counted(left, 'day')}" if left else "today"
            says = f"{choice.stake.told()} is decided by {choice.day}, {when}, and a second opinion was not mentioned"
            severity = "warning" if left <= NEXT else ""
            yield Sighting(case.me, (*choice.cites, *ids), says + beside, severity=severity)
    for after in afterthoughts(case):
        until = after.stake.until or case.today
        if (until - case.today).days <= NEAR:
            says = (
                f"{after.stake.told()} stands until {until}, and after agreeing it felt as {after.felt} on "
                f"{after.pulse.day}: until then it is not too late for a second opinion"
            )
            yield Sighting(case.me, (after.stake.id, after.pulse.id, after.agreed), says, do=AFTER)


def _others(case: Case) -> tuple[tuple[str, ...], str]:
    """Give the note of how many of some people took one, and how it is told: a count of these, and no rate."""
    found = did_the_same(case, "second opinion")
    if found is None:
        return (), ""
    peers, count = found
    group = f" in {quoted(peers.of)}" if peers.of else ""
    return (peers.id,), f"; noted beside it, {quoted(peers.matter)}: {count}{group}, no rate for anybody else"
