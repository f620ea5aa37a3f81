"""Charts are drawn in the document's language, with our font, once."""

from __future__ import annotations

import re
import struct
from typing import Any

import pytest

from esep.briefings.charts import (
    Compared,
    Mark,
    Tile,
    bars_from_100,
    tile_map,
)
from esep.briefings.render.draw import ChartDrawer, size_of
from esep.briefings.render.locale import DATES, NUMBERS
from esep.look import palette
from esep.model.document import Chart, Document


def _charts(document: Document) -> list[Chart]:
    return [b for s in document.sections for b in s.blocks if isinstance(b, Chart)]


def test_axes_write_numbers_as_the_language_does(drawer: ChartDrawer) -> None:
    spec = {
        "data": {"values": [{"v": 0.5}, {"v": 2500.5}]},
        "mark": "point",
        "encoding": {
            "x": {"field": "v", "type": "quantitative", "axis": {"format": ",.1f"}},
        },
    }
    assert "2,000.0" in drawer.svg(spec, "en")
    for language in ("ru", "kk"):
        assert "2\u00a0000,0" in drawer.svg(spec, language)


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_locales_are_complete(language: str) -> None:
    assert NUMBERS[language]["minus"] == "−"
    assert len(DATES[language]["months"]) == len(DATES[language]["shortMonths"]) == 12
    assert len(DATES[language]["days"]) == len(DATES[language]["shortDays"]) == 7


def test_drawings_use_the_bundled_font_and_the_palette_only(
    drawer: ChartDrawer, document: Document
) -> None:
    known = {*palette.DARK, "none", "transparent"}
    for chart in _charts(document):
        svg = drawer.svg(chart.spec, document.language)
        assert set(re.findall(r'font-family="([^"]+)"', svg)) == {"Esep Sans"}
        assert set(re.findall(r'\s(?:fill|stroke)="([^"]+)"', svg)) <= known, chart.id


def test_drawings_are_as_wide_as_the_text(drawer: ChartDrawer, document: Document) -> None:
    for chart in _charts(document):
        width, height = size_of(drawer.svg(chart.spec, document.language))
        assert 440 <= width <= 470, chart.id
        assert height <= 400, chart.id


def test_pixels_are_of_the_scale_asked_for(drawer: ChartDrawer, briefing: Document) -> None:
    chart = _charts(briefing)[0]
    width, _ = size_of(drawer.svg(chart.spec, "kk"))
    png = drawer.png(chart.spec, "kk", 2)
    assert png[:4] == b"\x89PNG"
    assert struct.unpack(">I", png[16:20])[0] == pytest.approx(width * 2, abs=2)


def test_a_chart_is_drawn_once(
    monkeypatch: pytest.MonkeyPatch, drawer: ChartDrawer, briefing: Document
) -> None:
    chart = _charts(briefing)[0]
    first = drawer.svg(chart.spec, "kk")

    def fail(*_: Any) -> str:
        raise AssertionError("drawn again")

    monkeypatch.setattr("esep.briefings.render.draw._draw", fail)
    assert drawer.svg(dict(chart.spec), "kk") == first


def test_bars_start_at_100_and_a_fall_has_the_warning_colour() -> None:
    spec = bars_from_100(
        [
            Compared("A", Mark(107.9, "107.9%", "f1"), Mark(103.9, "103.9%")),
            Compared("B", Mark(95.4, "95.4%", "f2"), Mark(100.1, "100.1%")),
        ],
        region="R",
        country="C",
        column="Branch",
    )
    assert spec["layer"][0]["encoding"]["x2"] == {"datum": 100}
    assert [v["fill"] for v in spec["data"]["values"]] == [palette.ACCENT, palette.WARNING]
    table = spec["usermeta"]["table"]
    assert table["head"] == ["Branch", "R", "C"]
    assert table["rows"][1] == [
        {"text": "B", "fact": ""},
        {"text": "95.4%", "fact": "f2"},
        {"text": "100.1%", "fact": ""},
    ]


def test_a_missing_value_is_shown_as_missing_not_as_zero(drawer: ChartDrawer) -> None:
    tiles = [Tile(0, 0, "A", Mark(None, "…")), Tile(0, 1, "B", Mark(101.0, "101.0"))]
    svg = drawer.svg(tile_map(tiles, column="Region", measure="Index"), "en")
    assert svg.count(f'fill="{palette.MISSING}"') == 1
    assert ">…<" in svg


@pytest.mark.parametrize("dark", [False, True])
def test_colours_can_be_read(dark: bool) -> None:
    shade = palette.DARK if dark else {colour: colour for colour in palette.DARK}
    pairs = [
        (front, ground)
        for front in (palette.INK, palette.MUTED, palette.ACCENT, palette.WARNING)
        for ground in (palette.PAPER, palette.FAINT)
    ]
    pairs += [(palette.INK, ground) for ground in (*palette.ABOVE, *palette.BELOW)]
    pairs += [
        (palette.INK, palette.ACCENT_FAINT),
        (palette.INK, palette.WARNING_FAINT),
        (palette.WARNING, palette.WARNING_FAINT),
        (palette.ACCENT, palette.WARNING_FAINT),
        (palette.INK, palette.MISSING),
    ]
    for front, ground in pairs:
        assert _contrast(shade[front], shade[ground]) >= 4.5, (front, ground)


def _contrast(one: str, other: str) -> float:
    """WCAG 2.2, relative luminance."""
    lights = sorted(_luminance(colour) for colour in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
