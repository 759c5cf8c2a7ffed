"""The research a rule may lean on: who found what, where it stands, and how strong it is."""

from dataclasses import dataclass

STRENGTHS = ("article", "lab", "field", "meta")


@dataclass(frozen=True, slots=True)
class Research:
    """One source: its citation, its strength (article, lab, field or meta-analysis) and what it found."""

    citation: str
    strength: str
    found: str


SOURCES: dict[str, Research] = {
    "kong-2014": Research(
        "Kong, Dirks & Ferrin 2014, Academy of Management Journal 57:1235-1255, doi:10.5465/amj.2012.0461",
        "meta",
        "Over 38 independent studies, trust relates to negotiation behaviour and to outcomes.",
    ),
    "lu-2017": Research(
        "Lu, Kong, Ferrin & Dirks 2017, Journal of Trust Research 7:22-50, doi:10.1080/21515581.2017.1285241",
        "meta",
        "Over 25 studies, support for the truster and shared attributes go with trust; no case for profiling anyone.",
    ),
    "taylor-2004": Research(
        "Taylor et al. 2004, Personnel Psychology, doi:10.1111/j.1744-6570.2004.00006.x",
        "field",
        "Structured telephone references on reliability, teamwork and service predicted later performance.",
    ),
    "hedricks-2013": Research(
        "Hedricks et al. 2013, doi:10.1111/ijsa.12020",
        "field",
        "Structured references from several sources predicted who would leave.",
    ),
    "resnick-2006": Research(
        "Resnick et al. 2006, Experimental Economics 9:79-101, doi:10.1007/s10683-006-4309-2",
        "field",
        "An established identity was worth 8.1 % of the price; one or two negatives on new sellers changed nothing.",
    ),
    "nadler-2004": Research(
        "Nadler 2004, Harvard Negotiation Law Review 9:223",
        "lab",
        "E-mail negotiators without a prior small-talk call reached impasse far more often and left more resentful.",
    ),
    "morris-2002": Research(
        "Morris, Nadler, Kurtzberg & Thompson 2002, Group Dynamics 6:89-100, doi:10.1037/1089-2699.6.1.89",
        "lab",
        "A short call before bargaining raised rapport and trusting plans and improved outcomes.",
    ),
    "maddux-2008": Research(
        "Maddux, Mullen & Galinsky 2008, Journal of Experimental Social Psychology 44:461-468, "
        "doi:10.1016/j.jesp.2007.02.003",
        "lab",
        "Mimicry raised trust and deals; noticed mimicry backfires, so it is not advised here.",
    ),
    "wessler-2023": Research(
        "Wessler et al. 2023, doi:10.1007/s10919-023-00446-5",
        "lab",
        "Strong or noticed mimicry lowers liking and trust.",
    ),
    "allred-1999": Research(
        "Allred 1999, Research on Negotiation in Organizations 7",
        "lab",
        "Taking harm for intended drives anger and spirals of retaliation.",
    ),
    "friedman-2004": Research(
        "Friedman et al. 2004, Journal of Applied Psychology 89:369-376, doi:10.1037/0021-9010.89.2.369",
        "field",
        "In real online mediations, expressed anger lowered resolution, partly because it provoked anger.",
    ),
    "lount-2008": Research(
        "Lount et al. 2008, Personality and Social Psychology Bulletin 34:1601-1612",
        "lab",
        "A breach at the very start has a lasting effect; later ones heal faster but leave a trace.",
    ),
    "bohnet-2005": Research(
        "Bohnet & Meier 2005, Federal Reserve Bank of Boston 05-4, doi:10.2139/ssrn.839225",
        "lab",
        "Withdrawing trust that was given is punished more than not yet giving it, which trusters do not foresee.",
    ),
    "ye-2020": Research(
        "Ye, Zheng, Nikolov & Asher 2020, Management Science 66:113-129, arXiv:2006.01386",
        "lab",
        "Stakes raised step by step gave the best coordination at high stakes.",
    ),
    "malhotra-2002": Research(
        "Malhotra & Murnighan 2002, Administrative Science Quarterly 47:534-559",
        "lab",
        "Removing binding contracts lowers trust; loose ones leave room to credit the person.",
    ),
    "chou-2011": Research(
        "Chou, Halevy & Murnighan 2011, IACM conference",
        "lab",
        "More complete contracts lowered rapport, trust and cooperation.",
    ),
    "malhotra-2011": Research(
        "Malhotra & Lumineau 2011, Academy of Management Journal 54:981-998",
        "field",
        "In 102 disputes, clauses that coordinate raised continuation; clauses that control lowered goodwill trust.",
    ),
    "babcock-1997": Research(
        "Babcock & Loewenstein 1997, Journal of Economic Perspectives 11:109-126, doi:10.1257/jep.11.1.109",
        "lab",
        "Each side's view of what is fair serves itself and causes impasse; naming one's own weak points reduces it.",
    ),
    "thompson-1992": Research(
        "Thompson & Loewenstein 1992, Organizational Behavior and Human Decision Processes 51:176-197",
        "lab",
        "The larger the gap between two views of fairness, the longer the costly strikes.",
    ),
    "kruger-2005": Research(
        "Kruger et al. 2005, Journal of Personality and Social Psychology 89:925-936",
        "lab",
        "Writers overrate how well their tone carries by e-mail.",
    ),
    "vansuch-2017": Research(
        "Van Such et al. 2017, Journal of Evaluation in Clinical Practice",
        "field",
        "Of 286 referred patients the second opinion confirmed 12 %, refined 66 % and differed for 21 %; a selected "
        "sample, with no follow-up on who was right.",
    ),
    "malhotra-2006": Research(
        "Malhotra 2006, Four strategies for making concessions, Program on Negotiation / HBS Working Knowledge",
        "article",
        "Label a concession, ask for and define reciprocity, make it contingent, give it in instalments; people answer "
        "to the benefit they get and overlook what it cost.",
    ),
    "grant-2010": Research(
        "Grant & Gino 2010, Journal of Personality and Social Psychology 98:946-955, doi:10.1037/a0017935",
        "lab",
        "Thanks raised further helping; supporting evidence only.",
    ),
    "loewenstein-1989": Research(
        "Loewenstein, Thompson & Bazerman 1989, Journal of Personality and Social Psychology 57:426-441",
        "lab",
        "Getting less than the other hurts steeply whatever the relationship.",
    ),
    "lind-1990": Research(
        "Lind, Kanfer & Earley 1990, Journal of Personality and Social Psychology 59:952-959, "
        "doi:10.1037/0022-3514.59.5.952",
        "lab",
        "Voice before a decision was felt fairer than voice after, and that fairer than none, even without influence.",
    ),
    "bies-1988": Research(
        "Bies & Shapiro 1988, Academy of Management Journal 31:676, doi:10.5465/256465",
        "lab",
        "Voice and justification both lift perceived fairness.",
    ),
    "greenberg-1990": Research(
        "Greenberg 1990, Journal of Applied Psychology 75:561-568",
        "field",
        "After a 15 % pay cut theft rose much less where the cut was fully and considerately explained.",
    ),
    "thompson-1995": Research(
        "Thompson, Valley & Kramer 1995, Journal of Experimental Social Psychology 31:467-492, "
        "doi:10.1006/jesp.1995.1021",
        "lab",
        "People feel less successful when the other side is happy.",
    ),
    "curhan-2006": Research(
        "Curhan, Elfenbein & Xu 2006, Journal of Personality and Social Psychology 91:493-512, "
        "doi:10.1037/0022-3514.91.3.493",
        "lab",
        "How a negotiation felt predicted later choices of partner better than its economic result.",
    ),
    "curhan-2009": Research(
        "Curhan, Elfenbein & Kilduff 2009, Journal of Applied Psychology 94:524-534, doi:10.1037/a0013746",
        "field",
        "How a job negotiation felt predicted satisfaction a year later; the economic result did not.",
    ),
    "kluger-2023": Research(
        "Kluger et al. 2023, Journal of Business and Psychology, doi:10.1007/s10869-023-09897-5",
        "meta",
        "Over 664 effects, listening goes with relationship quality (.51), with performance .21 without self-report.",
    ),
    "lewicki-2016": Research(
        "Lewicki, Polin & Lount 2016, Negotiation and Conflict Management Research",
        "lab",
        "In an apology, taking responsibility weighs most, then the offer of repair; asking forgiveness weighs least.",
    ),
    "kim-2004": Research(
        "Kim, Ferrin, Cooper & Dirks 2004, Journal of Applied Psychology 89:104-118, doi:10.1037/0021-9010.89.1.104",
        "lab",
        "Apology repairs breaches of competence better than of integrity; denial loses once guilt is shown.",
    ),
    "bottom-2002": Research(
        "Bottom et al. 2002, Organization Science 13:497-513, doi:10.1287/orsc.13.5.497.7816",
        "lab",
        "Amends beat words, and acknowledging beat denying.",
    ),
    "schweitzer-2006": Research(
        "Schweitzer, Hershey & Bradlow 2006, Organizational Behavior and Human Decision Processes 101:1-19, "
        "doi:10.1016/j.obhdp.2006.05.005",
        "lab",
        "A run of trustworthy acts restores trust and a promise speeds it; deception prevents full recovery.",
    ),
    "schniter-2013": Research(
        "Schniter, Sheremeta & Sznycer 2013, Journal of Economic Behavior & Organization 94:242-256",
        "lab",
        "An apology with an upgraded promise was the usual remedy after a broken promise, and a workable one.",
    ),
    "niculae-2015": Research(
        "Niculae et al. 2015, ACL",
        "field",
        "Lasting ties show balance; sudden imbalance precedes betrayal, and betrayers were more polite, not less.",
    ),
    "page-1954": Research(
        "Page 1954, Biometrika 41:100-115",
        "article",
        "Summing what exceeds the usual finds a lasting change early.",
    ),
}
