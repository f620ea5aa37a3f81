"""How does a document become a Word file that can be edited and read back?"""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from typing import Any

import docx as word
from docx.shared import Mm, Pt

from esep.briefings.render.docx_parts import (
    add_bookmark,
    add_field,
    add_link,
    allow_no_break,
    describe_picture,
    describe_table,
    hold_endings,
    underline_row,
)
from esep.briefings.render.docx_rows import RowWriter
from esep.briefings.render.docx_styles import prepare
from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.glyphs import require_glyphs
from esep.briefings.render.layout import EXPLAIN, SOURCES, Layout, anchor, author_of, shown
from esep.briefings.render.measure import TEXT_MM, columns_of
from esep.look.palette import ACCENT, RULE
from esep.look.word_file import undated
from esep.look.word_fonts import embed_fonts
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

_SHORT = 4
"""Items."""
_PIXELS = 2.5
"""To each unit of a chart: sharp on paper, small in the file."""


def render_docx(document: Document, drawer: ChartDrawer, *, created: date) -> bytes:
    """Return the file; native headings, tables, captions and notes, nothing drawn as text."""
    require_glyphs(document)
    return _Writer(document, drawer).write(created)


class _Writer:
    def __init__(self, document: Document, drawer: ChartDrawer) -> None:
        self.document = document
        self.drawer = drawer
        self.layout = Layout(document)
        self.file: Any = word.Document()
        self.marks = 0
        self._styles: dict[str, str] = {}

    def write(self, created: date) -> bytes:
        document = self.document
        at = datetime.combine(created, time(), UTC)
        prepare(self.file, language=document.language)
        properties = self.file.core_properties
        properties.title = document.title
        properties.subject = document.subtitle
        properties.identifier = document.identifier
        properties.language = document.language
        properties.author = properties.last_modified_by = author_of(document)
        properties.comments = ""
        properties.created = properties.modified = at.replace(tzinfo=None)
        self._page()
        self._line("Title", document.title)
        self._line("Subtitle", document.subtitle)
        self._header()
        for section in document.sections:
            heading = self._line("Heading 1", section.title)
            heading.paragraph_format.page_break_before = section.page_break or None
            self._bookmark(heading, f"section-{section.id}")
            blocks = list(shown(section))
            for place, block in enumerate(blocks, start=1):
                self._block(block, blocks[place] if place < len(blocks) else None)
        self._sources()
        embed_fonts(self.file)
        stream = io.BytesIO()
        self.file.save(stream)
        return undated(stream)

    def _page(self) -> None:
        section = self.file.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(25)
        section.top_margin = section.bottom_margin = Mm(24)
        section.different_first_page_header_footer = True
        section.header.paragraphs[0].text = self.document.title
        for footer in (section.footer, section.first_page_footer):
            line = footer.paragraphs[0]
            self._style(line, "Footer")
            before, between, after = self.layout.page_pattern()
            line.add_run(self.document.identifier + "\t" + before)
            add_field(line, "PAGE")
            line.add_run(between)
            add_field(line, "NUMPAGES")
            line.add_run(after)

    def _header(self) -> None:
        if not self.document.header:
            return
        pairs = self.document.header
        table = self.file.add_table(rows=0, cols=4)
        table.autofit = False
        for start in range(0, len(pairs), 2):
            cells = table.add_row().cells
            for place, (name, said) in enumerate(pairs[start : start + 2]):
                self._cell(cells[2 * place], "Esep Label").add_run(name)
                self._cell(cells[2 * place + 1], "Esep Cell").add_run(said)
        self._widths(table, [26, 54, 26, 54])
        underline_row(table.rows[0], "top", RULE)
        underline_row(table.rows[-1], "bottom", RULE)

    def _block(self, block: Block, following: Block | None) -> None:
        match block:
            case Paragraph():
                line = self._paragraph(block)
                if _leads(block, following):
                    line.paragraph_format.keep_with_next = True
            case Bullets():
                style = "List Number" if block.numbered else "List Bullet"
                for number, runs in enumerate(block.items):
                    line = self._line(style)
                    if block.numbered and number == 0:
                        self._restart_numbers(line)
                    elif block.numbered:
                        self._continue_numbers(line)
                    self._runs(line, runs)
                    self._note_marks(line, self.layout.notes(runs))
                    # A short list stays whole, a long one never begins or ends with one line.
                    last = len(block.items) - 1
                    edge = number in (0, last - 1) or last < _SHORT
                    if (number < last and edge) or (number == last and _is_note(following)):
                        line.paragraph_format.keep_with_next = True
            case Tiles():
                self._tiles(block)
            case Table():
                self._table(block)
            case Chart():
                self._chart(block)

    def _paragraph(self, block: Paragraph) -> Any:
        styles = {"lead": "Esep Lead", "note": "Esep Note", "caution": "Esep Caution"}
        line = self._line(styles.get(block.style, "Normal"))
        said = self.document.labels.get("caution", "")
        if block.style == "caution" and said:
            line.add_run(f"{said}. ", style="Esep Warning")
        self._runs(line, block.runs)
        self._note_marks(line, self.layout.notes(block.runs))
        return line

    def _tiles(self, block: Tiles) -> None:
        across = 2 if len(block.items) == 4 else min(3, len(block.items))
        longest = max(sum(len(run.text) for run in runs) for _, runs, _ in block.items)
        size = min(22.0, TEXT_MM / across * 2.835 / max(longest, 1) / 0.66)
        table = self.file.add_table(rows=0, cols=across)
        table.autofit = False
        for start in range(0, len(block.items), across):
            row = table.add_row()
            allow_no_break(row)
            underline_row(row, "top", ACCENT, points=1.5)
            for cell, (label, runs, comparison) in zip(
                row.cells, block.items[start : start + across], strict=False
            ):
                large = self._cell(cell, "Esep Figure")
                for run in self._runs(large, runs):
                    run.font.size = Pt(round(size * 2) / 2)
                self._line("Esep Cell", label, into=cell)
                below = self._line("Esep Label", into=cell)
                self._runs(below, comparison)
                self._note_marks(below, self.layout.notes(runs, comparison))
        self._widths(table, [TEXT_MM / across] * across)
        self._line("Esep Gap")

    def _table(self, block: Table) -> None:
        self._caption(block.id, block.caption, "Table")
        table = self.file.add_table(rows=0, cols=len(block.columns), style="Esep Table")
        table.autofit = False
        widths = [Mm(width) for width in columns_of(block)[0]]
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        style = self._style_id("Esep Cell Small" if block.wide else "Esep Cell")
        writer = RowWriter(block, style, [width.twips for width in widths], self._target)
        for row in writer.write():
            table._tbl.append(row)
        describe_table(table, block.caption)
        self._below(block.note, self.layout.notes_of_block(block))

    def _chart(self, block: Chart) -> None:
        self._caption(block.id, block.caption, "Figure")
        picture = self.drawer.png(block.spec, self.document.language, _PIXELS)
        line = self._line("Esep Picture")
        shape = line.add_run().add_picture(io.BytesIO(picture), width=Mm(block.width_mm))
        describe_picture(shape, name=block.id, words=block.alternative)
        self._below(block.note, self.layout.notes_of_block(block))

    def _caption(self, block_id: str, caption: str, series: str) -> None:
        line = self._line("Caption")
        if self.layout.number(block_id):
            before, number, after = self.layout.number_parts(block_id)
            line.add_run(before, style="Esep Number")
            # Word's own lists of tables and figures look for these fields.
            add_field(line, f"SEQ {series} \\* ARABIC", shown=number, style="Esep Number")
            line.add_run(f"{after}. ", style="Esep Number")
        line.add_run(caption)
        self._bookmark(line, f"block-{block_id}")

    def _below(self, note: Runs, sources: tuple[int, ...]) -> None:
        line = self._line("Esep Below")
        self._runs(line, note)
        if sources:
            line.add_run(" " * bool(note) + self.document.labels.get("source", "") + " ")
            for count, place in enumerate(sources):
                if count:
                    line.add_run(" ")
                add_link(line, self.document.sources[place].label, _bookmark(anchor(place)))

    def _sources(self) -> None:
        if not self.document.sources:
            return
        heading = self._line("Heading 1", self.document.sources_title)
        self._bookmark(heading, SOURCES)
        for place, note in enumerate(self.document.sources):
            line = self._line("Esep Source")
            line.add_run(note.label, style="Esep Number")
            line.add_run(f"\t{note.text} {note.address}".rstrip())
            self._bookmark(line, anchor(place))

    def _runs(self, line: Any, runs: Runs, *, strong: bool = False) -> list[Any]:
        """Write the texts; a figure becomes a link to its source whose tip follows the fact."""
        made = []
        for run in runs:
            bold = True if strong or run.strong else None
            if run.fact_id:
                target, tip = self._target(run.fact_id)
                made.append(add_link(line, run.text, target, tip=tip))
            else:
                made.append(line.add_run(run.text))
            made[-1].bold = bold
            hold_endings(made[-1])
        return made

    def _target(self, fact_id: str) -> tuple[str, str]:
        """Where the link of a figure leads, and what its tip says."""
        notes = self.layout.notes_of((fact_id,))
        return _bookmark(anchor(notes[0]) if notes else SOURCES), EXPLAIN + fact_id

    def _note_marks(self, line: Any, notes: tuple[int, ...]) -> None:
        for place in notes:
            label = self.document.sources[place].label
            add_link(line, label, _bookmark(anchor(place)), style="EsepMark")

    def _bookmark(self, line: Any, name: str) -> None:
        self.marks += 1
        add_bookmark(line, _bookmark(name), self.marks)

    def _line(self, style: str, text: str = "", *, into: Any = None) -> Any:
        line = (into or self.file).add_paragraph(text)
        self._style(line, style)
        return line

    def _cell(self, cell: Any, style: str) -> Any:
        line = cell.paragraphs[0]
        self._style(line, style)
        return line

    def _style(self, line: Any, name: str) -> None:
        line._p.style = self._style_id(name)

    def _style_id(self, name: str) -> str:
        """Styles are set by id: the library searches all of them anew for each paragraph."""
        if name not in self._styles:
            self._styles[name] = self.file.styles[name].style_id
        return self._styles[name]

    def _widths(self, table: Any, widths_mm: list[float]) -> None:
        widths = [Mm(width) for width in widths_mm]
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        for row in table._tbl.tr_lst:
            for cell, width in zip(row.tc_lst, widths, strict=True):
                cell.width = width

    def _restart_numbers(self, line: Any) -> None:
        """Each numbered list starts at one: Word goes on counting unless told."""
        numbering = self.file.part.numbering_part.numbering_definitions._numbering
        style_num = self.file.styles["List Number"].element.pPr.numPr.numId.val
        abstract = numbering.num_having_numId(style_num).abstractNumId.val
        number = numbering.add_num(abstract)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        self.number_id = number.numId
        self._continue_numbers(line)

    def _continue_numbers(self, line: Any) -> None:
        properties = line._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = self.number_id


def _is_note(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and block.style in ("note", "caution")


def _leads(block: Paragraph, following: Block | None) -> bool:
    """Whether a paragraph is nothing without what follows it."""
    if block.style in ("note", "caution"):
        return False
    return isinstance(following, Bullets) or _is_note(following)


def _bookmark(name: str) -> str:
    """Word allows letters, digits and underscores, forty of them."""
    return "".join(c if c.isalnum() else "_" for c in name)[:40]
