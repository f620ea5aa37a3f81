"""How is each kind of comparison drawn? Vega-Lite specifications from plain rows.

Every text, also every printed value, arrives in the document's language: a chart rounds
nothing and names nothing. One unit of a specification is one typographic point in print.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from esep.briefings.palette import (
    ABOVE,
    ACCENT,
    ACCENT_SOFT,
    BELOW,
    INK,
    MISSING,
    MUTED,
    PAPER,
    RULE,
    WARNING,
)

Spec = dict[str, Any]
T = TypeVar("T")

FONT = "Esep Sans"
WIDTH = 453
"""160 mm in points: the text width of an A4 page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A value to draw and the text to print for it; no value means the source has none."""

    value: float | None
    text: str
    fact_id: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of `bars_from_100`: a branch in the region and in the country."""

    label: str
    region: Mark
    country: Mark


@dataclass(frozen=True, slots=True)
class Ranked:
    label: str
    place: str
    mark: Mark
    own: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """One period: its level, and its index against the period before."""

    label: str
    level: Mark
    index: Mark = Mark(None, "")
    tentative: bool = False
    """Preliminary or expected: drawn as an outline."""


@dataclass(frozen=True, slots=True)
class Tile:
    row: int
    column: int
    label: str
    mark: Mark
    own: bool = False


def bars_from_100(
    rows: Sequence[Compared], *, region: str, country: str, column: str, width: int = WIDTH
) -> Spec:
    """Bars that start at 100 for the region, a tick for the country, both values beside them.

    `column` heads the labels in the chart's data table.
    """
    values = [
        {
            "label": _wrapped(row.label, 30),
            "value": row.region.value,
            "country": row.country.value,
            "text": row.region.text,
            "country_text": row.country.text,
            "fill": WARNING if (row.region.value or 100) < 100 else ACCENT,
        }
        for row in rows
    ]
    shown = [v for row in rows for v in (row.region.value, row.country.value) if v is not None]
    x_scale = {
        "domain": _padded(min([100.0, *shown]), max([100.0, *shown])),
        "range": [0, {"expr": "width - 104"}],
        "zero": False,
        "nice": False,
    }
    y: Spec = {
        "field": "label",
        "type": "nominal",
        "sort": None,
        "axis": _label_axis(),
    }
    x: Spec = {
        "field": "value",
        "type": "quantitative",
        "scale": x_scale,
        "axis": {
            "title": None,
            "tickCount": 5,
            "grid": True,
            "format": "~f",
            "labelFontWeight": {"expr": "datum.value === 100 ? 'bold' : 'normal'"},
        },
    }
    name_end = 16 + _advance(region, 9)
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": 11},
            "encoding": {
                "x": x,
                "x2": {"datum": 100},
                "color": {"field": "fill", "type": "nominal", "scale": None},
            },
        },
        {
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1.2},
            "encoding": {"x": {"datum": 100}, "y": {"value": -3}, "y2": {"value": _height(rows)}},
        },
        {
            "mark": {"type": "tick", "color": INK, "thickness": 2, "size": 19},
            "encoding": {"x": {"field": "country", "type": "quantitative"}},
        },
        _text("text", x="width - 52", weight="bold"),
        _text("country_text", x="width - 4", color=MUTED),
        _fixed({"type": "rect", "color": ACCENT, "x": 0, "x2": 11, "y": -21, "y2": -13}),
        _fixed({"type": "text", "text": region, "x": 16, "y": -17, "fontWeight": "bold"}),
        _fixed(
            {"type": "rect", "color": INK, "x": name_end + 18, "x2": name_end + 20}
            | {"y": -24, "y2": -10}
        ),
        _fixed({"type": "text", "text": country, "x": name_end + 26, "y": -17, "color": MUTED}),
    ]
    return _spec(
        {"encoding": {"y": y}, "layer": layers},
        values=values,
        width=width,
        height=_height(rows),
        top=28,
        table=_table(
            [column, region, country], [[row.label, row.region, row.country] for row in rows]
        ),
    )


