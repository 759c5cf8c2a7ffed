"""The rules of this shelf, in order of their codes."""

from goodwill.findings.rule import Rule
from goodwill.strategies.earning.accommodation_over_limit import accommodation_over_limit
from goodwill.strategies.earning.lateness_worsened import lateness_worsened
from goodwill.strategies.earning.payment_overdue import payment_overdue
from goodwill.strategies.earning.payments_often_late import payments_often_late
from goodwill.strategies.earning.promise_overdue import promise_overdue
from goodwill.strategies.earning.second_slip import second_slip

RULES: tuple[Rule, ...] = (
    accommodation_over_limit,
    promise_overdue,
    payment_overdue,
    payments_often_late,
    lateness_worsened,
    second_slip,
)
