"""The months or quarters of an indicator, taken apart into trend and season."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from esep.app.workspace import Workspace
from esep.errors import BadRequest

if TYPE_CHECKING:
    from esep.facts.seasons import Run
    from esep.indicators.seasonal import Decomposition
    from esep.model.indicator import Indicator


def seasonal_series(
    workspace: Workspace,
    indicator: str,
    region: str,
    *,
    span: str | None,
    territory: str | None,
    as_of: date | None,
) -> tuple[Run, Decomposition]:
    """The newest unbroken run and what it is made of; BadRequest where it is too short."""
    from esep.app.facts import book_about
    from esep.indicators.seasonal import FEWEST_YEARS, decompose

    found = workspace.catalog.find_indicator(indicator)
    codes = [workspace.catalog.regions.resolve(part) for part in region.split("+")]
    book_about(workspace, found, codes, as_of=as_of)
    runs = [
        _run(workspace, found, region, kind, territory, as_of)
        for kind in ([span] if span else ["month", "quarter"])
    ]
    long_enough = [run for run in runs if len(run.facts) >= FEWEST_YEARS * run.per_year]
    if not long_enough:
        known = ", ".join(f"{len(run.facts)} of {run.kind}s" for run in runs)
        cut = next((run.cut for run in runs if run.cut), "")
        raise BadRequest(
            f"{found.id} of {region} has no {FEWEST_YEARS} full years without a gap",
            detail=f"the newest run: {known}{f'; before it {cut}' if cut else ''}",
            hint="what there is: esep show "
            f"{found.id} --region {region}; on other borders: --territory union",
        )
    run = long_enough[0]
    return run, decompose([float(fact.value) for fact in run.facts], run.per_year)


def _run(
    workspace: Workspace,
    indicator: Indicator,
    region: str,
    kind: str,
    territory: str | None,
    as_of: date | None,
) -> Run:
    from esep.app.facts import fact_book, find_areas, read_borders
    from esep.facts.seasons import newest_run
    from esep.indicators.spans import Span, flows, refuse_unless_lawful
    from esep.model.indicator import PeriodConvention
    from esep.model.period import PeriodKind

    if indicator.convention is PeriodConvention.CUMULATIVE:
        refuse_unless_lawful(indicator)
    codes = [workspace.catalog.regions.resolve(part) for part in region.split("+")]
    borders = read_borders(workspace, territory) if territory else None
    code = "+".join(codes)
    if borders is not None:
        code = borders.key(find_areas(workspace, borders, region)[0])
    # What is no flow is taken as it was published for single months.
    span = Span(kind) if flows([indicator]) else None
    book = fact_book(workspace, indicators=[indicator.id], as_of=as_of, borders=borders, span=span)
    return newest_run(book, indicator.id, code, PeriodKind(kind))