def rank_bars(
    rows: Sequence[Ranked],
    *,
    column: str,
    measure: str,
    baseline: float = 0,
    reference: Mark | None = None,
    reference_label: str = "",
    width: int = WIDTH,
) -> Spec:
    """All regions in the order given, the own one strong; bars start at `baseline`.

    `reference` draws a line across them all, such as the country's value.
    """
    values = [
        {
            "label": row.label,
            "place": row.place,
            "value": row.mark.value,
            "text": row.mark.text,
            "fill": ACCENT if row.own else ACCENT_SOFT,
            "ink": INK if row.own else MUTED,
            "own": row.own,
        }
        for row in rows
    ]
    height = 15 * len(rows)
    shown = [row.mark.value for row in rows if row.mark.value is not None]
    lowest, highest = min([baseline, *shown]), max([baseline, *shown])
    domain = [lowest, highest] if lowest == baseline else _padded(lowest, highest)
    longest = max((_advance(row.mark.text, 9) for row in rows), default=30) + 10
    x_scale = {"domain": domain, "range": [0, {"expr": f"width - {longest}"}], "nice": False}
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": 9},
            "encoding": {
                "x": {
                    "field": "value",
                    "type": "quantitative",
                    "scale": x_scale | {"zero": baseline == 0},
                    "axis": None,
                },
                "x2": {"datum": baseline},
                "color": {"field": "fill", "type": "nominal", "scale": None},
            },
        },
        {
            "mark": {
                "type": "text",
                "align": "right",
                "x": {"expr": "width - 2"},
                "fontWeight": {"expr": "datum.own ? 'bold' : 'normal'"},
            },
            "encoding": {
                "text": {"field": "text"},
                "color": {"field": "ink", "type": "nominal", "scale": None},
            },
        },
        {
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1},
            "encoding": {"x": {"datum": baseline}, "y": {"value": 0}, "y2": {"value": height}},
        },
    ]
    if reference is not None and reference.value is not None:
        x = {"datum": reference.value}
        dash = {"type": "rule", "color": INK, "strokeWidth": 1, "strokeDash": [3, 2]}
        caption = {"type": "text", "text": f"{reference_label} {reference.text}".strip()}
        layers += [
            {"mark": dash, "encoding": {"x": x, "y": {"value": -5}, "y2": {"value": height}}},
            {"data": {"values": [{}]}, "mark": caption | {"y": -11, "align": "center"}}
            | {"encoding": {"x": x}},
        ]
    bold = " || ".join(f"datum.value === {_quoted(row.label)}" for row in rows if row.own)
    axis = _label_axis() | {"labelLineHeight": 10}
    if bold:
        axis["labelFontWeight"] = {"expr": f"({bold}) ? 'bold' : 'normal'"}
    places = {row.label: row.place for row in rows}
    numbered = " : ".join(
        f"datum.value === {_quoted(label)} ? {_quoted(f'{label}   {place}')}"
        for label, place in places.items()
    )
    axis["labelExpr"] = f"{numbered} : datum.label" if numbered else "datum.label"
    y = {"field": "label", "type": "nominal", "sort": None, "axis": axis}
    return _spec(
        {"encoding": {"y": y}, "layer": layers},
        values=values,
        width=width,
        height=height,
        top=20 if reference else 4,
        table=_table([column, measure], [[row.label, row.mark] for row in rows]),
    )


