"""Every statement of a vintage: computed once, then read from beside the store.

Two things are kept, and both can be thrown away. All statements of a vintage are one Parquet
file, which the engine reads by column. The rows about each indicator that was asked for are JSON,
so that asking again, alone or among others, needs neither the engine nor the table library:
importing those takes longer than everything else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esep import __version__
from esep.app.workspace import Workspace
from esep.store.kept import Kept

if TYPE_CHECKING:
    import pyarrow as pa

    from esep.catalog import Catalog
    from esep.indicators.areas import Borders
    from esep.indicators.series import Frame
    from esep.indicators.spans import Span
    from esep.model.indicator import Indicator

MOST_INDICATORS = 400
"""Indicators whose rows are kept, of one vintage or several; each has some thousand rows."""

Rows = Iterable[Mapping[str, Any]]


def statement_rows(
    workspace: Workspace,
    indicators: Collection[str] | None,
    as_of: date | None,
    borders: Borders | None = None,
    span: Span | None = None,
) -> Rows:
    """The statements about some indicators and whatever they are derived from, or about all.

    With `borders` every value is brought onto their areas first; with `span` flows are told in
    such spans.
    """
    if indicators is None:
        return workspace.engine.collect(_statements(workspace, as_of, borders, span))
    wanted = sorted(needed(workspace.catalog, indicators))
    state = workspace.store.state()
    kept = Kept(workspace.store.home / "cache", "rows", ".json", most=MOST_INDICATORS)
    question = _key(workspace.catalog, state, str(as_of), repr(borders), str(span))
    keys = {each: hashlib.sha256(f"{question}{each}".encode()).hexdigest()[:32] for each in wanted}
    found = {each: _read(kept.find(key)) for each, key in keys.items()}
    missing = [each for each, rows in found.items() if rows is None]
    if missing:
        fresh = _by_indicator(missing, _asked(workspace, missing, as_of, borders, span))
        for each, rows in fresh.items():
            # Kept under the state from before it was read: a load in between makes another.
            kept.keep(keys[each], partial(_write, rows))
        found |= fresh
    return [row for rows in found.values() if rows is not None for row in rows]


def _by_indicator(
    indicators: Iterable[str], rows: Iterable[dict[str, Any]]
) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {each: [] for each in indicators}
    for row in rows:
        found[row["indicator"]].append(row)
    return found


def _asked(
    workspace: Workspace,
    indicators: Collection[str],
    as_of: date | None,
    borders: Borders | None,
    span: Span | None,
) -> list[dict[str, Any]]:
    import narwhals as nw

    rows = _statements(workspace, as_of, borders, span)
    return workspace.engine.collect(rows.filter(nw.col("indicator").is_in(sorted(indicators))))


def _statements(
    workspace: Workspace, as_of: date | None, borders: Borders | None, span: Span | None
) -> Frame:
    catalog, engine, store = workspace.catalog, workspace.engine, workspace.store
    kept = Kept(store.home / "cache", "statements")
    loads = sorted(release.load_id for release in store.releases(as_of))
    key = _key(catalog, repr(borders), str(span), *loads)
    path = kept.find(key)
    if path is None:
        observations = store.scan(engine, as_of=as_of)
        rows = engine.settle(_stated(workspace, observations, borders, span).drop("loaded_at"))
        path = kept.keep(key, lambda file: engine.write_parquet(rows, file))
        if path is None:
            return rows
    return engine.read_parquet(path)


def _stated(
    workspace: Workspace, observations: Frame, borders: Borders | None, span: Span | None
) -> Frame:
    from esep.indicators.rebase import rebased
    from esep.indicators.series import latest
    from esep.indicators.statements import Definitions, statements

    catalog, engine = workspace.catalog, workspace.engine
    definitions = Definitions(tuple(catalog.indicators.values()), catalog.population)
    if borders is None:
        versions, unions = versions_table(catalog), unions_table(catalog)
    else:
        observations = rebased(
            engine.settle(latest(observations)),
            engine.frame(areas_table(borders)),
            engine.frame(covers_table(borders)),
            definitions.indicators,
        )
        # Everything stands on one set of territories: there is nothing left to join.
        versions, unions = area_versions_table(borders), unions_table(catalog).slice(0, 0)
    if span is not None:
        observations = engine.settle(_in_spans(workspace, observations, span))
    return statements(
        observations,
        engine.frame(versions),
        engine.frame(unions),
        definitions,
        settle=engine.settle,
    )


def _in_spans(workspace: Workspace, observations: Frame, span: Span) -> Frame:
    import pyarrow as pa

    from esep.indicators.series import latest
    from esep.indicators.span_rows import in_spans
    from esep.indicators.spans import flows, recipe_rows

    engine = workspace.engine
    return in_spans(
        engine.settle(latest(observations)),
        engine.frame(pa.Table.from_pylist(recipe_rows(span))),
        span,
        flows(workspace.catalog.indicators.values()),
    )


# -- rows as JSON --------------------------------------------------------------------------


def _write(rows: list[dict[str, Any]], path: Path) -> None:
    """Columns by name, each with its values or the one value of all; days are named beside."""
    names = list(rows[0]) if rows else []
    columns = {name: [row[name] for row in rows] for name in names}
    days = [name for name in names if any(isinstance(value, date) for value in columns[name])]
    same = {
        name: values[0]
        for name, values in columns.items()
        if all(value is values[0] or value == values[0] for value in values)
    }
    told = {
        "rows": len(rows),
        "days": days,
        "same": same,
        "columns": {name: values for name, values in columns.items() if name not in same},
    }
    path.write_text(json.dumps(told, ensure_ascii=False, default=str), encoding="utf-8")


def _read(path: Path | None) -> list[dict[str, Any]] | None:
    if path is None:
        return None
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        same: dict[str, Any] = told["same"]
        columns: dict[str, list[Any]] = told["columns"]
        for name in told["days"]:
            if name in same:
                same[name] = date.fromisoformat(same[name])
            else:
                columns[name] = [value and date.fromisoformat(value) for value in columns[name]]
        if not columns:
            return [dict(same) for _ in range(told["rows"])]
        return [
            same | dict(zip(columns, values, strict=True))
            for values in zip(*columns.values(), strict=True)
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None  # damaged: it is made again


# -- what statements follow from -----------------------------------------------------------


def _key(catalog: Catalog, *parts: str) -> str:
    """A name by everything the result follows from: loads, definitions and our own code."""
    told = [__version__, *parts, *_definitions(catalog), *_derivations()]
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:32]


def _definitions(catalog: Catalog) -> Iterator[str]:
    for each in catalog.indicators.values():
        kinds = (each.kind, each.direction, each.additive, each.per_head)
        yield repr((each.id, kinds, each.components, each.sum_of, each.ratio_of))
    for version in catalog.regions.by_id.values():
        yield repr((version.id, version.parent, version.level, version.territory))


def _derivations() -> Iterator[str]:
    folder = Path(__file__).parents[1] / "indicators"
    for path in sorted(folder.glob("*.py")):
        stat = path.stat()
        yield f"{path.name} {stat.st_size} {stat.st_mtime_ns}"


def needed(catalog: Catalog, indicators: Collection[str]) -> frozenset[str]:
    """The indicators with everything their values are derived from."""
    found: set[str] = set()
    waiting = [*indicators, catalog.population]
    while waiting:
        each = catalog.indicators[waiting.pop()]
        if each.id not in found:
            found.add(each.id)
            waiting += [*each.components, *each.weights.values(), *each.sum_of]
            waiting += [*(each.ratio_of or ()), *_protecting(each)]
            waiting += _beside(catalog, each)
    return frozenset(found)


def _beside(catalog: Catalog, indicator: Indicator) -> Iterator[str]:
    """Totals and their terms, where one is protected: each may give another away."""
    for total in catalog.indicators.values():
        group = (total.id, *total.sum_of)
        if indicator.id in group and any(catalog.indicators[each].respondents for each in group):
            yield from group


def _protecting(indicator: Indicator) -> Iterator[str]:
    """What tells whether a value may be shown."""
    yield from (each for each in (indicator.respondents, indicator.largest_share) if each)


def versions_table(catalog: Catalog) -> pa.Table:
    """Region versions as the derivations read them."""
    import pyarrow as pa

    schema = pa.schema(
        [
            ("region_version", pa.string()),
            ("valid_from", pa.date32()),
            ("parent", pa.string()),
        ]
    )
    rows = [
        {"region_version": each.id, "valid_from": each.valid_from, "parent": each.parent}
        for each in catalog.regions.by_id.values()
    ]
    return pa.Table.from_pylist(rows, schema)


def unions_table(catalog: Catalog) -> pa.Table:
    """Safe unions, one row a part: today's territory and the older one it belongs to."""
    import pyarrow as pa

    schema = pa.schema([("part", pa.string()), ("whole", pa.string()), ("parts", pa.int64())])
    regions = catalog.regions
    rows = [
        {
            "part": regions.latest(code).territory,
            "whole": union.territory,
            "parts": len(union.codes),
        }
        for union in regions.unions
        for code in union.codes
    ]
    return pa.Table.from_pylist(rows, schema)


