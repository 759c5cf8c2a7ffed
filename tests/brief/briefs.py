"""Briefs from lines of a ledger, as tests write them."""

from datetime import date

from goodwill.brief.brief import Brief
from goodwill.brief.compose import compose
from goodwill.case.case import Case, case
from goodwill.findings.run import run
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import parse
from goodwill.strategies.roster import ROSTER

TEXT = """2026-01-01 party alan name="Alan Fields" mail=alan@fields.example
2026-01-01T09:00 message m1 by=alan to=me src=chat.txt line=4 | I will send the crates by Saturday.
2026-01-01T09:00 reading r1 of=m1 move=promise span=0-35 reader=cues@1 due=2026-01-20
2026-01-02 promise p1 by=alan to=me due=2026-01-09 | the repaired lorry
2026-01-02 promise p2 by=me to=alan due=2026-02-09 | the signed order
2026-01-02 promise p3 by=me to=alan
2026-01-02 promise p4 by=me to=alan due=2026-02-01 after=p1 | the other half
2026-01-03 invoice i1 by=alan to=me amount=380 currency=EUR due=2026-01-10 number=1042
2026-01-05 payment y1 by=me to=alan amount=80 currency=EUR of=i1
2026-01-04 concern c1 by=alan to=me | the crates come back dirty
2026-01-05 decision d1 by=me to=alan
"""


def whole(text: str = TEXT, day: str = "2026-01-15") -> Case:
    read = list(parse(line.strip() for line in text.splitlines()))
    assert all(isinstance(entry, Entry) for entry in read), read
    return case(Book.of(entry for entry in read if isinstance(entry, Entry)), date.fromisoformat(day))


def narrowed(text: str = TEXT, day: str = "2026-01-15", party: str = "alan") -> Case:
    return whole(text, day).among(party)


def brief_of(text: str = TEXT, day: str = "2026-01-15", party: str = "alan") -> Brief:
    made = narrowed(text, day, party)
    return compose(made, tuple(run(ROSTER, made)))