def history_columns(
    moments: Sequence[Moment],
    *,
    column: str,
    level: str,
    index: str = "",
    width: int = WIDTH,
    height: int = 130,
) -> Spec:
    """Columns from zero for the level, and the index of each period printed below it."""
    values = [
        {
            "label": moment.label,
            "value": moment.level.value,
            "text": moment.level.text,
            "index": moment.index.text,
            "fill": PAPER if moment.tentative else ACCENT if last else ACCENT_SOFT,
            "stroke": ACCENT if last or moment.tentative else ACCENT_SOFT,
            "ink": WARNING if (moment.index.value or 100) < 100 else INK,
            "dash": [3, 2] if moment.tentative else [1, 0],
        }
        for moment, last in _with_last(moments)
    ]
    with_index = any(moment.index.text for moment in moments)
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "strokeWidth": 1, "width": {"band": 0.62}},
            "encoding": {
                "y": {
                    "field": "value",
                    "type": "quantitative",
                    "scale": {"zero": True, "nice": False},
                    "axis": None,
                },
                "color": {"field": "fill", "type": "nominal", "scale": None},
                "stroke": {"field": "stroke", "type": "nominal", "scale": None},
            },
        },
        {
            "mark": {"type": "text", "baseline": "bottom", "dy": -4, "fontWeight": "bold"},
            "encoding": {
                "y": {"field": "value", "type": "quantitative"},
                "text": {"field": "text"},
            },
        },
        _fixed({"type": "text", "text": level, "x": 0, "y": -20, "color": MUTED}),
    ]
    if with_index:
        layers += [
            {
                "mark": {"type": "text", "y": height + 41, "align": "center"},
                "encoding": {
                    "text": {"field": "index"},
                    "color": {"field": "ink", "type": "nominal", "scale": None},
                },
            },
            _fixed({"type": "text", "text": index, "x": 0, "y": height + 27, "color": MUTED}),
        ]
    x = {
        "field": "label",
        "type": "nominal",
        "sort": None,
        "axis": {
            "title": None,
            "labelAngle": 0,
            "ticks": False,
            "labelPadding": 5,
            "domainColor": INK,
        },
        "scale": {"paddingInner": 0, "paddingOuter": 0.05},
    }
    heads = [column, level, index] if with_index else [column, level]
    rows: list[list[str | Mark]] = [
        [m.label, m.level, m.index] if with_index else [m.label, m.level] for m in moments
    ]
    return _spec(
        {"encoding": {"x": x}, "layer": layers},
        values=values,
        width=width,
        height=height,
        top=30,
        bottom=30 if with_index else 4,
        table=_table(heads, rows),
    )


def history_line(
    moments: Sequence[tuple[str, Mark, Mark]],
    *,
    column: str,
    region: str,
    country: str,
    width: int = WIDTH,
    height: int = 130,
) -> Spec:
    """Two lines of an index, named at their ends, with 100 marked: period, region, country."""
    values: list[Spec] = []
    for (label, own, other), last in _with_last(moments):
        values.append({"label": label, "value": own.value, "who": "own", "last": last})
        values.append({"label": label, "value": other.value, "who": "other", "last": last})
        values[-2]["text"], values[-1]["text"] = own.text, other.text
    shown = [v["value"] for v in values if v["value"] is not None]
    room = max(_advance(region, 9), _advance(country, 9)) + 8
    ends = _ends_apart(moments, (region, country), height)
    y = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": _padded(min([100.0, *shown]), max([100.0, *shown])), "zero": False},
        "axis": {"title": None, "tickCount": 5, "format": "~f", "domain": False},
    }
    x = {
        "field": "label",
        "type": "nominal",
        "sort": None,
        "scale": {"type": "point", "range": [8, {"expr": f"width - {room}"}]},
        "axis": {"title": None, "labelAngle": 0, "ticks": False, "grid": False},
    }
    styles = {
        "own": {"color": ACCENT, "strokeWidth": 2.2},
        "other": {"color": MUTED, "strokeWidth": 1.4, "strokeDash": [4, 2]},
    }
    layers: list[Spec] = [
        {
            "mark": {"type": "rule", "color": INK, "strokeWidth": 1},
            "encoding": {"y": {"datum": 100}},
        }
    ]
    for who, style in styles.items():
        chosen = [{"filter": f"datum.who === '{who}'"}]
        encoding = {"x": x, "y": y}
        layers.append(
            {"transform": chosen, "mark": {"type": "line", **style}, "encoding": encoding}
        )
    layers += [
        {
            "transform": [{"filter": "datum.who === 'own'"}],
            "mark": {"type": "point", "filled": True, "size": 26, "color": ACCENT, "opacity": 1},
            "encoding": {"x": x, "y": y},
        },
        {
            "transform": [{"filter": "datum.who === 'own'"}],
            "mark": {"type": "text", "dy": -9, "fontWeight": "bold"},
            "encoding": {"x": x, "y": y, "text": {"field": "text"}},
        },
        *(
            _fixed(
                {"type": "text", "text": name, "x": {"expr": f"width - {room - 10}"}}
                | {"y": place, "color": color, "fontWeight": weight}
            )
            for name, place, color, weight in ends
        ),
    ]
    return _spec(
        {"layer": layers},
        values=values,
        width=width,
        height=height,
        top=10,
        table=_table([column, region, country], [list(moment) for moment in moments]),
    )


