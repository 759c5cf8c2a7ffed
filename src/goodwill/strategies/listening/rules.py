"""The rules of this shelf, in order of their codes."""

from goodwill.findings.rule import Rule
from goodwill.strategies.listening.both_answered import both_answered
from goodwill.strategies.listening.comparison_bare import comparison_bare
from goodwill.strategies.listening.comparison_unexplained import comparison_unexplained
from goodwill.strategies.listening.concern_left_open import concern_left_open
from goodwill.strategies.listening.concern_unanswered import concern_unanswered
from goodwill.strategies.listening.concern_unrestated import concern_unrestated
from goodwill.strategies.listening.contribution_passed_over import contribution_passed_over
from goodwill.strategies.listening.contribution_unthanked import contribution_unthanked
from goodwill.strategies.listening.decision_explained import decision_explained
from goodwill.strategies.listening.decision_unexplained import decision_unexplained
from goodwill.strategies.listening.decision_without_reason import decision_without_reason
from goodwill.strategies.listening.feeling_dismissed import feeling_dismissed
from goodwill.strategies.listening.frustration_passed_over import frustration_passed_over
from goodwill.strategies.listening.frustration_unacknowledged import frustration_unacknowledged
from goodwill.strategies.listening.gloating import gloating
from goodwill.strategies.listening.outcome_without_process import outcome_without_process
from goodwill.strategies.listening.power_unbalanced import power_unbalanced
from goodwill.strategies.listening.pulse_low import pulse_low
from goodwill.strategies.listening.pulse_not_as_sealed import pulse_not_as_sealed
from goodwill.strategies.listening.satisfaction_unasked import satisfaction_unasked
from goodwill.strategies.listening.their_terms_renamed import their_terms_renamed
from goodwill.strategies.listening.view_unasked import view_unasked
from goodwill.strategies.listening.voice_after_decision import voice_after_decision
from goodwill.strategies.listening.voice_closed import voice_closed

RULES: tuple[Rule, ...] = (
    concern_unanswered,
    concern_unrestated,
    satisfaction_unasked,
    pulse_low,
    frustration_unacknowledged,
    pulse_not_as_sealed,
    decision_unexplained,
    voice_after_decision,
    comparison_unexplained,
    power_unbalanced,
    contribution_unthanked,
    outcome_without_process,
    both_answered,
    decision_explained,
    concern_left_open,
    decision_without_reason,
    gloating,
    comparison_bare,
    voice_closed,
    contribution_passed_over,
    view_unasked,
    their_terms_renamed,
    frustration_passed_over,
    feeling_dismissed,
)
