"""The estimate worked out in parts: whatever the parts, their order and their runner, the figures are the same."""

import os
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from tests.batch.columns import FIGURES, same
from tests.batch.one_by_one import OneByOne

from goodwill.batch import daft_runner
from goodwill.batch.letters import DESK, Letter, dealt, packed, post_of, together, unpacked
from goodwill.batch.network_desk import Sizes, desk
from goodwill.batch.network_plan import trust_in_parts
from goodwill.batch.runners import estimator
from goodwill.batch.score_file import score
from goodwill.measures import network
from goodwill.measures.network_columns import asked, numbered, rated
from goodwill.measures.network_ratings import ratings

DAY = 86_400.0


def made(size, people, seed, days=400):
    """Return a network in which few people give and get most ratings, some of them of themselves, in no order."""
    chance = np.random.default_rng(seed)
    by, about = ((people * chance.random(size) ** 2).astype(int) for _ in range(2))
    value = np.round(np.clip(chance.normal(0.3, 0.6, size), -1, 1), 1)
    return by, chance.permutation(people)[about], value, 1.3e9 + chance.integers(0, days, size) * DAY


def questions(size, people, seed, days=400):
    chance = np.random.default_rng(seed + 1)
    by, about = (chance.integers(0, people + 5, size) for _ in range(2))
    return by, about, 1.3e9 + chance.integers(-5, days + 30, size) * DAY / 2


class Shuffling(OneByOne):
    """A runner that works on parts in any order, loses the order of letters, and sends them through bytes."""

    def __init__(self, seed):
        self.chance = np.random.default_rng(seed)

    def round(self, mail, work):
        mixed = [mail[place] for place in self.chance.permutation(len(mail))]
        sent = [Letter(one.to, one.sender, one.kind, unpacked(packed(one.table))) for one in mixed]
        done = super().round(sent, work)
        return [done[place] for place in self.chance.permutation(len(done))]


@settings(max_examples=30, deadline=None)
@given(
    size=st.integers(0, 700),
    people=st.integers(2, 60),
    part=st.integers(20, 800),
    stretch=st.integers(20, 800),
    seed=st.integers(0, 10_000),
)
def test_any_parts_in_any_order_give_the_same_figures(size, people, part, stretch, seed):
    told, pairs = made(size, people, seed), questions(150, people, seed)
    found = trust_in_parts(Shuffling(seed), told, pairs, sizes=Sizes(part, stretch))
    same(found, network.trust(*told, *pairs))


def test_a_network_that_is_asked_about_itself_learns_in_many_steps():
    told = made(6_000, 300, 3, days=3_000)
    pairs = (told[0], told[1], told[3])
    found = trust_in_parts(OneByOne(), told, pairs, sizes=Sizes(700, 900))
    same(found, network.trust(*told, *pairs))


def test_reasons_are_the_same():
    told, pairs = made(3_000, 200, 5), questions(400, 200, 5)
    found = trust_in_parts(Shuffling(5), told, pairs, sizes=Sizes(400, 300), explain=True).reasons
    wanted = network.trust(*told, *pairs, explain=True).reasons
    assert found.names == wanted.names
    assert np.mean(found.top == wanted.top) > 0.999  # two reasons of one size may change places
    np.testing.assert_allclose(np.abs(found.terms), np.abs(wanted.terms), atol=1e-6)
    np.testing.assert_allclose(found.usual + found.rest, wanted.usual + wanted.rest, atol=1e-6)


@pytest.mark.parametrize("size", [0, 1, 2])
def test_next_to_nothing_is_known(size):
    told = tuple(column[:size] for column in made(2, 2, 1))
    same(trust_in_parts(OneByOne(), told, questions(9, 3, 1)), network.trust(*told, *questions(9, 3, 1)))


def test_nothing_is_asked():
    nothing = ([], [], [])
    codes = tuple(np.zeros(0, dtype=int) for _ in range(2))
    found = trust_in_parts(OneByOne(), made(50, 9, 1), (*codes, nothing[2]), explain=True)
    assert [len(getattr(found, name)) for name in FIGURES] == [0] * len(FIGURES)
    assert len(found.reasons.top) == 0


