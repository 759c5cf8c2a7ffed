"""The tables of a book: events that never change, and beside them contents that may be erased."""

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Table, Text

TABLES = MetaData()

EVENT = Table(
    "event",
    TABLES,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("prev", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("commitment", LargeBinary, nullable=False),
    Column("key", LargeBinary, nullable=False, unique=True),
    Column("parties", LargeBinary, nullable=False),
    Column("recorded", Text, nullable=False),
    Column("came", Text, nullable=False),
)

PAYLOAD = Table(
    "payload",
    TABLES,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("salt", LargeBinary, nullable=False),
    Column("payload", LargeBinary, nullable=False),
)

PARTY = Table(
    "party",
    TABLES,
    Column("key", LargeBinary, primary_key=True),
    Column("token", LargeBinary, nullable=False, unique=True),
)

META = Table("meta", TABLES, Column("name", Text, primary_key=True), Column("value", LargeBinary, nullable=False))

MARK = Table("mark", TABLES, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))
