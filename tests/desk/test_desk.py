"""The desk end to end on small books: bringing, recording, undoing, finding, watching, checking."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from goodwill.desk.desk import Desk
from goodwill.desk.parties import UnknownParty
from goodwill.desk.watching import MOST_NUDGES, last_look
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid

DAY = date(2026, 1, 15)
BOOK = """2026-01-01 party p1 name="Alan Fields" mail=alan@fields.example
2026-01-01T09:00 message m1 by=alan@fields.example to=me | I will send the crates by Saturday.
2026-01-02 promise q1 by=alan@fields.example to=me due=2026-01-09 | the lorry
2026-01-02 message n1 by=newsletter@x.example to=me | Buy now
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk.open(tmp_path / "a.book")
    file = tmp_path / "a.goodwill"
    file.write_text(BOOK, "utf-8")
    made.bring([file])
    return made


def write(desk: Desk, *lines: str) -> None:
    from goodwill.ledger.notation import parse

    for entry in parse(lines):
        assert isinstance(entry, Entry), entry
        assert isinstance(desk.record(entry), str)


def test_bringing_twice_adds_nothing_and_a_preview_counts_what_is_known(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.goodwill"
    before = len(desk.book)
    assert desk.bring([file]).accepted == 0
    told = desk.preview([file])
    assert (told.accepted, told.duplicate) == (0, before)
    more = tmp_path / "b.goodwill"
    more.write_text("2026-01-03 thanks - by=me to=alan@fields.example\nrubbish\n2026-01-03 talk t1 with=p1 color=x\n")
    told = desk.preview([more])
    assert (told.accepted, told.rejected_count, len(desk.book)) == (2, 1, before)
    assert "color" in told.notes[0]
    assert desk.bring([tmp_path / "nothing"]).rejected_count == 1


def test_an_export_brought_into_a_new_book_has_the_readings_once(desk: Desk, tmp_path: Path) -> None:
    export = tmp_path / "export.goodwill"
    export.write_text("\n".join(desk.journal.lines()) + "\n", "utf-8")
    other = Desk.open(tmp_path / "b.book")
    other.bring([export])
    assert [e.id for e in other.book] == [e.id for e in desk.book]
    assert any(e.kind == "reading" for e in other.book)


def test_a_party_filter_takes_what_cites_a_taken_entry_and_the_ways_a_contact_tells(tmp_path: Path) -> None:
    file = tmp_path / "a.goodwill"
    file.write_text(
        """2026-01-01 party p1 name="Alan Fields" mail=alan@fields.example phone="+44 7700 900123" alias=Al
2026-01-02 promise q1 by=alan@fields.example to=me due=2026-01-09 | the lorry
2026-01-02 message w1 by="0044 7700 900123" to=me | On my way
2026-01-03 kept k1 of=q1
2026-01-03 contest c1 of=k1
2026-01-03 promise q2 by=me to=bo after=q1
2026-01-03 promise q3 by=bo to=me
2026-01-04 message m2 by=bo to="me, Al" | Hello
""",
        "utf-8",
    )
    told = Desk.open(tmp_path / "a.book")
    told.bring([file], party=["Alan Fields"])
    assert {e.id for e in told.book if e.kind != "reading"} == {"p1", "q1", "w1", "k1", "c1", "q2", "m2"}


def test_a_counterparty_is_found_by_any_way_and_a_stranger_is_not(desk: Desk) -> None:
    whole = desk.case(DAY)
    for name in ("p1", "Alan Fields", "ALAN@fields.example", "alan", "fields"):
        assert desk.find(name, whole) == "p1", name
    with pytest.raises(UnknownParty, match="nobody called Alen is in the book; there is Alan Fields"):
        desk.find("Alen", whole)
    with pytest.raises(UnknownParty, match="is you"):
        desk.brief("me", DAY)


def test_a_name_is_found_as_it_is_typed_without_accents(desk: Desk) -> None:
    write(desk, '2026-01-04 message m5 by="Chloé Lefèvre <chloe.l@other.example>" to=me | Bonjour')
    assert {desk.find(name, desk.case(DAY)) for name in ("chloe", "Chloe Lefevre", "LEFÈVRE")} == {
        "chloe.l@other.example"
    }


def test_a_name_of_two_is_asked_about(desk: Desk) -> None:
    write(desk, '2026-01-04 message m5 by="Alan Fields <alan@other.example>" to=me | Hello')
    write(desk, '2026-01-04 message m6 by="Alan Moor <moor@other.example>" to=me | Hello')
    with pytest.raises(UnknownParty, match=r"Alan may be .* or .*: say which"):
        desk.find("Alan", desk.case(DAY))


def test_one_letter_is_worth_a_brief_and_its_writer_is_not_the_user(tmp_path: Path) -> None:
    file = tmp_path / "clinic.txt"
    file.write_text("4 January 2026\n\nDear Ms Weber,\n\nplease come on Friday.\n\nYours\nDr. Helen Marsh\n", "utf-8")
    desk = Desk.open(tmp_path / "a.book")
    desk.bring([file])
    assert (desk.identity.mentions, desk.identity.choices) == ((), ())
    assert [told.party.name for told in desk.briefs(DAY)] == ["Dr. Helen Marsh"]


def test_mail_that_goes_one_way_gets_no_brief(desk: Desk) -> None:
    assert desk.parties(DAY) == ("p1",)
    assert [told.party.id for told in desk.briefs(DAY)] == ["p1"]
    assert [told.party.id for told in desk.briefs(DAY, ["newsletter@x.example"])] == ["newsletter@x.example"]


def test_what_was_recorded_can_be_undone_and_done_again(desk: Desk) -> None:
    def overdue() -> bool:
        return any(f.code == "E201" and f.evidence[0].id == "q1" for f in desk.findings("p1", DAY))

    assert overdue()
    set_aside = desk.cite("dismiss", "q1", DAY, {}, "a slip")
    assert not overdue()
    undone = desk.cite("dismiss", set_aside, DAY, {}, "undone")
    assert overdue()
    desk.cite("dismiss", undone, DAY, {}, "undone again")
    assert not overdue()


def test_a_rule_can_be_silenced_until_a_day(desk: Desk) -> None:
    desk.cite("dismiss", "promise-overdue", DAY, {"until": "2026-01-20"}, "known")
    assert not any(f.code == "E201" for f in desk.findings("p1", DAY))
    assert any(f.code == "E201" for f in desk.findings("p1", date(2026, 1, 21)))


def test_what_cites_nothing_is_refused(desk: Desk) -> None:
    with pytest.raises(UnknownParty, match="there is no entry x9"):
        desk.cite("contest", "x9", DAY, {}, "")
    with pytest.raises(UnknownParty):
        desk.cite("contest", "q1", DAY, {"until": "soon"}, "")
    assert isinstance(desk.record(Entry(DAY, "promise", "q1", {"by": "bo"})), Invalid)


def test_a_reading_waits_for_a_word_and_counts_on_the_very_day(desk: Desk) -> None:
    waiting = [entry for entry in desk.candidates(DAY) if entry.get("move") == "promise"]
    assert len(waiting) == 1
    told = desk.candidate(waiting[0])
    assert (told["by"], told["words"][:6]) == ("alan@fields.example", "I will")
    desk.settle(waiting[0].id, date(2026, 1, 1), keep=True)
    assert [p.confirmed for p in desk.case(DAY).among("p1").promises if p.id == waiting[0].id] == [True]
    assert not [entry for entry in desk.candidates(DAY) if entry.get("move") == "promise"]


def test_a_reading_refused_is_gone(desk: Desk) -> None:
    (reading,) = (entry for entry in desk.candidates(DAY) if entry.get("move") == "promise")
    desk.settle(reading.id, DAY, keep=False)
    assert reading.id not in {p.id for p in desk.case(DAY).promises}


def test_the_mirror_shows_the_users_own_conduct_alone(desk: Desk) -> None:
    write(desk, "2026-01-02 promise q5 by=me to=p1 due=2026-01-05 | the order")
    told = desk.mirror("p1", DAY)
    assert told.findings
    assert {finding.by for finding in told.findings} == {"me"}


def test_erasing_a_party_leaves_nothing_that_names_them(desk: Desk) -> None:
    desk.erase(desk.mentions("p1", DAY), "asked")
    assert "fields" not in "\n".join(desk.journal.lines()).casefold()
    assert desk.parties(DAY) == ()


def late(desk: Desk, number: int, due: str) -> None:
    write(desk, f"2026-01-01 invoice i{number} by=bo{number} to=me amount=9 due={due} number={number}")


def test_watching_says_each_thing_once_three_a_day_and_the_rest_later(desk: Desk) -> None:
    for number in range(7):
        late(desk, number, "2026-01-12")
    quiet = date(2026, 1, 16)
    look = desk.watch(DAY, remember=False)
    first = desk.watch(DAY)
    assert [f.about for f in look.nudges] == [f.about for f in first.nudges]
    assert len(first.nudges) == MOST_NUDGES
    assert first.held_back > 0
    assert desk.watch(DAY).nudges == ()
    said = list(first.nudges)
    for day in range(10):
        told = desk.watch(quiet + timedelta(days=day))
        assert len(told.nudges) <= MOST_NUDGES
        said += told.nudges
    about = [f.evidence[0].id for f in said if f.code == "E206"]
    assert sorted(about) == sorted(set(about)) == [f"i{n}" for n in range(7)]
    assert desk.watch(quiet + timedelta(days=10)).nudges == ()


def test_days_that_go_backwards_have_no_nudges_of_their_own(desk: Desk) -> None:
    for number in range(7):
        late(desk, number, "2026-01-12")
    assert len(desk.watch(DAY).nudges) == MOST_NUDGES
    assert desk.watch(DAY - timedelta(days=1)).nudges == ()
    assert desk.watch(DAY).nudges == ()
    assert last_look(desk.journal).last == DAY
    assert len(desk.watch(DAY + timedelta(days=1)).nudges) > 0


def test_everything_due_is_listed_soonest_first(desk: Desk) -> None:
    late(desk, 1, "2026-01-05")
    due = desk.watch(DAY).due
    assert [(who, item.id) for who, item in due][:2] == [("you to bo1", "i1"), ("Alan Fields to you", "q1")]


DRAFT = "You always pay late and you never listen. <!-- goodwill: ignore {} -- said on the phone -->"


def test_a_waiver_takes_one_finding_away_and_one_that_takes_nothing_is_reported(desk: Desk) -> None:
    plain = desk.check(DRAFT.format("E999"), "p1", DAY)
    assert plain.findings
    assert [waiver.rule for waiver in plain.unused] == ["E999"]
    code = plain.findings[0].code
    waived = desk.check(DRAFT.format(f"{code},"), "p1", DAY)
    assert len(waived.findings) < len(plain.findings)
    assert waived.unused == ()
    assert (waived.findings == ()) or waived.findings[0].evidence


def test_a_draft_is_checked_without_a_book_or_an_addressee_and_never_kept(desk: Desk) -> None:
    assert Desk.empty().check("You always pay late.", today=DAY).findings
    before = len(desk.book)
    assert desk.check("You always pay late.", today=DAY).findings
    assert len(desk.book) == before
    with pytest.raises(UnknownParty):
        desk.check("Hello", "nobody", DAY)


def test_an_entry_of_the_book_called_draft_is_not_the_draft(desk: Desk) -> None:
    told = [finding.code for finding in desk.check("You always pay late.", "p1", DAY).findings]
    write(desk, "2026-01-03 message draft by=me to=p1 | All is well")
    again = desk.check("You always pay late.", "p1", DAY)
    assert [finding.code for finding in again.findings] == told
    assert again.findings[0].evidence[0].words.startswith("You always")


def test_candidates_are_vetted_without_stake_ties_or_anything_else(desk: Desk) -> None:
    told = desk.vet("p1", DAY)
    assert (told.ladder, told.paths, told.shared, told.claims, told.impressions) == ((), (), (), (), ())
    assert any("no prior partner" in text for text in told.missing)
    assert len(told.questions) == 10


def test_a_draft_goes_to_whom_its_own_header_names(desk: Desk) -> None:
    text = "Where are the crates? I will wait until Friday.\n"
    for head in ("To: Alan Fields\n\n", "Subject: x\nto: Bo, <ALAN@fields.example>;\n\n", "\ufeff---\nTo: 'p1'\n---\n"):
        assert desk.check(head + text, today=DAY).to == "p1", head
    checked = desk.check("To: Bo\n\n" + text, today=DAY)
    assert (checked.to, checked.note) == (
        "",
        'checked for what it says alone: "Bo" in its To: line is nobody in the book',
    )
    for head in ("", "To: \n", "Dear Bo,\nTo: Alan Fields\n", "\n" + "x: y\n" * 50 + "To: Alan Fields\n"):
        checked = desk.check(head + text, today=DAY)
        assert (checked.to, checked.note) == ("", ""), head
    assert Desk.empty().check("To: Alan Fields\n\n" + text, today=DAY).note == ""
    assert desk.check("To: Alan Fields\n\n" + text, "newsletter@x.example", DAY).to == "newsletter@x.example"


def test_acquaintances_are_those_worth_a_brief_and_what_is_due_stands_in_order_of_day(desk: Desk) -> None:
    write(desk, "2026-01-03 promise q2 by=me to=p1 due=2026-01-05 | the money")
    assert [(party.id, party.name) for party in desk.acquaintances(DAY)] == [("p1", "Alan Fields")]
    due = [(who, item.id) for who, item in desk.due(DAY)]
    assert due[0] == ("you to Alan Fields", "q2")
    assert ("Alan Fields to you", "q1") in due
    assert desk.due(DAY) == desk.watch(DAY, remember=False).due


def test_a_lasting_desk_is_kept_until_somebody_writes(tmp_path: Path) -> None:
    from goodwill.desk.lasting import Lasting

    book = tmp_path / "a.book"
    lasting = Lasting(lambda: Desk.open(book))
    first = lasting.desk()
    assert (lasting.desk() is first, first.parties(DAY)) == (True, ())
    write(Desk.open(book), "2026-01-03 promise q2 by=me to=alan due=2026-01-05 | the money")
    again = lasting.desk()
    assert (again is first, again.parties(DAY)) == (False, ("alan",))
    assert again.case(DAY) is again.case(DAY)
    write(again, "2026-01-04 kept k2 of=q2")
    assert again.case(DAY).promises[0].state == "kept"
    assert again.case(DAY - timedelta(days=12)).promises[0].state == "open"
