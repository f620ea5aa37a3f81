"""How is the past drawn: levels as columns from zero, indices as lines around 100?"""

from __future__ import annotations

from collections.abc import Sequence

from esep.briefings.charts.parts import (
    WIDTH,
    Spec,
    advance,
    data_table,
    keyed,
    padded,
    specification,
    with_last,
)
from esep.briefings.charts.rows import Mark, Moment
from esep.look.palette import ACCENT, ACCENT_SOFT, INK, MUTED, PAPER, WARNING

_STEP = 80
"""Points from column to column at most; the column takes 18 mm of them."""


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
        }
        for moment, last in with_last(moments)
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
            "mark": {
                "type": "text",
                "align": "center",
                "baseline": "bottom",
                "dy": -3,
                "fontWeight": "bold",
            },
            "encoding": {
                "y": {"field": "value", "type": "quantitative"},
                "text": {"field": "text"},
            },
        },
        keyed({"type": "text", "text": level, "x": 0, "y": -20, "color": MUTED}),
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
            keyed({"type": "text", "text": index, "x": 0, "y": height + 27, "color": MUTED}),
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
        # A few columns stay slim and stand at the left, as wide as many would be.
        "scale": {
            "paddingInner": 0,
            "paddingOuter": 0.05,
            "range": [0, min(width - 4, _STEP * len(moments))],
        },
    }
    heads = [column, level, index] if with_index else [column, level]
    rows: list[list[str | Mark]] = [
        [m.label, m.level, m.index] if with_index else [m.label, m.level] for m in moments
    ]
    return specification(
        {"encoding": {"x": x}, "layer": layers},
        values=values,
        width=width,
        height=height,
        table=data_table(heads, rows),
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
    for (label, own, other), last in with_last(moments):
        values.append({"label": label, "value": own.value, "who": "own", "last": last})
        values.append({"label": label, "value": other.value, "who": "other", "last": last})
        values[-2]["text"], values[-1]["text"] = own.text, other.text
    shown = [v["value"] for v in values if v["value"] is not None]
    room = max(advance(region, 9), advance(country, 9)) + 42
    ends = _ends_apart(moments, (region, country), height)
    y = {
        "field": "value",
        "type": "quantitative",
        "scale": {"domain": padded(min([100.0, *shown]), max([100.0, *shown])), "zero": False},
        "axis": {"title": None, "tickCount": 5, "format": "~f", "domain": False, "grid": True},
    }
    x = {
        "field": "label",
        "type": "nominal",
        "sort": None,
        "scale": {"type": "point", "padding": 0, "range": [14, {"expr": f"width - {room}"}]},
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
            "mark": {"type": "text", "align": "center", "dy": -10, "fontWeight": "bold"},
            "encoding": {"x": x, "y": y, "text": {"field": "text"}},
        },
        *(
            keyed(
                {"type": "text", "text": name, "x": {"expr": f"width - {room - 26}"}}
                | {"y": place, "color": color, "fontWeight": weight}
            )
            for name, place, color, weight in ends
        ),
    ]
    return specification(
        {"layer": layers},
        values=values,
        width=width,
        height=height,
        table=data_table([column, region, country], [list(moment) for moment in moments]),
    )


def _ends_apart(
    moments: Sequence[tuple[str, Mark, Mark]], names: tuple[str, str], height: int
) -> list[tuple[str, float, str, str]]:
    """Where the two names stand beside the lines' last points without touching."""
    shown = [m.value for _, own, other in moments for m in (own, other) if m.value is not None]
    low, high = padded(min([100.0, *shown]), max([100.0, *shown]))
    last = [moments[-1][1].value or 100.0, moments[-1][2].value or 100.0]
    places = [height * (1 - (value - low) / (high - low)) for value in last]
    if abs(places[0] - places[1]) < 12:
        middle, sign = sum(places) / 2, 1 if places[0] > places[1] else -1
        places = [middle + 6 * sign, middle - 6 * sign]
    return [(names[0], places[0], ACCENT, "bold"), (names[1], places[1], MUTED, "normal")]
