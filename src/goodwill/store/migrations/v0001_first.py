"""The first book: events, their contents, the parties' tokens, the book's secret, and marks."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_GROWS = "BEGIN SELECT raise(ABORT, 'the ledger only grows'); END"
_TRIGGERS = (
    "event_in_order BEFORE INSERT ON event WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM event)",
    "event_unchanged BEFORE UPDATE ON event",
    "event_kept BEFORE DELETE ON event",
    "payload_unchanged BEFORE UPDATE ON payload",
    "payload_once BEFORE INSERT ON payload WHEN EXISTS (SELECT 1 FROM payload WHERE seq = NEW.seq)",
    "meta_unchanged BEFORE UPDATE ON meta",
    "meta_kept BEFORE DELETE ON meta",
)


def upgrade() -> None:
    """Make the tables, and the triggers that let events be added but never changed."""
    op.create_table(
        "event",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("prev", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("commitment", sa.LargeBinary, nullable=False),
        sa.Column("key", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("parties", sa.LargeBinary, nullable=False),
        sa.Column("recorded", sa.Text, nullable=False),
        sa.Column("came", sa.Text, nullable=False),
    )
    op.create_table(
        "payload",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("payload", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "party",
        sa.Column("key", sa.LargeBinary, primary_key=True),
        sa.Column("token", sa.LargeBinary, nullable=False, unique=True),
    )
    for name, form in (("meta", sa.LargeBinary), ("mark", sa.Text)):
        op.create_table(name, sa.Column("name", sa.Text, primary_key=True), sa.Column("value", form, nullable=False))
    for trigger in _TRIGGERS:
        op.execute(f"CREATE TRIGGER {trigger} {_GROWS}")
