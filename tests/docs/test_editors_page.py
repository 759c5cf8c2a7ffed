"""docs/editors.md: its blocks can be read by what they are for, and its tools and options are those there are."""

import json
import re
import tomllib
from pathlib import Path

import click

from goodwill.faces.cli.lsp_command import command as lsp_command
from goodwill.faces.cli.mcp_command import command as mcp_command
from goodwill.faces.lsp.server import LANGUAGES
from goodwill.faces.lsp.wishes import Wishes
from goodwill.faces.mcp.tools import tools

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "editors.md").read_text("utf-8")
BLOCKS = dict(re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL))
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]


def options(command):
    return {name for option in command.params if isinstance(option, click.Option) for name in option.opts}


def test_each_tool_stands_there_with_what_it_takes():
    rows = re.findall(r"^\| `(\w+)` \| (.+?) \| .+ \|$", PAGE, re.MULTILINE)
    told = {name: set(re.findall(r"`(\w+)`", takes)) for name, takes in rows}
    assert told == {name: set(tool.takes.model_fields) for name, tool in tools((ROOT,)).items()}


def test_what_starts_the_servers_is_a_command_with_options_there_are():
    server = json.loads(BLOCKS["json"])["mcpServers"]["goodwill"]
    assert (server["command"], server["args"][-1]) == ("goodwill", "mcp")
    assert {arg for arg in server["args"] if arg.startswith("-")} <= options(mcp_command)
    assert set(re.findall(r"--\w+", PAGE)) <= options(mcp_command) | options(lsp_command) | {"--format"}
    helix = tomllib.loads(BLOCKS["toml"])
    assert helix["language-server"]["goodwill"] == {"command": "goodwill", "args": ["lsp"]}
    assert all("goodwill" in language["language-servers"] for language in helix["language"])
    assert {language["name"] for language in helix["language"]} <= set(LANGUAGES)
    assert 'cmd = { "goodwill", "lsp" }' in BLOCKS["lua"]
    assert set(re.findall(r'"(\w+)"', re.search(r"filetypes = (.*)", BLOCKS["lua"])[1])) <= set(LANGUAGES)
    assert '("goodwill" "lsp")' in BLOCKS["elisp"]
    for block in (BLOCKS["lua"], BLOCKS["elisp"]):
        assert all(block.count(a) == block.count(b) for a, b in ("()", "{}"))


def test_what_an_editor_may_wish_for_is_understood():
    for told in re.findall(r'`(\{"\w+": .+?\})`', PAGE):
        assert Wishes().over(json.loads(told)) != Wishes()


def test_the_extras_it_names_are_there():
    assert set(re.findall(r"goodwill\[(\w+)\]", PAGE)) == {"lsp", "mcp"} <= set(EXTRAS)