def test_no_part_holds_more_than_what_its_own_parties_said_and_heard():
    events, pairs, parties = numbered(rated(*made(4_000, 400, 2)), asked(*questions(200, 400, 2)))
    held = desk(ratings(*events, parties), pairs, Sizes(500, 500))
    dealt_out = [letter for letter in held.dealt_out() if letter.kind == "ratings"]
    assert len(dealt_out) == held.division.parts == 8
    for letter in dealt_out:
        ours = [held.division.owner(letter.table[name]) == letter.to for name in ("by", "about")]
        assert np.all(ours[0] | ours[1])
    counted = np.bincount(np.concatenate([letter.table["id"] for letter in dealt_out]))
    assert counted.min() >= 1
    assert counted.max() == 2


class Weighing(OneByOne):
    """A runner that writes down how heavy the heaviest post of any part was."""

    heaviest = 0

    def round(self, mail, work):
        posts = {}
        for letter in mail:
            posts[letter.to] = posts.get(letter.to, 0) + len(packed(letter.table))
        self.heaviest = max(self.heaviest, *(size for part, size in posts.items() if part != DESK))
        return super().round(mail, work)


def test_twice_the_ratings_make_twice_the_parts_and_no_part_much_heavier():
    heaviest = []
    for size in (6_000, 12_000):
        runner, told = Weighing(), made(size, size // 5, 6, days=size)
        trust_in_parts(runner, told, (told[0], told[1], told[3]), sizes=Sizes(600, 600))
        heaviest.append(runner.heaviest)
    assert heaviest[1] < 1.3 * heaviest[0]


columns = arrays.arrays(
    st.sampled_from(["<i8", "<i4", "<f8", "<f4", "|b1"]), arrays.array_shapes(min_dims=1, max_dims=2, min_side=0)
)


@given(st.dictionaries(st.text(max_size=8), columns, max_size=4))
def test_a_table_comes_out_of_its_bytes_as_it_went_in(table):
    back = unpacked(packed(table))
    assert list(back) == list(table)
    for name, column in table.items():
        assert back[name].dtype == column.dtype
        np.testing.assert_array_equal(back[name], column)


def test_bytes_that_hold_more_than_numbers_are_refused():
    with pytest.raises(ValueError, match="not of numbers"):
        unpacked(packed({"names": np.array(["a", "b"])}))


def test_letters_are_dealt_by_address_and_read_by_sender():
    letters = [*dealt(3, "x", np.array([2, 0, 2]), {"id": np.arange(3)}), Letter(2, 1, "x", {"id": np.array([9])})]
    post = post_of(letter for letter in letters if letter.to == 2)
    assert [table["id"].tolist() for table in post["x"]] == [[9], [0, 2]]
    assert together(post["x"], "id")["id"].tolist() == [0, 2, 9]
    assert together([]) == {}


def test_letters_to_the_desk_are_not_worked_on():
    runner = OneByOne()
    mail = runner.round(runner.sent([Letter(DESK, 0, "x", {}), Letter(1, 0, "x", {})]), lambda part, post: [part])
    assert mail == [1]


@pytest.fixture
def engines(tmp_path, monkeypatch):
    """Put made engines in the place of the real ones; each writes down the settings it finds when imported."""
    for name in ("daft", "ray"):
        (tmp_path / f"{name}.py").write_text(
            "import os\n"
            "found = dict(os.environ)\n"
            "called = []\n"
            "def __getattr__(name):\n"
            "    if name.startswith('__'):\n"
            "        raise AttributeError(name)\n"
            "    return lambda *told, **more: called.append((name, told, more))\n"
            "def cluster_resources():\n"
            "    return {'CPU': 3.0}\n"
            "def is_initialized():\n"
            "    return False\n"
        )
        monkeypatch.delitem(sys.modules, name, raising=False)
    for name in daft_runner.NO_TELEMETRY | daft_runner.QUIET:
        monkeypatch.setenv(name, "yes")
    monkeypatch.syspath_prepend(str(tmp_path))
    daft_runner.engine.cache_clear()
    yield
    daft_runner.engine.cache_clear()
    for name in ("daft", "ray"):
        sys.modules.pop(name, None)


def test_engines_are_started_with_their_telemetry_off(engines):
    assert daft_runner.engine("native").spread == 1
    daft = sys.modules["daft"]
    assert {name: daft.found[name] for name in daft_runner.NO_TELEMETRY} == daft_runner.NO_TELEMETRY
    assert daft.found["DO_NOT_TRACK"] == "1"
    assert daft.found["RAY_USAGE_STATS_ENABLED"] == "0"
    assert [name for name, _, _ in daft.called] == ["set_runner_native"]
    assert "ray" not in sys.modules
    assert daft_runner.engine("native") is daft_runner.engine("native")
    assert [name for name, _, _ in daft.called] == ["set_runner_native"]


@pytest.mark.parametrize(("address", "joined"), [(None, "local"), ("ray://there:10001", "ray://there:10001")])
def test_the_workers_of_a_cluster_have_telemetry_off_too(engines, address, joined):
    runner = daft_runner.engine("ray", address)
    ray = sys.modules["ray"]
    assert {name: ray.found[name] for name in daft_runner.NO_TELEMETRY} == daft_runner.NO_TELEMETRY
    (started, _, told) = ray.called[0]
    assert started == "init"
    assert told["address"] == joined
    assert told["runtime_env"]["env_vars"].items() >= daft_runner.NO_TELEMETRY.items()
    assert runner.spread > 1


@pytest.mark.parametrize("name", ["native", "ray"])
def test_a_missing_extra_is_told_in_one_line(monkeypatch, name):
    monkeypatch.setattr(daft_runner, "find_spec", lambda module: None)
    with pytest.raises(ValueError, match=r"which is not installed: pip install 'goodwill\[batch\]'$"):
        estimator(name)


def test_a_missing_ray_is_told_too(monkeypatch):
    monkeypatch.setattr(daft_runner, "find_spec", lambda module: None if module == "ray" else module)
    with pytest.raises(ValueError, match=r"needs Ray, .* pip install 'goodwill\[batch\]' ray$"):
        estimator("ray")


@pytest.mark.parametrize("name", ["local", "native"])
def test_an_address_belongs_to_ray_alone(name):
    with pytest.raises(ValueError, match="--address belongs to --runner ray"):
        estimator(name, "there:6379")


class LostError(Exception):
    """Stands for the loss of a machine."""


def asking(monkeypatch, failures):
    monkeypatch.setitem(sys.modules, "ray", SimpleNamespace(exceptions=SimpleNamespace(RayError=LostError)))
    left = iter(failures)

    def ask():
        for failure in left:
            raise failure
        return "answer"

    return ask


def test_a_lost_machine_changes_nothing(monkeypatch):
    assert daft_runner.persistently(asking(monkeypatch, [LostError(), LostError()])) == "answer"


def test_what_fails_three_times_fails(monkeypatch):
    with pytest.raises(LostError):
        daft_runner.persistently(asking(monkeypatch, [LostError(), LostError(), LostError()]))


def test_what_is_wrong_with_the_file_is_said_at_once(monkeypatch):
    ask = asking(monkeypatch, [ValueError("a rating is out of range")])
    with pytest.raises(ValueError, match="out of range"):
        daft_runner.persistently(ask)
    assert ask() == "answer"


def test_a_file_is_the_same_to_the_byte(tmp_path):
    told = made(2_000, 150, 8)
    source, out = tmp_path / "ratings.csv", {name: tmp_path / f"{name}.csv" for name in ("local", "parts")}
    rows = zip(*(column.tolist() for column in told), strict=True)
    source.write_text("by,about,value,at\n" + "".join(f"p{by},p{about},{v},{at}\n" for by, about, v, at in rows))

    def parts(*columns, explain=False):
        return trust_in_parts(Shuffling(1), columns[:4], columns[4:], explain=explain, sizes=Sizes(300, 300))

    first, second = score(source, source, out["local"], True), score(source, source, out["parts"], True, parts)
    assert first == second
    assert out["local"].read_bytes() == out["parts"].read_bytes()


def test_one_module_alone_knows_the_engine():
    sources = Path(daft_runner.__file__).parents[1].rglob("*.py")
    knowing = [
        path.name for path in sources if re.search(r"^\s*(import|from) (daft|ray)\b", path.read_text("utf-8"), re.M)
    ]
    assert knowing == ["daft_runner.py"]


def test_the_command_says_what_is_missing(tmp_path, monkeypatch, capsys):
    from goodwill.faces.cli.app import run

    monkeypatch.setattr(daft_runner, "find_spec", lambda module: None)
    (tmp_path / "r.csv").write_text("by,about,value,at\na,b,1,1300000000\n")
    told = ["score", str(tmp_path / "r.csv"), "--pairs", str(tmp_path / "r.csv"), "--runner", "native"]
    assert run(told) == 2
    said = capsys.readouterr()
    assert "pip install 'goodwill[batch]'" in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert os.environ.get("GOODWILL_DEBUG") is None
