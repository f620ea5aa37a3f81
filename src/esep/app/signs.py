"""What did the source print where an indicator has no figure?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from datetime import date
from pathlib import Path

from esep.app.workspace import Workspace
from esep.model.period import Period
from esep.model.sign import Sign
from esep.store.kept import Kept


def signs_of(
    workspace: Workspace,
    indicator: str,
    regions: Collection[str],
    period: Period | None,
    *,
    known: Collection[tuple[str, Period]],
    as_of: date | None,
) -> list[Sign]:
    """The newest sign of each region and period without a value, of totals, by period.

    Without regions those of all; without a period those of all. `known` are the values there are.
    """
    if indicator not in _indicators_with_signs(workspace):
        return []
    newest: dict[tuple[str, Period], Sign] = {}
    for sign in workspace.store.signs(indicator, as_of):
        if sign.key.breakdown or sign.key.comparison:
            continue
        region = sign.key.region_version.partition("@")[0]
        if regions and region not in regions:
            continue
        if period is None or sign.period == period:
            newest[region, sign.period] = sign
    return [
        newest[place]
        for place in sorted(newest, key=lambda place: (place[1].end, place[0]))
        if place not in known
    ]


def _indicators_with_signs(workspace: Workspace) -> frozenset[str]:
    """Most indicators have none, and the table of signs is then not opened for them."""
    store = workspace.store
    kept = Kept(store.home / "cache", "signs", ".json")
    key = hashlib.sha256(store.state().encode()).hexdigest()[:32]
    if (found := _read(kept.find(key))) is not None:
        return found
    indicators = store.indicators_with_signs()
    kept.keep(key, lambda path: _write(indicators, path))
    return indicators


def _write(indicators: frozenset[str], path: Path) -> None:
    path.write_text(json.dumps({"indicators": sorted(indicators)}), encoding="utf-8")


def _read(path: Path | None) -> frozenset[str] | None:
    if path is None:
        return None
    try:
        return frozenset(json.loads(path.read_text(encoding="utf-8"))["indicators"])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # damaged: it is made again
