"""How it felt, as a text for the other side: closed by a seal until both have answered, then open."""

from goodwill.brief.signatory import signatory
from goodwill.case.case import Case
from goodwill.case.treatment import PULSE
from goodwill.ledger.entry import Entry
from goodwill.ledger.seal import digest


def sealed(case: Case, pulse: Entry) -> str:
    """Write the closed answer: who gave it, when, and its seal."""
    return "\n".join(
        (
            f"A sealed pulse of {signatory(case, case.me)} for {signatory(case, case.party)}",
            "",
            f"Answered on {pulse.day}. What it says is opened once both of us have answered:",
            "bring this file, answer with `goodwill pulse`, and send me yours.",
            "",
            f"Seal: {digest(pulse)}",
        )
    )


def opened(case: Case, pulse: Entry) -> str:
    """Write the open answer, with the salt that proves it is the one that was sealed."""
    return "\n".join(
        (
            f"An opened pulse of {signatory(case, case.me)} for {signatory(case, case.party)}",
            "",
            f"Answered on {pulse.day}.",
            *(f"{part.capitalize()}: {pulse.get(part)} of 7" for part in PULSE if pulse.get(part)),
            f"Words: {' '.join(pulse.words.split())}",
            f"Salt: {pulse.get('salt')}",
        )
    )
