"""Which releases are in the store, told without opening its tables when they were told before?"""

from __future__ import annotations

import dataclasses
from datetime import date, datetime
from typing import Any

from esep.app.kept_answers import kept_answer
from esep.app.workspace import Workspace
from esep.model.release import Release

_FIELDS = tuple(field.name for field in dataclasses.fields(Release))
_MOMENTS = ("published_at", "loaded_at")


def known_releases(workspace: Workspace) -> tuple[Release, ...]:
    """Every accepted release in the order of publication."""
    store = workspace.store
    return kept_answer(store, "releases", store.releases, told=_told, read=_read, fields=_FIELDS)


def _told(releases: tuple[Release, ...]) -> list[dict[str, Any]]:
    return [
        dataclasses.asdict(each) | {name: getattr(each, name).isoformat() for name in _MOMENTS}
        for each in releases
    ]


def _read(told: list[dict[str, Any]]) -> tuple[Release, ...]:
    return tuple(
        Release(
            **each
            | {
                "published_at": date.fromisoformat(each["published_at"]),
                "loaded_at": datetime.fromisoformat(each["loaded_at"]),
            }
        )
        for each in told
    )
