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
)
from esep.briefings.charts.rows import Tile
from esep.look.palette import ABOVE, BELOW, INK, MISSING, PAPER

_WIDEST = 75.5
_TYPE = (7.6, 7.3, 7.0, 6.7, 6.4, 6.1, 5.8)
"""Points, the largest first."""


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
    across = min(_WIDEST, width / columns)
    type_size, labels = _labels([tile.label for tile in tiles], across - 8)
    lines = max((label.count("\n") + 1 for label in labels), default=1)
    line = round(type_size * 1.12, 1)
    down = 5 + line * lines + 19
    values = [
        {
            "label": label,
            "text": tile.mark.text,
            "value": tile.mark.value,
            "x": tile.column * across,
            "y": tile.row * down,
            "own": tile.own,
        }
        for tile, label in sorted(zip(tiles, labels, strict=True), key=lambda pair: pair[0].own)
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
            "width": across - 2 * gap,
            "height": down - 2 * gap,
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
                "dx": across / 2,
                "dy": 6,
                "fontSize": type_size,
                "lineHeight": line,
                "lineBreak": "\n",
            },
            "encoding": place | {"text": {"field": "label"}},
        },
        {
            "mark": {
                "type": "text",
                "align": "center",
                "baseline": "bottom",
                "dx": across / 2,
                "dy": down - 6,
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
        height=round(rows * down),
        table=data_table([column, measure], [[tile.label, tile.mark] for tile in tiles]),
    )


def _step(farthest: float) -> float:
    """The smallest plain step of which three reach nearly as far as the data."""
    for step in (0.5, 1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0):
        if step * 3 >= farthest:
            return step
    return 100.0


def _labels(labels: Sequence[str], room: float) -> tuple[float, list[str]]:
    """One type size for all tiles, and each label in as many lines as it then needs."""
    for size in _TYPE:
        written = [_lines(label, room, size) for label in labels]
        if all(advance(line, size) <= room for text in written for line in text.split("\n")):
            return size, written
    return _TYPE[-1], [_lines(label, room, _TYPE[-1]) for label in labels]


def _lines(label: str, room: float, size: float) -> str:
    """Full lines; a hyphen is a place to break too."""
    lines: list[str] = []
    for word in label.replace("-", "-\u200b ").split(" "):
        joined = f"{lines[-1]} {word}".replace("\u200b ", "") if lines else word
        if lines and advance(joined.rstrip("\u200b"), size) <= room:
            lines[-1] = joined
        else:
            lines.append(word)
    return "\n".join(lines).replace("\u200b", "")
