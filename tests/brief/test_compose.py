"""What a brief says: what is owed, what would change it, what to do, and no fact the ledger does not have."""

import json
import re
from datetime import date, timedelta

import pytest
from tests.brief.briefs import TEXT, brief_of, narrowed, whole

from goodwill.brief.brief import Owed
from goodwill.brief.document import brief_document
from goodwill.brief.fairness import fairness_document, fairness_lines
from goodwill.brief.foresight import would_change
from goodwill.brief.lateness import lateness, lateness_in
from goodwill.brief.owed import owed, promptness
from goodwill.brief.page import owed_line, page
from goodwill.brief.steps import MOST_STEPS
from goodwill.brief.wording.draft import BLANK, Draft
from goodwill.brief.wording.drafts import DRAFTS
from goodwill.brief.wording.guard import guard_for
from goodwill.case.justice import Treatment
from goodwill.case.said_done import SaidDone
from goodwill.strategies.roster import ROSTER

SLOTS = {"name", "words", "day", "due", "amount", "currency", "number"}


def test_what_is_owed_comes_soonest_first_and_without_a_day_last() -> None:
    told = brief_of()
    assert [(item.id, item.late) for item in told.owed_by_me] == [("i1", 5), ("p2", 0), ("p3", 0)]
    assert told.owed_by_me[0].what == "invoice 1042, 300.00 EUR"
    assert [(item.id, item.confirmed) for item in told.owed_by_them] == [("p1", True), ("r1", False)]


def test_a_promise_without_words_is_not_quoted() -> None:
    line = owed_line(Owed("p3", "promise", " ", None, 0), date(2026, 1, 1), "you to Alan")
    assert line.text == "you to Alan: a promise without words: no day named"


def test_where_its_side_wrote_that_it_is_done_the_words_stand_beneath_with_how_to_note_it() -> None:
    said = SaidDone("m1", date(2026, 1, 9), "The quote is attached.")
    line = owed_line(Owed("p3", "promise", "the quote", date(2026, 1, 8), 9, said_done=said), date(2026, 1, 17))
    assert line.cites == ("m1",)
    assert line.notes == (
        '9 January 2026: "The quote is attached."; if it was kept then: goodwill record kept of=p3 --as-of 2026-01-09',
    )


def test_an_old_reading_nobody_confirmed_is_no_longer_owed() -> None:
    assert [item.id for item in brief_of(day="2026-02-04").owed_by_them] == ["p1"]


def test_recurring_items_each_have_their_own_chance() -> None:
    text = "".join(
        f"2025-{n:02}-01 invoice i{n} by=me to=alan amount=9 due=2025-{n:02}-10\n"
        f"2025-{n:02}-{5 + 2 * n:02} payment y{n} by=alan to=me amount=9 of=i{n}\n"
        for n in range(1, 6)
    )
    made = narrowed(text + "2025-06-01 promise p1 by=alan to=me due=2025-06-10 every=week | the report", "2025-06-12")
    expected = lateness(made)
    assert set(expected) == {("p1", date(2025, 6, 10)), ("p1", date(2025, 6, 17))}
    items = owed(made, "alan", expected)
    assert [item.expected for item in items] == [expected[item.id, item.due] for item in items if item.due]


def many(parties: int = 4) -> str:
    """Write a book in which several pay: each some days later than the one before, the last invoice still open."""
    return "".join(
        f"2025-{n:02}-01 invoice i{p}-{n} by=me to=p{p} amount=9 due=2025-{n:02}-10\n"
        + (f"2025-{n:02}-{5 + 4 * p:02} payment y{p}-{n} by=p{p} to=me amount=9 of=i{p}-{n}\n" if n < 6 else "")
        for p in range(parties)
        for n in range(1, 7)
    )


def test_what_the_book_teaches_is_learnt_once_and_told_to_each_as_if_asked_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from goodwill.measures import item_risk

    learnt = []
    real = item_risk.quarterly
    monkeypatch.setattr(item_risk, "quarterly", lambda *args, **more: learnt.append(1) or real(*args, **more))
    book = whole(many(), "2025-06-05")
    cases = [book.among(f"p{n}") for n in range(4)]
    together = lateness_in(cases)
    assert len(learnt) == 1
    assert [list(told) for told in together] == [[(f"i{n}-6", date(2025, 6, 10))] for n in range(4)]
    alone = [lateness(narrowed(many(), "2025-06-05", f"p{n}")) for n in range(4)]
    assert list(together) == alone
    chances = [next(iter(told.values())).p_late for told in together]
    assert chances[0] < chances[-1]


