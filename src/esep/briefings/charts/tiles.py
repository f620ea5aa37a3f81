"""How do regions lie on a map of equal tiles, and which are above the middle, which below?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from esep.briefings.charts.parts import (
    WIDTH,
    Spec,
    advance,
    data_table,
    specification,
    wrapped,
)
from esep.briefings.charts.rows import Tile
from esep.briefings.palette import ABOVE, BELOW, INK, MISSING, PAPER


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
    values = [
        {
            "label": _lines(tile.label),
            "size": _fitting(tile.label, size - 5),
            "text": tile.mark.text,
            "value": tile.mark.value,
            "x": tile.column * size,
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
                "fontSize": {"expr": "datum.size"},
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
    return specification(
        {"layer": layers},
        values=values,
        width=width,
        height=round(rows * size),
        table=data_table([column, measure], [[tile.label, tile.mark] for tile in tiles]),
    )


def _step(farthest: float) -> float:
    """The smallest plain step of which three reach nearly as far as the data."""
    for step in (0.5, 1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0):
        if step * 3 >= farthest:
            return step
    return 100.0


def _lines(label: str) -> str:
    """Two short lines rather than a long one; a hyphen is a place to break."""
    return wrapped(label.replace("-", "- "), 12).replace("- ", "-")


def _fitting(label: str, room: float) -> float:
    """The type size at which the longest line stays inside its tile."""
    longest = max(advance(line, 10) / 10 for line in _lines(label).split("\n"))
    return round(min(7.4, room / longest), 1)
