"""The log of changes, the cards made from it, and the editions that were imported."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

_BIG = sa.BigInteger().with_variant(sa.Integer, "sqlite")
_JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

_SQLITE_GUARD = """
CREATE TRIGGER changes_no_{event} BEFORE {event} ON changes
BEGIN SELECT RAISE(ABORT, 'the log of changes is append-only'); END
"""

_POSTGRESQL_GUARD = (
    """
    CREATE FUNCTION changes_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the log of changes is append-only'; END $$
    """,
    """
    CREATE TRIGGER changes_no_edit BEFORE UPDATE OR DELETE ON changes
    FOR EACH ROW EXECUTE FUNCTION changes_are_kept()
    """,
    """
    CREATE TRIGGER changes_no_truncate BEFORE TRUNCATE ON changes
    FOR EACH STATEMENT EXECUTE FUNCTION changes_are_kept()
    """,
)


def upgrade() -> None:
    op.create_table(
        "changes",
        sa.Column("number", _BIG, primary_key=True, autoincrement=True),
        sa.Column("register", sa.String(64), nullable=False),
        sa.Column("card", sa.String(200), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("values", _JSON, nullable=False),
        sa.Column("was", _JSON, nullable=False),
        sa.UniqueConstraint("register", "card", "version", name="uq_changes_register"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_changes_register_on", "changes", ["register", "on"])
    op.create_table(
        "cards",
        sa.Column("register", sa.String(64), primary_key=True),
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("values", _JSON, nullable=False),
        sa.Column("first", _JSON, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("changed", sa.Date, nullable=False),
        sa.Column("vanished", sa.Integer, nullable=False),
    )
    op.create_table(
        "editions",
        sa.Column("number", _BIG, primary_key=True, autoincrement=True),
        sa.Column("register", sa.String(64), nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(200), nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("issues", _JSON, nullable=False),
        sqlite_autoincrement=True,
    )
    # The log refuses edits by itself: a rule that only our code keeps is kept by nobody else.
    if op.get_bind().dialect.name == "postgresql":
        for statement in _POSTGRESQL_GUARD:
            op.execute(statement)
    else:
        for event in ("UPDATE", "DELETE"):
            op.execute(_SQLITE_GUARD.format(event=event))
