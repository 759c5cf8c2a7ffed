"""What the book means on a day: everything a rule may ask, read from the ledger and from nothing else."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from goodwill.case import charters as charters_fold
from goodwill.case import concessions as concessions_fold
from goodwill.case import dated as dated_fold
from goodwill.case import deals as deals_fold
from goodwill.case import exposure as exposure_fold
from goodwill.case import payments as payments_fold
from goodwill.case import promises as promises_fold
from goodwill.case import repair as repair_fold
from goodwill.case import thread as thread_fold
from goodwill.case import ties as ties_fold
from goodwill.case import treatment as treatment_fold
from goodwill.case.aside import set_aside
from goodwill.case.charters import Charter
from goodwill.case.concessions import Accommodation, Concession
from goodwill.case.dated import Dated
from goodwill.case.deals import Offer
from goodwill.case.exposure import Default, Interest, Safeguard, Stake
from goodwill.case.parties import ME, Parties
from goodwill.case.payments import Bill
from goodwill.case.promises import Promise
from goodwill.case.relation import Relations
from goodwill.case.repair import Breach
from goodwill.case.standing import Standing, standing
from goodwill.case.thread import Message, Reading, Reply, Talk
from goodwill.case.ties import Claim, Reference, Tie, Vouch
from goodwill.case.treatment import Comparable, Concern, Decision, Pulse, Thanks
from goodwill.ledger.book import Book
from goodwill.ledger.entry import Entry

MOST_POOLED = 10_000
DATED_KINDS = ("invoice", "payment", "delivery", "promise", "kept", "broken", "released", "renegotiated")


@dataclass(frozen=True)
class Case:
    """One reading of the book on one day, whole or narrowed to one counterparty.

    `book` holds the entries up to `today`, amendments applied, dismissed entries left out, every mention
    replaced by the id of its party; the user is `me`. A narrowed case has `party`, the counterparty, and holds
    only what passed between the two, what the network says of that party, and all ties.
    """

    book: Book
    today: date
    who: Parties
    party: str = ""
    draft: str = ""
    all_ties: tuple[Tie, ...] = field(default=(), repr=False)
    all_dated: tuple[Dated, ...] = field(default=(), repr=False)

    me = ME

    def name(self, ident: str) -> str:
        """Give the name to show for a party."""
        return self.who.name(ident)

    @property
    def sides(self) -> tuple[str, str]:
        """Give the two sides of a narrowed case: me and the counterparty."""
        return (self.me, self.party)

    def other(self, side: str) -> str:
        """Give the side across the table."""
        return self.party if side == self.me else self.me

    @cached_property
    def counterparties(self) -> tuple[str, ...]:
        """Name those with whom something passed, most entries first."""
        return self._relations.counterparties

    def among(self, party: str) -> "Case":
        """Narrow the case to one counterparty."""
        inside = self._relations.entries_with(party)
        return Case(Book(inside), self.today, self.who, party, self.draft, self.ties, self.pool)

    @cached_property
    def _relations(self) -> Relations:
        return Relations.of(self.book)

    @cached_property
    def since(self) -> date | None:
        """Give the day of the first entry between the two sides."""
        met = ("message", "talk", "promise", "invoice", "payment", "delivery", "offer", "agree")
        return next((entry.day for entry in self.book if entry.kind in met), None)

    def entry(self, ident: str) -> Entry | None:
        """Find an entry by its id."""
        return self.book.find(ident)

    def contested(self, ident: str) -> bool:
        """Say whether an entry is contested today."""
        contests = self.book.citing(ident, "contest")
        return any((until := c.day_of("until")) is None or until >= self.today for c in contests)

    @cached_property
    def silenced(self) -> frozenset[str]:
        """Name what a dismissal in force sets aside: entries, and rules by code or name."""
        return set_aside(self.book, self.today)

    @cached_property
    def promises(self) -> tuple[Promise, ...]:
        """Promises of both sides."""
        return tuple(promises_fold.promises(self.book, self.today))

    @cached_property
    def bills(self) -> tuple[Bill, ...]:
        """Invoices of both sides with their payments."""
        return tuple(payments_fold.bills(self.book))

    @cached_property
    def dated(self) -> tuple[Dated, ...]:
        """Invoices and promises that have a day, of both sides."""
        return tuple(dated_fold.dated(self.bills, self.promises))

    @cached_property
    def pool(self) -> tuple[Dated, ...]:
        """The newest dated items of the whole book, of any pair."""
        if self.all_dated:
            return self.all_dated
        newest = self.book.newest(MOST_POOLED, *DATED_KINDS)
        return tuple(
            dated_fold.dated(tuple(payments_fold.bills(newest)), tuple(promises_fold.promises(newest, self.today)))
        )

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """Messages in order, each with what was read in it."""
        return tuple(sorted(thread_fold.messages(self.book), key=lambda message: message.moment()))

    @cached_property
    def sent(self) -> tuple[Message, ...]:
        """Messages that were sent: all but an unsaved draft."""
        return tuple(message for message in self.messages if message.id != self.draft)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """What was read in the messages, in order."""
        return tuple(reading for message in self.messages for reading in message.readings)

    @cached_property
    def drafted(self) -> Message | None:
        """The unsaved draft under check, if there is one."""
        return next((message for message in self.messages if message.id == self.draft), None)

    @cached_property
    def replies(self) -> tuple[Reply, ...]:
        """The first answer to each turn, with the hours it took."""
        return tuple(thread_fold.replies(self.sent))

    @cached_property
    def unanswered(self) -> tuple[Message, ...]:
        """Messages at the end of the thread that the other side has not answered."""
        return thread_fold.unanswered(self.sent)

    @cached_property
    def talks(self) -> tuple[Talk, ...]:
        """Meetings and calls."""
        return tuple(thread_fold.talks(self.book))

    @cached_property
    def concessions(self) -> tuple[Concession, ...]:
        """Moves toward the other side, with their labels."""
        return tuple(concessions_fold.concessions(self.book))

    @cached_property
    def accommodations(self) -> tuple[Accommodation, ...]:
        """Favours that are occasional only, with their uses."""
        return tuple(concessions_fold.accommodations(self.book, self.bills))

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """All ties in the book, also between others."""
        return self.all_ties or tuple(ties_fold.ties(self.book))

    @cached_property
    def vouches(self) -> tuple[Vouch, ...]:
        """Referrals."""
        return tuple(ties_fold.vouches(self.book))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """What prior partners said when asked."""
        return tuple(ties_fold.references(self.book))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Claims and credentials with their checks."""
        return tuple(ties_fold.claims(self.book))

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """Name those who know both sides."""
        return ties_fold.between(self.ties, self.me, self.party) if self.party else ()

    @cached_property
    def defaults(self) -> tuple[Default, ...]:
        """Declared defaults of trust."""
        return tuple(exposure_fold.defaults(self.book))

    @cached_property
    def stakes(self) -> tuple[Stake, ...]:
        """What I stand to lose, as far as it is not past."""
        return tuple(s for s in exposure_fold.stakes(self.book) if s.until is None or s.until >= self.today)

    @cached_property
    def safeguards(self) -> tuple[Safeguard, ...]:
        """What covers a stake."""
        return tuple(exposure_fold.safeguards(self.book))

    @cached_property
    def charters(self) -> tuple[Charter, ...]:
        """How the two mean to treat each other, as both signed it."""
        return tuple(charters_fold.charters(self.book))

    @cached_property
    def interests(self) -> tuple[Interest, ...]:
        """Interests beside the matter."""
        return tuple(exposure_fold.interests(self.book))

    @cached_property
    def concerns(self) -> tuple[Concern, ...]:
        """Concerns of both sides and what became of them."""
        return tuple(treatment_fold.concerns(self.book))

    @cached_property
    def decisions(self) -> tuple[Decision, ...]:
        """Decisions of both sides, explained or not."""
        return tuple(treatment_fold.decisions(self.book))

    @cached_property
    def thanks(self) -> tuple[Thanks, ...]:
        """Contributions acknowledged."""
        return tuple(treatment_fold.thanks(self.book))

    @cached_property
    def pulses(self) -> tuple[Pulse, ...]:
        """How it felt to each side."""
        return tuple(treatment_fold.pulses(self.book))

    @cached_property
    def comparables(self) -> tuple[Comparable, ...]:
        """What peers get."""
        return tuple(treatment_fold.comparables(self.book))

    @cached_property
    def breaches(self) -> tuple[Breach, ...]:
        """Breaches and their repair."""
        return tuple(repair_fold.breaches(self.book))

    @cached_property
    def offers(self) -> tuple[Offer, ...]:
        """Offers, agreements and walk-aways."""
        return tuple(deals_fold.offers(self.book))

    def standing(self, side: str) -> Standing:
        """Give what the evidence supports about one side: ability, benevolence, integrity, promptness."""
        return self._standing[side]

    @cached_property
    def _standing(self) -> dict[str, Standing]:
        return {side: standing(self, side, self.today) for side in self.sides}


def case(book: Book, today: date, me: Collection[str] = (), draft: str = "") -> Case:
    """Read a book as of a day: what came later is not in it, and what was set aside does not count.

    `me` lists the user's own names, mail addresses and phone numbers.
    """
    then = book.until(today)
    stands = then.without(set_aside(then, today)).amended()
    who = Parties.of(stands, me)
    return Case(Book(tuple(who.resolved(entry) for entry in stands)), today, who, draft=draft)
