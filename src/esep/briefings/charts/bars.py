"""How are values compared as bars: branches against 100, regions in their order?"""

from __future__ import annotations

from collections.abc import Sequence

from esep.briefings.charts.parts import (
    WIDTH,
    Spec,
    advance,
    data_table,
    keyed,
    label_axis,
    padded,
    specification,
    wrapped,
)
from esep.briefings.charts.rows import Compared, Mark, Ranked
from esep.look.palette import ACCENT, ACCENT_SOFT, INK, MUTED, PAPER, WARNING


def bars_from_100(
    rows: Sequence[Compared], *, region: str, country: str, column: str, width: int = WIDTH
) -> Spec:
    """Bars that start at 100 for the region, a tick for the country, both values beside them.

    `column` heads the labels in the chart's data table.
    """
    values = [
        {
            "label": wrapped(row.label, 30),
            "value": row.region.value,
            "country": row.country.value,
            "text": row.region.text,
            "country_text": row.country.text,
            "fill": WARNING if (row.region.value or 100) < 100 else ACCENT,
        }
        for row in rows
    ]
    shown = [v for row in rows for v in (row.region.value, row.country.value) if v is not None]
    heads = [wrapped(region, 14), wrapped(country, 14)]
    columns = [
        max(
            *(advance(line, 8) for line in head.split("\n")),
            *(advance(text, 9) for text in texts),
        )
        + 10
        for head, texts in zip(
            heads,
            ([row.region.text for row in rows], [row.country.text for row in rows]),
            strict=True,
        )
    ]
    start = sum(columns) + 14
    x_scale = {
        "domain": padded(min([100.0, *shown]), max([100.0, *shown])),
        "range": [start, {"expr": "width - 6"}],
        "zero": False,
        "nice": False,
    }
    y: Spec = {
        "field": "label",
        "type": "nominal",
        "sort": None,
        "axis": label_axis(),
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
    height = _height(rows)
    name_end = start + 16 + advance(region, 9)
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": 11},
            "encoding": {
                "x": x,
                "x2": {"datum": 100},
                "color": {"field": "fill", "type": "nominal", "scale": None},
            },
        },
        keyed({"type": "rule", "color": INK, "strokeWidth": 1.2}, x={"datum": 100}),
        {
            "mark": {"type": "tick", "color": PAPER, "thickness": 5, "size": 21, "opacity": 1},
            "encoding": {"x": {"field": "country", "type": "quantitative"}},
        },
        {
            "mark": {"type": "tick", "color": INK, "thickness": 2, "size": 19, "opacity": 1},
            "encoding": {"x": {"field": "country", "type": "quantitative"}},
        },
        _values("text", x=columns[0], weight="bold"),
        _values("country_text", x=sum(columns), color=MUTED),
        *(
            _head(head, x=right, weight=weight)
            for head, right, weight in zip(
                heads, (columns[0], sum(columns)), ("bold", "normal"), strict=True
            )
        ),
        keyed({"type": "rect", "color": ACCENT, "x": start, "x2": start + 11, "y": -21, "y2": -13}),
        keyed({"type": "text", "text": region, "x": start + 16, "y": -17, "fontWeight": "bold"}),
        keyed(
            {"type": "rect", "color": INK, "x": name_end + 18, "x2": name_end + 20}
            | {"y": -24, "y2": -10}
        ),
        keyed({"type": "text", "text": country, "x": name_end + 26, "y": -17, "color": MUTED}),
    ]
    layers[1]["encoding"] |= {"y": {"value": -3}, "y2": {"value": height}}
    return specification(
        {"encoding": {"y": y}, "layer": layers},
        values=values,
        width=width,
        height=height,
        table=data_table(
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
            "line": number,
            "label": row.label,
            "place": row.place,
            "value": row.mark.value,
            "text": row.mark.text,
            "fill": ACCENT if row.own else ACCENT_SOFT,
            "ink": INK if row.own else MUTED,
            "weight": "bold" if row.own else "normal",
        }
        for number, row in enumerate(rows)
    ]
    height = 15 * len(rows)
    shown = [row.mark.value for row in rows if row.mark.value is not None]
    lowest, highest = min([baseline, *shown]), max([baseline, *shown])
    start = 24 + max((advance(row.label, 9) for row in rows), default=60) + 10
    end = width - max((advance(row.mark.text, 9) for row in rows), default=30) - 14
    scale = {"domain": [lowest, highest], "range": [start, end], "nice": False, "zero": False}
    x = {"type": "quantitative", "scale": scale, "axis": None}
    across = {"y": {"value": 0}, "y2": {"value": height}}
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": 9},
            "encoding": {
                "x": {"field": "value", **x},
                "x2": {"datum": baseline},
                "color": {"field": "fill", "type": "nominal", "scale": None},
            },
        },
        _column("place", x=15, align="right"),
        _column("label", x=24, align="left"),
        _column("text", x=width - 2, align="right"),
        keyed({"type": "rule", "color": INK, "strokeWidth": 1}, x={"datum": baseline, **x}),
    ]
    layers[-1]["encoding"] |= across
    if reference is not None and reference.value is not None:
        at = {"datum": reference.value, **x}
        dash = {"type": "rule", "color": INK, "strokeWidth": 1, "strokeDash": [3, 2]}
        layers.append(keyed(dash, x=at))
        layers[-1]["encoding"] |= across | {"y": {"value": -4}}
        said = f"{reference_label} {reference.text}".strip()
        layers.append(keyed({"type": "text", "text": said, "align": "center", "y": -11}, x=at))
    y = {"field": "line", "type": "ordinal", "axis": None}
    return specification(
        {"encoding": {"y": y}, "layer": layers},
        values=values,
        width=width,
        height=height,
        table=data_table([column, measure], [[row.label, row.mark] for row in rows]),
    )


def _column(field: str, *, x: float, align: str) -> Spec:
    """A column of texts beside the bars; the own region's line is strong."""
    return {
        "mark": {
            "type": "text",
            "align": align,
            "x": x,
            "fontWeight": {"expr": "datum.weight"},
        },
        "encoding": {
            "text": {"field": field},
            "color": {"field": "ink", "type": "nominal", "scale": None},
        },
    }


def _head(text: str, *, x: float, weight: str) -> Spec:
    """The small heading of a column of values, its last line just above them."""
    look = {"color": MUTED, "fontSize": 8, "fontWeight": weight, "lineBreak": "\n"}
    place = {"align": "right", "baseline": "line-bottom", "x": x, "y": -4, "lineHeight": 9}
    lines = text.count("\n")
    return keyed({"type": "text", "text": text, **look, **place, "dy": -9 * lines})


def _values(field: str, *, x: float, weight: str = "normal", color: str = INK) -> Spec:
    """A column of printed values, right-aligned at `x`."""
    mark = {"type": "text", "align": "right", "x": x, "fontWeight": weight}
    return {"mark": {**mark, "color": color}, "encoding": {"text": {"field": field}}}


def _height(rows: Sequence[object]) -> int:
    return 25 * len(rows)
