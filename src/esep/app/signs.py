"""What did the source print where an indicator has no figure?"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from esep.app.kept_answers import kept_answer
from esep.app.workspace import Workspace
from esep.model.period import Period
from esep.model.sign import Sign


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
    return kept_answer(store, "signs", store.indicators_with_signs, told=sorted, read=frozenset)
