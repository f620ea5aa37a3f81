"""Which styles does a briefing have in Word, so that an editor can change its look at once?"""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

from esep.briefings.render.docx_parts import border
from esep.look.palette import ACCENT, INK, MUTED, RULE, WARNING, WARNING_FAINT
from esep.look.typeface import FONT

_LOCALES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}


def prepare(file: Any, *, language: str) -> None:
    """Give the file its styles, its language and its fonts."""
    styles = file.styles
    _fewer(styles)
    _defaults(styles, _LOCALES.get(language, language))
    normal = styles["Normal"]
    _look(normal, size=10, after=6, line=1.25)
    _look(styles["Title"], size=23, bold=True, colour=ACCENT, after=2, line=1.05, next_=True)
    _unruled(styles["Title"])
    _look(styles["Subtitle"], size=11.5, colour=MUTED, after=10, italic=False)
    _look(styles["Heading 1"], size=14, bold=True, colour=ACCENT, before=20, after=6, next_=True)
    _look(styles["Heading 2"], size=11.5, bold=True, colour=ACCENT, before=14, after=4, next_=True)
    _look(styles["Caption"], size=9, bold=True, before=12, after=4, next_=True)
    for name in ("List Bullet", "List Number"):
        _look(styles[name], size=10, after=4, line=1.25)
    for name in ("Header", "Footer"):
        _look(styles[name], size=8, colour=MUTED)
        stops = styles[name].paragraph_format.tab_stops
        for _ in list(stops):
            del stops[0]
        stops.add_tab_stop(Mm(160), alignment=2)
    _paragraph(styles, "Esep Lead", size=11.5, after=8, line=1.3)
    _paragraph(styles, "Esep Note", size=8.5, colour=MUTED)
    caution = _paragraph(styles, "Esep Caution", size=10, before=6, after=8, line=1.25)
    _boxed(caution)
    caution.paragraph_format.left_indent = caution.paragraph_format.right_indent = Mm(4)
    _paragraph(styles, "Esep Label", size=8.5, colour=MUTED, before=2, after=1, line=1.1)
    _paragraph(styles, "Esep Figure", size=20, bold=True, colour=ACCENT, after=1, line=1.05)
    _paragraph(styles, "Esep Cell", size=8.6, before=2, after=2, line=1.08)
    _paragraph(styles, "Esep Cell Small", size=7.2, before=1.5, after=1.5, line=1.05)
    _paragraph(styles, "Esep Picture", size=10, after=2, next_=True)
    _paragraph(styles, "Esep Below", size=8, colour=MUTED, before=3, after=12)
    _paragraph(styles, "Esep Gap", size=4, after=2)
    source = _paragraph(styles, "Esep Source", size=8.5, after=4)
    source.paragraph_format.left_indent = Mm(9)
    source.paragraph_format.keep_together = True
    source.paragraph_format.first_line_indent = Mm(-9)
    source.paragraph_format.tab_stops.add_tab_stop(Mm(9))
    _character(styles, "Esep Number", colour=ACCENT, bold=True)
    _character(styles, "Esep Warning", colour=WARNING, bold=True)
    mark = _character(styles, "Esep Mark", colour=ACCENT)
    mark.font.superscript = True
    _table_style(styles)


def _fewer(styles: Any) -> None:
    """Drop the template's hundred decorated table styles: an editor should find ours."""
    for style in list(styles.element.style_lst):
        if style.type == WD_STYLE_TYPE.TABLE and style.styleId != "TableNormal":
            styles.element.remove(style)


def _defaults(styles: Any, locale: str) -> None:
    defaults = styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), locale)
    language.set(qn("w:eastAsia"), locale)
    language.set(qn("w:bidi"), "ar-SA")


def _look(
    style: Any,
    *,
    size: float,
    bold: bool = False,
    italic: bool | None = None,
    colour: str = INK,
    before: float = 0,
    after: float = 0,
    line: float = 1.15,
    next_: bool = False,
) -> None:
    _face(style)
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = italic
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    shape = style.paragraph_format
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing = line
    shape.keep_with_next = next_ or None


def _face(style: Any) -> None:
    """Name the font for every script, and drop the theme's, which would win."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _paragraph(styles: Any, name: str, **look: Any) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    style.quick_style = True
    _look(style, **look)
    return style


def _character(styles: Any, name: str, *, colour: str, bold: bool = False) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    style.font.bold = bold or None
    return style


def _unruled(style: Any) -> None:
    borders = style.element.pPr.find(qn("w:pBdr"))
    if borders is not None:
        style.element.pPr.remove(borders)


def _boxed(style: Any) -> None:
    """A thick rule at the left and a tint: a warning that also works in black and white."""
    properties = style.element.get_or_add_pPr()
    box = OxmlElement("w:pBdr")
    # The rules above and below have the tint's colour: they only give the words air.
    for side, colour, points, space in (
        ("top", WARNING_FAINT, 0.5, "4"),
        ("left", WARNING, 2.5, "8"),
        ("bottom", WARNING_FAINT, 0.5, "4"),
    ):
        line = border(side, colour, points)
        line.set(qn("w:space"), space)
        box.append(line)
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", WARNING_FAINT.lstrip("#"))):
        shading.set(qn(f"w:{key}"), value)
    for element in (box, shading):
        properties.insert_element_before(
            element, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )


def _table_style(styles: Any) -> None:
    """Light rules, a strong one above the heading, the heading quiet."""

    def line(side: str, colour: str, points: float) -> str:
        code = colour.lstrip("#")
        return f'<w:{side} w:val="single" w:sz="{round(points * 8)}" w:space="0" w:color="{code}"/>'

    styles.element.append(
        parse_xml(
            f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="EsepTable">'
            '<w:name w:val="Esep Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
            f"<w:tblPr><w:tblBorders>{line('top', ACCENT, 1.25)}{line('bottom', RULE, 0.5)}"
            f"{line('insideH', RULE, 0.5)}</w:tblBorders>"
            '<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/>'
            "</w:tblCellMar></w:tblPr>"
            '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/>'
            f'<w:color w:val="{MUTED.lstrip("#")}"/></w:rPr><w:tcPr><w:tcBorders>'
            f"{line('bottom', MUTED, 0.75)}</w:tcBorders>"
            '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>'
        )
    )
