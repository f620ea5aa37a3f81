"""A document as plain text: a line a sentence, figures in brackets, tables as columns."""

from __future__ import annotations

from collections.abc import Iterator

from esep.model.document import (
    Block,
    Bullets,
    Chart,
    Document,
    Paragraph,
    Runs,
    Table,
    Tiles,
)


def document_text(document: Document) -> str:
    return "\n".join(_lines(document)).replace("\u00a0", " ") + "\n"


def text_of(runs: Runs) -> str:
    """Each figure stands in brackets, so that a lost fact id shows as a difference."""
    return "".join(f"[{run.text}]" if run.fact_id else run.text for run in runs)


def _lines(document: Document) -> Iterator[str]:
    yield document.title
    yield document.subtitle
    yield from (f"{label}: {text}" for label, text in document.header)
    for section in document.sections:
        yield ""
        marks = " (annex)" if section.annex else ""
        marks += " (new page)" if section.page_break else ""
        yield f"== {section.title}{marks} =="
        for block in section.blocks:
            yield from _block(block)
    yield ""
    yield f"== {document.sources_title} =="
    for note in document.sources:
        yield f"{note.label} {note.text}"
        yield f"    {note.address}"


def _block(block: Block) -> Iterator[str]:
    yield ""
    match block:
        case Paragraph():
            yield ("" if block.style == "body" else f"({block.style}) ") + text_of(block.runs)
        case Bullets():
            for number, item in enumerate(block.items, start=1):
                yield (f"{number}. " if block.numbered else "- ") + text_of(item)
        case Tiles():
            for label, figure, below in block.items:
                yield f"# {label}: {text_of(figure)}; {text_of(below)}"
        case Table():
            yield f"Table: {block.caption}"
            yield "  " + " | ".join(column.title for column in block.columns)
            for row in block.rows:
                mark = "* " if row.emphasis else "  "
                yield mark + " | ".join(text_of(cell) for cell in row.cells)
            if block.note:
                yield f"  Note: {text_of(block.note)}"
        case Chart():
            yield f"Chart: {block.caption}"
            yield f"  In words: {block.alternative}"
            if block.note:
                yield f"  Note: {text_of(block.note)}"
            for row in block.spec["data"]["values"] if "data" in block.spec else ():
                yield f"  {row}"
