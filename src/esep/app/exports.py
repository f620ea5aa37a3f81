"""Figures as files: those a table shows, or all that the store knows of some indicators."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esep.app.workspace import Workspace
from esep.model.tidy import TIDY_COLUMNS
from esep.settings import now

if TYPE_CHECKING:
    from esep.exports.figures import Figures

_AHEAD = ("plan", "forecast", "declared")


def export_rows(
    workspace: Workspace,
    rows: Iterable[Mapping[str, object]],
    out: Path,
    *,
    form: str,
) -> list[Path]:
    """Write rows of the observations CSV, each with its `release`."""
    from esep.exports.figures import figures_of
    from esep.exports.write import write_figures

    listed = list(rows)
    used = {str(row.get("release") or "") for row in listed}
    published = {each.id: each.published_at.isoformat() for each in workspace.store.releases()}
    listed = [{**row, "published": published.get(str(row.get("release")), "")} for row in listed]
    figures = figures_of(listed, workspace.catalog, releases=_releases(workspace, used))
    return write_figures(figures, out, form=form, prepared=now())


def export_known(
    workspace: Workspace,
    indicators: Collection[str],
    out: Path,
    *,
    form: str,
    name: str,
    as_of: date | None,
) -> tuple[list[Path], int]:
    """Write the newest vintage of every observation; also tell how many there are."""
    from esep.exports.write import ENDINGS, write_figures

    figures = known_figures(workspace, indicators, as_of=as_of)
    path = out / f"{name}{ENDINGS[form]}"
    paths = write_figures(figures, path, form=form, prepared=now())
    return paths, figures.table.num_rows


def known_figures(
    workspace: Workspace, indicators: Collection[str], *, as_of: date | None
) -> Figures:
    """The newest vintage of each observation: a plan does not hide a result, nor the reverse."""
    import narwhals as nw

    from esep.exports.figures import Figures

    rows = workspace.store.scan(workspace.engine, as_of=as_of)
    if indicators:
        rows = rows.filter(nw.col("indicator").is_in(sorted(indicators)))
    ahead = nw.when(nw.col("stage").is_in(_AHEAD)).then(nw.col("stage")).otherwise(nw.lit(""))
    series = ("indicator", "region_version", "comparison", "base", "breakdown", "period")
    newest = rows.with_columns(ahead=ahead).unique(
        subset=[*series, "ahead"],
        keep="last",
        order_by=["published_at", "loaded_at", "release_id", "row"],
    )
    shown = newest.select(
        "indicator",
        nw.col("region_version").alias("region"),
        "period",
        nw.col("printed").alias("value"),
        "unit",
        "comparison",
        "base",
        "breakdown",
        "stage",
        "note",
        nw.col("release_id").alias("release"),
        nw.col("published_at").cast(nw.String).alias("published"),
        "period_end",
    ).sort("indicator", "comparison", "breakdown", "region", "period_end", "period", "stage")
    table = workspace.engine.collect_table(shown)
    table = _without_withheld(workspace, table, as_of)
    columns = [*TIDY_COLUMNS, "release", "published"]
    used = {str(each) for each in table["release"].unique().to_pylist()}
    return Figures(table.select(columns), workspace.catalog, releases=_releases(workspace, used))


def _without_withheld(workspace: Workspace, table: Any, as_of: date | None) -> Any:
    """The table with nothing in place of what must not be shown, and why in the note."""
    import pyarrow as pa

    from esep.app.facts import fact_book, rules_of
    from esep.app.statements import needed
    from esep.indicators.confidentiality import WHY

    catalog, told_of = workspace.catalog, set(table["indicator"].unique().to_pylist())
    if not rules_of(catalog).keys() & needed(catalog, told_of):
        return table
    hidden = fact_book(workspace, indicators=told_of, as_of=as_of).hidden
    versions = catalog.regions.by_id
    values, notes = table["value"].to_pylist(), table["note"].to_pylist()
    told = zip(
        *(table[name].to_pylist() for name in ("indicator", "region", "period")), strict=True
    )
    for number, (indicator, region, period) in enumerate(told):
        # Whatever is said of the value, its share or a part of it, would give it away too.
        reason = hidden.get((indicator, versions[region].territory, period))
        if reason:
            values[number], notes[number] = "", f"suppressed: {WHY[reason]}"
    for name, column in (("value", values), ("note", notes)):
        at = table.column_names.index(name)
        table = table.set_column(at, name, pa.array(column, pa.string()))
    return table


def _releases(workspace: Workspace, used: Collection[str]) -> dict[str, str]:
    return {
        each.id: "; ".join(
            part
            for part in (each.title, f"published {each.published_at.isoformat()}", each.address)
            if part
        )
        for each in workspace.store.releases()
        if each.id in used
    }