def tile_map(
    tiles: Sequence[Tile],
    *,
    column: str,
    measure: str,
    middle: float = 100,
    step: float | None = None,
    width: int = WIDTH,
) -> Spec:
    """One tile a region, its value printed in it, tinted by the distance from `middle`."""
    shown = [tile.mark.value for tile in tiles if tile.mark.value is not None]
    step = step or _step(max((abs(value - middle) for value in shown), default=3))
    thresholds = [middle + step * k for k in (-2, -1, 0, 1, 2)]
    columns = max((tile.column for tile in tiles), default=0) + 1
    rows = max((tile.row for tile in tiles), default=0) + 1
    size = min(54.0, width / columns)
    left = (width - size * columns) / 2
    values = [
        {
            "label": _wrapped(tile.label, 10),
            "text": tile.mark.text,
            "value": tile.mark.value,
            "x": left + tile.column * size,
            "y": tile.row * size,
            "own": tile.own,
        }
        for tile in sorted(tiles, key=lambda tile: tile.own)
    ]
    plain = {"scale": None, "axis": None, "type": "quantitative"}
    scale = {"type": "threshold", "domain": thresholds, "range": [*BELOW, *ABOVE]}
    legend = {
        "title": None,
        "orient": "bottom",
        "direction": "horizontal",
        "columns": 6,
        "symbolType": "square",
        "symbolSize": 110,
        "symbolStrokeWidth": 0,
        "columnPadding": 14,
        "format": "~f",
        "offset": 10,
    }
    gap = 1.5

    def rectangle(**style: Any) -> Spec:
        return {
            "type": "rect",
            "width": size - 2 * gap,
            "height": size - 2 * gap,
            "xOffset": gap,
            "yOffset": gap,
            "align": "left",
            "baseline": "top",
            **style,
        }

    place = {"x": {"field": "x", **plain}, "y": {"field": "y", **plain}}
    layers: list[Spec] = [
        {
            "transform": [{"filter": "datum.value === null"}],
            "mark": rectangle(color=MISSING),
            "encoding": place,
        },
        {
            "transform": [{"filter": "datum.value !== null"}],
            "mark": rectangle(),
            "encoding": place
            | {
                "color": {
                    "field": "value",
                    "type": "quantitative",
                    "scale": scale,
                    "legend": legend,
                }
            },
        },
        {
            "transform": [{"filter": "datum.own"}],
            "mark": rectangle(fillOpacity=0, stroke=INK, strokeWidth=2.4, color=PAPER),
            "encoding": place,
        },
        {
            "mark": {
                "type": "text",
                "align": "center",
                "baseline": "top",
                "dx": size / 2,
                "dy": 8,
                "fontSize": 7.2,
                "lineHeight": 8,
                "lineBreak": "\n",
            },
            "encoding": place | {"text": {"field": "label"}},
        },
        {
            "mark": {
                "type": "text",
                "align": "center",
                "baseline": "bottom",
                "dx": size / 2,
                "dy": size - 7,
                "fontSize": 10,
                "fontWeight": "bold",
            },
            "encoding": place | {"text": {"field": "text"}},
        },
    ]
    return _spec(
        {"layer": layers},
        values=values,
        width=width,
        height=round(rows * size),
        top=4,
        table=_table([column, measure], [[tile.label, tile.mark] for tile in tiles]),
    )


