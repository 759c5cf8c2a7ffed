"""Goodwill's command line, called as a user calls it: in a folder of its own, with a book of its own."""

import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Said:
    """What a command said: its exit status, standard output, standard error."""

    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def alone(tmp_path, monkeypatch):
    """Keep the user's own book, settings and colours out of the way."""
    for name in ("GOODWILL_BOOK", "GOODWILL_KEY", "GOODWILL_DEBUG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def goodwill(capsys, monkeypatch):
    """Call the command line in this program."""
    from goodwill.faces.cli.app import run

    def call(*args, stdin=b""):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        status = run([str(arg) for arg in args])
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return call


@pytest.fixture
def program(tmp_path):
    """Call the command line as a program of its own, where encodings and streams matter."""

    def call(*args, stdin=b"", **env):
        told = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | env
        run = subprocess.run(
            [sys.executable, "-m", "goodwill", *map(str, args)],
            input=stdin, env=told, cwd=tmp_path, capture_output=True, check=False,
        )  # fmt: skip
        return Said(run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8"))

    return call


@pytest.fixture
def book(goodwill):
    """A book of Rosa's with a bill of Alan's, a promise of hers, and a message of his."""
    lines = (
        '2025-12-01 party alan name="Alan Fields" mail=alan@fields.example',
        "2026-01-05 invoice i1 by=alan to=me amount=380 currency=GBP due=2026-01-19 number=FD-1",
        "2026-01-20 promise p1 by=me to=alan due=2026-01-23 | I'll pay it by Friday",
        "2026-01-21 thanks t1 by=alan to=me | Ta, Rosa",
        "2026-01-22T09:00 message m1 by=alan to=me | I will bring the chard on Monday. I'm worried about frost.",
    )
    Path("notes.goodwill").write_text("\n".join(lines) + "\n", "utf-8")
    told = goodwill("--book", "rosa.book", "--me", "Rosa", "bring", "notes.goodwill")
    assert told.status == 0
    return "rosa.book"
