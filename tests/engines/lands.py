"""Lands of one country T: A loses B in July 2022, H is renamed in 2023, C stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

import pyarrow as pa

from esep.indicators.statements import Definitions
from esep.model.indicator import Direction, Indicator, IndicatorKind, PeriodConvention
from esep.model.period import Period
from esep.model.text import Name, Names, Text
from esep.model.unit import ScaledUnit

Row = dict[str, Any]
Stated = dict[tuple[str, str, str], Row]
"""What was stated, by indicator, region version and period."""

_MIDYEAR = date(2022, 7, 1)
_VERSIONS = {
    # version id: (valid from, parent, level, territory)
    "T@origin": (None, "", 0, "T@origin"),
    "A@origin": (None, "T", 1, "A@origin"),
    "A@2022-07-01": (_MIDYEAR, "T", 1, "A@2022-07-01"),
    "B@2022-07-01": (_MIDYEAR, "T", 1, "B@2022-07-01"),
    "H@origin": (None, "T", 1, "H@origin"),
    "H@2023-01-01": (date(2023, 1, 1), "T", 1, "H@origin"),
    "C@origin": (None, "T", 1, "C@origin"),
}
_TODAY = {each.partition("@")[0]: each for each in _VERSIONS}

VERSIONS = pa.Table.from_pylist(
    [
        {"region_version": each, "valid_from": valid_from, "parent": parent}
        for each, (valid_from, parent, _, _) in _VERSIONS.items()
    ],
    pa.schema(
        [("region_version", pa.string()), ("valid_from", pa.date32()), ("parent", pa.string())]
    ),
)
_UNION_SCHEMA = pa.schema([("part", pa.string()), ("whole", pa.string()), ("parts", pa.int64())])


def unions_table(*unions: tuple[str, tuple[str, ...]]) -> pa.Table:
    """Wholes with the territories that together cover them."""
    rows = [
        {"part": part, "whole": whole, "parts": len(parts)}
        for whole, parts in unions
        for part in parts
    ]
    return pa.Table.from_pylist(rows, _UNION_SCHEMA)


UNIONS = unions_table(("A@origin", ("A@2022-07-01", "B@2022-07-01")))


def observation(
    indicator: str,
    version: str,
    period: str,
    value: float,
    *,
    published: date = date(2024, 1, 10),
    loaded: datetime = datetime(2024, 12, 1, tzinfo=UTC),
    **columns: object,
) -> Row:
    """A row of the store; a land without a version is meant as it is today."""
    version = version if "@" in version else _TODAY[version]
    _, _, level, territory = _VERSIONS[version]
    span = Period.parse(period)
    row: Row = {
        "load_id": "load",
        "release_id": "release",
        "source": "office",
        "published_at": published,
        "loaded_at": loaded,
        "indicator": indicator,
        "region": version.partition("@")[0],
        "region_version": version,
        "territory": territory,
        "level": level,
        "period": span.code,
        "period_start": span.start,
        "period_end": span.end,
        "period_kind": span.kind.value,
        "prior_period": span.years_before(1).code,
        "comparison": "",
        "base": "",
        "breakdown": "",
        "value": float(value),
        "printed": str(value),
        "unit": "CRN",
        "stage": "final",
        "file": "figures.csv",
        "sheet": "",
        "row": 2,
        "column": "value",
        "note": "",
    }
    assert set(columns) <= set(row)
    return row | columns


def indicator(id: str, kind: IndicatorKind = IndicatorKind.FLOW, **attributes: Any) -> Indicator:
    given: Mapping[str, Any] = {
        "topic": "topic",
        "unit": ScaledUnit("CRN"),
        "convention": PeriodConvention.FREE,
        "direction": Direction.UP,
        "additive": kind is IndicatorKind.FLOW,
        "decimals": 1,
        "prices": "",
        "base": "",
        "names": Names({"en": Name(id)}),
        "definitions": Text({"en": id}),
        "aliases": {},
        "source": "office",
    }
    return Indicator(id=id, kind=kind, **{**given, **attributes})


PERCENT = ScaledUnit("percent")
INDICATORS = (
    indicator("product", per_head=True),
    indicator("crops"),
    indicator("crafts"),
    indicator("goods", sum_of=("crops", "crafts")),
    indicator("craft_share", IndicatorKind.RATE, unit=PERCENT, ratio_of=("crafts", "goods")),
    indicator("people", IndicatorKind.STOCK, additive=True, direction=Direction.NEUTRAL),
    indicator("jobless", IndicatorKind.RATE, unit=PERCENT, direction=Direction.DOWN),
    indicator("pulse", IndicatorKind.INDEX, components=("field_index", "shop_index")),
    indicator("field_index", IndicatorKind.INDEX),
    indicator("shop_index", IndicatorKind.INDEX),
)
DEFINITIONS = Definitions(INDICATORS, "people")
