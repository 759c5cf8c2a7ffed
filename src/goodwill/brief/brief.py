"""What a person reads about one counterparty on one day: evidence on both sides, and what to do with it."""

from dataclasses import dataclass
from datetime import date

from goodwill.brief.lateness import Lateness
from goodwill.case.justice import Treatment
from goodwill.case.said_done import SaidDone
from goodwill.case.standing import Standing
from goodwill.findings.finding import Finding
from goodwill.ledger.party import Party


@dataclass(frozen=True, slots=True)
class Owed:
    """One open item: a promise or an invoice, by its id, with what it is, its day and by how many days it is late.

    `said_done` is where the side that owes it wrote that it is done.
    """

    id: str
    kind: str
    what: str
    due: date | None
    late: int
    confirmed: bool = True
    expected: Lateness | None = None
    said_done: SaidDone | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One next step: what, on which findings it rests, and by when."""

    what: str
    why: tuple[str, ...]
    by: date


@dataclass(frozen=True, slots=True)
class Words:
    """Words to say, for a purpose; every fact in them comes from the entries in `uses`, the rest is left blank."""

    purpose: str
    text: str
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """What would change this: if something happens, then what the estimate would be."""

    condition: str
    result: str


@dataclass(frozen=True, slots=True)
class Promptness:
    """How one side pays and delivers: how many of how many were late, the usual days late, and the last late day."""

    n: int
    late: int
    median_days_late: float
    usually_pays_in: float | None
    last_late: date | None
    band: float | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """One counterparty on one day. `more` counts the findings that are not shown."""

    party: Party
    as_of: date
    entries: int
    since: date | None
    standing: Standing
    mirror: Standing
    promptness: Promptness | None
    my_promptness: Promptness | None
    findings: tuple[Finding, ...]
    more: int
    owed_by_me: tuple[Owed, ...]
    owed_by_them: tuple[Owed, ...]
    next: tuple[Step, ...]
    say: tuple[Words, ...]
    would_change: tuple[Change, ...]
    not_enough: tuple[str, ...]
    unconfirmed: int = 0
    questions: tuple[str, ...] = ()
    guard: str = ""
    fairness: tuple[Treatment, ...] = ()
