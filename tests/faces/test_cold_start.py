"""The commands asked most start without heavy libraries: seen in what a fresh program loads, not on a clock."""

import subprocess
import sys

import pytest

HEAVY = {
    "sqlalchemy", "alembic", "pydantic", "fastapi", "mcp", "icalendar", "vobject", "nh3", "daft", "pyarrow", "numpy",
    "pygls", "lsprotocol", "anyio",
}  # fmt: skip
WEB = {"fastapi", "starlette", "uvicorn", "jinja2", "python_multipart", "pydantic", "opentelemetry", "anyio"}
PROBE = """
import atexit, os, sys
atexit.register(lambda: os.write(9, " ".join(sys.modules).encode()))
sys.argv = ["goodwill", *sys.argv[1:]]
from goodwill.__main__ import main
sys.exit(main())
"""
NEEDLESS = {"tomllib", "difflib", "unicodedata", "sqlcipher3", "asyncio", "logging"}
LEDGERLESS = ("goodwill.brief", "goodwill.doors", "goodwill.measures", "goodwill.batch", "goodwill.desk.desk")
UNASKED = {
    "promises",
    "payments",
    "concessions",
    "ties",
    "treatment",
    "exposure",
    "standing",
    "repair",
    "deals",
    "turns",
}
MOST_MODULES = 100
"""Of goodwill's own, packages among them; once it was more than twice as many."""
COMPLETION = {"COMP_WORDS": "goodwill re", "COMP_CWORD": "1", "_GOODWILL_COMPLETE": "bash_complete"}


def loaded(args, folder, **more):
    """Run goodwill in a program of its own; give its status, what it printed, and the modules it loaded."""
    found = folder / "loaded"
    with found.open("wb") as seen:
        run = subprocess.run(
            ["bash", "-c", f'exec "$@" 9>&{seen.fileno()}', "-", sys.executable, "-c", PROBE, *args],
            cwd=folder,
            env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_DATA_HOME": str(folder), **more},
            capture_output=True,
            text=True,
            pass_fds=(seen.fileno(),),
            check=False,
        )
    return run, set(found.read_text().split())


@pytest.mark.parametrize(
    ("args", "status", "says"),
    [
        (["--help"], 0, "Commands:"),
        (["--version"], 0, "goodwill"),
        (["explain", "E201"], 0, "promise-overdue"),
        (["rules"], 0, "E201"),
        (["check", "--help"], 0, "--suggest"),
        (["deal", "--help"], 0, "points"),
        (["mcp", "--help"], 0, "--allow"),
        (["lsp", "--help"], 0, "--to"),
        (["check", "draft.txt", "--fail-on", "advice"], 1, "draft.txt:1:"),
    ],
)
def test_a_cold_command_loads_nothing_heavy(args, status, says, tmp_path):
    (tmp_path / "draft.txt").write_text("You did this on purpose, you are lying to me.\n")
    run, names = loaded(args, tmp_path)
    assert (run.returncode, run.stderr) == (status, "")
    assert says in run.stdout
    assert "click" in names
    assert libraries(names) & (HEAVY | WEB) == set()


DRAFT = """\
Hello Alan,
I'll send the revised quote by Thursday and we can drop the price to 1.20 a crate for you.
As I said before, this is final and you know that nobody else pays more.
Sorry about the delay last week. You lied to us on purpose. What matters most to you here?
"""


def test_a_check_without_a_book_loads_what_a_draft_alone_needs(tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT)
    run, names = loaded(["check", "draft.txt", "--all"], tmp_path)
    assert (run.returncode, run.stderr) == (1, "")
    assert {"E101", "L905", "D901"} <= set(run.stdout.split())
    assert libraries(names) & (HEAVY | NEEDLESS) == set()
    own = {name for name in names if name.partition(".")[0] == "goodwill"}
    assert {name for name in own if name.startswith(LEDGERLESS)} == set()
    assert own & {f"goodwill.case.{fold}" for fold in UNASKED} == set()
    assert {name for name in own if name.startswith("goodwill.store")} <= {
        "goodwill.store", "goodwill.store.fault", "goodwill.store.place"
    }  # fmt: skip
    assert own & {"goodwill.strategies.roster", "goodwill.moves.cue", "goodwill.moves.needs"} == set()
    assert "goodwill.strategies.by_itself" in own
    assert len(own) <= MOST_MODULES


def libraries(names):
    return {name.partition(".")[0] for name in names}


def test_completion_loads_nothing_heavy(tmp_path):
    run, names = loaded([], tmp_path, **COMPLETION)
    assert "plain,review" in run.stdout
    assert libraries(names) & HEAVY == set()


def test_the_probe_sees_what_a_command_with_a_book_loads(tmp_path):
    run, names = loaded(["record", "thanks", "by=me", "to=alan", "| two crates"], tmp_path)
    assert run.returncode == 0
    assert "sqlalchemy" in names


@pytest.mark.parametrize(
    "args",
    [["record", "thanks", "by=me", "to=alan"], ["review", "notes.goodwill"], ["demo", "patient"], ["serve", "--help"]],
)
def test_no_other_command_loads_what_only_the_web_face_needs(args, tmp_path):
    (tmp_path / "notes.goodwill").write_text("2026-01-21 thanks t1 by=alan to=me | Ta, Rosa\n")
    run, names = loaded(args, tmp_path)
    assert (run.returncode, "click" in names) == (0, True)
    assert libraries(names) & WEB == set()


def test_importing_the_library_loads_nothing_but_itself(tmp_path):
    probe = "import sys; before = set(sys.modules); import goodwill; print(*sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", probe], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert {name.partition(".")[0] for name in run.stdout.split()} & (HEAVY | {"click"}) == set()