def _spec(
    body: Mapping[str, Any],
    *,
    values: list[Spec],
    width: int,
    height: int,
    top: int,
    table: Spec,
    bottom: int = 4,
) -> Spec:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": values},
        **body,
        "width": width,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "content"},
        "padding": {"left": 1, "right": 1, "top": top, "bottom": bottom},
        "usermeta": {"table": table},
        "config": _THEME,
    }


_THEME: Spec = {
    "font": FONT,
    "background": None,
    "aria": False,
    "view": {"stroke": None},
    "axis": {
        "domainColor": RULE,
        "gridColor": RULE,
        "gridWidth": 0.6,
        "tickColor": RULE,
        "ticks": False,
        "labelColor": MUTED,
        "labelFontSize": 9,
        "labelPadding": 5,
    },
    "text": {"color": INK, "fontSize": 9, "align": "left", "baseline": "middle"},
    "legend": {"labelColor": MUTED, "labelFontSize": 8.5},
}


def _label_axis() -> Spec:
    return {
        "title": None,
        "domain": False,
        "labelColor": INK,
        "labelLimit": 0,
        "labelPadding": 8,
        "labelExpr": "split(datum.label, '\\n')",
        "labelLineHeight": 10,
    }


def _text(field: str, *, x: str, weight: str = "normal", color: str = INK) -> Spec:
    """A column of printed values, right-aligned at `x`."""
    mark = {"type": "text", "align": "right", "x": {"expr": x}, "fontWeight": weight}
    return {"mark": {**mark, "color": color}, "encoding": {"text": {"field": field}}}


def _fixed(mark: Spec) -> Spec:
    """A mark of the chart itself, not of its rows, such as the key; it shares no scale."""
    return {"data": {"values": [{}]}, "mark": mark, "encoding": {"y": None, "x": None}}


def _table(heads: Sequence[str], rows: Iterable[Sequence[str | Mark]]) -> Spec:
    """The chart in words and figures, for who cannot see it and for the page's data table."""
    return {
        "head": list(heads),
        "rows": [
            [
                {"text": cell.text, "fact": cell.fact_id}
                if isinstance(cell, Mark)
                else {"text": cell, "fact": ""}
                for cell in row
            ]
            for row in rows
        ],
    }


def _height(rows: Sequence[object]) -> int:
    return 25 * len(rows)


def _padded(low: float, high: float) -> list[float]:
    margin = (high - low) * 0.04 or 1.0
    return [low - margin if low < 100 else low, high + margin]


def _step(farthest: float) -> float:
    """The smallest plain step of which three reach nearly as far as the data."""
    for step in (0.5, 1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0):
        if step * 3 >= farthest:
            return step
    return 100.0


def _with_last(items: Sequence[T]) -> list[tuple[T, bool]]:
    return [(item, number == len(items) - 1) for number, item in enumerate(items)]


def _wrapped(text: str, limit: int) -> str:
    """Break a long label at spaces: Vega does not."""
    lines = [""]
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(candidate) > limit:
            lines.append(word)
        else:
            lines[-1] = candidate
    return "\n".join(lines)


def _advance(text: str, size: float) -> int:
    """About how wide a text will be; the key only needs to leave room enough."""
    return round(sum(0.32 if c in " .,-–il1|" else 0.62 for c in text) * size)


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _ends_apart(
    moments: Sequence[tuple[str, Mark, Mark]], names: tuple[str, str], height: int
) -> list[tuple[str, float, str, str]]:
    """Where the two names stand beside the lines' last points without touching."""
    shown = [m.value for _, own, other in moments for m in (own, other) if m.value is not None]
    low, high = _padded(min([100.0, *shown]), max([100.0, *shown]))
    last = [moments[-1][1].value or 100.0, moments[-1][2].value or 100.0]
    places = [height * (1 - (value - low) / (high - low)) for value in last]
    if abs(places[0] - places[1]) < 12:
        middle, sign = sum(places) / 2, 1 if places[0] > places[1] else -1
        places = [middle + 6 * sign, middle - 6 * sign]
    return [(names[0], places[0], ACCENT, "bold"), (names[1], places[1], MUTED, "normal")]