def test_several_cases_with_nothing_settled_say_nothing() -> None:
    assert lateness_in([narrowed(), narrowed()]) == ({}, {})
    assert lateness_in([]) == ()


def test_nothing_settled_is_no_ground_to_expect_lateness() -> None:
    assert lateness(narrowed()) == {}


def test_promptness_counts_what_came_due() -> None:
    assert promptness(narrowed("2026-01-01 message m by=alan to=me"), "alan") is None
    text = "".join(
        f"2026-01-0{n} invoice i{n} by=alan to=me amount=9 due=2026-01-1{n}\n"
        f"2026-01-{d} payment y{n} by=me to=alan amount=9 of=i{n}\n"
        for n, d in ((1, 11), (2, 15), (3, 20), (4, 13))
    )
    told = promptness(narrowed(text, "2026-02-01"), "me")
    assert told is not None
    assert (told.n, told.late, told.median_days_late, told.last_late) == (4, 2, 1.5, date(2026, 1, 20))
    assert told.usually_pays_in == 11.5
    assert told.band is not None
    same_day = "".join(
        f"2026-01-0{n} invoice i{n} by=alan to=me amount=9 due=2026-01-1{n}\n"
        f"2026-01-0{n} payment y{n} by=me to=alan amount=9 of=i{n}\n"
        for n in (1, 2, 3)
    )
    shown = page(brief_of(same_day, "2026-02-01"))
    assert "usually pays 0 days after the invoice" in str(shown)


def test_what_would_change_it_is_the_next_open_item_that_waits_for_nothing() -> None:
    changes = would_change(narrowed(day="2026-01-05"))
    assert [change.condition for change in changes] == [
        'Alan Fields keeps "the repaired lorry" by 2026-01-09',
        "you pay invoice 1042 by 2026-01-10",
    ]
    late = would_change(narrowed(day="2026-01-15"))
    assert [change.condition for change in late] == ['you keep "the signed order" by 2026-02-09']
    assert late[0].result.startswith("your promptness")
    wordless = narrowed("2026-01-01 promise p1 by=me to=alan due=2026-01-09", "2026-01-05")
    assert would_change(wordless)[0].condition == "you keep a promise by 2026-01-09"


def test_thin_and_missing_evidence_is_named() -> None:
    told = brief_of().not_enough
    assert "their ability: no work judged, no reference on reliability" in told
    assert "their promptness: thin, 1 act on record, newest 2026-01-09" in told


def test_steps_have_a_day_and_a_reason() -> None:
    told = brief_of()
    codes = {finding.code for finding in told.findings}
    assert 0 < len(told.next) <= MOST_STEPS
    for step in told.next:
        assert told.as_of < step.by <= told.as_of + timedelta(days=7)
        assert set(step.why) <= codes
        assert step.what
    assert [step.by for step in told.next] == sorted(step.by for step in told.next)


def test_every_draft_is_for_a_rule_and_has_slots_that_can_be_filled() -> None:
    codes = {rule.code for rule in ROSTER}
    for draft in DRAFTS:
        assert draft.code in codes
        assert draft.by in ("me", "them", "any")
        assert set(re.findall(r"\{([^}]*)\}", draft.text)) <= SLOTS, draft.purpose
    assert Draft("E201", "me", "", "{nothing_like_it} {name}").filled({"name": "{words}"}) == f"{BLANK} {{words}}"


def test_every_number_day_and_quotation_in_the_words_stands_in_the_ledger() -> None:
    told = brief_of()
    assert told.say
    days = ("9 January 2026", "10 January 2026", "2 January 2026", "4 January 2026", "5 January 2026")
    known = " ".join((TEXT, BLANK, "300.00 left of it", *days))
    blank = {draft.purpose: draft.text for draft in DRAFTS}
    for words in told.say:
        assert set(words.uses) <= set(re.findall(r"\b[a-z]\d\b", TEXT))
        new = set(re.findall(r"[\w]*\d[\w]*|\"[^\"]*\"", words.text)) - set(
            re.findall(r"[\w]*\d[\w]*", blank[words.purpose])
        )
        for fact in new:
            assert fact.strip('"') in known, (fact, words.text)


