"""How does a document become a tagged PDF for A4 paper?"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.glyphs import FONTS, require_glyphs
from esep.briefings.render.layout import FACT_ADDRESS, Layout, view
from esep.errors import Defect
from esep.model.document import Chart, Document

TEMPLATE = Path(__file__).parent / "templates" / "briefing.typ"


def render_pdf(document: Document, drawer: ChartDrawer, *, created: date) -> bytes:
    """Return the file; the same document and day give the same bytes."""
    require_glyphs(document)
    content = view(document, Layout(document))
    content["fact_address"] = FACT_ADDRESS
    content["drawings"] = {
        block.id: drawer.svg(block.spec, document.language)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Chart)
    }
    compiler, failure = _compiler()
    try:
        written = compiler.compile(
            format="pdf",
            # Text reaches the page as a value, so nothing in it can be markup.
            sys_inputs={"document": json.dumps(content, ensure_ascii=False)},
            # The accessibility profile refuses a picture without words and a skipped heading.
            pdf_standards=["ua-1"],
            timestamp=datetime.combine(created, time(), UTC),
        )
    except failure as error:
        raise Defect(
            "The PDF could not be set.", detail=f"{document.identifier}: {error}"
        ) from error
    return bytes(written)


@cache
def _compiler() -> tuple[Any, type[Exception]]:
    """One compiler for the process: it keeps the fonts and what it has learnt of the template."""
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    compiler = typst.Compiler(
        str(TEMPLATE), root=str(TEMPLATE.parent), font_paths=fonts, ignore_system_fonts=True
    )
    return compiler, typst.TypstError
