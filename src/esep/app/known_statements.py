"""What was said, told without opening the store's tables when it was told before?"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date
from pathlib import Path

from esep.app.workspace import Workspace
from esep.model.release import ReportedFigure
from esep.store.kept import Kept

_FIELDS = tuple(field.name for field in dataclasses.fields(ReportedFigure))


def known_statements(workspace: Workspace) -> tuple[ReportedFigure, ...]:
    """Every reported figure in the order in which they were said."""
    store = workspace.store
    kept = Kept(store.home / "cache", "said", ".json")
    told = f"{store.state()}\0{','.join(_FIELDS)}"
    key = hashlib.sha256(told.encode()).hexdigest()[:32]
    if (figures := _read(kept.find(key))) is not None:
        return figures
    found = store.reported()
    kept.keep(key, lambda path: _write(found, path))
    return found


def _write(figures: tuple[ReportedFigure, ...], path: Path) -> None:
    # Rows without names: the fields stand in the key.
    rows = [[getattr(each, name) for name in _FIELDS] for each in figures]
    text = json.dumps({"said": rows}, ensure_ascii=False, default=date.isoformat)
    path.write_text(text, encoding="utf-8")


def _read(path: Path | None) -> tuple[ReportedFigure, ...] | None:
    if path is None:
        return None
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["said"]
        named = (dict(zip(_FIELDS, row, strict=True)) for row in rows)
        return tuple(
            ReportedFigure(**each | {"said_on": date.fromisoformat(each["said_on"])})
            for each in named
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # damaged: it is made again
