"""What do all charts share: their frame, type, colours, labels, and their data in words?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from esep.briefings.charts.rows import Mark
from esep.look.palette import INK, MUTED, RULE

Spec = dict[str, Any]
T = TypeVar("T")

FONT = "Esep Sans"
WIDTH = 453
"""160 mm in points, the text width of an A4 page: one unit is one typographic point."""


def specification(
    body: Mapping[str, Any],
    *,
    values: list[Spec],
    width: int,
    height: int,
    table: Spec,
) -> Spec:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "data": {"values": values},
        **body,
        "width": width,
        "height": height,
        "autosize": {"type": "fit-x", "contains": "content"},
        "padding": {"left": 1, "right": 1, "top": 2, "bottom": 2},
        "usermeta": {"table": table},
        "config": THEME,
    }


THEME: Spec = {
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
    "legend": {"labelColor": MUTED, "labelFontSize": 8.5, "gradientStrokeColor": None},
}


def label_axis() -> Spec:
    return {
        "title": None,
        "domain": False,
        "labelColor": INK,
        "labelLimit": 0,
        "labelPadding": 8,
        "labelExpr": "split(datum.label, '\\n')",
        "labelLineHeight": 10,
        "labelOffset": {"expr": "-5 * (length(split(datum.label, '\\n')) - 1)"},
    }


def keyed(mark: Spec, *, x: Spec | None = None) -> Spec:
    """A mark of the chart itself, not of its rows, such as its key: drawn once."""
    return {"data": {"values": [{}]}, "mark": mark, "encoding": {"x": x, "y": None}}


def data_table(heads: Sequence[str], rows: Iterable[Sequence[str | Mark]]) -> Spec:
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


def padded(low: float, high: float) -> list[float]:
    margin = (high - low) * 0.04 or 1.0
    return [low - margin if low < 100 else low, high + margin]


def with_last(items: Sequence[T]) -> list[tuple[T, bool]]:
    return [(item, number == len(items) - 1) for number, item in enumerate(items)]


def wrapped(text: str, limit: int) -> str:
    """Break a long label at spaces: Vega does not."""
    lines = [""]
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(candidate) > limit:
            lines.append(word)
        else:
            lines[-1] = candidate
    return "\n".join(lines)


def advance(text: str, size: float) -> int:
    """About how wide a text will be; the key only needs to leave room enough."""
    return round(sum(0.32 if c in " .,-–il1|" else 0.62 for c in text) * size)
