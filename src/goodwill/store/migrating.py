"""Making a new book, and bringing an older one up to the tables of today."""

import secrets
import time
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, RevisionStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from goodwill.store.engine import writer
from goodwill.store.fault import StoreFault, busy
from goodwill.store.reading import APPLICATION, PATIENCE, REVISION, faults, reader

_STEPS = Path(__file__).parent / "migrations"


def create(path: Path, key: str = "") -> None:
    """Make a book at a path: a private file in a private folder. A book that someone else just made is kept."""
    with faults(path):
        _folder(path.absolute().parent)
        path.touch(mode=0o600, exist_ok=True)
    _into_wal(path, key)
    with writer(path, key) as opened, opened.begin():
        upgrade(opened)
        if not opened.exec_driver_sql("SELECT count(*) FROM meta").scalar_one():
            opened.exec_driver_sql("INSERT INTO meta VALUES ('secret', ?)", (secrets.token_bytes(32),))
        opened.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")


def upgrade(opened: Connection, to: str = REVISION) -> None:
    """Take every step the book has not yet taken, inside the transaction that is open: all of them or none."""
    script = ScriptDirectory(str(_STEPS), version_locations=[str(_STEPS)])

    def steps(at: str | tuple[str, ...], _context: MigrationContext) -> list[RevisionStep]:
        return script._upgrade_revs(to, at)  # type: ignore[arg-type]

    with EnvironmentContext(Config(), script, fn=steps, destination_rev=to) as environment:
        environment.configure(connection=opened, transactional_ddl=True)
        environment.run_migrations()


def _into_wal(path: Path, key: str) -> None:
    """Let several programs read and write at once. The driver does not wait here, so ask again while others begin."""
    deadline = time.monotonic() + PATIENCE
    with reader(path, key) as opened:
        while True:
            try:
                (mode,) = opened.execute("PRAGMA journal_mode = WAL").fetchone()
                break
            except dbapi2.OperationalError as error:
                if not busy(error) or time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
    if mode != "wal":
        raise StoreFault(path, f"this place does not allow safe writing by several programs (journal mode {mode})")


def _folder(folder: Path) -> None:
    """Make the folders that are missing, each of them private."""
    if not folder.exists():
        _folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
