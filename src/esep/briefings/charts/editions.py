"""How is a register drawn over its editions: parts of a whole as stacked columns, or one share?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from esep.briefings.charts.parts import WIDTH, Spec, advance, data_table, keyed, specification
from esep.briefings.charts.rows import Mark
from esep.look.palette import (
    ABOVE,
    ACCENT,
    BELOW,
    INK,
    MISSING,
    MUTED,
    PAPER,
    WARNING,
)

Stack = tuple[str, Mapping[str, int]]
"""The label of an edition, and how many cards are in each part."""
_LADDER = (ABOVE[2], ABOVE[1], BELOW[2], BELOW[0], WARNING)
_ENOUGH = 0.04
"""A part smaller than this share of the highest column is not labelled."""


def ladder(levels: int) -> tuple[str, ...]:
    """A colour for each level, the best first."""
    if levels == 1:
        return (_LADDER[0],)
    return tuple(_LADDER[round(n * (len(_LADDER) - 1) / (levels - 1))] for n in range(levels))


def stacked_editions(
    stacks: Sequence[Stack],
    parts: Mapping[str, str],
    *,
    column: str,
    width: int = WIDTH,
    height: int = 210,
) -> Spec:
    """A column for each edition, its parts from the bottom in the order and colours of `parts`."""
    highest = max((sum(counts.values()) for _, counts in stacks), default=1) or 1
    values: list[Spec] = []
    totals: list[Spec] = []
    for label, counts in stacks:
        low = 0
        for part, colour in parts.items():
            count = counts.get(part, 0)
            if count:
                values.append(
                    {
                        "label": label,
                        "low": low,
                        "high": low + count,
                        "middle": low + count / 2,
                        "fill": colour,
                        "ink": PAPER if colour == WARNING else INK,
                        "text": str(count) if count >= highest * _ENOUGH else "",
                    }
                )
            low += count
        totals.append({"label": label, "high": low, "text": str(low)})
    x = _editions([label for label, _ in stacks])
    body = {
        "encoding": {"x": x},
        "layer": [
            {
                "mark": {"type": "bar", "width": {"band": 0.74}},
                "encoding": {
                    "y": {
                        "field": "low",
                        "type": "quantitative",
                        "axis": None,
                        "scale": {"domain": [0, highest * 1.06], "nice": False},
                    },
                    "y2": {"field": "high"},
                    "color": {"field": "fill", "type": "nominal", "scale": None},
                },
            },
            {
                "mark": {"type": "text", "align": "center", "fontSize": 8},
                "encoding": {
                    "y": {"field": "middle", "type": "quantitative"},
                    "text": {"field": "text"},
                    "color": {"field": "ink", "type": "nominal", "scale": None},
                },
            },
            {"mark": {"type": "rule", "color": INK}, "encoding": {"x": None, "y": {"datum": 0}}},
            {
                "data": {"values": totals},
                "mark": {"type": "text", "align": "center", "dy": -7, "fontWeight": "bold"},
                "encoding": {
                    "x": x,
                    "y": {"field": "high", "type": "quantitative"},
                    "text": {"field": "text"},
                },
            },
            *_key(parts),
        ],
    }
    rows = [
        [label.replace("\n", " "), *(str(counts.get(part, 0)) for part in parts)]
        for label, counts in stacks
    ]
    table = data_table([column, *parts], rows)
    return specification(body, values=values, width=width, height=height, table=table)


def edition_columns(
    rows: Sequence[tuple[str, Mark]],
    *,
    column: str,
    measure: str,
    width: int = WIDTH,
    height: int = 120,
) -> Spec:
    """One figure of each edition as a column from zero."""
    values = [
        {"label": label, "value": mark.value, "text": mark.text, "up": (mark.value or 0) >= 0}
        for label, mark in rows
        if mark.value is not None
    ]
    y = {
        "field": "value",
        "type": "quantitative",
        "axis": None,
        "scale": {"zero": True, "nice": False, "padding": 14},
    }
    body = {
        "encoding": {"x": _editions([label for label, _ in rows]), "y": y},
        "layer": [
            {"mark": {"type": "bar", "width": {"band": 0.6}, "color": ACCENT}},
            {
                "transform": [{"filter": "datum.up"}],
                "mark": {"type": "text", "align": "center", "dy": -7, "fontWeight": "bold"},
                "encoding": {"text": {"field": "text"}},
            },
            {
                "transform": [{"filter": "!datum.up"}],
                "mark": {"type": "text", "align": "center", "dy": 8, "fontWeight": "bold"},
                "encoding": {"text": {"field": "text"}},
            },
            {"mark": {"type": "rule", "color": INK}, "encoding": {"x": None, "y": {"datum": 0}}},
        ],
    }
    table = data_table([column, measure], [[label, mark] for label, mark in rows])
    return specification(body, values=values, width=width, height=height, table=table)


def _editions(labels: Sequence[str]) -> Spec:
    return {
        "field": "label",
        "type": "nominal",
        "sort": None,
        "scale": {"domain": list(labels)},
        "axis": {
            "title": None,
            "labelAngle": 0,
            "ticks": False,
            "labelPadding": 5,
            "labelExpr": "split(datum.label, '\\n')",
            "domain": False,
        },
    }


def _key(parts: Mapping[str, str]) -> list[Spec]:
    """The names of the parts above the columns, a square of its colour before each."""
    marks: list[Spec] = []
    place = 0.0
    for part, colour in parts.items():
        marks.append(
            keyed({"type": "point", "shape": "square", "filled": True, "size": 70, "opacity": 1,
                   "color": colour, "x": place + 4, "y": -16})
        )  # fmt: skip
        marks.append(keyed({"type": "text", "text": part, "x": place + 12, "y": -16,
                            "fontSize": 8.5, "color": MUTED}))  # fmt: skip
        place += 26 + advance(part, 8.5)
    return marks


NOT_PUBLISHED = MISSING
"""The colour of cards whose part is not known."""
