"""The rules of this shelf, in order of their codes."""

from goodwill.findings.rule import Rule

RULES: tuple[Rule, ...] = ()
