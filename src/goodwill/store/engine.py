"""The door through which everything is written: one transaction at a time, kept only when it is on the disk."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import NullPool
from sqlcipher3 import dbapi2

from goodwill.store.fault import StoreFault, busy, reason_of
from goodwill.store.reading import connect

LONGEST_WAIT = 300.0


@contextmanager
def writer(path: Path, key: str = "") -> Iterator[Connection]:
    """Open a book for writing; each `begin()` on it takes the one right to write, and waits its turn for it."""
    engine = create_engine("sqlite+pysqlite://", creator=lambda: connect(path, key), module=dbapi2, poolclass=NullPool)
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as opened:
            yield opened
    except (DBAPIError, dbapi2.Error, UnicodeDecodeError) as error:
        raise StoreFault(path, reason_of(error)) from error
    finally:
        engine.dispose()


def _begin(opened: Connection) -> None:
    """Begin as the only writer. The driver waits up to its busy time; where that is not enough, ask again."""
    started = time.monotonic()
    while True:
        try:
            opened.exec_driver_sql("BEGIN IMMEDIATE")
        except OperationalError as error:
            if not busy(error) or time.monotonic() - started > LONGEST_WAIT:
                raise
        else:
            return
