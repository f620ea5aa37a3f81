"""Which tables does a store have, and which columns?"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa


class TableName(StrEnum):
    OBSERVATIONS = "observations"
    REPORTED = "reported"
    ISSUES = "issues"
    SIGNS = "signs"
    """What stands where a figure is not: absent, not available, confidential."""
    RELEASES = "releases"
    """Written last: a load whose row is not here never happened."""


_TEXT, _DAY, _MOMENT, _NUMBER, _WHOLE = "string", "date", "moment", "double", "int32"

_COLUMNS: dict[TableName, dict[str, str]] = {
    TableName.OBSERVATIONS: {
        "load_id": _TEXT,
        "release_id": _TEXT,
        "source": _TEXT,
        "published_at": _DAY,
        "loaded_at": _MOMENT,
        "indicator": _TEXT,
        "region": _TEXT,
        "region_version": _TEXT,
        "territory": _TEXT,
        "level": _WHOLE,
        "period": _TEXT,
        "period_start": _DAY,
        "period_end": _DAY,
        "period_kind": _TEXT,
        "prior_period": _TEXT,
        "comparison": _TEXT,
        "base": _TEXT,
        "breakdown": _TEXT,
        "value": _NUMBER,
        "printed": _TEXT,
        "unit": _TEXT,
        "stage": _TEXT,
        "file": _TEXT,
        "sheet": _TEXT,
        "row": _WHOLE,
        "column": _TEXT,
        "note": _TEXT,
    },
    TableName.REPORTED: {
        "load_id": _TEXT,
        "published_at": _DAY,
        "id": _TEXT,
        "said_on": _DAY,
        "source": _TEXT,
        "region": _TEXT,
        "topic": _TEXT,
        "label": _TEXT,
        "indicator": _TEXT,
        "period": _TEXT,
        "value": _TEXT,
        "unit": _TEXT,
        "comparison": _TEXT,
        "planned": "bool",
        "hedge": _TEXT,
        "direction": _TEXT,
        "release_id": _TEXT,
        "row": _WHOLE,
        "file": _TEXT,
    },
    TableName.ISSUES: {
        "load_id": _TEXT,
        "release_id": _TEXT,
        "loaded_at": _MOMENT,
        "code": _TEXT,
        "severity": _TEXT,
        "file": _TEXT,
        "sheet": _TEXT,
        "row": _WHOLE,
        "column": _TEXT,
        "found": _TEXT,
        "expected": _TEXT,
        "hint": _TEXT,
        "row_text": _TEXT,
    },
    TableName.SIGNS: {
        "load_id": _TEXT,
        "release_id": _TEXT,
        "published_at": _DAY,
        "loaded_at": _MOMENT,
        "indicator": _TEXT,
        "region_version": _TEXT,
        "period": _TEXT,
        "comparison": _TEXT,
        "base": _TEXT,
        "breakdown": _TEXT,
        "meaning": _TEXT,
        "printed": _TEXT,
        "file": _TEXT,
        "sheet": _TEXT,
        "row": _WHOLE,
        "column": _TEXT,
    },
    TableName.RELEASES: {
        "id": _TEXT,
        "source": _TEXT,
        "title": _TEXT,
        "published_at": _DAY,
        "published_note": _TEXT,
        "loaded_at": _MOMENT,
        "load_id": _TEXT,
        "snapshot": _TEXT,
        "file": _TEXT,
        "address": _TEXT,
        "kind": _TEXT,
        "rows": _WHOLE,
        "issues": _WHOLE,
    },
}


@cache
def schema_of(table: TableName) -> pa.Schema:
    import pyarrow as pa

    types = {
        _TEXT: pa.string(),
        _DAY: pa.date32(),
        _MOMENT: pa.timestamp("us", tz="UTC"),
        _NUMBER: pa.float64(),
        _WHOLE: pa.int32(),
        "bool": pa.bool_(),
    }
    return pa.schema([(name, types[kind]) for name, kind in _COLUMNS[table].items()])
