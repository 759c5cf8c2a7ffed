"""goodwill salvage: what can still be read of a damaged book."""

import click

from goodwill.case.quoting import counted
from goodwill.faces.cli import shown
from goodwill.faces.cli.asked import Asked, shared

FAILED = 3


@click.command("salvage")
@click.option("-o", "--out", type=click.Path(dir_okay=False, allow_dash=True), default="-", help="The file to write.")
@shared
def command(asked: Asked, out: str) -> int:
    """Write every entry of a damaged book that can still be read, as .goodwill notation, and say how sure each is.

    The book itself is not touched. Brought into a new book, the lines give the same entries. Exits with 3 where
    anything was found damaged.
    """
    from goodwill.desk.writing import salvaged

    read = proven = unsealed = last = 0
    with click.open_file(out, "w", encoding="utf-8", atomic=out != "-") as file:
        for entry in salvaged(asked.place()):
            read, proven, unsealed = read + 1, proven + entry.proven, unsealed + (not entry.sealed)
            if not entry.sealed:
                file.write(f"; entry {entry.seq}: not what was first written, or nothing is left to tell it by\n")
            elif not entry.proven and proven + 1 == read - unsealed:
                file.write(f"; from entry {entry.seq} on the chain no longer tells that nothing is missing\n")
            file.write(entry.line + "\n")
            last = entry.seq
    shown.note(
        f"{counted(read, 'entry')} read, of {last} at least: {proven} in an unbroken chain, "
        f"{read - proven - unsealed} behind the break as they were written, {unsealed} that nothing vouches for"
    )
    return 0 if read == proven else FAILED
