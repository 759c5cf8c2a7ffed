"""All rules there are, gathered from the five shelves."""

from goodwill.findings.rule import Rule
from goodwill.strategies.default.rules import RULES as DEFAULT
from goodwill.strategies.earning.rules import RULES as EARNING
from goodwill.strategies.listening.rules import RULES as LISTENING
from goodwill.strategies.network.rules import RULES as NETWORK
from goodwill.strategies.rapport.rules import RULES as RAPPORT

ROSTER: tuple[Rule, ...] = (*NETWORK, *RAPPORT, *DEFAULT, *EARNING, *LISTENING)


def find(code_or_name: str) -> Rule | None:
    """Find a rule by its code or its name."""
    wanted = code_or_name.strip()
    return next((rule for rule in ROSTER if wanted.upper() == rule.code or wanted.lower() == rule.name), None)