def test_words_quote_no_description_and_name_the_day_that_stands() -> None:
    wordless = "2026-01-02 promise p1 by=me to=alan due=2026-01-05\n2026-01-02 message m by=alan to=me\n"
    told = [w.text for w in brief_of(wordless, "2026-01-12").say if "due" not in w.purpose]
    assert not any("promise, due" in text for text in told)
    assert any(f'"{BLANK}"' in text for text in told)
    moved = "2026-01-02 promise p1 by=me to=alan due=2026-01-05 | the order\n2026-01-02 message m by=alan to=me\n"
    moved += "2026-01-04 renegotiated n1 of=p1 due=2026-01-08 asked=before\n"
    texts = [w.text for w in brief_of(moved, "2026-01-12").say if '"the order"' in w.text]
    assert texts
    assert all("8 January" in text and "5 January" not in text for text in texts)


@pytest.mark.parametrize(
    "known",
    [
        '2026-01-01 invoice i1 by="Windmill Flour" to=me amount=10 due=2026-01-05',
        '2026-01-01 message m1 by="Windmill Flour Ltd." to=me | Hello\n'
        '2026-01-01 invoice i1 by="Windmill Flour Ltd." to=me amount=10 due=2026-01-05',
    ],
)
def test_a_firm_known_from_its_invoices_has_no_first_name(known: str) -> None:
    firm = known.split('"')[1]
    [words] = brief_of(known, "2026-01-12", firm.lower()).say
    assert words.text.startswith(f"Hello {firm}, ")


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Alan Fields", "Alan"),
        ("Dr. Osei", "Dr. Osei"),
        ("alan", "alan"),
        ("alan@fields.example", BLANK),
    ],
)
def test_a_person_is_called_by_the_first_name_and_never_by_an_address(name: str, called: str) -> None:
    text = (
        f'2026-01-01 party p9 name="{name}" mail=x@y.example\n2026-01-02 promise p1 by=p9 to=me due=2026-01-05 | it\n'
    )
    told = brief_of(text, "2026-01-12", "p9")
    assert any(f"Hello {called}" in words.text for words in told.say), told.say


def test_an_organisation_is_called_by_its_name() -> None:
    party = '2026-01-01 party p9 name="Green Grocers" type=organisation\n'
    text = party + "2026-01-02 promise p1 by=p9 to=me due=2026-01-05 | it"
    assert any("Hello Green Grocers" in words.text for words in brief_of(text, "2026-01-12", "p9").say)


@pytest.mark.parametrize(
    ("words", "times", "guard"),
    [("the treatment", 3, "medical"), ("the treatment", 2, ""), ("the tenant", 3, "legal"), ("a salary", 3, "hiring")],
)
def test_a_guard_is_said_where_the_matter_comes_up_often(words: str, times: int, guard: str) -> None:
    text = "".join(f"2026-01-0{n + 1} message m{n} by=alan to=me | about {words}\n" for n in range(times))
    told = guard_for(narrowed(text))
    assert guard in told
    assert bool(told) is bool(guard)


def test_a_name_that_may_be_the_same_is_asked_about() -> None:
    text = TEXT + '2026-01-06 message m9 by=me to="alan@fields.example, Alan Fields <a@other.example>"\n'
    assert any("the same as Alan Fields" in asked for asked in brief_of(text).questions)


def test_one_name_with_an_address_and_without_is_asked_about_from_either_side() -> None:
    text = '2026-01-05 delivery x1 by="Chloé Lefèvre" to=me due=2026-01-05\n'
    text += '2026-01-06 message m1 by="Chloé Lefèvre <chloe@l.example>" to=me | Bonjour\n'
    [asked] = brief_of(text, party="chloe@l.example").questions
    assert asked.startswith("Is Chloé Lefèvre without an address the same as chloe@l.example? (both")
    [asked] = brief_of(text, party="chloé lefèvre").questions
    assert asked.startswith("Is chloe@l.example the same as Chloé Lefèvre? (both")


def test_rent_tells_no_days_since_an_invoice() -> None:
    rows = [("01", "01"), ("02", "01"), ("03", "04")]
    text = "".join(
        f"2026-{m}-01 invoice i{m} by=me to=alan amount=850 due=2026-{m}-01\n"
        f"2026-{m}-{d} payment y{m} by=alan to=me amount=850 of=i{m}\n"
        for m, d in rows
    )
    told = brief_of(text, "2026-03-20").promptness
    assert told is not None
    assert (told.n, told.late, told.usually_pays_in) == (3, 1, None)


def test_a_brief_of_nobody_much_is_still_a_brief() -> None:
    told = brief_of("2026-01-01 message m1 by=alan to=me", "2026-01-02")
    assert (told.owed_by_me, told.owed_by_them, told.promptness, told.fairness, told.guard) == ((), (), None, (), "")
    assert len(told.not_enough) == 8


