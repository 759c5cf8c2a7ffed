"""goodwill rules: every rule there is."""

import click

from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import format_option
from goodwill.strategies.roster import ROSTER


@click.command("rules")
@format_option("text", "json")
def command(form: str) -> int:
    """List every rule: its code, name, how loud it is, and what it looks for."""
    if form == "json":
        shown.document(
            [
                {"code": r.code, "name": r.name, "shelf": r.shelf, "stance": r.stance, "severity": r.severity}
                | {"title": r.title}
                for r in ROSTER
            ]
        )
        return 0
    widest = max(len(rule.name) for rule in ROSTER)
    for rule in ROSTER:
        click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name:<{widest}}  {rule.title}")
    return 0
