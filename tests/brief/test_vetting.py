"""Due diligence and comparison: what is known, what is missing, whom to ask, and nobody ranked."""

import json

from tests.brief.briefs import narrowed

from goodwill.brief.comparison import ROWS, UNKNOWN, compared
from goodwill.brief.ladder import MOST_RUNGS, ladder
from goodwill.brief.render import Terminal, render
from goodwill.brief.vetting import Vetting, vet
from goodwill.brief.vetting_page import vetting_document, vetting_page
from goodwill.findings.run import run
from goodwill.strategies.roster import ROSTER

LENA = """2026-01-01 party lena name="Lena Brandt"
2026-01-01 vouch v1 by=nora about=lena closeness=4 matter=translation | She is quick
2026-01-02 claim k1 by=lena matter=years | ten years of books
2026-01-02 claim k2 by=lena expires=2026-01-05 | a certificate
2026-01-02 claim k3 by=lena | sworn
2026-01-03 check q1 of=k1 how=register result=confirmed
2026-01-03 check q2 of=k3 result=refuted
2026-01-02 claim k4 by=lena | speaks Czech
2026-01-04 reference f1 by=omar about=lena chosen=me reliability=4 followthrough=3 again=yes | Good, once late
2026-01-04 reference f2 by=pia about=lena chosen=them
2026-01-04 tie t1 a=me b=nora nature=friend
2026-01-04 tie t2 a=quin b=lena
2026-01-04 tie t3 a=nora b=quin
2026-01-04 tie t4 a=far b=lena
2026-01-05 talk c1 with=lena | a warm call
2026-01-05 pulse u1 by=me to=lena relationship=7 | I like her
2026-01-05 stake s1 with=lena amount=9000 currency=EUR | the advance
2026-01-05 invoice i1 by=lena to=me amount=400 currency=EUR due=2026-01-09
2026-01-06 payment y1 by=me to=lena amount=400 currency=EUR of=i1
"""


def vetted(text: str, day: str = "2026-01-10", party: str = "lena") -> Vetting:
    made = narrowed(text, day, party)
    return vet(made, tuple(run(ROSTER, made)))


def test_what_is_known_is_sorted_and_what_is_missing_is_said() -> None:
    told = vetted(LENA)
    assert [claim.state(told.as_of) for claim in told.claims] == ["confirmed", "expired", "refuted", "open"]
    assert [r.id for r in told.independent] == ["f1"]
    assert [r.id for r in told.supplied] == ["f2"]
    assert told.shared == ("nora",)
    assert [(path.who, path.steps) for path in told.paths] == [
        ("nora", ("you", "nora")),
        ("quin", ("you", "nora", "quin")),
    ]
    assert told.missing[0] == "1 of 4 claims unchecked"
    assert len(told.impressions) == 3
    assert told.matter == "translation"
    assert {finding.code[0] for finding in told.findings} <= {"N", "D"}
    assert [check.gain / check.hours for check in told.checks] == sorted(
        (check.gain / check.hours for check in told.checks), reverse=True
    )


def test_steps_grow_to_what_is_at_stake_and_no_further() -> None:
    amounts = [rung.amount for rung in ladder(narrowed(LENA, "2026-01-10", "lena"))]
    assert amounts == [900.0, 1800.0, 3600.0, 7200.0, 9000.0]
    assert ladder(narrowed("2026-01-01 stake s1 with=lena", "2026-01-10", "lena")) == ()
    paid = "".join(
        f"2026-01-01 invoice i{n} by=lena to=me amount={n} currency=EUR due=2026-01-05\n"
        f"2026-01-02 payment y{n} by=me to=lena amount={n} of=i{n}\n"
        for n in (1, 20)
    )
    small = paid + "2026-01-01 stake s1 with=lena amount=10 currency=EUR\n"
    assert [rung.amount for rung in ladder(narrowed(small, "2026-01-10", "lena"))] == [10]
    assert len(ladder(narrowed(small.replace("amount=10 ", "amount=100000 "), "2026-01-10", "lena"))) <= MOST_RUNGS


def test_a_page_and_a_document_show_the_same() -> None:
    told = vetted(LENA)
    shown = " ".join(render(vetting_page(told), Terminal(100)).split())
    for words in ("Not known", "1 of 4 claims unchecked", "said 8 days ago", "how is not said", "reliability ? of 5"):
        assert words in shown, words
    assert "you → nora → quin" in shown
    assert "step 1: 900.00 EUR" in shown
    document = vetting_document(told)
    assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert [claim["state"] for claim in document["claims"]] == ["confirmed", "expired", "refuted", "open"]
    assert vetting_document(vetted("2026-01-01 message m1 by=lena to=me"))["ladder"] == []


def test_candidates_stand_side_by_side_with_gaps_shown_and_nobody_ranked() -> None:
    text = LENA + "2026-01-02 message m1 by=bo to=me | Hello\n"
    rows = compared((vetted(text), vetted(text, party="bo")))
    assert [row for row, _ in rows] == [*ROWS, "impressions"]
    cells = dict(rows)
    assert cells["claims"] == ("1 confirmed, 1 refuted, 1 expired, 1 open", UNKNOWN)
    assert cells["prior partners you chose"] == ("1 asked, follow-through 3 of 5", "none asked")
    assert cells["referees they chose"] == ("1 referee", UNKNOWN)
    assert cells["known to you through"] == ("nora", "nobody on record")
    assert cells["impressions"] == ("3 impressions", "none")
    assert cells["ability"][1] == UNKNOWN
    assert "2 acts" in cells["ability"][0]
    assert cells["warnings"][1] == "none"
