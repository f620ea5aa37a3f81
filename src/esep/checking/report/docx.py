"""How does the answer to a check become a Word file with a comment at each figure?"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

import docx as word
from docx.shared import Pt

from esep.checking.documents.gather import is_said, one_line
from esep.checking.documents.word_blocks import Block, Blocks, Styles
from esep.checking.report.entries import Entry, Report
from esep.checking.report.marked import MarkedBlock, Part, marked_blocks
from esep.checking.report.word_look import TONES, prepare, rgb, rule, shade
from esep.checking.report.word_marks import comment, runs_of
from esep.checking.report.word_summary import add_summary
from esep.look.word_file import undated
from esep.look.word_fonts import embed_fonts
from esep.model.claim import Finding

_STYLES = {
    "title": "Title",
    "heading": "Heading 1",
    "item": "List Bullet",
}
_FEWEST_SHARED = 0.9


def render_docx(report: Report, original: bytes | None = None) -> bytes:
    """Return the file: the document itself where it was a Word file, else its text anew."""
    file = _commented(report, original) if original is not None else None
    if file is None:
        file = _written(report)
    add_summary(file, report)
    stream = io.BytesIO()
    file.save(stream)
    return undated(stream)


def _commented(report: Report, original: bytes) -> Any:
    """The original with its comments; None where its words are not found again."""
    try:
        file = word.Document(io.BytesIO(original))
        blocks = list(Blocks(Styles(file.styles.element)).of(file.element.body))
    except (KeyError, ValueError, AttributeError):
        return None  # a kind of file that we read but the library does not write
    said = [each for each in blocks if is_said(one_line(each.text))]
    pairs = list(zip(report.read.passages, said, strict=False))
    text = report.read.text
    same = [p for p, b in pairs if text[p.start : p.end] == one_line(b.text)]
    if len(same) < _FEWEST_SHARED * len(pairs) or not pairs:
        return None
    day = date.fromisoformat(report.checked.day)
    for passage, block in reversed(pairs):
        if text[passage.start : passage.end] != one_line(block.text):
            continue
        inside = [e for e in report.entries if passage.start <= e.start < passage.end]
        for entry in sorted(inside, key=lambda each: each.start, reverse=True):
            if entry.finding is not Finding.NOT_A_CLAIM:
                _comment(file, report, entry, block, passage.start, day)
    return file


def _comment(file: Any, report: Report, entry: Entry, block: Block, start: int, day: date) -> None:
    runs = runs_of(block.pieces, entry.start - start, entry.end - start)
    if runs:
        comment(file, runs, entry, report.words, day)


def _written(report: Report) -> Any:
    file = word.Document()
    prepare(file, language=report.checked.language or report.language)
    embed_fonts(file)
    day = date.fromisoformat(report.checked.day)
    properties = file.core_properties
    properties.title = f"{report.words.title}: {report.checked.name}"
    properties.author = properties.last_modified_by = "esep"
    properties.comments = ""
    properties.created = properties.modified = datetime.combine(day, time(), UTC).replace(
        tzinfo=None
    )
    for block in marked_blocks(report.read, report.entries):
        if block.kind == "table":
            _write_table(file, report, block, day)
        else:
            line = file.add_paragraph(style=_STYLES.get(block.kind, "Normal"))
            _write_parts(file, report, line, block.parts, day)
    return file


def _write_table(file: Any, report: Report, block: MarkedBlock, day: date) -> None:
    table = file.add_table(rows=0, cols=len(block.rows[0]))
    rule(table)
    for row in block.rows:
        for cell, marked in zip(table.add_row().cells, row, strict=True):
            line = cell.paragraphs[0]
            line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(2)
            line.alignment = 2 if marked.is_value else 0
            _write_parts(file, report, line, marked.parts, day)
    file.add_paragraph()


def _write_parts(file: Any, report: Report, line: Any, parts: Sequence[Part], day: date) -> None:
    for part in parts:
        run = line.add_run(part.text)
        entry = part.entry
        if entry is None or entry.finding is Finding.NOT_A_CLAIM:
            continue
        tone, ground = TONES[entry.finding]
        shade(run._r.get_or_add_rPr(), ground)
        run.font.bold = True if entry.is_finding else None
        run.font.color.rgb = rgb(tone)
        sign = line.add_run(entry.sign)
        sign.font.superscript, sign.font.bold = True, True
        sign.font.color.rgb = rgb(tone)
        comment(file, [run._r, run._r], entry, report.words, day)
