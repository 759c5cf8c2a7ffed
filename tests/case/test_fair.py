"""How fairly each side treated the other, counted, and what did not count."""

from datetime import date, timedelta

from goodwill.case.hearing import DAYS_A_READING_COUNTS
from goodwill.case.justice import Treatment, treatments
from ledgers import case_of

TEXT = """2026-01-01 concern c1 by=alan to=me | the crates were bruised
2026-01-02 answer w1 of=c1 by=me
2026-01-03 concern c2 by=alan to=me | the invoices come late
2026-01-03 concern c3 by=me to=alan | the lorry blocks the yard
2026-01-04T09:00 message m1 by=alan to=me | The lorry will park elsewhere from now on.
2026-01-02 decision d1 by=me to=alan reason="frost"
2026-01-06 decision d2 by=me to=alan
2026-01-07 thanks t1 by=me to=alan
2026-01-08T09:00 message m2 by=me to=alan | You always let us down. Thank you anyway.
2026-01-08T09:00 reading r1 of=m2 move=blame span=0-23
2026-01-08T09:00 reading r2 of=m2 move=thanks span=24-41
2026-01-09 offer o1 by=me to=alan deal=x terms=price=90
2026-01-09 offer o2 by=alan to=me deal=x terms=price=120
2026-01-10 agree g1 by=me to=alan deal=x terms=price=100
2026-01-10 comparable k1 matter=price value=110
"""


def test_each_kind_of_justice_is_counted_for_each_side() -> None:
    mine, theirs = treatments(case_of(TEXT, "2026-01-20", "alan"))
    assert mine == Treatment("me", 2, 1, 2, 2, 1, 2, 1, 1)
    assert theirs == Treatment("alan", 1, 1, 0, 0, 0, 0, 0, 0)
    assert not theirs.nothing()


def test_nothing_on_record_is_nothing_to_show() -> None:
    told = treatments(case_of("2026-01-01 message m1 by=alan to=me | Hello", "2026-01-20", "alan"))
    assert all(one.nothing() for one in told)


def test_an_old_reading_nobody_confirmed_does_not_count() -> None:
    text = "2026-01-01 message m1 by=alan to=me | I worry\n2026-01-01 reading r1 of=m1 move=concern\n"
    last = date(2026, 1, 1) + timedelta(days=DAYS_A_READING_COUNTS)
    after = str(last + timedelta(days=1))
    counted = [next(iter(treatments(case_of(text, day, "alan")))).concerns for day in (str(last), after)]
    assert counted == [1, 0]
    assert next(iter(treatments(case_of(text + "2026-01-02 confirm f1 of=r1", after, "alan")))).concerns == 1
