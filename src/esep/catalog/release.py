"""A release that comes with a pack, before it is loaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class PackRelease:
    """A release the pack brings: what its YAML file says of the CSV beside it."""

    id: str
    source: str
    title: str
    kind: str
    """`observations` or `reported`."""
    path: Path
    published: date
    published_note: str
    address: str
    stage: str
    """The stage of rows that name none, or empty."""
    note: str
