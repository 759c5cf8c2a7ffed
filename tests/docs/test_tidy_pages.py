"""The pages a reader opens: their commands run, their links lead somewhere, and no file names a machine or a tool."""

import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest

from goodwill.faces.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "changelog.d").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)(?:#[^)]*)?\)")
KINDS = ("added", "changed", "fixed", "removed", "security")
HOMES = re.compile(r"(?<![\w.])/(?:work|root|Users|mnt)/[\w.-]+")
TOOLS = re.compile(r"\b(?:chat-?gpt|copilot|claude|anthropic|openai|gemini|cursor)\b|co-authored-by", re.IGNORECASE)


def tracked():
    """Name the files of the project: those git tracks, or outside git all that a build would take."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode == 0 and listed.stdout:
        return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]
    folders = ("src", "tests", "docs", "examples")
    return [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_to_a_file(page):
    for target in LINK.findall(page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_commands_of_the_readme_are_commands():
    text = (ROOT / "README.md").read_text("utf-8")
    shown = re.findall(r"(?<!from )goodwill ([a-z]+)", " ".join(re.findall(r"`[^`\n]+`|^    .+$", text, re.MULTILINE)))
    assert {"demo", "review"} <= set(shown) <= set(COMMANDS)
    assert "    pip install uv && uv run goodwill demo\n    uv run pytest\n" in text
    for script in re.findall(r"(?:python|python -m) ((?:evaluation|benchmarks|\.ci)[\w./]+)", text):
        path = ROOT / script
        assert path.exists() or (ROOT / f"{script.replace('.', '/')}.py").exists() or script.endswith("..."), script


def test_the_picture_in_the_readme_is_what_the_program_prints():
    import runpy

    drawing = runpy.run_path(str(ROOT / "docs" / "make_picture.py"))
    drawn = drawing["drawn"](drawing["cut"](drawing["printed"]()))
    assert (ROOT / "docs" / "brief.svg").read_text("utf-8") == drawn, "run: uv run python docs/make_picture.py"


def test_the_example_of_the_readme_runs(tmp_path, monkeypatch):
    from datetime import date

    text = (ROOT / "README.md").read_text("utf-8")
    block = re.search(r"As a library:\n\n((?:    .*\n|\n)+)", text)[1]
    code = re.sub("^    ", "", block, flags=re.MULTILINE).replace('"letters/"', f'"{ROOT / "examples" / "restaurant"}"')
    monkeypatch.chdir(tmp_path)
    names = {"today": date(2026, 1, 31)}
    exec(compile(code, "README.md", "exec"), names)
    assert names["brief"].party.name == "Alan Fields"


def test_make_and_just_and_ci_name_the_same_commands():
    make, just, ci = ((ROOT / name).read_text("utf-8") for name in ("Makefile", "justfile", ".ci/run"))
    assert "run goodwill demo" in make
    assert "run pytest" in make
    assert "uv run goodwill demo" in just
    assert "\ncheck:\n    .ci/run\n" in just
    for command in ("uv run pytest", "ruff check", "mypy", "lint-imports", "uv lock --check"):
        assert command in ci
    assert ci.startswith("#!/usr/bin/env bash")
    assert "set -euo pipefail" in ci
    for line in re.findall(r"^    (uv run .*)$", just, re.MULTILINE):
        for part in shlex.split(line):
            assert not part.endswith(".py") or (ROOT / part).is_file(), part


def test_changelog_fragments_are_named_and_short():
    for path in (ROOT / "changelog.d").iterdir():
        if path.name != "README.md":
            name, kind, suffix = path.name.split(".")
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)
            assert (kind in KINDS, suffix) == (True, "md")
            text = path.read_text("utf-8").strip()
            assert len(text) <= 400
            assert re.fullmatch(r"[`A-Z].+\.", text, re.DOTALL), text


def test_no_tracked_file_names_a_machine_or_a_tool_of_its_making():
    for path in tracked():
        if path.suffix in (".npz", ".zip", ".png", ".lock") or path == Path(__file__):
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        assert not TOOLS.search(text), path
        assert not HOMES.search(text), (path, HOMES.search(text))


def test_each_library_that_is_asked_for_has_its_reason():
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    page = (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text("utf-8").lower()
    for requirement in asked:
        assert f"| {re.split('[^a-z0-9-]', requirement)[0]} " in page, requirement
