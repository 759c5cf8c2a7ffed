"""The engine itself: the same files as without it, nothing sent off this machine, a killed worker changes nothing.

Needs goodwill[batch] and ray, so it stands outside the ordinary run: `.ci/long/batch.sh` installs them and runs it.
"""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from tests.batch.columns import same

from goodwill.batch.daft_runner import DaftRunner, engine, persistently
from goodwill.batch.letters import Letter, Post, Work
from goodwill.batch.network_desk import Sizes
from goodwill.batch.network_plan import trust_in_parts
from goodwill.measures import network

ROUNDS = ("opening", "weighing", "hearing", "saying", "telling", "columns", "Answering")
PARTS = Sizes(1_500, 1_500)


def made(size=9_000, people=900, seed=4):
    chance = np.random.default_rng(seed)
    by, about = ((people * chance.random(size) ** 2).astype(int) for _ in range(2))
    value = np.round(np.clip(chance.normal(0.3, 0.6, size), -1, 1), 1)
    return by, chance.permutation(people)[about], value, 1.3e9 + np.sort(chance.integers(0, 900, size)) * 86_400.0


@dataclass(frozen=True)
class Deadly:
    """Work that kills, once, the process it runs in, or the machine's own overseer with everything on it."""

    work: Work
    mark: str
    machine: bool

    def __call__(self, part: int, post: Post) -> list[Letter]:
        """Die the first time, work ever after."""
        try:
            os.close(os.open(self.mark, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return self.work(part, post)
        os.kill(os.getppid() if self.machine else os.getpid(), signal.SIGKILL)
        signal.pause()
        raise AssertionError("a killed process goes on")


@dataclass(frozen=True)
class Endangered(DaftRunner):
    """The runner under test, with one deadly round."""

    deadly: str = ""
    mark: str = ""
    machine: bool = False

    def round(self, mail, work):
        name = getattr(getattr(work, "func", work), "__name__", type(work).__name__)
        return super().round(mail, Deadly(work, self.mark, self.machine) if name == self.deadly else work)


def scored(folder: Path, runner: str) -> bytes:
    """Call the command in a program of its own; it fails when anything tries to reach another machine."""
    code = (
        "import socket, sys\n"
        "reached, first = [], socket.socket.connect\n"
        "def connect(self, address):\n"
        "    if isinstance(address, tuple) and not address[0].startswith('127.') and address[0] != own:\n"
        "        reached.append(address)\n"
        "    return first(self, address)\n"
        "own = socket.gethostbyname(socket.gethostname())\n"
        "socket.socket.connect = connect\n"
        "from goodwill.faces.cli.app import run\n"
        "status = run(sys.argv[1:])\n"
        "assert not reached, reached\n"
        "sys.exit(status)\n"
    )
    source, out = folder / "ratings.csv", folder / f"{runner}.csv"
    told = ["score", str(source), "--pairs", str(source), "-o", str(out), "--explain", "--runner", runner]
    settings = {name: value for name, value in os.environ.items() if name != "DO_NOT_TRACK"}
    subprocess.run([sys.executable, "-c", code, *told], check=True, env=settings, cwd=folder)
    return out.read_bytes()


def test_the_command_writes_the_same_file_with_every_runner(tmp_path):
    rows = zip(*(column.tolist() for column in made()), strict=True)
    lines = (f"party{by},party{about},{value},{at}\n" for by, about, value, at in rows)
    (tmp_path / "ratings.csv").write_text("by,about,value,at\n" + "".join(lines))
    local = scored(tmp_path, "local")
    assert scored(tmp_path, "native") == local
    assert scored(tmp_path, "ray") == local


def test_this_machine_alone():
    code = "import sys; sys.path.insert(0, sys.argv[1]); import engine_checks; engine_checks.native()"
    subprocess.run([sys.executable, "-c", code, str(Path(__file__).parent)], check=True)


def native():
    """Compare the native runner; in a program of its own, since the engine keeps one runner for its life."""
    told = made()
    for pairs in ((told[0], told[1], told[3]), (told[1][::7], told[0][::7], told[3][::7] + 5e6)):
        same(trust_in_parts(engine("native"), told, pairs, sizes=PARTS), network.trust(*told, *pairs))


@pytest.fixture(scope="module")
def cluster():
    from ray.cluster_utils import Cluster

    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    made_here = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    for _ in range(2):
        made_here.add_node(num_cpus=1)
    yield engine("ray", made_here.address)
    import ray

    ray.shutdown()
    made_here.shutdown()


@pytest.mark.parametrize("deadly", ROUNDS)
def test_a_killed_worker_changes_nothing(cluster, tmp_path, deadly):
    told = made()
    pairs = (told[0], told[1], told[3])
    mark = tmp_path / "killed"
    runner = Endangered(cluster.daft, cluster.spread, deadly, str(mark))
    same(persistently(lambda: trust_in_parts(runner, told, pairs, sizes=PARTS)), network.trust(*told, *pairs))
    assert mark.exists()


def test_a_lost_machine_changes_nothing(cluster, tmp_path):
    told = made()
    pairs = (told[0], told[1], told[3])
    mark = tmp_path / "killed"
    runner = Endangered(cluster.daft, cluster.spread, "saying", str(mark), machine=True)
    same(persistently(lambda: trust_in_parts(runner, told, pairs, sizes=PARTS)), network.trust(*told, *pairs))
    assert mark.exists()
