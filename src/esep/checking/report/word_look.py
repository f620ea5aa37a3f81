"""How do the pages we write into a Word file look, beside whatever styles it has?"""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from esep.look.palette import (
    ACCENT,
    ACCENT_FAINT,
    FAINT,
    INK,
    MUTED,
    PAPER,
    RULE,
    WARNING,
    WARNING_FAINT,
)
from esep.look.typeface import FONT
from esep.model.claim import Finding

_LOCALES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
TONES = {
    Finding.CONTRADICTED: (WARNING, WARNING_FAINT),
    Finding.SUPERSEDED: ("#6b3fa0", "#f3eefa"),
    Finding.SUPPORTED: (ACCENT, ACCENT_FAINT),
    Finding.NO_DATA: (MUTED, FAINT),
    Finding.NOT_A_CLAIM: (MUTED, PAPER),
}


def prepare(file: Any, *, language: str) -> None:
    """Give a new file our letters, sizes and colours."""
    styles = file.styles
    look = (
        ("Normal", 10.5, False, INK, 0, 6),
        ("Title", 20, True, ACCENT, 0, 10),
        ("Heading 1", 15, True, ACCENT, 14, 6),
        ("Heading 2", 12, True, ACCENT, 12, 4),
        ("List Bullet", 10.5, False, INK, 0, 3),
    )
    for name, size, bold, colour, before, after in look:
        style = styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in list(fonts.attrib):
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)
        style.font.size, style.font.bold = Pt(size), bold
        style.font.color.rgb = rgb(colour)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.line_spacing = 1.2
    borders = styles["Title"].element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        styles["Title"].element.pPr.remove(borders)
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    said = defaults.find(qn("w:lang"))
    if said is not None:
        said.set(qn("w:val"), _LOCALES.get(language, language))
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(20)


def rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.lstrip("#").upper())


def shade(properties: Any, colour: str) -> None:
    """Colour the ground of a run or a cell."""
    ground = OxmlElement("w:shd")
    ground.set(qn("w:val"), "clear")
    ground.set(qn("w:color"), "auto")
    ground.set(qn("w:fill"), colour.lstrip("#"))
    properties.append(ground)


def rule(table: Any) -> None:
    """Thin lines between the rows, whatever table styles the file has."""
    properties = table._tbl.tblPr
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0")):
            line.set(qn(f"w:{key}"), value)
        line.set(qn("w:color"), RULE.lstrip("#"))
        borders.append(line)
    # The order of properties is fixed: borders stand before the layout and the margins.
    following = [
        each
        for each in properties
        if each.tag in {qn(f"w:{tag}") for tag in ("shd", "tblLayout", "tblCellMar", "tblLook")}
    ]
    if following:
        following[0].addprevious(borders)
    else:
        properties.append(borders)
