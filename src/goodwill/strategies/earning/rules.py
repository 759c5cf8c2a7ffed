"""The rules of this shelf, in order of their codes."""

from goodwill.findings.rule import Rule
from goodwill.strategies.earning.accommodation_over_limit import accommodation_over_limit
from goodwill.strategies.earning.accommodation_unlimited import accommodation_unlimited
from goodwill.strategies.earning.amends_undated import amends_undated
from goodwill.strategies.earning.apology_incomplete import apology_incomplete
from goodwill.strategies.earning.apology_without_repair import apology_without_repair
from goodwill.strategies.earning.apology_without_responsibility import apology_without_responsibility
from goodwill.strategies.earning.breach_unrepaired import breach_unrepaired
from goodwill.strategies.earning.charter_review_due import charter_review_due
from goodwill.strategies.earning.charter_unkept import charter_unkept
from goodwill.strategies.earning.concession_silent import concession_silent
from goodwill.strategies.earning.concessions_one_sided import concessions_one_sided
from goodwill.strategies.earning.day_conflicts import day_conflicts
from goodwill.strategies.earning.favour_asked_again import favour_asked_again
from goodwill.strategies.earning.favour_labelled import favour_labelled
from goodwill.strategies.earning.favour_unthanked import favour_unthanked
from goodwill.strategies.earning.forgiveness_first import forgiveness_first
from goodwill.strategies.earning.generosity_claimed import generosity_claimed
from goodwill.strategies.earning.label_incomplete import label_incomplete
from goodwill.strategies.earning.label_without_benefit import label_without_benefit
from goodwill.strategies.earning.lateness_worsened import lateness_worsened
from goodwill.strategies.earning.limit_unsaid import limit_unsaid
from goodwill.strategies.earning.meeting_unprepared import meeting_unprepared
from goodwill.strategies.earning.payment_overdue import payment_overdue
from goodwill.strategies.earning.payment_unmentioned import payment_unmentioned
from goodwill.strategies.earning.payments_often_late import payments_often_late
from goodwill.strategies.earning.payments_on_time import payments_on_time
from goodwill.strategies.earning.promise_broken import promise_broken
from goodwill.strategies.earning.promise_due_soon import promise_due_soon
from goodwill.strategies.earning.promise_moved_often import promise_moved_often
from goodwill.strategies.earning.promise_on_overdue import promise_on_overdue
from goodwill.strategies.earning.promise_overdue import promise_overdue
from goodwill.strategies.earning.promise_undated import promise_undated
from goodwill.strategies.earning.promise_unmentioned import promise_unmentioned
from goodwill.strategies.earning.promise_without_day import promise_without_day
from goodwill.strategies.earning.promises_kept import promises_kept
from goodwill.strategies.earning.repair_unfollowed import repair_unfollowed
from goodwill.strategies.earning.replies_slower import replies_slower
from goodwill.strategies.earning.second_slip import second_slip
from goodwill.strategies.earning.silence_unusual import silence_unusual
from goodwill.strategies.earning.strain_unheard import strain_unheard
from goodwill.strategies.earning.walked_away import walked_away

RULES: tuple[Rule, ...] = (
    concession_silent,
    label_incomplete,
    concessions_one_sided,
    accommodation_over_limit,
    accommodation_unlimited,
    favour_labelled,
    promise_overdue,
    promise_due_soon,
    promise_broken,
    promise_undated,
    promise_moved_often,
    payment_overdue,
    payments_often_late,
    promises_kept,
    payments_on_time,
    lateness_worsened,
    second_slip,
    replies_slower,
    silence_unusual,
    breach_unrepaired,
    apology_incomplete,
    repair_unfollowed,
    strain_unheard,
    walked_away,
    meeting_unprepared,
    charter_unkept,
    charter_review_due,
    label_without_benefit,
    limit_unsaid,
    promise_without_day,
    promise_on_overdue,
    day_conflicts,
    apology_without_responsibility,
    apology_without_repair,
    forgiveness_first,
    amends_undated,
    generosity_claimed,
    payment_unmentioned,
    favour_unthanked,
    favour_asked_again,
    promise_unmentioned,
)
