"""What each tool answers: one verb of the desk, its value as a published document, and the entries it rests on."""

from datetime import date
from typing import NamedTuple

from goodwill.brief.deal_document import deal_document
from goodwill.brief.document import Document, brief_document, due_document, party_document
from goodwill.brief.marked import draft_document
from goodwill.brief.vetting_page import vetting_document
from goodwill.desk.desk import Desk
from goodwill.faces.mcp.arguments import AboutDeal, AboutDraft, AboutParty, AboutRule, Asked
from goodwill.strategies.roster import find


class Answer(NamedTuple):
    """A document, and the entries that its texts come from where it does not name them itself."""

    document: Document
    entries: tuple[str, ...] = ()


class Refused(Exception):  # noqa: N818 - said to the assistant as it is
    """What was asked cannot be answered; the message is a constant, so that no imported text stands in it."""


def check_draft(desk: Desk, asked: AboutDraft) -> Answer:
    """Check a draft."""
    return checked(desk, asked.text, asked.to, asked)


def checked(desk: Desk, text: str, to: str, asked: Asked) -> Answer:
    """Give what was found in a text: the most useful findings, how many more, and what was said of it.

    Lines that end in two characters keep both, so that places in the draft are those of the draft as it was told.
    """
    made = desk.check(text.replace("\r\n", " \n").replace("\r", "\n"), to, day(asked))
    document = {
        "findings": [draft_document(text, finding) for finding in made.shown],
        "more": len(made.findings) - len(made.shown),
        "to": made.to or None,
        "note": made.note or None,
        "unused_waivers": [waiver.rule for waiver in made.unused],
    }
    return Answer(document, (made.to,) if made.to else ())


def brief(desk: Desk, asked: AboutParty) -> Answer:
    """Write the brief of a counterparty."""
    return Answer(brief_document(desk.brief(asked.party, day(asked))))


def mirror(desk: Desk, asked: AboutParty) -> Answer:
    """Write what a counterparty could say about the user."""
    return Answer(brief_document(desk.mirror(asked.party, day(asked))))


def vet(desk: Desk, asked: AboutParty) -> Answer:
    """Write the due diligence of a candidate."""
    return Answer(vetting_document(desk.vet(asked.party, day(asked))))


def who(desk: Desk, asked: Asked) -> Answer:
    """Name the counterparties."""
    return Answer({"parties": [party_document(party) for party in desk.acquaintances(day(asked))]})


def owed(desk: Desk, asked: Asked) -> Answer:
    """List what is open with everybody."""
    return Answer({"due": due_document(desk.due(day(asked)))})


def deal_points(desk: Desk, asked: AboutDeal) -> Answer:
    """Lay a deal open with its points."""
    told = desk.deal(asked.deal, day(asked), asked.party)
    written = (entry.id for entry in desk.book if entry.get("deal") == told.bargain.deal)
    return Answer(deal_document(told, points=True), tuple(written))


def explain_rule(_desk: Desk, asked: AboutRule) -> Answer:
    """Give the page of a rule."""
    rule = find(asked.rule)
    if rule is None:
        raise Refused("no rule goes by that code or name; a code is a letter and three digits, such as E201")
    return Answer({"code": rule.code, "name": rule.name, "page": rule.told})


def day(asked: object) -> date:
    """Give the day to judge from: as asked, else today."""
    return getattr(asked, "as_of", None) or date.today()
