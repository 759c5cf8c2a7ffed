"""One place to ask: bring files, record, read the case, write the brief, check a draft."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from goodwill.brief.brief import Brief
from goodwill.brief.compose import compose
from goodwill.case.case import Case, case
from goodwill.case.parties import ME
from goodwill.desk.identity import Identity, identified, mistaken, remember, remembered
from goodwill.findings.finding import Finding
from goodwill.findings.run import run
from goodwill.findings.select import MOST_SHOWN
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry
from goodwill.ledger.notation import Invalid
from goodwill.ledger.party import Party
from goodwill.store.journal import Journal, open_journal
from goodwill.store.unwritten import Unwritten
from goodwill.strategies.roster import ROSTER

if TYPE_CHECKING:
    from goodwill.brief.brief import Owed
    from goodwill.brief.dealing import Dealing
    from goodwill.brief.improving import Improvement
    from goodwill.brief.offering import Offering
    from goodwill.brief.vetting import Vetting
    from goodwill.desk.bring import Brought
    from goodwill.desk.checking import Checked
    from goodwill.desk.watching import Watched
    from goodwill.store.records import Erased

MOST_NAMED = 5
COUNTED_MOVES = ("promise", "concession", "concern", "apology")


class UnknownParty(LookupError):  # noqa: N818 - said to the user as it is
    """Nobody of that name is in the book; the message names the nearest."""


@dataclass(frozen=True)
class Desk:
    """A book, opened by someone: `me` are the user's own names, mail addresses and phones."""

    journal: Journal
    me: tuple[str, ...] = ()

    @classmethod
    def open(cls, book: Path | str, me: Sequence[str] = (), *, create: bool = True) -> "Desk":
        """Open a book by path or URL; it is made where there is none, unless `create` is false."""
        return cls(open_journal(book, create), tuple(me))

    @classmethod
    def empty(cls, me: Sequence[str] = ()) -> "Desk":
        """Give a desk without a book, on which a draft can be checked for what it says alone."""
        return cls(Unwritten(), tuple(me))

    def bring(self, paths: Collection[Path | str], party: Collection[str] = (), **hints: object) -> "Brought":
        """Bring files and folders into the book; bringing them again adds nothing."""
        *_, last = self.bringing(paths, party, **hints)
        return last

    def bringing(
        self, paths: Collection[Path | str], party: Collection[str] = (), **hints: object
    ) -> Iterator["Brought"]:
        """Bring files and give the growing result after each batch that is kept for good."""
        from goodwill.desk.bring import Only, bring
        from goodwill.doors.door import Hints

        if self.me:
            remember(self.journal, self.me)
        told, now = Hints(**hints), _now()  # type: ignore[arg-type]
        for brought in bring(self.journal, [Path(p) for p in paths], told, Only.of(party), now):
            self._forget()
            yield brought
        self.journal.keep_rejects(brought.rejected, now)

    def preview(self, paths: Collection[Path | str], party: Collection[str] = (), **hints: object) -> "Brought":
        """Say what bringing would do, and write nothing."""
        from goodwill.desk.bring import Only, preview
        from goodwill.doors.door import Hints

        told = Hints(**hints)  # type: ignore[arg-type]
        return preview(self.book, [Path(p) for p in paths], told, Only.of(party), _now())

    def record(self, entry: Entry) -> str | Invalid:
        """Write one entry; gives its id, or why it was not taken."""
        told = self.journal.append([entry], "record", recorded=_now())
        self._forget()
        if told.conflicting:
            return told.conflicting[0]
        return told.accepted[0] if told.accepted else entry.id

    def _forget(self) -> None:
        """Let what was read of the book go, once the book has grown."""
        for name in ("book", "identity", "_read"):
            self.__dict__.pop(name, None)

    @cached_property
    def book(self) -> Book:
        """The whole book."""
        return self.journal.book()

    @cached_property
    def identity(self) -> Identity:
        """Who the user is, and how that was found."""
        return identified(self.book, (*self.me, *remembered(self.journal)))

    def case(self, today: date) -> Case:
        """Read the book as of a day; the day asked last is kept while nobody writes."""
        known = self.__dict__.get("_read")
        if known is None or known.today != today:
            known = self.__dict__["_read"] = case(self.book, today, self.identity.mentions)
        return known

    def parties(self, today: date) -> tuple[str, ...]:
        """Name the counterparties there is something to say about, busiest first."""
        whole = self.case(today)
        return tuple(party for party in whole.counterparties if _worth_a_brief(whole.among(party)))

    def find(self, name: str, whole: Case) -> str:
        """Find a counterparty by id, name, mail, phone or alias; an unknown name raises with the nearest."""
        ident = whole.who.resolve(name)
        if ident == ME or ident in whole.counterparties or ident in whole.who.known:
            return ident
        by_name = [p for p in whole.counterparties if whole.name(p).casefold() == name.strip().casefold()]
        partly = [p for p in whole.counterparties if name.strip().casefold() in whole.name(p).casefold().split()]
        if len(by_name or partly) == 1:
            return (by_name or partly)[0]
        if by_name or partly:
            raise UnknownParty(f"{name} may be {' or '.join((by_name or partly)[:MOST_NAMED])}: say which")
        stranger = "" if whole.counterparties else mistaken(self.book, self.identity.mentions)
        raise UnknownParty(stranger or _nobody(name, whole))

    def counterparty(self, name: str, whole: Case) -> str:
        """Find someone the user deals with; the user's own name raises."""
        ident = self.find(name, whole)
        if ident == ME:
            raise UnknownParty(f"{name} is you; name somebody you deal with")
        return ident

    def brief(self, party: str, today: date, most: int = MOST_SHOWN) -> Brief:
        """Write the brief of one counterparty."""
        whole = self.case(today)
        return self.brief_in(whole, self.counterparty(party, whole), most)

    def briefs(self, today: date, parties: Collection[str] = ()) -> tuple[Brief, ...]:
        """Write the brief of each counterparty worth one, or of those named."""
        whole = self.case(today)
        wanted = [self.counterparty(name, whole) for name in parties] or self.parties(today)
        return tuple(self.brief_in(whole, party) for party in wanted)

    def briefs_of(self, brought: "Brought", today: date, parties: Collection[str] = ()) -> tuple[Brief, ...]:
        """Write the brief of each counterparty named in files just brought, or of those named."""
        if parties:
            return self.briefs(today, parties)
        whole = self.case(today)
        here = {whole.who.resolve(mention) for mention in brought.mentions.values()}
        return tuple(self.brief_in(whole, party) for party in self.parties(today) if party in here)

    def introduce(self, me: Sequence[str]) -> None:
        """Remember with the book by which names, addresses and phones the user goes."""
        remember(self.journal, tuple(me))
        self._forget()

    def among(self, party: str, today: date) -> Case:
        """Read the book as of a day, narrowed to one counterparty."""
        whole = self.case(today)
        return whole.among(self.counterparty(party, whole))

    def mirror(self, party: str, today: date) -> Brief:
        """Write what a counterparty could say about the user: the findings about the user alone."""
        narrowed = self.among(party, today)
        return compose(narrowed, tuple(f for f in run(ROSTER, narrowed) if f.by == "me"))

    def vet(self, party: str, today: date) -> "Vetting":
        """Write the due diligence of one candidate."""
        from goodwill.brief.vetting import vet

        narrowed = self.among(party, today)
        return vet(narrowed, tuple(run(ROSTER, narrowed)))

    def charter(self, party: str, today: date) -> str:
        """Write a charter for the user and one counterparty to sign."""
        from goodwill.brief.charter import charter

        return charter(self.among(party, today))

    def deal(self, name: str, today: date, party: str = "") -> "Dealing":
        """Lay a deal open; `party` names the other side where several take part."""
        from goodwill.brief.dealing import dealing

        return dealing(*self._at_the_table(name, today, party))

    def improve(self, name: str, today: date, party: str = "") -> "Improvement":
        """Look for swaps that would leave both sides of a signed deal better off."""
        from goodwill.brief.improving import improving

        return improving(*self._at_the_table(name, today, party))

    def offer(self, name: str, today: date, party: str = "", aim: float | None = None) -> "Offering":
        """Find packages to offer in a deal, worth `aim` to me, or as much as my last offer."""
        from goodwill.brief.offering import offering

        return offering(*self._at_the_table(name, today, party), aim)

    def _at_the_table(self, name: str, today: date, party: str) -> tuple[Case, str, str]:
        """Find a deal by its name, and who stands on the other side."""
        from goodwill.desk.deals import found_deal, other_side

        whole = self.case(today)
        deal = found_deal(name, whole)
        return whole, deal, self.counterparty(party, whole) if party else other_side(deal, whole)

    def brief_in(self, whole: Case, party: str, most: int = MOST_SHOWN) -> Brief:
        """Write the brief of one counterparty of a case already read."""
        narrowed = whole.among(party)
        return compose(narrowed, tuple(run(ROSTER, narrowed)), most)

    def findings(self, party: str, today: date) -> tuple[Finding, ...]:
        """Give every finding about one counterparty, unsorted and uncut."""
        whole = self.case(today)
        return tuple(run(ROSTER, whole.among(self.find(party, whole))))

    def check(self, draft: str, to: str = "", today: date | None = None, file: str = "") -> "Checked":
        """Check a draft against the ledger: the findings that rest on the draft, and the waivers in it."""
        from goodwill.desk.checking import check

        return check(self, draft, to, today or _today(), file)

    def candidates(self, today: date, most: int = 7) -> tuple[Entry, ...]:
        """Give the newest readings that would matter and wait for a person's word, at most seven at a time."""
        whole = self.case(today)
        waiting = [
            r for r in whole.readings if r.move in COUNTED_MOVES and not r.confirmed and ME in (r.by, *r.to.split(","))
        ]
        found = (self.book.find(r.id) for r in sorted(waiting, key=lambda r: r.day, reverse=True)[:most])
        return tuple(entry for entry in found if entry is not None)

    def watch(self, today: date, *, remember: bool = True) -> "Watched":
        """Say what worsened since the last look, and what is open with everybody."""
        from goodwill.desk import watching

        look = watching.last_look(self.journal)
        now, then = self.case(today), self.case(watching.since(look, today))
        found = watching.watch(now, then, look)
        said = watching.allowed(found, look, today)
        if remember:
            watching.remember(self.journal, look, found, len(said), today)
        held = len(found) - len(said)
        names = {finding.about: now.name(finding.about) for finding in said}
        return watching.Watched(watching.since(look, today), said, held, names, watching.everything_due(now))

    def acquaintances(self, today: date) -> tuple[Party, ...]:
        """Name the counterparties there is something to say about, busiest first, with every way they are named."""
        whole = self.case(today)
        return tuple(whole.who.known.get(party) or Party(party, whole.name(party)) for party in self.parties(today))

    def due(self, today: date) -> tuple[tuple[str, "Owed"], ...]:
        """List what is open with everybody, soonest first: whose it is with each item."""
        from goodwill.desk.watching import everything_due

        return everything_due(self.case(today))

    def candidate(self, reading: Entry) -> dict[str, str]:
        """Show a reading as a person needs to see it: the words, whose, when, and what would count."""
        message = self.book.find(reading.get("of")) or reading
        span = reading.source
        return {
            "id": reading.id,
            "of": message.id,
            "move": reading.get("move"),
            "by": message.get("by"),
            "day": reading.day.isoformat(),
            "due": reading.get("due"),
            "words": " ".join(message.words[span.start : span.end].split()),
        }

    def settle(self, reading: str, today: date, *, keep: bool) -> str:
        """Confirm a reading, or set it aside; gives the id of the entry that says so."""
        return self.cite("confirm" if keep else "dismiss", reading, today, {}, "")

    def cite(self, kind: str, of: str, today: date, values: dict[str, str], words: str) -> str:
        """Write an entry that cites an earlier one, or for a dismissal a rule; gives its id."""
        from goodwill.strategies.roster import find

        if self.book.find(of) is None and not (kind == "dismiss" and find(of)):
            raise UnknownParty(f"there is no entry {of} in the book")
        kept = self.record(Entry(today, kind, "-", {"of": of, **values}, words))
        if isinstance(kept, Invalid):
            raise UnknownParty(str(kept))
        return kept

    def erase(self, named: Collection[str], reason: str) -> "Erased":
        """Delete the content of what names these mentions; the chain stays whole."""
        done = self.journal.erase(named, _now(), reason)
        self._forget()
        return done

    def mentions(self, party: str, today: date) -> tuple[str, ...]:
        """Give every way in which a party is named in the book, as written."""
        whole = self.case(today)
        ident = self.find(party, whole)
        raw = {name for entry in self.book for name in entry.parties() if whole.who.resolve(name) == ident}
        known = whole.who.known.get(ident)
        return tuple(sorted(raw | {ident} | (set(known.mentions) if known else set())))


def _worth_a_brief(narrowed: Case) -> bool:
    """Say whether there is more than one-way mail: newsletters and strangers are left out."""
    if any(entry.kind not in ("message", "reading", "party") for entry in narrowed.book):
        return True
    return {narrowed.me, narrowed.party} <= {message.by for message in narrowed.messages}


def _nobody(name: str, whole: Case) -> str:
    from difflib import get_close_matches

    names = [whole.name(party) for party in whole.counterparties]
    near = get_close_matches(name, names, 3, 0.5) or names[:3]
    return f"nobody called {name} is in the book" + (
        f"; there is {', '.join(near)}" if near else f"; it is empty as of {whole.today}"
    )


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
