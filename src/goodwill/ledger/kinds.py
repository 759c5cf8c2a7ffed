"""The kinds of entry there are, and what each may say: the grammar of the ledger."""

from collections.abc import Iterable
from dataclasses import dataclass

from goodwill.codebook.trust import LEVELS

CLOSENESS = ("1", "2", "3", "4", "5")
POINTS_OF_SEVEN = ("1", "2", "3", "4", "5", "6", "7")
YES_NO = ("yes", "no")
SOURCE_KEYS = ("src", "line", "span", "recorded")
MISSED_CALL = "missed-call"
LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a kind: its form (text, party, entry, day, number) or its closed list of choices."""

    name: str
    form: str = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry: its keys and what it says."""

    name: str
    keys: tuple[Key, ...]
    says: str
    needs: tuple[str, ...] = ()
    party_keys: tuple[str, ...] = ()

    def key(self, name: str) -> Key | None:
        """Find a key by its name."""
        return next((key for key in self.keys if key.name == name), None)

    def known(self, names: Iterable[str]) -> bool:
        """Say whether every name is a key of this kind or of the source."""
        return self.name == "amend" or all(name in SOURCE_KEYS or self.key(name) for name in names)


def _kind(name: str, keys: str, says: str, **choices: tuple[str, ...]) -> Kind:
    """Read a kind from its short form: `by:party! due:day`, where `!` marks a key that must be there."""
    parsed, needs = [], []
    for item in keys.split():
        key, _, form = item.removesuffix("!").partition(":")
        if item.endswith("!"):
            needs.append(key)
        parsed.append(Key(key, form or "text", choices.get(key, ())))
    party_keys = tuple(key.name for key in parsed if key.form == "party")
    return Kind(name, tuple(parsed), says, tuple(needs), party_keys)


_TABLE = (
    _kind("party", "name type mail phone alias of", "who", type=("person", "organisation")),
    _kind("tie", "a:party! b:party! nature since", "two parties know each other"),
    _kind("vouch", "by:party! about:party! closeness matter", "a referral", closeness=CLOSENESS),
    _kind("claim", "by:party! matter expires:day deal", "a claim or credential, verbatim"),
    _kind(
        "check",
        "of:entry! by:party how result",
        "a verification of a claim",
        result=("confirmed", "refuted", "unclear"),
    ),
    _kind(
        "reference",
        "by:party! about:party! chosen reliability followthrough again",
        "a structured reference",
        chosen=("me", "them", "found"),
        reliability=CLOSENESS,
        followthrough=CLOSENESS,
        again=YES_NO,
    ),
    _kind("rating", "by:party! about:party! value:number! matter", "one rating in a network"),
    _kind(
        "talk",
        "with:party! channel minutes:number purpose at of:entry",
        "a meeting or call",
        purpose=("rapport", "business"),
    ),
    _kind(
        "message",
        "by:party! to:party channel thread subject labels at zone decoded",
        f"a message, in its own words; by channel `{MISSED_CALL}`, a call that was not taken",
    ),
    _kind("reading", "of:entry! move! span reader p:number due:day", "what a reader saw in a message"),
    _kind(
        "default",
        "about:party! level cap:number currency announced",
        "the declared default of trust",
        level=LEVELS,
        announced=YES_NO,
    ),
    _kind("stake", "with:party! amount:number currency until:day", "what I stand to lose"),
    _kind(
        "safeguard",
        "with:party! type announced",
        "what covers a stake",
        type=("document", "milestone", "escrow", "second_opinion", "audit", "insurance"),
        announced=("before", "after", "no"),
    ),
    _kind(
        "charter",
        "by:party! to:party! notice:number answer:number review:day",
        "how two mean to treat each other, signed by both on this day",
    ),
    _kind("interest", "of:party! matter conflict disclosed deal", "an interest", conflict=YES_NO, disclosed=YES_NO),
    _kind("promise", "by:party! to:party due:day every after:entry deal", "a promise, verbatim"),
    _kind("kept", "of:entry!", "a promise was kept on this day"),
    _kind("broken", "of:entry!", "a promise was broken on this day"),
    _kind("released", "of:entry!", "a promise was released on this day"),
    _kind("renegotiated", "of:entry! due:day asked", "a new day was agreed", asked=("before", "after")),
    _kind("invoice", "by:party! to:party! amount:number currency due:day number", "an invoice sent on this day"),
    _kind("payment", "by:party! to:party! amount:number currency of:entry", "paid on this day"),
    _kind(
        "delivery",
        "by:party! to:party due:day of:entry part",
        "delivered on this day, in whole or in part (`part=50/100`)",
    ),
    _kind("accommodation", "by:party! to:party! matter limit of:entry", "a favour that is occasional only"),
    _kind(
        "concession",
        "by:party! to:party! deal issue from into cost benefit limit goodwill",
        "a move toward the other side, with its label",
    ),
    _kind("issue", "deal! issue! options", "an issue of a deal and its options"),
    _kind("value", "by:party! issue! option! points:number! deal", "what an option is worth to a side"),
    _kind("reservation", "by:party! deal! points:number!", "the worth of no deal to a side"),
    _kind("offer", "by:party! to:party deal terms", "what was proposed"),
    _kind("agree", "by:party! to:party deal terms", "what was signed"),
    _kind("walk", "by:party! to:party deal terms", "a deal that was left"),
    _kind("decision", "by:party! to:party deal reason", "a decision, explained or not"),
    _kind("comparable", "matter! value unit n:number of", "what peers get"),
    _kind("concern", "by:party! to:party", "a concern raised"),
    _kind("answer", "of:entry! by:party", "the answer to a concern"),
    _kind("thanks", "by:party! to:party! for", "a contribution acknowledged"),
    _kind(
        "pulse",
        "by:party! to:party deal outcome self process relationship salt",
        "how it felt, 1 to 7, and why; with a salt, answered under a seal",
        outcome=POINTS_OF_SEVEN,
        self=POINTS_OF_SEVEN,
        process=POINTS_OF_SEVEN,
        relationship=POINTS_OF_SEVEN,
    ),
    _kind("seal", "by:party! to:party! digest!", "how it felt was answered on this day, and stays closed for now"),
    _kind(
        "breach",
        "by:party! to:party of:entry cause",
        "a breach, its cause named only with evidence",
        cause=("mistake", "circumstance", "conflict", "bad_faith", "unknown"),
    ),
    _kind("apology", "by:party! to:party of:entry parts", "an apology and its parts"),
    _kind("amends", "by:party! to:party of:entry amount:number", "amends made"),
    _kind("amend", "of:entry!", "a correction: later values stand for earlier ones"),
    _kind("contest", "of:entry! by:party until:day", "an entry is contested"),
    _kind("dismiss", "of! until:day", "a finding or entry set aside, with a reason"),
    _kind("confirm", "of:entry! by:party", "a person confirms a machine's reading"),
    _kind("erase", "about! by:party count:number events", "a party was erased; what is left is that fact"),
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in _TABLE}
