"""Goodwill seen from outside: only what the contract promises is used here, and data that no other test knows."""

import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Answer:
    """What a command answered."""

    status: int
    out: str
    err: str

    @property
    def data(self):
        """The one JSON document on standard output."""
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def own_room(tmp_path, monkeypatch):
    for name in ("GOODWILL_BOOK", "GOODWILL_KEY", "GOODWILL_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def ask(capsys, monkeypatch):
    """Run one command; a traceback or a fault of the program fails every test."""
    from goodwill.faces.cli.app import run

    def call(*args, stdin=""):
        raw = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
        status = run([str(arg) for arg in args])
        said = capsys.readouterr()
        for stream in (said.out, said.err):
            assert "Traceback" not in stream
            assert "a fault of goodwill itself" not in stream
        return Answer(status, said.out, said.err)

    return call


@pytest.fixture
def lay():
    """Lay a file in the room."""

    def write(name, text):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        raw = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
        Path(name).write_bytes(raw)
        return name

    return write
