"""The questions a case answers by reading the book through: promises, payments, messages, concerns and the rest.

Each fold is loaded by the question that asks it: of a draft without a book only a few are asked, and a check starts
sooner.
"""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from goodwill.case.parties import ME
from goodwill.ledger.book import Book

if TYPE_CHECKING:
    from goodwill.case.charters import Charter
    from goodwill.case.concessions import Accommodation, Concession
    from goodwill.case.dated import Dated
    from goodwill.case.deals import Offer
    from goodwill.case.exposure import Default, Interest, Safeguard, Stake
    from goodwill.case.payments import Bill
    from goodwill.case.pool import Pool
    from goodwill.case.promises import Promise
    from goodwill.case.repair import Breach
    from goodwill.case.thread import Message, Reading, Reply, Talk
    from goodwill.case.ties import Claim, Reference, Tie, Vouch
    from goodwill.case.treatment import Comparable, Concern, Decision, Pulse, Thanks

MOST_POOLED = 10_000
DATED_KINDS = ("invoice", "payment", "delivery", "promise", "kept", "broken", "released", "renegotiated")


class Folds:
    """What a case is read for, fold by fold; each is worked out once, when it is first asked for."""

    book: Book
    today: date
    party: str
    draft: str
    all_ties: "tuple[Tie, ...]"
    all_dated: "Pool | None"

    me = ME

    @cached_property
    def promises(self) -> "tuple[Promise, ...]":
        """Promises of both sides."""
        if not _told(self.book, "promise"):
            return ()
        from goodwill.case.promises import promises

        return tuple(promises(self.book, self.today))

    @cached_property
    def settled_promises(self) -> "tuple[Promise, ...]":
        """Promises that a person stands behind: recorded, or confirmed after a machine read them."""
        if not self.book.kinds("promise", "confirm"):
            return ()
        return tuple(promise for promise in self.promises if promise.confirmed)

    @cached_property
    def bills(self) -> "tuple[Bill, ...]":
        """Invoices of both sides with their payments."""
        if not self.book.kinds("invoice"):
            return ()
        from goodwill.case.payments import bills

        return tuple(bills(self.book))

    @cached_property
    def dated(self) -> "tuple[Dated, ...]":
        """Invoices and promises that have a day, of both sides."""
        from goodwill.case.dated import dated

        return tuple(dated(self.bills, self.promises))

    @cached_property
    def pool(self) -> "Pool":
        """The newest dated items of the whole book, of any pair."""
        from goodwill.case.pool import Pool

        newest = self.book.newest(MOST_POOLED, *DATED_KINDS)
        if self.all_dated is not None or not newest:
            return self.all_dated or Pool((), self.today)
        from goodwill.case.dated import dated
        from goodwill.case.payments import bills
        from goodwill.case.promises import promises

        return Pool(tuple(dated(tuple(bills(newest)), tuple(promises(newest, self.today)))), self.today)

    @cached_property
    def messages(self) -> "tuple[Message, ...]":
        """Messages in order, each with what was read in it."""
        from goodwill.case.thread import messages

        return tuple(sorted(messages(self.book), key=lambda message: message.moment()))

    @cached_property
    def sent(self) -> "tuple[Message, ...]":
        """Messages that were sent: all but an unsaved draft."""
        return tuple(message for message in self.messages if message.id != self.draft)

    @cached_property
    def readings(self) -> "tuple[Reading, ...]":
        """What was read in the messages, in order."""
        return tuple(reading for message in self.messages for reading in message.readings)

    @cached_property
    def drafted(self) -> "Message | None":
        """The unsaved draft under check, if there is one."""
        return next((message for message in self.messages if message.id == self.draft), None)

    @cached_property
    def replies(self) -> "tuple[Reply, ...]":
        """The first answer to each turn, with the hours it took."""
        from goodwill.case.thread import replies

        return tuple(replies(self.sent))

    @cached_property
    def unanswered(self) -> "tuple[Message, ...]":
        """Messages at the end of the thread that the other side has not answered."""
        from goodwill.case.thread import unanswered

        return unanswered(self.sent)

    @cached_property
    def talks(self) -> "tuple[Talk, ...]":
        """Meetings and calls."""
        from goodwill.case.thread import talks

        return tuple(talks(self.book))

    @cached_property
    def concessions(self) -> "tuple[Concession, ...]":
        """Moves toward the other side, with their labels."""
        if not _told(self.book, "concession"):
            return ()
        from goodwill.case.concessions import concessions

        return tuple(concessions(self.book))

    @cached_property
    def settled_concessions(self) -> "tuple[Concession, ...]":
        """Concessions that a person stands behind: recorded, or confirmed after a machine read them."""
        if not self.book.kinds("concession", "confirm"):
            return ()
        return tuple(concession for concession in self.concessions if concession.confirmed)

    @cached_property
    def accommodations(self) -> "tuple[Accommodation, ...]":
        """Favours that are occasional only, with their uses."""
        from goodwill.case.concessions import accommodations

        return tuple(accommodations(self.book, self.bills))

    @cached_property
    def ties(self) -> "tuple[Tie, ...]":
        """All ties in the book, also between others."""
        if self.all_ties or not self.book.kinds("tie", "vouch", "reference"):
            return self.all_ties
        from goodwill.case.ties import ties

        return tuple(ties(self.book))

    @cached_property
    def vouches(self) -> "tuple[Vouch, ...]":
        """Referrals."""
        from goodwill.case.ties import vouches

        return tuple(vouches(self.book))

    @cached_property
    def references(self) -> "tuple[Reference, ...]":
        """What prior partners said when asked."""
        from goodwill.case.ties import references

        return tuple(references(self.book))

    @cached_property
    def claims(self) -> "tuple[Claim, ...]":
        """Claims and credentials with their checks."""
        from goodwill.case.ties import claims

        return tuple(claims(self.book))

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """Name those who know both sides."""
        from goodwill.case.ties import between

        return between(self.ties, self.me, self.party) if self.party else ()

    @cached_property
    def defaults(self) -> "tuple[Default, ...]":
        """Declared defaults of trust."""
        from goodwill.case.exposure import defaults

        return tuple(defaults(self.book))

    @cached_property
    def stakes(self) -> "tuple[Stake, ...]":
        """What I stand to lose, as far as it is not past."""
        from goodwill.case.exposure import stakes

        return tuple(s for s in stakes(self.book) if s.until is None or s.until >= self.today)

    @cached_property
    def safeguards(self) -> "tuple[Safeguard, ...]":
        """What covers a stake."""
        from goodwill.case.exposure import safeguards

        return tuple(safeguards(self.book))

    @cached_property
    def charters(self) -> "tuple[Charter, ...]":
        """How the two mean to treat each other, as both signed it."""
        from goodwill.case.charters import charters

        return tuple(charters(self.book))

    @cached_property
    def interests(self) -> "tuple[Interest, ...]":
        """Interests beside the matter."""
        from goodwill.case.exposure import interests

        return tuple(interests(self.book))

    @cached_property
    def concerns(self) -> "tuple[Concern, ...]":
        """Concerns of both sides and what became of them."""
        from goodwill.case.treatment import concerns

        return tuple(concerns(self.book))

    @cached_property
    def decisions(self) -> "tuple[Decision, ...]":
        """Decisions of both sides, explained or not."""
        from goodwill.case.treatment import decisions

        return tuple(decisions(self.book))

    @cached_property
    def thanks(self) -> "tuple[Thanks, ...]":
        """Contributions acknowledged."""
        from goodwill.case.treatment import thanks

        return tuple(thanks(self.book))

    @cached_property
    def pulses(self) -> "tuple[Pulse, ...]":
        """How it felt to each side."""
        from goodwill.case.treatment import pulses

        return tuple(pulses(self.book))

    @cached_property
    def comparables(self) -> "tuple[Comparable, ...]":
        """What peers get."""
        from goodwill.case.treatment import comparables

        return tuple(comparables(self.book))

    @cached_property
    def breaches(self) -> "tuple[Breach, ...]":
        """Breaches and their repair."""
        from goodwill.case.repair import breaches

        return tuple(breaches(self.book))

    @cached_property
    def offers(self) -> "tuple[Offer, ...]":
        """Offers, agreements and walk-aways."""
        from goodwill.case.deals import offers

        return tuple(offers(self.book))

    def contested(self, ident: str) -> bool:
        """Say whether an entry is contested today."""
        contests = self.book.citing(ident, "contest")
        return any((until := c.day_of("until")) is None or until >= self.today for c in contests)


def _told(book: Book, act: str) -> bool:
    """Say whether an act of a kind was recorded, or read in a message."""
    return bool(book.kinds(act)) or any(entry.get("move") == act for entry in book.kinds("reading"))
