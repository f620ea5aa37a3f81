"""How does a document become a tagged PDF for A4 paper?"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time

from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.glyphs import require_glyphs
from esep.briefings.render.layout import FACT_ADDRESS, Layout, view
from esep.briefings.render.typesetter import typeset
from esep.model.document import Chart, Document


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
    return typeset(
        "briefing.typ",
        {"document": json.dumps(content, ensure_ascii=False)},
        format="pdf",
        # The accessibility profile refuses a picture without words and a skipped heading.
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(created, time(), UTC),
    )
