"""Which releases are in the store, told without opening its tables when they were told before?"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from datetime import date, datetime
from pathlib import Path

from esep.app.workspace import Workspace
from esep.model.release import Release
from esep.store.kept import Kept


def known_releases(workspace: Workspace) -> tuple[Release, ...]:
    """Every accepted release in the order of publication."""
    store = workspace.store
    kept = Kept(store.home / "cache", "releases", ".json")
    fields = ",".join(field.name for field in dataclasses.fields(Release))
    key = hashlib.sha256(f"{store.state()}\0{fields}".encode()).hexdigest()[:32]
    if (releases := _read(kept.find(key))) is not None:
        return releases
    found = store.releases()
    kept.keep(key, lambda path: _write(found, path))
    return found


def _write(releases: tuple[Release, ...], path: Path) -> None:
    told = {"releases": [dataclasses.asdict(release) for release in releases]}
    path.write_text(json.dumps(told, ensure_ascii=False, default=_iso), encoding="utf-8")


def _iso(moment: date | datetime) -> str:
    return moment.isoformat()


def _read(path: Path | None) -> tuple[Release, ...] | None:
    if path is None:
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return tuple(
            Release(
                **each
                | {
                    "published_at": date.fromisoformat(each["published_at"]),
                    "loaded_at": datetime.fromisoformat(each["loaded_at"]),
                }
            )
            for each in told["releases"]
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None  # damaged: it is made again