def test_a_document_survives_json() -> None:
    for text, day in ((TEXT, "2026-01-15"), ("2026-01-01 message m1 by=alan to=me", "2026-01-02")):
        document = brief_document(brief_of(text, day))
        assert json.loads(json.dumps(document, allow_nan=False)) == document
    assert brief_document(brief_of())["fairness"]["me"]["concerns"] == 1
    assert fairness_document(()) == {}


def test_fairness_states_facts_of_each_side() -> None:
    lines = next(section.lines for section in page(brief_of()).sections if section.title == "Fairness")
    assert [line.head for line in lines] == ["you"]
    assert "0 of 1 concern of Alan Fields's" in lines[0].text
    assert "explained 0 of 1 decision (informational)" in lines[0].text


def test_every_kind_of_fairness_has_its_words() -> None:
    mine = Treatment("me", 2, 1, 1, 2, 1, 1, 2, 1)
    theirs = Treatment("alan", 0, 0, 0, 1, 1, 0, 0, 0)
    one, other = fairness_lines((mine, theirs), "Alan")
    assert one.text == (
        "answered or took up 1 of 2 concerns of Alan's (procedural); heard 1 of them before a decision (voice); "
        "explained 1 of 2 decisions (informational); thanked 1 time, blamed 2 times (interpersonal); "
        "1 agreed term below what peers of Alan get (distributive)"
    )
    assert (other.head, other.text) == ("Alan", "explained 1 of 1 decision (informational)")
    assert list(fairness_lines((Treatment("me", *(0,) * 8),), "Alan")) == []
    assert fairness_document((mine, theirs))["them"]["explained"] == 1


def test_the_chance_of_lateness_is_shown_and_kept_in_the_document() -> None:
    text = "".join(
        f"2025-{n:02}-01 invoice i{n} by=me to=alan amount=9 due=2025-{n:02}-10\n"
        f"2025-{n:02}-{10 + n:02} payment y{n} by=alan to=me amount=9 of=i{n}\n"
        for n in range(1, 7)
    )
    told = brief_of(text + "2025-07-01 invoice i7 by=me to=alan amount=9 due=2025-07-20", "2025-07-02")
    (item,) = brief_document(told)["owed"]["by_them"]
    assert 0 < item["expected"]["low"] < item["p_late"] < item["expected"]["high"] < 1
    assert "likely to come late" in str(page(told))
    never = "2025-07-01 promise p1 by=me to=alan due=2025-07-20 | the order"
    assert "nothing of this sort on record" in str(page(brief_of(text + never, "2025-07-02")))


def test_a_day_moved_after_it_had_passed_is_said_and_not_foretold() -> None:
    made = (
        "2025-01-01 promise p0 by=alan to=me due=2025-05-10 | the order\n"
        "2025-01-01 promise p1 by=alan to=me due=2025-06-10\n"
    )
    kept = "".join(
        f"2025-{n:02}-01 promise k{n} by=alan to=me due=2025-{n:02}-10 | part {n}\n2025-{n:02}-09 kept e{n} of=k{n}\n"
        for n in range(1, 5)
    )
    moved = "2025-05-{day} renegotiated r1 of=p0 due=2025-05-20 | on the 20th"
    late = str(page(brief_of(kept + made + moved.format(day="11"), "2025-05-12")))
    assert "due 20 May, moved after its day" in late
    assert "100%" not in late
    in_time = str(page(brief_of(kept + made + moved.format(day="10"), "2025-05-12")))
    assert "moved after its day" not in in_time
    assert in_time.count("likely to come late") == late.count("likely to come late") + 1


def test_claims_nobody_checked_lead_to_the_checks_until_something_depends_on_them():
    text = (
        "2026-01-05 message m1 by=lena to=me | Hello\n2026-01-05 claim c1 by=lena | sworn since 2015\n"
        "2026-01-05 claim c2 by=lena | fourteen books\n"
    )
    told = "2 claims not checked yet: goodwill vet lists what each check would teach"
    assert brief_of(text, party="lena").not_enough[-1] == told
    assert told not in brief_of(text + "2026-01-06 stake s1 with=lena amount=900\n", party="lena").not_enough


def test_where_no_money_is_at_stake_no_payment_is_advised():
    stake = "2026-01-05 stake s1 with=osei{} | My next year\n"
    asked = {
        size: [step.what for step in brief_of(stake.format(size), party="osei").next] for size in ("", " amount=900")
    }
    assert any("a second opinion" in do for do in asked[""])
    assert not any("payment" in do for do in asked[""])
    assert any("payment in stages" in do for do in asked[" amount=900"])
