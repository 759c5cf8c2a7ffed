"""What is read of the other side's wishes: from sentences, readings, rankings and offers, and from nothing else."""

from datetime import date

import pytest

from goodwill.case.bargaining import bargain
from goodwill.case.case import case
from goodwill.case.statements import issue_patterns, statements
from goodwill.case.wishes import wishes
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse

NAMES = issue_patterns([["price", "rate"], ["lead time"], ["delivery"]])
ISSUES = """
2026-01-14 party nina name="Nina Okafor"
2026-01-14 issue is1 deal=cartons issue=price options="0.92;0.88" | rate, cost
2026-01-14 issue is2 deal=cartons issue="lead time" options="3 weeks;1 week"
2026-01-14 issue is3 deal=cartons issue=delivery options="Monday;daily"
"""


def read(text):
    return [(one.issue, one.type) for one in statements([text], NAMES) if not one.type.startswith("named")]


def folded(*lines, day="2026-03-01"):
    entries = list(parse([*ISSUES.splitlines(), *lines]))
    assert all(isinstance(entry, Entry) for entry in entries)
    whole = case(Book.of(entries), date.fromisoformat(day))
    return wishes(whole, bargain(whole.book, "cartons", whole.me, "nina"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The most important thing for us is the price.", [(0, "most")]),
        ("We need shorter lead times.", [(1, "need")]),
        ("We don't need daily deliveries.", [(2, "no-need")]),
        ("Price matters the least to us.", [(0, "least")]),
        ("We would rather have a better lead time than a lower price.", [(1, "more-than"), (0, "less-than")]),
        ("We are flexible on delivery.", [(2, "set")]),
        ("You can have the lead time if I can have the price.", [(1, "you-get"), (0, "i-get")]),
        ("Do you need delivery on Monday?", [(2, "ask")]),
        ("I care about the rate, but I could give up delivery.", [(0, "i-get"), (2, "give-up")]),
        ("We really don't need the delivery.", [(2, "no-need")]),
        ("The price isn't a must.", [(0, "no-need")]),
        ("It isn't a must, the price.", [(0, "no-need")]),
        ("Your biggest concern is the price.", [(0, "you-need")]),
        ("How important is the delivery to you?", [(2, "ask")]),
        ("And delivery?", [(2, "ask")]),
        ("My second priority is delivery.", [(2, "second")]),
        ("Price is highest, delivery is medium.", [(0, "most"), (2, "second")]),
        ("You can have most of the delivery.", [(2, "you-get more")]),
        ("We don't have enough delivery.", [(2, "lack")]),
        ("We need plenty of delivery.", [(2, "need")]),
        ("We have plenty of delivery slots.", [(2, "plenty")]),
        ("The lead time is easy to move.", [(1, "set")]),
        ("Thank you for the price.", [(0, "thanks")]),
        ("What is most pressing for us is the lead time.", [(1, "most")]),
        ("A short lead time suits us best.", [(1, "strong")]),
        ("Priceless deliverance.", []),
        ("", []),
    ],
)
def test_a_sentence_is_read_for_what_it_says_of_each_issue(text, told):
    assert read(text) == told


def test_the_issues_asked_for_are_put_in_order_and_one_alone_is_told():
    kinds = [one.type for one in statements(["We need the price.", "And delivery and lead time, please."], NAMES)]
    assert kinds[-3:] == ["named 1 need", "named 2 bare later", "named 3 bare same"]
    assert [one.type for one in statements(["We need the price."], NAMES)][1:] == ["named 1 need", "named alone"]


def test_the_sentence_keeps_its_place_whatever_letters_stand_before_it():
    text = "İİİ İstanbul! We need delivery ’til May."
    (first, *_) = statements([text], NAMES)
    assert text[first.start : first.end].strip() == "We need delivery ’til May."


def test_lines_that_a_mail_program_broke_are_one_sentence_and_a_list_is_not():
    broken = (
        "What matters most to us in all this, as you may have heard from Ann before, is\nthe price. Not the delivery."
    )
    assert ("most", 0) in {(kind, issue) for issue, kind in read(broken)}
    assert read("most of all:\nprice") == [(0, "bare")]
    listed = "We have looked at what we need for the coming year, and this is what we need:\n- delivery"
    assert read(listed) == [(2, "bare")]


def test_what_was_signed_is_kept_and_alone_is_something_to_go_by():
    found = folded('2026-02-04 agree g1 by=me to=nina deal=cartons terms="price=0.88;delivery=daily"')
    assert found.signed == (1, None, 1)
    assert not found.none()
    assert folded().signed == ()


def test_signs_cite_the_message_and_name_the_option_that_was_asked_for():
    found = folded("2026-02-01 message m1 by=nina to=me | Hello. We need daily delivery. How is Ann?")
    sign = next(one for one in found.signs if one.type == "need")
    assert (sign.entry, sign.words, sign.issue, sign.option) == ("m1", "We need daily delivery.", 2, 1)
    both = folded("2026-02-01 message m1 by=nina to=me | We need delivery daily or Monday.")
    assert {one.option for one in both.signs} == {None}
    gives = folded("2026-02-01 message m1 by=nina to=me | You can have daily delivery.")
    assert {one.option for one in gives.signs} == {None}


def test_other_names_of_an_issue_stand_in_the_words_of_its_line():
    found = folded("2026-02-01 message m1 by=nina to=me | The cost is what matters most.")
    assert {one.issue for one in found.signs} == {0}


