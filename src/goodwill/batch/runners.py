"""Who works out the estimates of a file: this program, all cores of this machine, or the machines of a cluster."""

from functools import partial

from numpy.typing import ArrayLike

from goodwill.batch.daft_runner import DaftRunner, engine, persistently
from goodwill.batch.network_plan import trust_in_parts
from goodwill.batch.score_file import Estimate
from goodwill.measures import network


def estimator(runner: str, address: str | None = None) -> Estimate:
    """Return what estimates in place of `network.trust`: the same figures, worked out by `local`, `native` or `ray`.

    Raises ValueError when an address is told to a runner that has none, and when the extra is not installed.

    >>> estimator("local") is network.trust
    True
    """
    if runner != "local":
        return partial(_estimated, engine(runner, address))
    if address:
        raise ValueError("--address belongs to --runner ray; the local runner works in this program")
    return network.trust


def _estimated(runner: DaftRunner, *columns: ArrayLike, explain: bool = False) -> network.Trust:
    told, pairs = columns[:4], columns[4:]
    return persistently(lambda: trust_in_parts(runner, told, pairs, explain=explain))
