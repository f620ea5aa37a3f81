"""A letter the fonts cannot show stops the rendering, and the message names it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from esep.briefings.render.docx import render_docx
from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.glyphs import require_glyphs
from esep.briefings.render.html import render_html
from esep.briefings.render.pdf import render_pdf
from esep.errors import Defect
from esep.look.typeface import coverage
from esep.model.document import Chart, Document, Section


def test_every_letter_of_the_three_languages_is_there() -> None:
    kazakh = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"
    latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    signs = "0123456789₸$€%№«»“”‘’–—−…·×÷±≈≤≥↑↓/\u00a0\u202f\u2009\u00ad"
    assert set(kazakh + kazakh.lower() + latin + latin.lower() + signs) <= coverage()


def test_samples_can_be_shown(document: Document) -> None:
    require_glyphs(document)


def test_missing_letter_is_named_in_every_format(
    briefing: Document, drawer: ChartDrawer, created: date
) -> None:
    foreign = replace(briefing, subtitle="三 region ☃")
    renderers: tuple[Callable[[], bytes], ...] = (
        lambda: render_html(foreign, drawer),
        lambda: render_pdf(foreign, drawer, created=created),
        lambda: render_docx(foreign, drawer, created=created),
    )
    for render in renderers:
        with pytest.raises(Defect) as raised:
            render()
        assert "三 U+4E09" in raised.value.detail
        assert "☃ U+2603 SNOWMAN" in raised.value.detail


def test_letters_inside_a_chart_count_too(briefing: Document) -> None:
    chart = Chart("odd", "", "", {"data": {"values": [{"label": "☃"}]}})
    foreign = replace(briefing, sections=(Section("s", "", (chart,)),))
    with pytest.raises(Defect):
        require_glyphs(foreign)