def test_only_what_they_wrote_lately_and_to_the_table_counts():
    lines = (
        "2025-06-01 message m0 by=nina to=me | We need a better price.",
        "2026-02-01 message m1 by=me to=nina | We need a better price.",
        "2026-02-01 message m2 by=bo to=me | We need a better price.",
    )
    found = folded(*lines)
    assert found.none()
    assert folded(*lines, "2026-02-02 message m3 by=nina to=me | We need a better price.").signs[0].entry == "m3"
    assert folded("2026-02-02 message m3 by=nina to=me | A better price?", day="2026-02-01").none()


def test_what_a_reader_saw_helps_where_the_words_around_an_issue_do_not_tell():
    message = "2026-02-01 message m1 by=nina to=me | Delivery: our yard is full."
    plain = folded(message)
    seen = folded(message, "2026-02-01 reading r1 of=m1 move=no-need span=0-27 reader=x@1 p=0.9")
    assert plain.signs[0].type == "i-get"
    assert seen.signs[0].type == "no-need"


def test_amounts_are_read_only_where_options_are_amounts():
    assert folded("2026-02-01 message m1 by=nina to=me | We need 2 delivery days.").signs[0].type == "need"
    assert next(one.type for one in statements(["We need 2 delivery days."], NAMES)) == "need 2"


def test_rankings_and_offers_are_theirs_alone():
    found = folded(
        '2026-02-01 interest n1 of=nina deal=cartons matter="Delivery, price"',
        '2026-02-01 interest n2 of=me deal=cartons matter="price,delivery"',
        '2026-02-01 interest n3 of=nina deal=other matter="price,delivery"',
        '2026-02-02 offer o1 by=nina to=me deal=cartons terms="price=0.92;delivery=daily"',
        '2026-02-03 offer o2 by=me to=nina deal=cartons terms="price=0.88"',
        '2026-02-04 agree g1 by=nina to=me deal=cartons terms="price=0.88"',
    )
    assert [(one.entry, one.issues) for one in found.rankings] == [("n1", (2, 0))]
    assert found.offers == (("o1", (0, None, 1)),)


def test_an_endless_message_is_read_in_bounded_time():
    for text in ("price " * 200_000, "a" * 500_000 + " price", "do you " * 100_000, "most " * 100_000 + "price"):
        assert len(list(statements([text], NAMES))) < 10_000


TERMS = """
2026-01-14 party nina name="Nina Okafor"
2026-01-14 issue is1 deal=haul issue=rate options="430;420;410;400"
2026-01-14 issue is2 deal=haul issue=payment options="14 days;30 days;60 days"
2026-01-14 issue is3 deal=haul issue=price options="0.92;0.88;0.84"
"""


def refused(*lines):
    entries = list(parse([*TERMS.splitlines(), *lines]))
    whole = case(Book.of(entries), date(2026, 3, 1))
    told = bargain(whole.book, "haul", whole.me, "nina")
    return {told.issues[no.issue].name: no.names for no in wishes(whole, told).refused}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("But we cannot go below 410 on the rate.", {"rate": ("400",)}),
        ("We won't go over thirty days.", {"payment": ("60 days",)}),
        ("60 days is too long for us.", {"payment": ("60 days",)}),
        ("30 days would be too long.", {"payment": ("30 days", "60 days")}),
        ("14 days is too short.", {"payment": ("14 days",)}),
        ("We can't accept 60 days.", {"payment": ("60 days",)}),
        ("We will not pay more than 0.88 on the price.", {"price": ("0.92",)}),
        ("A price of 0.84 is not possible.", {"price": ("0.84",)}),
        ("On payment we are flexible up to 30 days, 60 days is too long.", {"payment": ("60 days",)}),
        ("Could you not go below 410 on the rate?", {}),
        ("We never had 410 loads on the road, below or above.", {}),
        ("We are not late by more than 400 hours.", {}),
        ("We cannot go below 400 on the rate.", {}),
        ("60 days suits us.", {}),
        ("The rate is fine.", {}),
    ],
)
def test_what_they_said_no_to_is_read_with_all_that_lies_beyond(words, told):
    assert refused(f"2026-02-01 message m1 by=nina to=me | {words}") == told


def test_what_they_offered_or_signed_since_they_said_no_is_open_again():
    no = "2026-02-01 message m1 by=nina to=me | 30 days would be too long."
    assert refused(no, '2026-02-02 offer o1 by=nina to=me deal=haul terms="payment=30 days"') == {
        "payment": ("60 days",)
    }
    assert refused(no, '2026-02-02 offer o1 by=me to=nina deal=haul terms="payment=30 days"') == {
        "payment": ("30 days", "60 days")
    }
    assert refused(no, '2026-01-20 offer o1 by=nina to=me deal=haul terms="payment=60 days"') == {
        "payment": ("30 days", "60 days")
    }


def test_to_every_option_nobody_says_no():
    assert refused("2026-02-01 message m1 by=nina to=me | 14 days is too much, 14 days is too long.") == {}


def test_a_limit_that_was_named_counts_as_a_need():
    found = folded("2026-02-01 message m1 by=nina to=me | We cannot go below 0.92 on the price.")
    assert [one.type for one in found.signs if not one.type.startswith("named")] == ["need"]
    assert found.refused[0].entry == "m1"
