"""Which entries belong to which counterparty."""

import pytest

from goodwill.case.relation import Relations
from ledgers import book_of


def homes(text: str) -> dict[str, set[str]]:
    found = Relations.of(book_of(text))
    parties = ("alan", "bo", "cleo")
    made = {party: {entry.id for entry in found.entries_with(party)} for party in parties}
    return {party: names for party, names in made.items() if names}


M = "2026-01-02T10:00 message m1 by=alan to=me\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (M, {"alan": {"m1"}}),
        ("2026-01-02 message m1 by=alan to=me,bo", {"alan": {"m1"}, "bo": {"m1"}}),
        ("2026-01-02 message m1 by=alan to=bo", {}),
        ("2026-01-02 talk t1 with=alan,bo", {}),
        ("2026-01-02 talk t1 with=alan", {"alan": {"t1"}}),
        ("2026-01-02 vouch v1 by=bo about=alan", {"alan": {"v1"}, "bo": {"v1"}}),
        (M + "2026-01-02 reading r1 of=m1 move=promise\n2026-01-02 confirm c1 of=r1", {"alan": {"m1", "r1", "c1"}}),
        ("2026-01-02 kept k1 of=k2\n2026-01-02 kept k2 of=k1", {}),
        ("2026-01-02 kept k1 of=x9", {}),
        ("2026-01-02 offer o1 by=alan to=me deal=d\n2026-01-01 issue i1 deal=d issue=price", {"alan": {"o1", "i1"}}),
        (
            "2026-01-02 offer o1 by=alan to=me deal=d\n2026-01-03 issue i1 deal=d issue=x\n2026-01-04 amend a1 of=i1",
            {"alan": {"o1", "i1", "a1"}},
        ),
        (
            """2026-01-02 offer o1 by=alan to=me deal=d
2026-01-02 offer o2 by=bo to=me deal=d
2026-01-03 issue i deal=d issue=x""",
            {"alan": {"o1", "i"}, "bo": {"o2", "i"}},
        ),
        (M + "2026-01-03 claim c1 by=bo", {"alan": {"m1"}, "bo": {"c1"}}),
        (
            "2026-01-01 vouch v1 by=bo about=alan\n2026-01-02 interest i1 of=bo conflict=yes",
            {"alan": {"v1", "i1"}, "bo": {"v1", "i1"}},
        ),
        ("2026-01-01 vouch v1 by=bo about=me\n2026-01-02 interest i1 of=bo", {"bo": {"v1", "i1"}}),
        ("2026-01-01 party alan name=Alan", {"alan": {"alan"}}),
        (M + "2026-01-09 pulse u1 by=me relationship=6", {"alan": {"m1", "u1"}}),
        (M + "2026-01-10 pulse u1 by=me relationship=6", {"alan": {"m1"}}),
        (M + "2026-01-03 pulse u1 by=me deal=roof relationship=6", {"alan": {"m1"}}),
        (M + "2026-01-03 pulse u1 by=me relationship=6 src=other.goodwill", {"alan": {"m1"}}),
        (M + "2026-01-03 tie t1 a=me b=bo\n2026-01-03 pulse u1 by=me", {"alan": {"m1", "u1"}, "bo": {"t1"}}),
        (
            M + "2026-01-03 message m2 by=bo to=me\n2026-01-04 pulse u1 by=me relationship=6",
            {"alan": {"m1"}, "bo": {"m2", "u1"}},
        ),
        (
            M + "2026-01-02T11:00 message m2 by=bo to=me\n2026-01-04 pulse u1 by=me relationship=6",
            {"alan": {"m1"}, "bo": {"m2"}},
        ),
        ("2026-01-04 pulse u1 by=me relationship=6", {}),
    ],
)
def test_an_entry_belongs_where_it_says_or_where_what_it_cites_belongs(
    text: str, expected: dict[str, set[str]]
) -> None:
    assert homes(text) == expected


def test_dismissals_and_comparables_concern_everyone() -> None:
    text = M + "2026-01-03 dismiss d1 of=E201\n2026-01-03 comparable c1 matter=price"
    assert homes(text) == {
        party: ({"m1"} if party == "alan" else set()) | {"d1", "c1"} for party in ("alan", "bo", "cleo")
    }


def test_the_busiest_come_first_and_the_network_is_no_dealing() -> None:
    text = M + "2026-01-03 message m2 by=bo to=me\n2026-01-04 message m3 by=me to=bo\n2026-01-04 tie t by=x a=me b=cleo"
    assert Relations.of(book_of(text)).counterparties == ("bo", "alan")
