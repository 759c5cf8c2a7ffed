"""The rules that may speak of a draft for what it says alone, where there is no book: in the order of the roster.

A check without a book loads no other rule. That the others are silent there is held by a test.
"""

from goodwill.findings.rule import Rule
from goodwill.strategies.default.distrust_signalled import distrust_signalled
from goodwill.strategies.default.intent_read_in import intent_read_in
from goodwill.strategies.default.request_excused import request_excused
from goodwill.strategies.default.safeguard_without_habit import safeguard_without_habit
from goodwill.strategies.default.second_opinion_excused import second_opinion_excused
from goodwill.strategies.default.trusting_for_show import trusting_for_show
from goodwill.strategies.earning.amends_undated import amends_undated
from goodwill.strategies.earning.apology_without_responsibility import apology_without_responsibility
from goodwill.strategies.earning.concession_silent import concession_silent
from goodwill.strategies.earning.forgiveness_first import forgiveness_first
from goodwill.strategies.earning.generosity_claimed import generosity_claimed
from goodwill.strategies.earning.label_without_benefit import label_without_benefit
from goodwill.strategies.earning.promise_without_day import promise_without_day
from goodwill.strategies.listening.comparison_bare import comparison_bare
from goodwill.strategies.listening.decision_without_reason import decision_without_reason
from goodwill.strategies.listening.feeling_dismissed import feeling_dismissed
from goodwill.strategies.listening.gloating import gloating
from goodwill.strategies.listening.view_unasked import view_unasked
from goodwill.strategies.listening.voice_closed import voice_closed
from goodwill.strategies.network.reference_asked_loosely import reference_asked_loosely
from goodwill.strategies.rapport.blame_in_draft import blame_in_draft
from goodwill.strategies.rapport.need_belittled import need_belittled
from goodwill.strategies.rapport.pressed_for_time import pressed_for_time
from goodwill.strategies.rapport.trust_asked_for import trust_asked_for
from goodwill.strategies.rapport.ultimatum_in_draft import ultimatum_in_draft
from goodwill.strategies.rapport.warding_off import warding_off

BY_ITSELF: tuple[Rule, ...] = (
    reference_asked_loosely,
    warding_off,
    blame_in_draft,
    ultimatum_in_draft,
    pressed_for_time,
    trust_asked_for,
    need_belittled,
    intent_read_in,
    safeguard_without_habit,
    distrust_signalled,
    second_opinion_excused,
    trusting_for_show,
    request_excused,
    concession_silent,
    label_without_benefit,
    promise_without_day,
    apology_without_responsibility,
    forgiveness_first,
    amends_undated,
    generosity_claimed,
    decision_without_reason,
    gloating,
    comparison_bare,
    voice_closed,
    view_unasked,
    feeling_dismissed,
)
