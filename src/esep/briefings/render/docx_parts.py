"""Which parts of a Word file does its library not write: links, fields, marks, descriptions?"""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from esep.briefings.render.layout import ENDING


def add_field(line: Any, code: str, *, shown: str = "1", style: str | None = None) -> None:
    """A field Word computes itself, such as the number of the page."""
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = line.add_run(style=style)
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)
        elif kind == "shown":
            run.text = text
        else:
            code_text = OxmlElement("w:instrText")
            code_text.set(qn("xml:space"), "preserve")
            code_text.text = f" {text} "
            run._r.append(code_text)


def add_link(line: Any, text: str, target: str, *, tip: str = "", style: str = "") -> Any:
    """A link to a bookmark of this file that looks like the text around it; its run."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), target)
    link.set(qn("w:history"), "1")
    if tip:
        link.set(qn("w:tooltip"), tip)
    run = line.add_run(text)
    if style:
        run._r.get_or_add_rPr().get_or_add_rStyle().val = style
    link.append(run._r)
    line._p.append(link)
    return run


def add_bookmark(line: Any, name: str, number: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    properties = line._p.pPr
    line._p.insert(0 if properties is None else 1, start)
    line._p.append(end)


def describe_picture(shape: Any, *, name: str, words: str) -> None:
    shape._inline.docPr.set("name", name)
    shape._inline.docPr.set("descr", words)


def describe_table(table: Any, words: str) -> None:
    caption = OxmlElement("w:tblCaption")
    caption.set(qn("w:val"), words)
    table._tbl.tblPr.append(caption)


def hold_endings(run: Any) -> None:
    """Write the hyphen of `5-е` as one that never ends a line."""
    text = run.text
    if ENDING.search(text):
        run.text = ENDING.sub("\\1\u2011", text)
        for part in run._r.findall(qn("w:t")):
            _split(part)


def _split(part: Any) -> None:
    """A text with unbreakable hyphens as texts with Word's element between them."""
    pieces = (part.text or "").split("\u2011")
    for piece in reversed(pieces[1:]):
        after = OxmlElement("w:t")
        after.set(qn("xml:space"), "preserve")
        after.text = piece
        part.addnext(after)
        part.addnext(OxmlElement("w:noBreakHyphen"))
    part.text = pieces[0]
    part.set(qn("xml:space"), "preserve")


def allow_no_break(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def underline_row(row: Any, side: str, colour: str, *, points: float = 0.5) -> None:
    """A rule along the `top` or the `bottom` of a row."""
    for cell in row.cells:
        properties = cell._tc.get_or_add_tcPr()
        borders = properties.find(qn("w:tcBorders"))
        if borders is None:
            borders = OxmlElement("w:tcBorders")
            properties.append(borders)
        borders.append(border(side, colour, points))


def border(side: str, colour: str, points: float) -> Any:
    line = OxmlElement(f"w:{side}")
    line.set(qn("w:val"), "single")
    line.set(qn("w:sz"), str(round(points * 8)))
    line.set(qn("w:space"), "0")
    line.set(qn("w:color"), colour.lstrip("#"))
    return line
