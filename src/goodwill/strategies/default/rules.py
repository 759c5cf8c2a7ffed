"""The rules of this shelf, in order of their codes."""

from goodwill.findings.rule import Rule
from goodwill.strategies.default.account_contested import account_contested
from goodwill.strategies.default.agreement_unrecorded import agreement_unrecorded
from goodwill.strategies.default.agreement_without_recap import agreement_without_recap
from goodwill.strategies.default.blind_trust import blind_trust
from goodwill.strategies.default.books_closed import books_closed
from goodwill.strategies.default.concession_from_politeness import concession_from_politeness
from goodwill.strategies.default.conflict_unaddressed import conflict_unaddressed
from goodwill.strategies.default.conflict_undisclosed import conflict_undisclosed
from goodwill.strategies.default.day_misread import day_misread
from goodwill.strategies.default.default_undeclared import default_undeclared
from goodwill.strategies.default.distrust_signalled import distrust_signalled
from goodwill.strategies.default.intent_assumed import intent_assumed
from goodwill.strategies.default.intent_read_in import intent_read_in
from goodwill.strategies.default.request_excused import request_excused
from goodwill.strategies.default.safeguard_after_incident import safeguard_after_incident
from goodwill.strategies.default.safeguard_unannounced import safeguard_unannounced
from goodwill.strategies.default.safeguard_without_habit import safeguard_without_habit
from goodwill.strategies.default.second_opinion_excused import second_opinion_excused
from goodwill.strategies.default.second_opinion_unsaid import second_opinion_unsaid
from goodwill.strategies.default.single_slip import single_slip
from goodwill.strategies.default.stake_above_cap import stake_above_cap
from goodwill.strategies.default.stake_uncovered import stake_uncovered
from goodwill.strategies.default.step_too_large import step_too_large
from goodwill.strategies.default.trust_downgraded import trust_downgraded
from goodwill.strategies.default.trusting_for_show import trusting_for_show

RULES: tuple[Rule, ...] = (
    default_undeclared,
    stake_above_cap,
    blind_trust,
    stake_uncovered,
    conflict_undisclosed,
    conflict_unaddressed,
    safeguard_after_incident,
    safeguard_unannounced,
    second_opinion_unsaid,
    trust_downgraded,
    intent_assumed,
    account_contested,
    day_misread,
    single_slip,
    step_too_large,
    agreement_unrecorded,
    books_closed,
    concession_from_politeness,
    intent_read_in,
    safeguard_without_habit,
    distrust_signalled,
    agreement_without_recap,
    second_opinion_excused,
    trusting_for_show,
    request_excused,
)
