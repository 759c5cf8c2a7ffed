"""The rules of this shelf, in order of their codes."""

from goodwill.findings.rule import Rule
from goodwill.strategies.rapport.balance_tipped import balance_tipped
from goodwill.strategies.rapport.bargaining_before_rapport import bargaining_before_rapport
from goodwill.strategies.rapport.blame_in_draft import blame_in_draft
from goodwill.strategies.rapport.early_slip import early_slip
from goodwill.strategies.rapport.need_belittled import need_belittled
from goodwill.strategies.rapport.numbers_first import numbers_first
from goodwill.strategies.rapport.pressed_for_time import pressed_for_time
from goodwill.strategies.rapport.question_unreturned import question_unreturned
from goodwill.strategies.rapport.sharing_one_sided import sharing_one_sided
from goodwill.strategies.rapport.trust_asked_for import trust_asked_for
from goodwill.strategies.rapport.ultimatum_in_draft import ultimatum_in_draft
from goodwill.strategies.rapport.vicious_cycle import vicious_cycle
from goodwill.strategies.rapport.virtuous_cycle import virtuous_cycle
from goodwill.strategies.rapport.voice_unheard import voice_unheard
from goodwill.strategies.rapport.warding_off import warding_off

RULES: tuple[Rule, ...] = (
    bargaining_before_rapport,
    voice_unheard,
    early_slip,
    vicious_cycle,
    virtuous_cycle,
    balance_tipped,
    sharing_one_sided,
    question_unreturned,
    warding_off,
    blame_in_draft,
    ultimatum_in_draft,
    pressed_for_time,
    numbers_first,
    trust_asked_for,
    need_belittled,
)
