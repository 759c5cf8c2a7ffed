"""Write the generated parts of the documentation again: commands, rules and the kinds of entry.

Run it with `uv run python docs/make_pages.py`; with --check it writes nothing and names what is out of step.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from goodwill.faces.cli.app import COMMANDS, Commands, goodwill
from goodwill.findings.rule import Rule
from goodwill.ledger.kinds import KINDS, Key, Kind
from goodwill.strategies.roster import ROSTER

ROOT = Path(__file__).parents[1]
WIDTH = 96


def made() -> dict[Path, str]:
    """Give each page with its generated parts as they should be."""
    parts = {
        "docs/commands.md": {"commands": commands()},
        "docs/notation.md": {"kinds": kinds()},
        "docs/rules.md": {"list": rule_list(), "pages": rule_pages()},
        "README.md": {"commands": command_table()},
    }
    return {ROOT / name: filled((ROOT / name).read_text("utf-8"), bodies) for name, bodies in parts.items()}


def filled(text: str, bodies: dict[str, str]) -> str:
    """Put each body between the two marks of its name."""
    for name, body in bodies.items():
        begin, end = f"<!-- made: {name} -->", f"<!-- end: {name} -->"
        if text.count(begin) != 1 or text.count(end) != 1:
            raise ValueError(f"the marks of {name} must stand once each")
        text = re.sub(f"{begin}.*?{end}", lambda _: f"{begin}\n{body}\n{end}", text, flags=re.DOTALL)  # noqa: B023
    return text


def command_table() -> str:
    """List the commands in one table."""
    rows = [f"| `goodwill {name}` | {says} |" for name, says in COMMANDS.items()]
    return "\n".join(("| command | what it does |", "|---|---|", *rows))


def commands() -> str:
    """Print the help of goodwill and of each command, as each prints it when it is called."""
    return "\n".join(_helped(goodwill, "goodwill", None))


def _helped(command: click.Command, name: str, above: click.Context | None) -> Iterator[str]:
    here = click.Context(
        command, info_name=name, parent=above, terminal_width=WIDTH, color=False, **command.context_settings
    )
    yield f"## {here.command_path}\n\n```text\n{command.get_help(here)}\n```\n"
    if isinstance(command, click.Group):
        for inner in COMMANDS if isinstance(command, Commands) else command.commands:
            found = command.get_command(here, inner)
            if found is not None:
                yield from _helped(found, inner, here)


def kinds() -> str:
    """List every kind of entry with its keys."""
    rows = [f"| `{kind.name}` | {_keys(kind)} | {kind.says} |" for kind in KINDS.values()]
    return "\n".join(("| kind | keys | what it says |", "|---|---|---|", *rows))


def _keys(kind: Kind) -> str:
    return ", ".join(_key(key, kind) for key in kind.keys) or "-"


def _key(key: Key, kind: Kind) -> str:
    form = "\\|".join(key.choices) if key.choices else "" if key.form == "text" else key.form
    name = f"**{key.name}**" if key.name in kind.needs else key.name
    return f"{name} ({form})" if form else name


def rule_list() -> str:
    """List every rule, linked to its page."""
    rows = [
        f"| [{r.code}](#{r.code.lower()}-{r.name}) | {r.name} | {r.shelf} | {r.stance} | {r.severity} | {r.title} |"
        for r in ROSTER
    ]
    return "\n".join(("| code | name | shelf | stance | severity | what is seen |", "|---|---|---|---|---|---|", *rows))


def rule_pages() -> str:
    """Print the page of every rule."""
    return "\n".join(_rule_page(rule) for rule in ROSTER)


def _rule_page(rule: Rule) -> str:
    cited = "\n".join(f"- {cite.source} ({cite.strength})" for cite in rule.cites)
    return (
        f"### {rule.code} {rule.name}\n\n```text\n{rule.page}\n```\n\nSources:\n\n{cited or '- none'}\n\n"
        f"Its cases: [tests/rules/{rule.shelf}/{rule.name.replace('-', '_')}.md]"
        f"(../tests/rules/{rule.shelf}/{rule.name.replace('-', '_')}.md)\n"
    )


def main() -> int:
    """Write the pages, or with --check say which are out of step."""
    only_check = "--check" in sys.argv
    stale = {path: text for path, text in made().items() if path.read_text("utf-8") != text}
    for path, text in stale.items():
        print(f"{'out of step' if only_check else 'wrote'}: {path.relative_to(ROOT)}")
        if not only_check:
            path.write_text(text, "utf-8")
    return int(only_check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
