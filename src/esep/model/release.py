"""Who publishes, what, and when it became known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from esep.model.confidentiality import Rules
from esep.model.period import PeriodKind
from esep.model.text import Text


@dataclass(frozen=True, slots=True)
class Provider:
    id: str
    names: Text
    short: Text
    address: str


@dataclass(frozen=True, slots=True)
class Source:
    """One dataset of a provider and the rule by which its periods normally come out.

    `lag_days` gives, per kind of period, the days from the end of the period to its first
    publication; a kind that is absent uses `default_lag_days`.
    """

    id: str
    provider: str
    names: Text
    table: str
    address: str
    lag_days: Mapping[PeriodKind, int]
    default_lag_days: int
    lag_note: str = ""
    confidentiality: Rules | None = None
    """Rules for its values that name their respondents; None where all may be shown."""


@dataclass(frozen=True, slots=True)
class Release:
    """A batch as published and accepted. Never edited, only followed by another."""

    id: str
    source: str
    title: str
    published_at: date
    published_note: str
    loaded_at: datetime
    load_id: str
    """The write that holds this release's rows; rows of any other write are not read."""
    snapshot: str
    """SHA-256 of the bytes as received."""
    file: str
    address: str
    kind: str
    """`observations` or `reported`."""
    rows: int
    issues: int


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """What somebody said on a day at an address: evidence of a weaker kind than statistics."""

    id: str
    said_on: date
    source: str
    region: str
    topic: str
    label: str
    indicator: str
    period: str
    """A period code, or empty where the speaker gave none."""
    value: str
    unit: str
    comparison: str
    planned: bool
    hedge: str
    direction: str
    release_id: str
    row: int
    file: str
