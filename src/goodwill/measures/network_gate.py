"""How much a model may say about someone of whom little is known: next to nothing, then more with each report.

Under three reports the estimate leans on the plain share of good reports, drawn towards what is usual in the network.
A stranger is thus judged as people here usually turn out, and not by faint signs.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
ENOUGH = 3.0  # reports from which the model speaks freely
STRANGER = 0.35  # share of the model's word that counts about someone without any report


@dataclass(frozen=True, slots=True)
class Gate:
    """For each question: the `evidence` in reports, and the log odds by `plain` share alone."""

    evidence: Floats
    plain: Floats

    @property
    def openness(self) -> Floats:
        """Return how much of the model's word counts: 0.35 without a report, 1 from three reports on."""
        return STRANGER + (1.0 - STRANGER) * np.minimum(self.evidence / ENOUGH, 1.0)

    def through(self, log_odds: Floats) -> Floats:
        """Return the model's log odds as far as the gate lets them through."""
        open_by = self.openness
        return self.plain + open_by * (log_odds - self.plain)


def segment(evidence: Floats) -> Ints:
    """Return 0 without evidence, 1 when it is thin (under 3 reports), 2 when there is enough.

    >>> segment(np.array([0.0, 2.9, 3.0])).tolist()
    [0, 1, 2]
    """
    return np.where(evidence <= 0.0, 0, np.where(evidence < ENOUGH, 1, 2))
