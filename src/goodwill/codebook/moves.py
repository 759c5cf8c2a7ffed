"""What a sentence in a negotiation can do: each move named, defined, sourced, with an example and a near miss."""

from dataclasses import dataclass
from typing import Literal

Family = Literal["cooperative", "competitive", "neutral"]

CASINO = "Chawla et al. 2021, CaSiNo, NAACL"
P4G = "Wang et al. 2019, PersuasionForGood, ACL"
LABELS = "Malhotra, Four strategies for making concessions"
LEWICKI = "Lewicki, Polin & Lount 2016, Negot Confl Manage Res"
BIES = "Bies & Shapiro 1988, AMJ 31:676"
LIND = "Lind, Kanfer & Earley 1990, JPSP 59:952"
TRADE = "the trade's own usage"


@dataclass(frozen=True, slots=True)
class Move:
    """One named act of speech, with what counts as it and what does not."""

    name: str
    definition: str
    source: str
    example: str
    counter_example: str
    family: Family


_ROWS: tuple[tuple[str, str, str, str, str, Family], ...] = (
    ("small-talk", "Talk that is not about the deal.", CASINO,
     "How was your weekend?", "How was the delivery?", "cooperative"),
    ("showing-empathy", "Says that the other side's situation is seen or shared.", CASINO,
     "That sounds like a hard month for you.", "It was a hard month for us.", "cooperative"),
    ("promote-coordination", "Invites both sides to look for a joint solution.", CASINO,
     "Let's find terms that work for both of us.", "Here are our terms.", "cooperative"),
    ("self-need", "Gives a need of one's own as an argument.", CASINO,
     "I need the firewood because our camp is cold.", "The camp is cold.", "neutral"),
    ("other-need", "Gives a third person's need as an argument.", CASINO,
     "My children need the extra water.", "You need the extra water.", "neutral"),
    ("no-need", "Says that something is not needed by oneself.", CASINO,
     "We have enough water, so you can keep it.", "There is enough water.", "cooperative"),
    ("elicit-pref", "Asks what matters to the other side.", CASINO,
     "Which of these matters most to you?", "Will you sign today?", "cooperative"),
    ("uv-part", "Argues that the other side needs something less than it says.", CASINO,
     "You hardly need that much firewood.", "We hardly need firewood.", "competitive"),
    ("vouch-fair", "Appeals to fairness, for oneself or in judging a proposal.", CASINO,
     "An even split seems fair to me.", "We met at the fair.", "neutral"),
    ("greeting", "Opens an exchange.", P4G, "Good morning, Alan.", "It was a good morning's work.", "cooperative"),
    ("offer", "Proposes terms the other side can take or leave.", TRADE,
     "We can offer 120 per crate.", "They offered 120 last year.", "neutral"),
    ("accept", "Agrees to what was proposed.", TRADE, "Agreed, 120 it is.", "I agree that it rained.", "cooperative"),
    ("reject", "Declines what was proposed.", TRADE,
     "I'm afraid we can't accept 90.", "We can't open the file.", "neutral"),
    ("question", "Asks for information or a view.", P4G, "When did the crates arrive?",
     "I asked when they arrived.", "cooperative"),
    ("promise", "Commits the speaker to a future act.", TRADE,
     "I'll send the revised quote by Thursday.", "I will be out of office on Thursday.", "cooperative"),
    ("request", "Asks the other side to do something.", TRADE,
     "Please send the invoice again.", "They sent the invoice again.", "neutral"),
    ("concession", "Moves from one's own position toward theirs.", LABELS,
     "We can come down to 110.", "The price came down in May.", "cooperative"),
    ("label-cost", "Says what a concession costs the giver.", LABELS,
     "This means two weekends of work for us.", "Your order means work.", "neutral"),
    ("label-benefit", "Says what a concession brings the receiver.", LABELS,
     "That saves you the storage fee.", "That saves us the storage fee.", "cooperative"),
    ("label-limit", "Says how far or how often a concession holds.", LABELS,
     "Just this once.", "Once more, thank you.", "neutral"),
    ("label-goodwill", "Says that a concession is meant as goodwill.", LABELS,
     "We do this as a gesture of goodwill.", "Goodwill stands at 4,000 in the books.", "cooperative"),
    ("label-condition", "Ties a concession to a return.", LABELS,
     "Provided that you order by March.", "We ordered by March.", "neutral"),
    ("thanks", "Thanks the other side.", P4G, "Thank you for the quick reply.", "No thanks to them.", "cooperative"),
    ("acknowledgement", "Names a contribution or effort of the other side.", P4G,
     "Your team's work made this possible.", "Our team's work made this possible.", "cooperative"),
    ("reason", "Gives grounds for a decision or request.", BIES,
     "We chose the other bid because it covers weekends.", "Just because.", "cooperative"),
    ("decision", "Announces what has been decided.", BIES,
     "We have decided to go with another supplier.", "We have not decided yet.", "neutral"),
    ("concern", "Raises a worry or an open problem.", LIND,
     "I'm worried that the crates will be late again.", "This is no concern of ours.", "neutral"),
    ("frustration", "Says that something has been hard to bear.", LIND,
     "It is frustrating to ask a third time.", "The lock was hard to turn.", "neutral"),
    ("restatement", "Gives back what the other side said, to check it.",
     "Kluger et al. 2023, J Bus Psych",
     "So what I hear is that cash is tight until May.", "Cash is tight until May.", "cooperative"),
    ("apology", "Apologises.", LEWICKI, "I'm sorry for the delay.", "Sorry, which file?", "cooperative"),
    ("apology-responsibility", "Takes the fault on oneself.", LEWICKI,
     "It was my mistake.", "Mistakes were made.", "cooperative"),
    ("apology-repair", "Offers to put the harm right.", LEWICKI,
     "We will refund the difference.", "They refunded it.", "cooperative"),
    ("apology-regret", "Says that one regrets it.", LEWICKI, "I deeply regret this.",
     "You will regret this.", "cooperative"),
    ("apology-explanation", "Says how the fault came about.", LEWICKI,
     "The delay happened because our driver was ill.", "Delays happen.", "cooperative"),
    ("apology-repentance", "Undertakes that it will not happen again.", LEWICKI,
     "I will make sure this does not happen again.", "See that it does not happen again.", "cooperative"),
    ("apology-forgiveness", "Asks to be forgiven.", LEWICKI, "Please forgive me.", "I forgave him.", "cooperative"),
    ("ultimatum", "Threatens a harm, or leaves one way only.", TRADE,
     "Take it or leave it.", "Take it to the depot or leave it here.", "competitive"),
    ("bragging", "Boasts of one's own gain in front of the other side.",
     "Thompson, Valley & Kramer 1995, JESP 31:467",
     "You left money on the table.", "You left your umbrella on the table.", "competitive"),
    ("blame", "Blames the other side or judges their character.", "Allred 1999, Research on Negotiation in Orgs 7",
     "You always pay late.", "You always pay on time.", "competitive"),
    ("deadline-pressure", "Presses with time, so that the other side cannot think.", TRADE,
     "This offer is only good until 5 pm today.", "The invoice is due on Friday.", "competitive"),
    ("defensiveness", "Wards off fault in place of an answer.", TRADE,
     "As I already told you, that is not my fault.", "As I told Ann, it is in the post.", "competitive"),
    ("social-comparison", "Sets terms beside what others get.", "Loewenstein, Thompson & Bazerman 1989, JPSP 57:426",
     "Other suppliers are paid within 30 days.", "Other suppliers sell crates.", "neutral"),
    ("safeguard", "Proposes a record, a second opinion or a step-wise start.", "Malhotra & Lumineau 2011, AMJ 54:981",
     "Let's put this in writing.", "I was writing to Ann.", "neutral"),
    ("normalising-reason", "Says that a safeguard is one's usual way, with anyone.",
     "our inference from Bohnet & Meier 2005",
     "I ask for a second opinion with every big decision.", "I ask for it with this one.", "cooperative"),
    ("rapport", "Offers a personal moment before business: a call, a coffee, a kind word.",
     "Morris, Nadler, Kurtzberg & Thompson 2002, Group Dynamics 6:89",
     "Shall we have a quick coffee before we talk numbers?", "The coffee arrived damaged.", "cooperative"),
    ("ill-will", "Says that the other side acts in bad faith or means harm.",
     "Allred 1999, Research on Negotiation in Orgs 7",
     "You kept this from us on purpose.", "Did you know about this before we signed?", "competitive"),
    ("distrust", "Tells the other side that it is not trusted.", "Bohnet & Meier 2005, FRB Boston 05-4",
     "I need the money up front in case you disappear.", "I ask every client for a deposit.", "competitive"),
    ("closing", "Leaves the other side no room to answer.", LIND,
     "This is final and I won't discuss it again.", "This is the final version of the drawing.", "competitive"),
    ("dismissing", "Waves away what the other side feels, or makes light of its trouble.", LIND,
     "There is really no need to get so worked up.", "I understand that you are upset.", "competitive"),
    ("trust-appeal", "Asks to be trusted in place of showing why.", TRADE,
     "You'll just have to trust us on this.", "You can check this in the log.", "neutral"),
    ("self-praise", "Praises one's own offer, concession or good will.", LABELS,
     "I think you'll agree this is an extremely generous proposal.", "That is generous of you.", "competitive"),
    ("caution-excused", "Excuses one's own caution, or gives it up, so as not to look distrustful.",
     "our inference from Bohnet & Meier 2005",
     "I feel awful asking for a second opinion, please don't be offended.",
     "I ask for a second opinion before every operation.", "neutral"),
    ("request-excused", "Excuses oneself for asking, not for an act.", TRADE,
     "So sorry to bother you with this yet again.", "I am sorry that the crates came late.", "neutral"),
    ("reference-request", "Asks what a third person or firm is like to work with.", TRADE,
     "What was Dan's crew like to work with?", "What is the reference of your invoice?", "neutral"),
    ("hollow-apology", "Is sorry for the other side's feeling and not for an act of one's own.", LEWICKI,
     "I'm sorry if you felt left out.", "I'm sorry that I left you out.", "neutral"),
)  # fmt: skip

MOVES: tuple[Move, ...] = tuple(Move(*row) for row in _ROWS)
BY_NAME: dict[str, Move] = {move.name: move for move in MOVES}
CASINO_NAMES: tuple[str, ...] = tuple(move.name for move in MOVES if move.source == CASINO)
APOLOGY_PARTS: tuple[str, ...] = tuple(move.name for move in MOVES if move.name.startswith("apology-"))
CONCESSION_LABELS: tuple[str, ...] = tuple(move.name for move in MOVES if move.name.startswith("label-"))
