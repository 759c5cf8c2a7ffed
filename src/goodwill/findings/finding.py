"""What a rule saw, with the entries that show it: a fact with its evidence, never a verdict on a person."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a rule reports: whose act, which entries show it, and the fact in words.

    `by` is the id of the side that acted. `do` and `severity` override those of the rule where the case calls for
    it. The first of `cites` is the entry the sighting is about, and `span` the characters of its message that show it,
    where they are not those of a reading. `reword` is what could stand in a draft instead of the words it cites, with
    blanks for facts the ledger does not have.
    """

    by: str
    cites: tuple[str, ...]
    says: str
    do: str = ""
    severity: str = ""
    deal: str = ""
    reword: str = ""
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where evidence stands: a file, its line, and the characters of the words that show it."""

    file: str
    line: int | None
    start: int | None
    end: int | None


NOWHERE = Place("", None, None, None)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One entry shown as evidence, with its words and where they stand."""

    id: str
    day: date
    words: str
    source: Place


@dataclass(frozen=True, slots=True)
class Cited:
    """A source a rule leans on, and how strong it is: article, lab, field or meta."""

    source: str
    strength: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A sighting made complete: the rule, who is concerned, as of which day, what to do, and on what evidence.

    `by` is `me` or `them`. `unconfirmed` says that it rests on a machine's reading nobody has confirmed, `contested`
    that an entry it cites is contested.
    """

    code: str
    name: str
    stance: str
    severity: str
    about: str
    by: str
    deal: str | None
    as_of: date
    says: str
    do: str
    evidence: tuple[Exhibit, ...]
    cites: tuple[Cited, ...]
    unconfirmed: bool = False
    contested: bool = False
    reword: str = ""

    def at(self, entry: str) -> Place:
        """Give the place of its evidence in an entry; one that says nothing where that entry is no evidence of it."""
        return next((exhibit.source for exhibit in self.evidence if exhibit.id == entry), NOWHERE)

    @property
    def newest(self) -> date:
        """Give the day of its newest evidence."""
        return max(exhibit.day for exhibit in self.evidence)
