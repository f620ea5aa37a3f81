"""The page: every figure marked, readable without colour, script or network."""

from __future__ import annotations

import dataclasses

import pytest
from lxml import html

from esep.checking.documents import read_document
from esep.checking.report.entries import Report
from esep.checking.report.html import render_html
from esep.look.palette import DARK
from esep.model.claim import Finding
from tests.checking.report.made_up import catalog, checked, read_text


def report(language: str = "en") -> Report:
    return Report(checked(), read_text(), catalog(), language)


@pytest.fixture(params=["en", "ru", "kk"])
def page(request: pytest.FixtureRequest) -> html.HtmlElement:
    return html.document_fromstring(render_html(report(request.param)))


def test_same_check_gives_the_same_bytes() -> None:
    assert render_html(report()) == render_html(report())


def test_the_page_asks_for_nothing_from_outside_and_has_no_script(
    page: html.HtmlElement,
) -> None:
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert not page.xpath("//script | //img | //link | //@style | //@onclick | //@src")
    assert all(href.startswith("#") for href in page.xpath("//@href"))


def test_every_figure_is_marked_and_leads_to_its_explanation_and_back(
    page: html.HtmlElement,
) -> None:
    figures = page.xpath("//main//a[starts-with(@id, 'figure-')]")
    assert [figure.text_content() for figure in figures] == [
        f"{entry.sign}{entry.text}" for entry in report().entries
    ]
    for target in page.xpath("//a/@href"):
        assert page.xpath(f"//*[@id='{target[1:]}']"), target


def test_each_verdict_has_a_sign_of_its_own_beside_its_colour(page: html.HtmlElement) -> None:
    signs = {
        figure.get("class").split()[1]: figure.xpath(".//*[@class='sign']")[0].text
        for figure in page.xpath("//main//a[@data-tip]")
    }
    assert len(signs) == len(Finding)
    assert len({*signs.values()}) == len(Finding)


def test_the_explanation_is_on_the_figure_and_in_the_list(page: html.HtmlElement) -> None:
    words = "River region was second of 3 regions in 2023; fifth it never was."
    assert words in page.xpath("//a[@id='figure-3']/@data-tip")[0]
    assert words in page.xpath("//*[@id='note-3']")[0].text_content()


def test_the_list_tells_what_asks_for_a_change_first(page: html.HtmlElement) -> None:
    groups = page.xpath("//aside/section/@class")
    assert [each.split()[-1] for each in groups] == [
        "note-group", "contradicted", "superseded", "no_data", "supported", "not_a_claim",
    ]  # fmt: skip


def test_the_words_of_a_text_are_never_markup(page: html.HtmlElement) -> None:
    assert "<b>are</b> planned & signed" in page.xpath("//main")[0].text_content()


def test_the_page_speaks_its_language_and_the_text_its_own(page: html.HtmlElement) -> None:
    assert page.get("lang") in ("en", "ru", "kk")
    assert page.xpath("//main/@lang") == ["en"]
    assert page.xpath("//a[@class='skip']/@href") == ["#text"]


def test_every_colour_is_defined_for_the_dark() -> None:
    text = render_html(report()).decode()
    assert text.count("--contradicted:") == 4  # light, dark, and each turned round
    assert f"--paper:{DARK['#ffffff']}" in text


def test_cells_come_together_as_a_table() -> None:
    read = read_document(b"# T\n\n| A | 2023 |\n|---|---|\n| B | 5 |\n", name="t.md")
    empty = dataclasses.replace(checked(), text=read.text, figures=(), consistency=())
    page = html.document_fromstring(render_html(Report(empty, read, catalog(), "en")))
    rows = [[cell.text for cell in row] for row in page.xpath("//main//tr")]
    assert rows == [["A", "2023"], ["B", "5"]]
