"""The rules of this shelf, in order of their codes."""

from goodwill.findings.rule import Rule
from goodwill.strategies.network.bargaining_before_choosing import bargaining_before_choosing
from goodwill.strategies.network.claim_expired import claim_expired
from goodwill.strategies.network.claim_refuted import claim_refuted
from goodwill.strategies.network.claim_unchecked import claim_unchecked
from goodwill.strategies.network.follow_through_unasked import follow_through_unasked
from goodwill.strategies.network.impression_alone import impression_alone
from goodwill.strategies.network.praise_ring import praise_ring
from goodwill.strategies.network.referee_supplied import referee_supplied
from goodwill.strategies.network.reference_asked_loosely import reference_asked_loosely
from goodwill.strategies.network.reference_reluctant import reference_reluctant
from goodwill.strategies.network.referral_alone import referral_alone
from goodwill.strategies.network.shared_connection import shared_connection
from goodwill.strategies.network.stranger import stranger

RULES: tuple[Rule, ...] = (
    referral_alone,
    follow_through_unasked,
    referee_supplied,
    claim_unchecked,
    claim_refuted,
    claim_expired,
    reference_reluctant,
    shared_connection,
    stranger,
    bargaining_before_choosing,
    impression_alone,
    praise_ring,
    reference_asked_loosely,
)
