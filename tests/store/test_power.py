"""A power cut loses what was not yet synced: any prefix of the log, torn or not, holds all that was acknowledged."""

import random
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from goodwill.store import reading
from goodwill.store.engine import writer
from goodwill.store.journal import Journal, open_journal
from store_samples import RECORDED, messages


def test_the_log_is_synced_before_a_batch_is_acknowledged(journal: Journal, path: Path) -> None:
    with writer(path) as opened:
        assert opened.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert opened.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert opened.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1
    with reading.reader(path) as opened:
        assert opened.execute("PRAGMA synchronous").fetchone() == (2,)


def test_every_prefix_of_the_log_gives_the_book_as_it_was_acknowledged(
    journal: Journal, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("goodwill.store.appending.BATCH", 20)
    chance = random.Random(5)
    log = path.with_name(path.name + "-wal")
    holding = dbapi2.connect(str(path), isolation_level=None)
    holding.execute("BEGIN")
    holding.execute("SELECT count(*) FROM event").fetchone()  # so that nobody moves the log into the file
    acknowledged = [(0, 0)]
    for told in journal.append_stream(messages(300), "mail", recorded=RECORDED):
        acknowledged.append((log.stat().st_size, acknowledged[-1][1] + len(told.accepted)))
    file, written = path.read_bytes(), log.read_bytes()
    holding.close()
    assert len(written) == acknowledged[-1][0]
    ends = [end for end, _ in acknowledged]
    cuts = {*ends, *(end - 1 for end in ends[1:]), *(chance.randrange(len(written)) for _ in range(150))}
    for number, cut in enumerate(sorted(cuts)):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "book.db").write_bytes(file)
        torn = chance.randbytes(chance.choice((0, 100, 9000)))
        (folder / "book.db-wal").write_bytes(written[:cut] + torn)
        back = open_journal(folder / "book.db", create=False)
        synced = max(count for end, count in acknowledged if end <= cut)
        assert [entry.id for entry in back.entries()] == [f"m{n}" for n in range(synced)]
        assert back.verify().ok
        assert back.append(messages(1, 999), recorded=RECORDED).accepted == ("m999",)
