"""One place to ask: bring files, write the brief, check a draft, lay a deal open, say what worsened.

Each verb stands here with what it gives; how it is done stands in the file named for it, or in the room below. Who is
who and what the book means on a day is asked of the book that lies open on the desk.
"""

from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from goodwill.brief.brief import Brief
from goodwill.brief.compose import compose
from goodwill.case.case import Case
from goodwill.desk.clock import now
from goodwill.desk.everybody import briefs_in
from goodwill.desk.identity import remember
from goodwill.desk.open_book import OpenBook
from goodwill.desk.parties import UnknownParty as UnknownParty
from goodwill.findings.finding import Finding
from goodwill.findings.run import run
from goodwill.findings.select import MOST_SHOWN
from goodwill.ledger.entry import Entry
from goodwill.strategies.roster import ROSTER

if TYPE_CHECKING:
    from goodwill.brief.brief import Owed
    from goodwill.brief.dealing import Dealing
    from goodwill.brief.improving import Improvement
    from goodwill.brief.offering import Offering
    from goodwill.brief.vetting import Vetting
    from goodwill.desk.bring import Brought
    from goodwill.desk.checking import Checked
    from goodwill.desk.deals import Table
    from goodwill.desk.watching import Watched
    from goodwill.doors.door import Hinted


class Desk(OpenBook):
    """A book, opened by someone, and all that may be asked of it; a verb loads what it needs when it is first used.

    A name that is not in the book, or that several have, raises UnknownParty or UnknownDeal; a book that cannot be
    read or written raises StoreFault. What cannot be read in a file is no error: it is counted, with its reason.
    """

    def bring(self, paths: Collection[Path | str], party: Collection[str] = (), **hints: Unpack["Hinted"]) -> "Brought":
        """Bring files and folders into the book; bringing them again adds nothing.

        `party` takes only what concerns these names; `hints` say what files do not: columns, label, charset, day.
        """
        *_, last = self.bringing(paths, party, **hints)
        return last

    def bringing(
        self, paths: Collection[Path | str], party: Collection[str] = (), **hints: Unpack["Hinted"]
    ) -> Iterator["Brought"]:
        """Bring files and give the growing result after each batch that is kept for good."""
        from goodwill.desk.bring import Only, bring
        from goodwill.doors.door import Hints

        if self.me:
            remember(self.journal, self.me)
        moment = now()
        for brought in bring(self.journal, [Path(p) for p in paths], Hints(**hints), Only.of(party), moment):
            self._forget()
            yield brought
        self.journal.keep_rejects(brought.rejected, moment)

    def preview(
        self, paths: Collection[Path | str], party: Collection[str] = (), **hints: Unpack["Hinted"]
    ) -> "Brought":
        """Say what bringing would do, and write nothing."""
        from goodwill.desk.bring import Only, preview
        from goodwill.doors.door import Hints

        return preview(self.book, [Path(p) for p in paths], Hints(**hints), Only.of(party), now())

    def brief(self, party: str, today: date, most: int = MOST_SHOWN) -> Brief:
        """Write the brief of one counterparty."""
        narrowed = self.among(party, today)
        return compose(narrowed, tuple(run(ROSTER, narrowed)), most)

    def briefs(self, today: date, parties: Collection[str] = ()) -> tuple[Brief, ...]:
        """Write the brief of each counterparty worth one, or of those named."""
        whole = self.case(today)
        named = [whole.among(self.counterparty(name, whole)) for name in parties]
        return briefs_in(named or tuple(self.relations(today)))

    def briefs_of(self, brought: "Brought", today: date, parties: Collection[str] = ()) -> tuple[Brief, ...]:
        """Write the brief of each counterparty named in files just brought, or of those named."""
        if parties:
            return self.briefs(today, parties)
        whole = self.case(today)
        here = {whole.who.resolve(mention) for mention in brought.mentions.values()}
        return briefs_in(tuple(narrowed for narrowed in self.relations(today) if narrowed.party in here))

    def brief_in(self, whole: Case, party: str, most: int = MOST_SHOWN) -> Brief:
        """Write the brief of one counterparty of a case already read."""
        narrowed = whole.among(party)
        return compose(narrowed, tuple(run(ROSTER, narrowed)), most)

    def findings(self, party: str, today: date) -> tuple[Finding, ...]:
        """Give every finding about one counterparty, unsorted and uncut."""
        whole = self.case(today)
        return tuple(run(ROSTER, whole.among(self.find(party, whole))))

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

    def deals(self, today: date) -> "tuple[Table, ...]":
        """Name every deal of the book, each with those on the other side of it."""
        from goodwill.desk.deals import tables

        return tables(self.case(today))

    def deal(self, name: str, today: date, party: str = "") -> "Dealing":
        """Lay a deal open; `party` names the other side where several take part."""
        from goodwill.brief.dealing import dealing
        from goodwill.desk.deals import at_the_table

        return dealing(*at_the_table(self, name, today, party))

    def improve(self, name: str, today: date, party: str = "") -> "Improvement":
        """Look for swaps of options that would leave both sides of a signed deal better off."""
        from goodwill.brief.improving import improving
        from goodwill.desk.deals import at_the_table

        return improving(*at_the_table(self, name, today, party))

    def offer(self, name: str, today: date, party: str = "", aim: float | None = None) -> "Offering":
        """Find packages to offer in a deal, worth `aim` points to me, or as much as my last offer."""
        from goodwill.brief.offering import offering
        from goodwill.desk.deals import at_the_table

        return offering(*at_the_table(self, name, today, party), aim)

    def check(self, draft: str, to: str = "", today: date | None = None, file: str = "") -> "Checked":
        """Check a draft against the ledger: the findings that rest on the draft, and the waivers in it.

        `to` names the other side, else the draft's own `To:` line does; `today` is by default the day it is here.
        """
        from goodwill.desk.checking import check

        return check(self, draft, to, today or date.today(), file)

    def candidates(self, today: date, most: int = 7) -> tuple[Entry, ...]:
        """Give the newest readings that would matter and wait for a person's word, at most seven at a time."""
        from goodwill.desk.confirming import waiting

        return waiting(self.case(today), self.book, most)

    def candidate(self, reading: Entry) -> dict[str, str]:
        """Show a reading as a person needs to see it: the words, whose, when, and what would count."""
        from goodwill.desk.confirming import laid_before

        return laid_before(reading, self.book)

    def settle(self, reading: str, today: date, *, keep: bool) -> str:
        """Confirm a reading, or set it aside; gives the id of the entry that says so."""
        return self.cite("confirm" if keep else "dismiss", reading, today, {}, "")

    def still_open(self, readings: Collection[str], today: date) -> tuple[str, ...]:
        """Say of confirmed promises whose day has passed how to note that they were kept: no file may tell it."""
        from goodwill.desk.confirming import still_open

        return still_open(readings, self.case(today))

    def cite(self, kind: str, of: str, today: date, values: dict[str, str], words: str) -> str:
        """Write an entry that cites an earlier one, or for a dismissal a rule; gives its id."""
        from goodwill.desk.correcting import cited

        return cited(self, kind, of, today, values, words)

    def watch(self, today: date, *, remember: bool = True) -> "Watched":
        """Say what worsened since the last look, and what is open; with `remember`, this look is the last one then."""
        from goodwill.desk.watching import watched

        return watched(self, today, keep=remember)

    def due(self, today: date) -> tuple[tuple[str, "Owed"], ...]:
        """List what is open with everybody, soonest first: whose it is with each item."""
        from goodwill.desk.watching import everything_due

        return everything_due(self.case(today))
