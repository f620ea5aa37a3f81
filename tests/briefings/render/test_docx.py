"""A Word file is native: headings, tables, captions and notes that an editor can work with."""

from __future__ import annotations

import io
import re
import uuid
import zipfile
from datetime import date
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from esep.briefings.render.docx import render_docx
from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.layout import EXPLAIN, facts_of
from esep.look.typeface import FONTS
from esep.look.word_fonts import mixed
from esep.model.document import Chart, Document, Table


@pytest.fixture(scope="module")
def written(document: Document, drawer: ChartDrawer, created: date) -> bytes:
    return render_docx(document, drawer, created=created)


@pytest.fixture(scope="module")
def file(written: bytes) -> Any:
    return docx.Document(io.BytesIO(written))


def _blocks(document: Document, kind: type) -> list[Any]:
    return [b for s in document.sections for b in s.blocks if isinstance(b, kind)]


def test_sections_are_headings(file: Any, document: Document) -> None:
    headings = [p.text for p in file.paragraphs if p.style.name == "Heading 1"]
    assert headings == [*(s.title for s in document.sections), document.sources_title]
    assert file.paragraphs[0].style.name == "Title"


def test_tables_repeat_their_heading_and_keep_rows_whole(file: Any, document: Document) -> None:
    tables = [t for t in file.tables if t.style is not None and t.style.name == "Esep Table"]
    assert len(tables) == len(_blocks(document, Table))
    for table in tables:
        assert table._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in table._tbl.tr_lst)


def test_tables_and_pictures_have_captions(file: Any, document: Document) -> None:
    captions = [p.text for p in file.paragraphs if p.style.name == "Caption"]
    blocks = _blocks(document, (Table, Chart))  # type: ignore[arg-type]
    assert [c.split(". ", 1)[1] for c in captions] == [b.caption for b in blocks]


def test_pictures_have_words(file: Any, document: Document) -> None:
    words = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]
    assert words == [chart.alternative for chart in _blocks(document, Chart)]


def test_figures_carry_their_facts_in_order(file: Any, document: Document) -> None:
    found = [
        link.get(qn("w:tooltip")).removeprefix(EXPLAIN)
        for link in file.element.body.iter(qn("w:hyperlink"))
        if (link.get(qn("w:tooltip")) or "").startswith(EXPLAIN)
    ]
    printed = [
        fact
        for section in document.sections
        for block in section.blocks
        if not isinstance(block, Chart)
        for fact in facts_of(block)
    ]
    assert found == printed


def test_links_lead_to_bookmarks(file: Any) -> None:
    body = file.element.body
    marks = [mark.get(qn("w:name")) for mark in body.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks))
    assert {link.get(qn("w:anchor")) for link in body.iter(qn("w:hyperlink"))} <= set(marks)


def test_file_speaks_its_language(file: Any, document: Document) -> None:
    language = next(file.styles.element.iter(qn("w:lang"))).get(qn("w:val"))
    assert language == {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}[document.language]
    assert file.core_properties.language == document.language
    assert file.core_properties.title == document.title


def test_pages_are_numbered_by_fields(file: Any) -> None:
    codes = re.findall(r"<w:instrText[^>]*> (\w+) <", file.sections[0].footer._element.xml)
    assert codes == ["PAGE", "NUMPAGES"]


def test_fonts_travel_with_the_file(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as parts:
        table = parts.read("word/fontTable.xml").decode()
        key = re.search(r'embedRegular r:id="\w+" w:fontKey="\{([^}]+)\}"', table)
        assert key is not None
        embedded = parts.read("word/fonts/font1.odttf")
        assert (
            mixed(embedded, uuid.UUID(key.group(1)))
            == (FONTS / "EsepSans-Regular.ttf").read_bytes()
        )


def test_same_document_gives_the_same_bytes(
    briefing: Document, drawer: ChartDrawer, created: date
) -> None:
    once = render_docx(briefing, drawer, created=created)
    assert once == render_docx(briefing, drawer, created=created)
