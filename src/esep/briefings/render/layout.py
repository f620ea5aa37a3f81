"""What do all renderings of a document say alike: numbers of tables, marks of sources, facts?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from esep.briefings.render.measure import columns_of, heading
from esep.model.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Paragraph,
    Runs,
    Section,
    Table,
    Tiles,
    texts_of,
)

SOURCES = "sources"
AUTHOR = "esep"
LABELS = ("caution", "contents", "data", "follow", "skip", "source", "theme")
"""Words a template asks for; without one its place stays empty, for we have none of our own."""
EXPLAIN = "esep explain "
"""A figure carries this and its fact's id, the command that follows it, in every format.

In a page and a Word file it is the tip of the figure, in a PDF the words of its link.
"""


class Layout:
    """The numbering and the cross-references of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.labels = document.labels
        self._numbers = dict(self._numbered())
        self._notes: dict[str, list[int]] = {}
        for place, note in enumerate(document.sources):
            for fact_id in note.fact_ids:
                self._notes.setdefault(fact_id, []).append(place)

    def number(self, block_id: str) -> str:
        """`Table 1`, `1-кесте`: by the pattern of the document's language."""
        return self._numbers.get(block_id, "")

    def number_parts(self, block_id: str) -> tuple[str, str, str]:
        """What stands before the number itself, the number, and what stands after it."""
        before, number, after = re.split(r"(\d+)", self.number(block_id), maxsplit=1)
        return before, number, after

    def notes(self, *parts: Runs) -> tuple[int, ...]:
        """Places in the list of sources that stand behind the figures of these texts."""
        return self.notes_of(run.fact_id for runs in parts for run in runs if run.fact_id)

    def notes_of(self, fact_ids: Iterable[str]) -> tuple[int, ...]:
        found = {place for fact_id in fact_ids for place in self._notes.get(fact_id, ())}
        return tuple(sorted(found))

    def notes_of_block(self, block: Block) -> tuple[int, ...]:
        return self.notes_of(facts_of(block))

    def page_pattern(self) -> tuple[str, str, str]:
        """What stands before the page, between it and the number of pages, and after."""
        pattern = self.labels.get("page_of", "")
        if "{page}" not in pattern or "{pages}" not in pattern:
            page, of = self.labels.get("page", ""), self.labels.get("of", "/")
            pattern = f"{page} {{page}} {of} {{pages}}".strip()
        before, rest = pattern.split("{page}", 1)
        between, after = rest.split("{pages}", 1)
        return before, between, after

    def _numbered(self) -> Iterator[tuple[str, str]]:
        tables = charts = 0
        for section in self.document.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    tables += 1
                    yield block.id, self._pattern("table", tables)
                elif isinstance(block, Chart):
                    charts += 1
                    yield block.id, self._pattern("figure", charts)

    def _pattern(self, key: str, number: int) -> str:
        pattern = self.labels.get(key, "")
        if "{n}" not in pattern:
            pattern = f"{pattern} {{n}}".strip()
        return pattern.replace("{n}", str(number))


ENDING = re.compile(r"(?<=\d)(%?)-(?=[^\W\d_]{1,5}\b)")
"""The hyphen between a number and its ending: 5-е, 100-ден, 7,9%-ға. No line breaks there."""


def author_of(document: Document) -> str:
    """Who a file's properties say has written it."""
    return document.labels.get("author") or AUTHOR


def shown(section: Section) -> Iterator[Block]:
    """The blocks that have something to show."""
    for block in section.blocks:
        match block:
            case Paragraph(runs=()) | Bullets(items=()) | Tiles(items=()):
                continue
        yield block


def facts_of(block: Block) -> Iterator[str]:
    """The fact ids of a block in reading order, with repetitions."""
    for runs in texts_of(block):
        yield from (run.fact_id for run in runs if run.fact_id)
    if isinstance(block, Chart):
        for row in chart_table(block).get("rows", ()):
            yield from (cell["fact"] for cell in row if cell["fact"])


def chart_table(chart: Chart) -> dict[str, Any]:
    """The chart's own rows as a table, where its builder left one."""
    return dict(chart.spec.get("usermeta", {}).get("table", {}))


def anchor(place: int) -> str:
    """The name of a source's place in the document, counted from zero."""
    return f"source-{place + 1}"


def view(document: Document, layout: Layout) -> dict[str, Any]:
    """The document as plain values for a template that has no logic of its own."""
    return {
        "language": document.language,
        "title": document.title,
        "subtitle": document.subtitle,
        "identifier": document.identifier,
        "author": author_of(document),
        "header": [list(pair) for pair in document.header],
        "labels": dict.fromkeys(LABELS, "") | dict(document.labels),
        "page": list(layout.page_pattern()),
        "sources_title": document.sources_title,
        "sources_anchor": SOURCES,
        "sources": [
            {"anchor": anchor(n), "label": note.label, "text": note.text, "address": note.address}
            for n, note in enumerate(document.sources)
        ],
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "page_break": section.page_break,
                "annex": section.annex,
                "blocks": [_block(block, layout) for block in shown(section)],
            }
            for section in document.sections
        ],
    }


def _block(block: Block, layout: Layout) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {
                "kind": "paragraph",
                "style": block.style,
                "runs": _runs(block.runs),
                "notes": layout.notes(block.runs),
            }
        case Bullets():
            return {
                "kind": "bullets",
                "numbered": block.numbered,
                "items": [
                    {"runs": _runs(runs), "notes": layout.notes(runs)} for runs in block.items
                ],
            }
        case Tiles():
            return {
                "kind": "tiles",
                "items": [
                    {
                        "label": label,
                        "runs": _runs(runs),
                        "comparison": _runs(comparison),
                        "notes": layout.notes(runs, comparison),
                    }
                    for label, runs, comparison in block.items
                ],
            }
        case Table():
            widths, size = columns_of(block)
            return {
                "kind": "table",
                "id": block.id,
                "number": layout.number(block.id),
                "caption": block.caption,
                "wide": block.wide,
                "columns": [
                    {
                        "title": heading(c.title),
                        "align": c.align,
                        "width": round(width, 2),
                    }
                    for c, width in zip(block.columns, widths, strict=True)
                ],
                "size": size,
                "rows": [
                    {
                        "emphasis": row.emphasis,
                        "heading": row.heading,
                        "cells": [_runs(cell) for cell in row.cells],
                    }
                    for row in block.rows
                ],
                "note": _runs(block.note),
                "notes": layout.notes_of_block(block),
            }
        case Chart():
            return {
                "kind": "chart",
                "id": block.id,
                "number": layout.number(block.id),
                "caption": block.caption,
                "alternative": block.alternative,
                "width_mm": block.width_mm,
                "table": chart_table(block),
                "note": _runs(block.note),
                "notes": layout.notes_of_block(block),
            }


def _runs(runs: Runs) -> list[dict[str, Any]]:
    return [{"text": run.text, "fact": run.fact_id, "strong": run.strong} for run in runs]
