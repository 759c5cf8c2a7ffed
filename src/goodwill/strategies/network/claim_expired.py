"""A credential has run out.

Looks for
    a claim or credential of either side whose last day is past.

Why it matters
    A credential is worth something while it stands, and so is a record: an established identity carried its own
    premium [resnick-2006]. Once expired it speaks for the past only.

Do instead
    Yours: renew it, or stop showing it.

    Theirs: ask for the renewal, plainly: most lapses are paperwork.

Limits
    It knows the day that was written down. On the last day itself the claim still stands.

Example
    2026-01-05 claim c1 by=matthias matter=sworn expires=2025-12-31 | Sworn translator since 2009

"""

from collections.abc import Iterator

from goodwill.case.case import Case
from goodwill.case.quoting import quoted
from goodwill.findings.finding import Sighting
from goodwill.findings.rule import rule


@rule("N106", stance="gap", severity="advice")
def claim_expired(case: Case) -> Iterator[Sighting]:
    """Report each claim of ours or theirs that has run out."""
    for claim in case.claims:
        if claim.by in case.sides and claim.state(case.today) == "expired":
            said = quoted(claim.words, f"the claim on {claim.matter}")
            yield Sighting(claim.by, (claim.id,), f"{said} ran to {claim.expires}")
