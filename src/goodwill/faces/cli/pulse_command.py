"""goodwill pulse: how it felt, asked of both, and shown once both have answered."""

from datetime import date

import click

from goodwill.faces.cli.asked import Asked, shared, today_option
from goodwill.findings.words import visible


@click.command("pulse", context_settings={"ignore_unknown_options": True})
@click.argument("party")
@click.argument("said", nargs=-1, metavar="[outcome=1..7 self=1..7 process=1..7 relationship=1..7] ['| words']")
@today_option
@shared
def command(asked: Asked, party: str, said: tuple[str, ...], today: date) -> int:
    """Answer how it felt and print the sealed answer to send; without an answer, open yours once theirs is sealed too.

    Neither side can see the other's answer before giving its own, nor change its own after: the seal binds it.
    Send the sealed text, bring theirs with `goodwill bring`, then send what `goodwill pulse PARTY` prints.
    """
    from goodwill.desk.pulsing import answer, opening

    desk = asked.desk(create=False)
    click.echo(visible(answer(desk, party, said, today) if said else opening(desk, party, today)))
    return 0
