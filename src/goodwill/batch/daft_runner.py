"""The parts of a network worked on by an engine: on all cores of this machine, or on the machines of a Ray cluster.

This is the one module that knows the engine. It asks nothing of it but to group letters by address, to call a function
on each group, and to hand the results on; whatever the order and the place of work, the letters are the same.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from typing import Any, TypeVar

import numpy as np

from goodwill.batch.letters import DESK, Letter, Work, packed, post_of, unpacked

Frame = Any  # the engine ships its types, but is not installed where this is checked
NO_TELEMETRY = {
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "1",
    "SCARF_NO_ANALYTICS": "1",
    "RAY_USAGE_STATS_ENABLED": "0",
}
Answer = TypeVar("Answer")
_SHARES_A_CORE = 2
_TRIES = 3
QUIET = {"DAFT_PROGRESS_BAR": "0", "RAY_DEDUP_LOGS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@cache
def engine(name: str, address: str | None = None) -> "DaftRunner":
    """Return a runner on this machine (`native`) or on a Ray cluster (`ray`), started here when no address is told.

    An engine is started once in the life of a program. Raises ValueError when the extra is not installed, or when an
    address is told to a runner that has none.
    """
    if name == "native" and address:
        raise ValueError("--address belongs to --runner ray; the native runner works on this machine")
    _needed("daft", "pip install 'goodwill[batch]'")
    if name == "ray":
        _needed("ray", "pip install 'goodwill[batch]' ray")
    os.environ.update(NO_TELEMETRY)
    for setting, value in QUIET.items():
        os.environ.setdefault(setting, value)
    import daft

    if name == "native":
        daft.set_runner_native()
        return DaftRunner(daft)
    cores = _joined(address)
    daft.set_runner_ray(noop_if_initialized=True)
    return DaftRunner(daft, _SHARES_A_CORE * cores)


def _needed(module: str, how: str) -> None:
    if find_spec(module) is None:
        raise ValueError(f"this runner needs {module.capitalize()}, which is not installed: {how}")


def _joined(address: str | None) -> int:
    """Join the cluster, or start one here; its workers report nothing either. Return how many cores it has."""
    import ray

    if not ray.is_initialized():
        switches = {"env_vars": NO_TELEMETRY | QUIET}
        started = {} if address else {"include_dashboard": False}
        ray.init(address=address or "local", runtime_env=switches, log_to_driver=False, **started)
    return max(int(ray.cluster_resources().get("CPU", 1)), 1)


def persistently(ask: Callable[[], Answer]) -> Answer:
    """Ask, and again when machines were lost together with what they held, three times in all: no answer changes.

    A worker that dies is replaced by the engine; a machine that dies takes the only copy of its parts' letters along.
    """
    for _ in range(_TRIES - 1):
        try:
            return ask()
        except _losses():
            continue
    return ask()


def _losses() -> tuple[type[Exception], ...]:
    ray = sys.modules.get("ray")
    return (ray.exceptions.RayError,) if ray else ()


@dataclass(frozen=True, slots=True)
class DaftRunner:
    """Letters as rows of the engine's frames, in `spread` pieces; a letter's table travels as bytes."""

    daft: Any
    spread: int = 1

    def sent(self, letters: Iterable[Letter]) -> Frame:
        """Hand letters to the engine."""
        rows = [_arrow(letter) for letter in letters]
        frame = self.daft.from_arrow(rows)
        return frame if self.spread == 1 else frame.into_partitions(max(min(self.spread, len(rows)), 1))

    def joined(self, one: Frame, other: Frame) -> Frame:
        """Put two mails together."""
        return one.concat(other)

    def round(self, mail: Frame, work: Work) -> Frame:
        """Group letters by address and have each part work on its group."""
        col, functions = self.daft.col, self.daft.functions
        whole = functions.to_struct(sender=col("sender"), kind=col("kind"), body=col("body"))
        letters = mail.where(col("to") != DESK).select(col("to"), whole.alias("letter"))
        boxes = letters.groupby("to").agg(col("letter").list_agg().alias("letters"))
        done = boxes.select(self._udf(work)(col("to"), col("letters")).alias("out")).explode("out")
        return done.where(col("out").not_null()).select(functions.unnest(col("out")))

    def _udf(self, work: Work) -> Callable[..., Frame]:
        kinds = self.daft.DataType
        fields = {"to": kinds.int64(), "sender": kinds.int64(), "kind": kinds.string(), "body": kinds.binary()}

        def worked(to: Frame, letters: Frame) -> list[list[dict[str, Any]]]:
            boxes = zip(to.to_pylist(), letters.to_pylist(), strict=True)
            return [[_row(written) for written in work(part, post_of(_letters(part, box)))] for part, box in boxes]

        written = kinds.list(kinds.struct(fields))
        made: Callable[..., Frame] = self.daft.func.batch(return_dtype=written, batch_size=1)(worked)
        return made

    def kept(self, mail: Frame) -> Frame:
        """Have the engine do the work now and hold the result."""
        return mail.collect()

    def read(self, mail: Frame) -> Iterator[Letter]:
        """Yield the letters to the desk in the order of their senders."""
        for row in mail.where(self.daft.col("to") == DESK).sort("sender").iter_rows():
            yield Letter(row["to"], row["sender"], row["kind"], unpacked(row["body"]))


def _arrow(letter: Letter) -> Frame:
    """Return a letter as a table of one row, its body not copied."""
    import pyarrow

    body = packed(letter.table)
    ends = pyarrow.py_buffer(np.array([0, len(body)], dtype=np.int64))
    held = pyarrow.Array.from_buffers(pyarrow.large_binary(), 1, [None, ends, pyarrow.py_buffer(body)])
    to, sender = (pyarrow.array([number], pyarrow.int64()) for number in (letter.to, letter.sender))
    kind = pyarrow.array([letter.kind], pyarrow.large_string())
    return pyarrow.table({"to": to, "sender": sender, "kind": kind, "body": held})


def _row(letter: Letter) -> dict[str, Any]:
    return {"to": letter.to, "sender": letter.sender, "kind": letter.kind, "body": packed(letter.table)}


def _letters(part: int, box: list[dict[str, Any]]) -> Iterator[Letter]:
    return (Letter(part, row["sender"], row["kind"], unpacked(row["body"])) for row in box)
