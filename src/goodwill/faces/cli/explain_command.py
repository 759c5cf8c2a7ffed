"""goodwill explain: the page of a rule."""

import click

from goodwill.strategies.roster import ROSTER, find


@click.command("explain")
@click.argument("rule", metavar="CODE|NAME")
def command(rule: str) -> int:
    """Show what a rule looks for, why it matters, what to do instead, its limits, and an example."""
    found = find(rule)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(rule.lower(), [r.name for r in ROSTER] + [r.code.lower() for r in ROSTER], 1)
        raise click.UsageError(f"no rule {rule}" + (f"; did you mean {near[0]}?" if near else ""))
    click.echo(found.told.rstrip())
    return 0
