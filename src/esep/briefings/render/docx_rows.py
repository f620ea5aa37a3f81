"""How are the rows of a table written for Word?

As text parsed once: through the library's objects an annex takes ten times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from esep.briefings.render.layout import ENDING
from esep.briefings.render.measure import heading
from esep.look.palette import ACCENT_FAINT
from esep.model.document import Row, Run, Runs, Table

_SHORT = 10
"""Rows; a shorter table stays on one page."""


@dataclass(frozen=True, slots=True)
class RowWriter:
    """Writes the rows of one table: the widths in twentieths of a point, the cells' style."""

    table: Table
    style_id: str
    widths: Sequence[int]
    link: Callable[[str], tuple[str, str]]
    """The bookmark and the tip of a fact."""

    def write(self) -> list[Any]:
        rows = [self._heading(), *(self._row(row) for row in self._kept())]
        return list(parse_xml(f"<w:tbl {nsdecls('w')}>{''.join(rows)}</w:tbl>"))

    def _kept(self) -> list[tuple[Row, bool]]:
        """Each row, and whether it stays on the page of the next one."""
        rows = self.table.rows
        short = len(rows) < _SHORT
        return [
            (row, row.heading or (short and number < len(rows) - 1))
            for number, row in enumerate(rows)
        ]

    def _heading(self) -> str:
        cells = "".join(
            self._cell(_text(heading(column.title)), width, column.align, keep=True)
            for column, width in zip(self.table.columns, self.widths, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"

    def _row(self, kept: tuple[Row, bool]) -> str:
        row, keep = kept
        if row.heading:
            whole = self._runs(row.cells[0], strong=True)
            span = f'<w:gridSpan w:val="{len(self.widths)}"/>'
            cells = self._cell(whole, sum(self.widths), "left", keep=keep, more=span)
        else:
            tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{ACCENT_FAINT[1:]}"/>'
            cells = "".join(
                self._cell(
                    self._runs(runs, strong=row.emphasis),
                    width,
                    column.align,
                    keep=keep,
                    more=tint if row.emphasis else "",
                )
                for runs, width, column in zip(
                    row.cells, self.widths, self.table.columns, strict=True
                )
            )
        return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"

    def _cell(self, content: str, width: int, align: str, *, keep: bool, more: str = "") -> str:
        next_ = "<w:keepNext/>" if keep else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{more}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{self.style_id}"/>'
            f'{next_}<w:jc w:val="{align}"/></w:pPr>{content}</w:p></w:tc>'
        )

    def _runs(self, runs: Runs, *, strong: bool) -> str:
        return "".join(self._run(run, strong or run.strong) for run in runs)

    def _run(self, run: Run, strong: bool) -> str:
        if not run.fact_id:
            return _text(run.text, strong)
        target, tip = self.link(run.fact_id)
        return (
            f'<w:hyperlink w:anchor={quoteattr(target)} w:history="1" '
            f"w:tooltip={quoteattr(tip)}>{_text(run.text, strong)}</w:hyperlink>"
        )


def _text(text: str, strong: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if strong else ""
    parts = ENDING.sub("\\1\n", text).split("\n") if ENDING.search(text) else [text]
    written = "<w:noBreakHyphen/>".join(
        f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts
    )
    return f"<w:r>{look}{written}</w:r>"