# -- one set of territories ----------------------------------------------------------------


def areas_table(borders: Borders) -> pa.Table:
    """The areas that values are brought onto, under the names that ids of facts have."""
    import pyarrow as pa

    schema = pa.schema(
        [("territory", pa.string()), ("label", pa.string()), ("area_level", pa.int32())]
    )
    rows = [
        {"territory": each.territory, "label": borders.key(each), "area_level": each.level}
        for each in borders.areas
    ]
    return pa.Table.from_pylist(rows, schema)


def covers_table(borders: Borders) -> pa.Table:
    """What makes each area, one row a part."""
    import pyarrow as pa

    texts = ((name, pa.string()) for name in ("area", "part", "made_of"))
    counts = ((name, pa.int64()) for name in ("cover", "parts"))
    rows = [
        {
            "area": area.territory,
            "part": part,
            "made_of": " + ".join(cover),
            "cover": number,
            "parts": len(cover),
        }
        for area in borders.areas
        for number, cover in enumerate(area.covers)
        for part in cover
    ]
    return pa.Table.from_pylist(rows, pa.schema([*texts, *counts]))


def area_versions_table(borders: Borders) -> pa.Table:
    """The areas as the derivations read region versions: each has one, since ever."""
    import pyarrow as pa

    schema = pa.schema(
        [
            ("region_version", pa.string()),
            ("valid_from", pa.date32()),
            ("parent", pa.string()),
        ]
    )
    keys = {each.label: borders.key(each) for each in borders.areas}
    rows = [
        {
            "region_version": each.territory,
            "valid_from": None,
            "parent": keys.get(each.parent, ""),
        }
        for each in borders.areas
    ]
    return pa.Table.from_pylist(rows, schema)
