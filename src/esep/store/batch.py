"""How does a release with its rows become table rows?"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from esep.model.issue import Issue
from esep.model.observation import Observation
from esep.model.period import Period
from esep.model.region import RegionVersion
from esep.model.release import Release, ReportedFigure
from esep.store.tables import TableName, schema_of

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything one load brings: it becomes visible as a whole or not at all."""

    release: Release
    content: bytes
    """The file as received; kept as the release's snapshot."""
    observations: Sequence[Observation] = ()
    versions: Mapping[str, RegionVersion] = dataclasses.field(default_factory=dict)
    """Every region version the observations name, by its id."""
    reported: Sequence[ReportedFigure] = ()
    issues: Sequence[Issue] = ()


def observation_table(batch: Batch) -> pa.Table:
    release, rows = batch.release, batch.observations
    keys = [row.key for row in rows]
    versions = [batch.versions[key.region_version] for key in keys]
    periods = [_described(period) for period in _distinct([row.period for row in rows])]
    of_period = {period: described for period, *described in periods}
    described = [of_period[row.period] for row in rows]
    places = [row.place for row in rows]
    return _table(
        TableName.OBSERVATIONS,
        len(rows),
        {
            "load_id": release.load_id,
            "release_id": release.id,
            "source": release.source,
            "published_at": release.published_at,
            "loaded_at": release.loaded_at,
        },
        {
            "indicator": [key.indicator for key in keys],
            "region": [version.code for version in versions],
            "region_version": [key.region_version for key in keys],
            "territory": [version.territory for version in versions],
            "level": [version.level for version in versions],
            "period": [period[0] for period in described],
            "period_start": [row.period.start for row in rows],
            "period_end": [row.period.end for row in rows],
            "period_kind": [period[1] for period in described],
            "prior_period": [period[2] for period in described],
            "comparison": [key.comparison for key in keys],
            "base": [key.base for key in keys],
            "breakdown": [key.breakdown for key in keys],
            # Scaled as a decimal and only then made a double, so that 5322132.0 million tenge
            # is the double nearest to its exact value.
            "value": [float(row.value.scaleb(row.unit.scale)) for row in rows],
            "printed": [format(row.value, "f") for row in rows],
            "unit": [row.unit.code for row in rows],
            "stage": [row.stage.value for row in rows],
            "file": [place.file for place in places],
            "sheet": [place.sheet for place in places],
            "row": [place.row for place in places],
            "column": [place.column for place in places],
            "note": [row.note for row in rows],
        },
    )


def reported_table(batch: Batch) -> pa.Table:
    figures = [dataclasses.asdict(figure) for figure in batch.reported]
    return _table(
        TableName.REPORTED,
        len(figures),
        {"load_id": batch.release.load_id, "published_at": batch.release.published_at},
        {
            field.name: [figure[field.name] for figure in figures]
            for field in dataclasses.fields(ReportedFigure)
        },
    )


def issue_table(batch: Batch) -> pa.Table:
    issues = batch.issues
    return _table(
        TableName.ISSUES,
        len(issues),
        {
            "load_id": batch.release.load_id,
            "release_id": batch.release.id,
            "loaded_at": batch.release.loaded_at,
        },
        {
            "code": [issue.code for issue in issues],
            "severity": [issue.severity.value for issue in issues],
            "file": [issue.place.file for issue in issues],
            "sheet": [issue.place.sheet for issue in issues],
            "row": [issue.place.row for issue in issues],
            "column": [issue.place.column for issue in issues],
            "found": [issue.found for issue in issues],
            "expected": [issue.expected for issue in issues],
            "hint": [issue.hint for issue in issues],
            "row_text": [issue.row_text for issue in issues],
        },
    )


def release_table(releases: Sequence[Release]) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pylist(
        [dataclasses.asdict(release) for release in releases],
        schema=schema_of(TableName.RELEASES),
    )


def _described(period: Period) -> tuple[Period, str, str, str]:
    return period, period.code, period.kind.value, period.years_before(1).code


def _distinct(periods: list[Period]) -> list[Period]:
    return list(dict.fromkeys(periods))


def _table(
    name: TableName, count: int, constants: dict[str, Any], columns: dict[str, list[Any]]
) -> pa.Table:
    import pyarrow as pa

    schema = schema_of(name)
    arrays = []
    for field in schema:
        if field.name in constants:
            arrays.append(pa.repeat(pa.scalar(constants[field.name], field.type), count))
        else:
            arrays.append(pa.array(columns[field.name], field.type))
    return pa.Table.from_arrays(arrays, schema=schema)
