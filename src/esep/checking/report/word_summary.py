"""What stands at the end of a checked Word file: every figure of it in one table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt

from esep.checking.report.entries import Entry, Report
from esep.checking.report.word_look import TONES, rgb, rule, shade
from esep.look.palette import ACCENT, MUTED
from esep.look.typeface import FONT
from esep.model.claim import Finding

_SHARES = (0.22, 0.27, 0.51)
_MOST_ROWS = 60
"""Beside the findings; the comments tell the rest."""


def add_summary(file: Any, report: Report) -> None:
    """Append a page with the counts, what does not fit together, and a row for each figure."""
    said = report.words
    head = file.add_paragraph()
    head.paragraph_format.page_break_before = True
    head.paragraph_format.space_after = Pt(4)
    head.paragraph_format.keep_with_next = True
    _write(head, said.title, size=15, bold=True, colour=ACCENT)
    _write(_line(file), " · ".join(value for _, value in report.facts), colour=MUTED)
    _write(_line(file), report.summary())
    if not report.has_findings:
        _write(_line(file), said.no_findings)
    for explanation, entries in report.consistency():
        line = _line(file)
        colour = TONES[Finding.CONTRADICTED][0]
        _write(line, f"× {said.consistency}: ", bold=True, colour=colour)
        figures = ", ".join(f"{each.text} ({each.where})" for each in entries)
        _write(line, f"{figures}. {explanation}")
    rows = [
        entry
        for finding, entries in report.grouped
        if finding is not Finding.NOT_A_CLAIM
        for entry in entries
    ]
    if rows:
        shown = max(_MOST_ROWS, sum(each.is_finding for each in rows))
        _table(file, report, rows[:shown])
        if len(rows) > shown:
            _write(_line(file), said.more.format(len(rows) - shown), colour=MUTED)


def _table(file: Any, report: Report, entries: Sequence[Entry]) -> None:
    said = report.words
    section = file.sections[-1]
    room = section.page_width - section.left_margin - section.right_margin
    widths = [int(room * share) for share in _SHARES]
    table = file.add_table(rows=1, cols=len(widths))
    table.autofit = False
    rule(table)
    heads = (said.remarks, said.verdict, said.explanation)
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        _write(_first(cell), text, size=9, bold=True, colour=MUTED)
    _repeat(table.rows[0])
    for entry in entries:
        tone, ground = TONES[entry.finding]
        row = table.add_row()
        _hold(row)
        figure, verdict, told = row.cells
        _write(_first(figure), entry.text, size=9, bold=True)
        _write(_next(figure), entry.where, size=8, colour=MUTED)
        _write(_first(verdict), f"{entry.sign} {entry.verdict}", size=9, bold=True, colour=tone)
        if entry.expected:
            line = _next(verdict)
            _write(line, f"{said.expected}: ", size=9)
            _write(line, entry.expected, size=9, bold=True, colour=tone)
        shade(verdict._tc.get_or_add_tcPr(), ground)
        _write(_first(told), entry.explanation, size=9)
        if entry.frame:
            line = _next(told) if entry.explanation else _first(told)
            _write(line, entry.frame, size=8, colour=MUTED)
    for row in table.rows:
        for cell, width in zip(row._tr.tc_lst, widths, strict=True):
            cell.width = width
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width


def _line(file: Any) -> Any:
    line = file.add_paragraph()
    line.paragraph_format.space_after = Pt(4)
    return line


def _first(cell: Any) -> Any:
    return _tight(cell.paragraphs[0])


def _next(cell: Any) -> Any:
    return _tight(cell.add_paragraph())


def _tight(line: Any) -> Any:
    line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(1.5)
    line.paragraph_format.first_line_indent = 0
    line.paragraph_format.line_spacing = 1.1
    line.alignment = 0
    return line


def _write(line: Any, text: str, *, size: float = 10, bold: bool = False, colour: str = "") -> None:
    run = line.add_run(text)
    run.font.size, run.font.bold, run.font.italic = Pt(size), bold, False
    # Named outright: the styles of somebody's file may lack Kazakh letters.
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)
    if colour:
        run.font.color.rgb = rgb(colour)


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _hold(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
