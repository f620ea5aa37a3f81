"""Which tables hold the registers: the log, which is the truth, and the cards made from it."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    DateTime,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

_BIG = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up only INTEGER keys
_JSON = JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

changes = Table(
    "changes",
    metadata,
    Column("number", _BIG, primary_key=True, autoincrement=True),
    Column("register", String(64), nullable=False),
    Column("card", String(200), nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", String(32), nullable=False),
    Column("on", Date, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("who", String(200), nullable=False),
    Column("origin", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("values", _JSON, nullable=False),
    Column("was", _JSON, nullable=False),
    # Two people who edit one version cannot both be right: the second is told.
    UniqueConstraint("register", "card", "version"),
    sqlite_autoincrement=True,
)

cards = Table(
    "cards",
    metadata,
    Column("register", String(64), primary_key=True),
    Column("id", String(200), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("values", _JSON, nullable=False),
    Column("first", _JSON, nullable=False),
    Column("since", Date, nullable=False),
    Column("changed", Date, nullable=False),
    Column("vanished", Integer, nullable=False),
)

editions = Table(
    "editions",
    metadata,
    Column("number", _BIG, primary_key=True, autoincrement=True),
    Column("register", String(64), nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("on", Date, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("who", String(200), nullable=False),
    Column("rows", Integer, nullable=False),
    Column("issues", _JSON, nullable=False),
    sqlite_autoincrement=True,
)

Index("ix_changes_register_on", changes.c.register, changes.c.on)
