"""The rules of this shelf, in order of their codes."""

from goodwill.findings.rule import Rule
from goodwill.strategies.rapport.balance_tipped import balance_tipped
from goodwill.strategies.rapport.bargaining_before_rapport import bargaining_before_rapport
from goodwill.strategies.rapport.early_slip import early_slip
from goodwill.strategies.rapport.question_unreturned import question_unreturned
from goodwill.strategies.rapport.sharing_one_sided import sharing_one_sided
from goodwill.strategies.rapport.vicious_cycle import vicious_cycle
from goodwill.strategies.rapport.virtuous_cycle import virtuous_cycle
from goodwill.strategies.rapport.voice_unheard import voice_unheard

RULES: tuple[Rule, ...] = (
    bargaining_before_rapport,
    voice_unheard,
    early_slip,
    vicious_cycle,
    virtuous_cycle,
    balance_tipped,
    sharing_one_sided,
    question_unreturned,
)
