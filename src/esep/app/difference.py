"""What would a file change in the store, or one release against another?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from esep.app.workspace import Workspace
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.indicators.difference import Changes
    from esep.indicators.series import Frame
    from esep.model.release import Release
    from esep.store.batch import Batch

STATES = ("revised", "restaged", "vanished", "new", "same")


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that is not as it was. What one side lacks is None or empty."""

    state: str
    indicator: str
    region: str
    region_version: str
    period: str
    comparison: str
    base: str
    breakdown: str
    before: str
    """As printed by its source, with its unit beside."""
    before_unit: str
    after: str
    after_unit: str
    change: float | None
    change_unit: str
    """`percent`, or `points` where the figure is a percentage already."""
    before_stage: str
    after_stage: str
    before_release: str
    after_release: str


@dataclass(frozen=True, slots=True)
class Difference:
    counts: Mapping[str, int]
    """How many figures are in each state."""
    changes: tuple[Change, ...]
    """Revised ones first, the largest first; at most as many of each state as were asked for."""


def difference_of_releases(
    workspace: Workspace, older: Release, newer: Release, *, limit: int | None = None
) -> Difference:
    """What the newer release says otherwise than the older one."""
    import narwhals as nw

    from esep.indicators.difference import changes, figures

    for release in (older, newer):
        if release.kind != "observations":
            raise BadRequest(
                f"{release.id} holds what was said, not statistics",
                hint="esep diff compares releases of observations; list them with: esep releases",
            )
    engine = workspace.engine
    rows = workspace.store.scan(engine)
    before = engine.settle(figures(rows.filter(nw.col("load_id") == older.load_id)))
    after = engine.settle(figures(rows.filter(nw.col("load_id") == newer.load_id)))
    return _collected(workspace, changes(before, after, in_points=_in_points(workspace)), limit)


def difference_of_load(
    workspace: Workspace, batch: Batch, *, limit: int | None = None
) -> Difference | None:
    """What a file that is not loaded yet would change in what is known on its day.

    Vanished is what its own source said before within the same periods, and says no more. None
    for a file of what was said, which changes no statistics.
    """
    import narwhals as nw

    from esep.indicators.difference import Changes, changes, figures, within_scope
    from esep.store.batch import observation_table

    release = batch.release
    if release.kind != "observations":
        return None
    engine = workspace.engine
    known = workspace.store.scan(engine, as_of=release.published_at)
    before = engine.settle(figures(known))
    after = engine.settle(figures(engine.frame(observation_table(batch))))
    compared = changes(before, after, in_points=_in_points(workspace))
    own = engine.settle(figures(known.filter(nw.col("source") == release.source)))
    gone = changes(own, after, in_points=()).vanished
    return _collected(workspace, Changes(compared.after, within_scope(gone, after, own)), limit)


def _in_points(workspace: Workspace) -> list[str]:
    from esep.indicators.statements import Definitions

    catalog = workspace.catalog
    return Definitions(tuple(catalog.indicators.values()), catalog.population).in_points


def _collected(workspace: Workspace, compared: Changes, limit: int | None) -> Difference:
    import narwhals as nw

    from esep.indicators.difference import KEY, NEW, RESTAGED, REVISED, VANISHED

    engine = workspace.engine
    after, vanished = engine.settle(compared.after), engine.settle(compared.vanished)
    counts = dict.fromkeys(STATES, 0)
    for row in engine.collect(after.group_by("state").agg(nw.len().alias("count"))):
        counts[row["state"]] = row["count"]
    counts[VANISHED] = engine.collect(vanished.select(nw.len().alias("count")))[0]["count"]

    def listed(rows: Frame, state: str, *order: str) -> list[Change]:
        if not counts[state]:
            return []
        largest = [name == "size" for name in order]
        rows = rows.sort(*order, descending=largest, nulls_last=False)
        return [
            _change(row, state)
            for row in engine.collect(rows if limit is None else rows.head(limit))
        ]

    def of(state: str) -> Frame:
        return after.filter(nw.col("state") == state)

    found = listed(of(REVISED), REVISED, "size", *KEY)
    found += listed(of(RESTAGED), RESTAGED, *KEY)
    found += listed(vanished, VANISHED, *KEY)
    found += listed(of(NEW), NEW, *KEY)
    return Difference(counts, tuple(found))


def _change(row: Mapping[str, Any], state: str) -> Change:
    change = row.get("change") if state == "revised" else None
    return Change(
        state=state,
        indicator=row["indicator"],
        region=row["region"],
        region_version=row.get("region_version") or row["region_version_before"],
        period=row["period"],
        comparison=row["comparison"],
        base=row["base"],
        breakdown=row["breakdown"],
        before=row["printed_before"] or "",
        before_unit=row["unit_before"] or "",
        after=row.get("printed") or "",
        after_unit=row.get("unit") or "",
        change=change,
        change_unit="" if change is None else "points" if row["in_points"] else "percent",
        before_stage=row["stage_before"] or "",
        after_stage=row.get("stage") or "",
        before_release=row["release_id_before"] or "",
        after_release=row.get("release_id") or "",
    )
