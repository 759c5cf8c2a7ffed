"""A charter from its first draft to the finding that rests on it: written, signed by both, brought, and not kept to."""

import json
from pathlib import Path

import pytest

from goodwill.faces.cli.app import run

NOTES = """
2025-11-01 party alan name="Alan Fields" mail=alan@fields.example
2025-11-20 accommodation a1 by=alan to=me matter=late-payment limit=1/60d | this once, to the end of the month
2026-03-02 message m1 by="Rosa Ferrante <rosa@ferrante.example>" to=alan | Shall we write down how we deal?
2026-03-03 message m2 by=alan to="Rosa Ferrante <rosa@ferrante.example>" | Gladly.
"""
BLANK = "______________, on ____-__-__"


@pytest.fixture
def goodwill(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    Path("notes.goodwill").write_text(NOTES)

    def ask(*args: str) -> tuple[int, str, str]:
        capsys.readouterr()
        status = run(["--book", "a.book", "--me", "Rosa Ferrante", "--me", "rosa@ferrante.example", *args])
        said = capsys.readouterr()
        return status, said.out, said.err

    assert ask("bring", "notes.goodwill")[0] == 0
    return ask


def signed(text: str, *names: str) -> str:
    """Fill in the lines to sign, one name after the other."""
    for at, name in enumerate(names):
        text = text.replace(BLANK, f"{name}, on 2026-03-{12 + at}", 1)
    return text


def test_the_draft_names_both_and_cites_the_favour_on_record(goodwill):
    status, out, _ = goodwill("charter", "Alan", "--as-of", "2026-03-10")
    assert status == 0
    assert out.startswith("A charter between Rosa Ferrante <rosa@ferrante.example> and Alan Fields <alan@fields.exa")
    assert "Alan Fields said on 2025-11-20: late payment, 1 time in 60 days at most." in " ".join(out.split())
    assert out.count(BLANK) == 2


def test_signed_by_one_it_does_not_count_and_says_so(goodwill):
    draft = goodwill("charter", "Alan", "--as-of", "2026-03-10")[1]
    Path("alan.charter").write_text(signed(draft, "Rosa Ferrante"))
    _, _, err = goodwill("bring", "alan.charter")
    assert "counts once both have signed it with name and day; 1 did" in err
    assert "charter" not in goodwill("export")[1].split("|")[0]


def test_signed_by_both_it_binds_both_from_the_later_day(goodwill):
    draft = goodwill("charter", "Alan", "--as-of", "2026-03-10")[1]
    Path("alan.charter").write_text(signed(draft, "Rosa Ferrante", "Alan Fields"))
    Path("later.goodwill").write_text(
        "2026-03-20 promise p1 by=me to=alan due=2026-03-27 | I'll pay both by Friday\n"
        "2026-03-26 renegotiated r1 of=p1 due=2026-04-02 asked=before\n"
    )
    assert goodwill("bring", "alan.charter", "later.goodwill")[0] == 0
    told = json.loads(goodwill("mirror", "Alan", "--as-of", "2026-03-27", "--format", "json")[1])
    [found] = [finding for finding in told["findings"] if finding["code"] == "E501"]
    assert found["by"] == "me"
    assert "was moved 1 day before it; the charter of 2026-03-13 says 2 days" in found["says"]
    again = json.loads(goodwill("bring", "alan.charter", "--format", "json")[1])
    assert (again["accepted"], again["duplicate"]) == (0, 1)
