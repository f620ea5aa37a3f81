"""What was said, told without opening the store's tables when it was told before?"""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

from esep.app.kept_answers import kept_answer
from esep.app.workspace import Workspace
from esep.model.release import ReportedFigure

_FIELDS = tuple(field.name for field in dataclasses.fields(ReportedFigure))
_DAY = _FIELDS.index("said_on")


def known_statements(workspace: Workspace) -> tuple[ReportedFigure, ...]:
    """Every reported figure in the order in which they were said."""
    store = workspace.store
    return kept_answer(store, "said", store.reported, told=_told, read=_read, fields=_FIELDS)


def _told(figures: tuple[ReportedFigure, ...]) -> list[list[Any]]:
    # Rows without names: the fields stand in the key.
    rows = [[getattr(each, name) for name in _FIELDS] for each in figures]
    for row in rows:
        row[_DAY] = row[_DAY].isoformat()
    return rows


def _read(rows: list[list[Any]]) -> tuple[ReportedFigure, ...]:
    named = (dict(zip(_FIELDS, row, strict=True)) for row in rows)
    return tuple(
        ReportedFigure(**each | {"said_on": date.fromisoformat(each["said_on"])}) for each in named
    )
