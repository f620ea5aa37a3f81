"""How does a release with its rows become table rows?"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from esep.model.issue import Issue
from esep.model.observation import Observation
from esep.model.region import RegionVersion
from esep.model.release import Release, ReportedFigure
from esep.model.sign import Sign
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
    columns: Mapping[str, Any] | None = None
    """Instead of `observations` and `versions`, for large files: the observations as columns."""
    reported: Sequence[ReportedFigure] = ()
    issues: Sequence[Issue] = ()
    signs: Sequence[Sign] = ()

    @property
    def rows(self) -> int:
        if self.columns is not None:
            return len(self.columns["row"])
        return len(self.observations) + len(self.reported)

    def without(self, loaded: Collection[tuple[str, int, str]]) -> Batch:
        """What has not its sheet, row and column among these."""
        if self.columns is not None:
            import pyarrow as pa
            import pyarrow.compute as pc

            rows = self.columns["row"]
            known = pa.array(sorted({row for _, row, _ in loaded}), rows.type)
            fresh = pc.invert(pc.is_in(rows, value_set=known))
            columns = {name: values.filter(fresh) for name, values in self.columns.items()}
            return dataclasses.replace(self, columns=columns)
        return dataclasses.replace(
            self,
            observations=[
                each
                for each in self.observations
                if (each.place.sheet, each.place.row, each.place.column) not in loaded
            ],
            reported=[each for each in self.reported if ("", each.row, "") not in loaded],
            signs=[
                each
                for each in self.signs
                if (each.place.sheet, each.place.row, each.place.column) not in loaded
            ],
        )


def observation_table(batch: Batch) -> pa.Table:
    release, rows = batch.release, batch.observations
    constants = {
        "load_id": release.load_id,
        "release_id": release.id,
        "source": release.source,
        "published_at": release.published_at,
        "loaded_at": release.loaded_at,
    }
    if batch.columns is not None:
        count = len(batch.columns["row"])
        return _table(TableName.OBSERVATIONS, count, constants, batch.columns)
    # A column of what rows share is made once for each distinct value and spread over the rows:
    # a million rows have some thousands of keys and hundreds of periods.
    keys, of_key = _shared([row.key for row in rows])
    periods, of_period = _shared([row.period for row in rows])
    units, of_unit = _shared([row.unit for row in rows])
    versions = [batch.versions[key.region_version] for key in keys]
    printed = [_plain(row.value) for row in rows]
    return _table(
        TableName.OBSERVATIONS,
        len(rows),
        constants,
        {
            "indicator": _spread([key.indicator for key in keys], of_key),
            "region": _spread([version.code for version in versions], of_key),
            "region_version": _spread([key.region_version for key in keys], of_key),
            "territory": _spread([version.territory for version in versions], of_key),
            "level": _spread([version.level for version in versions], of_key),
            "period": _spread([period.code for period in periods], of_period),
            "period_start": _spread([period.start for period in periods], of_period),
            "period_end": _spread([period.end for period in periods], of_period),
            "period_kind": _spread([period.kind.value for period in periods], of_period),
            "prior_period": _spread([period.years_before(1).code for period in periods], of_period),
            "comparison": _spread([key.comparison for key in keys], of_key),
            "base": _spread([key.base for key in keys], of_key),
            "breakdown": _spread([key.breakdown for key in keys], of_key),
            # Scaled in its decimal text and only then made a double, so that 5322132.0 million
            # tenge is the double nearest to its exact value.
            "value": [
                float(f"{text}e{row.unit.scale}") for text, row in zip(printed, rows, strict=True)
            ],
            "printed": printed,
            "unit": _spread([unit.code for unit in units], of_unit),
            "stage": [row.stage.value for row in rows],
            "file": [row.place.file for row in rows],
            "sheet": [row.place.sheet for row in rows],
            "row": [row.place.row for row in rows],
            "column": [row.place.column for row in rows],
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


def sign_table(batch: Batch) -> pa.Table:
    signs, release = batch.signs, batch.release
    return _table(
        TableName.SIGNS,
        len(signs),
        {
            "load_id": release.load_id,
            "release_id": release.id,
            "published_at": release.published_at,
            "loaded_at": release.loaded_at,
        },
        {
            "indicator": [each.key.indicator for each in signs],
            "region_version": [each.key.region_version for each in signs],
            "period": [each.period.code for each in signs],
            "comparison": [each.key.comparison for each in signs],
            "base": [each.key.base for each in signs],
            "breakdown": [each.key.breakdown for each in signs],
            "meaning": [each.meaning.value for each in signs],
            "printed": [each.printed for each in signs],
            "file": [each.place.file for each in signs],
            "sheet": [each.place.sheet for each in signs],
            "row": [each.place.row for each in signs],
            "column": [each.place.column for each in signs],
        },
    )


def release_table(releases: Sequence[Release]) -> pa.Table:
    import pyarrow as pa

    return pa.Table.from_pylist(
        [dataclasses.asdict(release) for release in releases],
        schema=schema_of(TableName.RELEASES),
    )


def _plain(value: Decimal) -> str:
    text = str(value)
    return text if "E" not in text else format(value, "f")


T = TypeVar("T")


def _shared(values: Sequence[T]) -> tuple[list[T], list[int]]:
    """The distinct objects, and for each value the place of its object among them."""
    distinct: list[T] = []
    places: dict[int, int] = {}
    of_value = []
    for value in values:
        place = places.get(id(value))
        if place is None:
            place = places[id(value)] = len(distinct)
            distinct.append(value)
        of_value.append(place)
    return distinct, of_value


def _spread(values: list[Any], places: list[int]) -> list[Any]:
    return [values[place] for place in places]


def _table(
    name: TableName, count: int, constants: Mapping[str, Any], columns: Mapping[str, Any]
) -> pa.Table:
    import pyarrow as pa

    schema = schema_of(name)
    arrays = []
    for field in schema:
        if field.name in constants:
            arrays.append(pa.repeat(pa.scalar(constants[field.name], field.type), count))
        else:
            column = columns[field.name]
            ready = isinstance(column, pa.Array) and column.type == field.type
            arrays.append(column if ready else pa.array(column, field.type))
    return pa.Table.from_arrays(arrays, schema=schema)
