"""A PDF is for everyone: tagged, titled, in its language, and each figure can be followed."""

from __future__ import annotations

import io
import re
from collections import Counter
from datetime import date
from typing import Any

import pytest
from pypdf import PageObject, PdfReader

from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.layout import EXPLAIN, facts_of
from esep.briefings.render.pdf import render_pdf
from esep.model.document import Chart, Document


@pytest.fixture(scope="module")
def pdf(document: Document, drawer: ChartDrawer, created: date) -> PdfReader:
    return PdfReader(io.BytesIO(render_pdf(document, drawer, created=created)))


def _root(pdf: PdfReader) -> Any:
    return pdf.trailer["/Root"]


def test_file_is_tagged_and_claims_the_accessibility_profile(pdf: PdfReader) -> None:
    assert _root(pdf)["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in _root(pdf)
    metadata = _root(pdf)["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata


def test_file_has_the_title_and_the_language_of_the_document(
    pdf: PdfReader, document: Document
) -> None:
    assert pdf.metadata is not None
    assert pdf.metadata.title == document.title
    assert str(_root(pdf)["/Lang"]).startswith(document.language)


def test_sections_are_bookmarks(pdf: PdfReader, document: Document) -> None:
    titles = [str(entry["/Title"]) for entry in pdf.outline if not isinstance(entry, list)]
    assert titles == [*(section.title for section in document.sections), document.sources_title]


def test_each_figure_outside_a_drawing_names_its_fact_and_leads_to_its_source(
    pdf: PdfReader, document: Document
) -> None:
    links = [
        (words.removeprefix(EXPLAIN), link.get_object())
        for page in pdf.pages
        for link in page.get("/Annots", [])
        if (words := str(link.get_object().get("/Contents", ""))).startswith(EXPLAIN)
    ]
    found = Counter(fact for fact, _ in links)
    sources = {fact: note for note in document.sources for fact in note.fact_ids}
    last = {id(page.indirect_reference.get_object()) for page in pdf.pages[-3:]}  # type: ignore[union-attr]
    for fact, link in links:
        assert "/A" not in link
        assert ("/Dest" in link) == (fact in sources), fact
        if fact in sources:
            assert id(link["/Dest"][0].get_object()) in last
    printed = Counter(
        fact
        for section in document.sections
        for block in section.blocks
        if not isinstance(block, Chart)
        for fact in facts_of(block)
    )
    assert set(found) == set(printed)
    # A figure broken over two lines has two areas, so never fewer areas than figures.
    assert all(found[fact] >= count for fact, count in printed.items())


def test_drawings_carry_their_words(pdf: PdfReader, document: Document) -> None:
    words = [
        block.alternative
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Chart)
    ]
    assert _alternatives(_root(pdf)["/StructTreeRoot"]) >= set(words)


def _alternatives(element: Any) -> set[str]:
    node = element.get_object()
    if not isinstance(node, dict):
        return set()
    found = {str(node["/Alt"])} if "/Alt" in node else set()
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found |= _alternatives(kid)
    return found


def _resources(page: PageObject) -> Any:
    return page["/Resources"]


def test_only_the_bundled_fonts_are_used(pdf: PdfReader) -> None:
    names = {
        str(font.get_object()["/BaseFont"]).split("+")[-1]
        for page in pdf.pages
        for font in _resources(page).get("/Font", {}).values()
    }
    assert names
    assert all(name.startswith("EsepSans") for name in names)


def test_pages_say_their_number_and_how_many_there_are(pdf: PdfReader, document: Document) -> None:
    pattern = document.labels["page_of"]
    for number, page in enumerate(pdf.pages, start=1):
        said = pattern.replace("{page}", str(number)).replace("{pages}", str(len(pdf.pages)))
        assert said in re.sub(r"\s+", " ", page.extract_text())


def test_kazakh_letters_can_be_copied_out(
    briefing: Document, drawer: ChartDrawer, created: date
) -> None:
    pdf = PdfReader(io.BytesIO(render_pdf(briefing, drawer, created=created)))
    text = " ".join(page.extract_text() for page in pdf.pages)
    assert "Солтүстік облысы" in text
    assert "тұжырымдар" in text


def test_same_document_gives_the_same_bytes(
    briefing: Document, drawer: ChartDrawer, created: date
) -> None:
    once = render_pdf(briefing, drawer, created=created)
    assert once == render_pdf(briefing, ChartDrawer(), created=created)
