"""What the store answers: what was taken in, whether the book is whole, what was erased."""

from dataclasses import dataclass

from goodwill.ledger.notation import Invalid


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of some entries: ids taken in, how many were there already, and those refused with a reason."""

    accepted: tuple[str, ...] = ()
    duplicate: int = 0
    conflicting: tuple[Invalid, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """Whether the book is as it was written: how many events, how many of them erased, and the first bad one."""

    ok: bool
    events: int
    erased: int
    first_bad: int | None
    reason: str
    head: str


@dataclass(frozen=True, slots=True)
class Erased:
    """How many events lost their content, and the number of the event that says so (0 when there were none)."""

    count: int
    seq: int
