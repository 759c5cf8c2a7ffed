"""goodwill restore: a book from a backup."""

from pathlib import Path

import click

from goodwill.faces.cli.asked import Asked, shared


@click.command("restore")
@click.argument("backup", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("target", type=click.Path(dir_okay=False, path_type=Path))
@shared
def command(asked: Asked, backup: Path, target: Path) -> int:
    """Make a book at TARGET from a backup that verifies; never over a file that is there."""
    from goodwill.desk.writing import restored

    restored(backup, target)
    click.echo(f"restored to {target}")
    return 0
