"""A page needs nothing but itself, and every figure in it says which fact it is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from lxml import html  # type: ignore[import-untyped]

from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.html import render_html
from esep.briefings.render.layout import facts_of
from esep.look import palette
from esep.model.document import Chart, Document, Paragraph, Run, Section


@pytest.fixture(scope="module")
def text(document: Document, drawer: ChartDrawer) -> str:
    return render_html(document, drawer).decode()


@pytest.fixture(scope="module")
def page(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def test_same_document_gives_the_same_bytes(briefing: Document, drawer: ChartDrawer) -> None:
    assert render_html(briefing, drawer) == render_html(briefing, ChartDrawer())


def test_page_asks_for_nothing_from_outside(page: html.HtmlElement, text: str) -> None:
    assert not page.xpath("//script|//link|//iframe|//img|//object|//*[@style]|//*[@src]")
    assert re.findall(r"url\((?!data:|#)", text) == []
    policy = page.xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_figures_carry_their_facts_and_unique_names(
    page: html.HtmlElement, document: Document
) -> None:
    expected = Counter(
        fact
        for section in document.sections
        for block in section.blocks
        for fact in facts_of(block)
    )
    assert Counter(page.xpath("//@data-fact")) == expected
    names = page.xpath("//@id")
    assert len(names) == len(set(names))
    assert all("esep explain" in tip for tip in page.xpath("//*[@data-fact]/@title"))


def test_links_inside_the_page_lead_somewhere(page: html.HtmlElement) -> None:
    names = set(page.xpath("//@id"))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= names


def test_drawings_have_a_title_a_description_and_their_data(
    page: html.HtmlElement, document: Document
) -> None:
    charts = [b for s in document.sections for b in s.blocks if isinstance(b, Chart)]
    figures = page.xpath("//figure")
    assert len(figures) == len(charts)
    for figure, chart in zip(figures, charts, strict=True):
        drawing = figure.xpath(".//*[local-name()='svg']")[0]
        assert drawing.get("role") == "img"
        assert drawing.xpath("./*[local-name()='title']")[0].text == chart.caption
        assert drawing.xpath("./*[local-name()='desc']")[0].text == chart.alternative
        assert figure.xpath(".//details//table//td")


def test_page_speaks_its_language_and_can_be_skipped_through(
    page: html.HtmlElement, document: Document
) -> None:
    assert page.get("lang") == document.language
    assert page.xpath("//title")[0].text == document.title
    assert page.xpath("//a[@class='skip']/@href") == ["#text"]
    contents = [link.text for link in page.xpath("//nav//a")]
    assert contents == [*(s.title for s in document.sections), document.sources_title]
    assert [h.text for h in page.xpath("//h2")] == contents


def test_tables_name_their_columns_and_rows(page: html.HtmlElement) -> None:
    for table in page.xpath("//main//table[@id]"):
        assert table.xpath("./caption")
        assert table.xpath("./thead/tr/th[@scope='col']")
        assert len(table.xpath("./tbody/tr")) == len(table.xpath("./tbody/tr/th[@scope]"))


def test_text_is_never_markup(briefing: Document, drawer: ChartDrawer) -> None:
    hostile = "<script>alert(1)</script>"
    section = Section("s", hostile, (Paragraph((Run(hostile, 'x" onclick="y'),)),))
    written = render_html(replace(briefing, title=hostile, sections=(section,)), drawer).decode()
    assert "<script" not in written
    assert 'onclick="' not in written


def test_every_colour_of_a_chart_has_its_counterpart_in_the_dark(text: str) -> None:
    sheet = text.split("<style>")[1].split("</style>")[0]
    for colour in palette.DARK:
        name = re.search(rf'\[fill="{colour}"\]{{fill:var\((--[\w-]+)\)}}', sheet)
        assert name is not None, colour
        assert f"{name.group(1)}:{palette.DARK[colour]};" in sheet
