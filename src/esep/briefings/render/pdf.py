"""How does a document become a tagged PDF for A4 paper?"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time

from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.glyphs import require_glyphs
from esep.briefings.render.layout import EXPLAIN, Layout, view
from esep.briefings.render.pdf_links import lead_to_sources
from esep.briefings.render.typesetter import typeset
from esep.model.document import Chart, Document


def render_pdf(document: Document, drawer: ChartDrawer, *, created: date) -> bytes:
    """Return the file; the same document and day give the same bytes."""
    require_glyphs(document)
    layout = Layout(document)
    content = view(document, layout)
    content["explain"] = EXPLAIN
    content["drawings"] = {
        block.id: drawer.svg(block.spec, document.language)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Chart)
    }
    written = typeset(
        "briefing.typ",
        {"document": json.dumps(content, ensure_ascii=False)},
        format="pdf",
        # The accessibility profile refuses a picture without words and a skipped heading.
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(created, time(), UTC),
    )
    return lead_to_sources(written, layout)
