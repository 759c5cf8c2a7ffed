"""The rules of this shelf, in order of their codes."""

from goodwill.findings.rule import Rule
from goodwill.strategies.earning.promise_overdue import promise_overdue

RULES: tuple[Rule, ...] = (promise_overdue,)
