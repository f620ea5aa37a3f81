"""A document with hardly anything in it can still be rendered."""

from __future__ import annotations

from datetime import date

from lxml import html  # type: ignore[import-untyped]

from esep.briefings.render.docx import render_docx
from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.html import render_html
from esep.briefings.render.pdf import render_pdf
from esep.model.document import (
    Bullets,
    Column,
    Document,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Tiles,
)

BARE = Document(
    language="ru",
    title="Т",
    subtitle="",
    header=(),
    sections=(
        Section(
            "a",
            "А",
            (
                Tiles(()),
                Tiles(tuple((f"Л{n}", (Run("5 322 132,0 млн тенге", "x"),), ()) for n in range(5))),
                Bullets(()),
                Bullets((), numbered=True),
                Paragraph(()),
                Table("t", "К", (Column("A"),), ()),
                Table(
                    "u",
                    "К",
                    (Column("A"), Column("Очень-длинноенепереносимоеслово", "right", 0.1)),
                    (Row(((Run("г"),),), heading=True), Row(((), (Run("1"),)))),
                    wide=True,
                ),
            ),
        ),
        Section("b", "Б", ()),
    ),
    sources=(),
    sources_title="",
)


def test_empty_blocks_labels_and_sources_leave_no_trace(drawer: ChartDrawer) -> None:
    day = date(2031, 6, 14)
    assert render_pdf(BARE, drawer, created=day).startswith(b"%PDF")
    assert render_docx(BARE, drawer, created=day).startswith(b"PK")
    page = html.document_fromstring(render_html(BARE, drawer).decode())
    assert len(page.xpath("//dl[contains(@class, 'tiles')]")) == 1
    assert not page.xpath("//main//ul|//main//ol|//main//p")
