"""How does a figure of a PDF lead to its source and still name its fact?

The typesetter gives a link either a place or words of its own: the words of a link are its
address. So a figure is set as a link whose address names the fact, and here the address gives
way to the source's place while the words stay. The file keeps its length: nothing else moves.
"""

from __future__ import annotations

import re

from esep.briefings.render.layout import EXPLAIN, Layout, shown

_FIGURE = re.compile(
    rb"/A<</Type/Action/S/URI/URI\(" + EXPLAIN.encode() + rb"((?:[^()\\]|\\.)*)\)>>"
)
_LINK = re.compile(rb"/Subtype/Link/[^\n]*?/Dest (\d+) 0 R")
_PLACE = re.compile(rb"\n(\d+) 0 obj\n\[(\d+) 0 R/XYZ [\d.]+ ([\d.]+) [\d.]+\]")
_PAGES = re.compile(rb"/Type/Pages/Count \d+/Kids\[([\d R]*)\]")


def lead_to_sources(pdf: bytes, layout: Layout) -> bytes:
    """Turn the address of each figure into the place of its first source."""
    targets = _targets(pdf, layout)

    def turned(link: re.Match[bytes]) -> bytes:
        fact_id = re.sub(rb"\\(.)", rb"\1", link[1]).decode()
        target = next((targets[n] for n in layout.notes_of((fact_id,)) if n in targets), None)
        there = b"" if target is None else b"/Dest %d 0 R" % target
        return there.ljust(len(link[0]))

    return _FIGURE.sub(turned, pdf)


def _targets(pdf: bytes, layout: Layout) -> dict[int, int]:
    """The object that holds the place of each source some mark leads to.

    All links within the file lead to sources, and the sources stand in their order.
    """
    used = {int(number) for number in _LINK.findall(pdf)}
    kids = _PAGES.search(pdf)
    pages = [int(page) for page in re.findall(rb"(\d+) 0 R", kids[1])] if kids else []
    places: dict[tuple[int, float], int] = {}
    for number, page, height in _PLACE.findall(pdf):
        if int(number) in used and int(page) in pages:
            places.setdefault((pages.index(int(page)), -float(height)), int(number))
    marked = _marked(layout)
    if len(places) != len(marked):
        return {}
    return dict(zip(marked, (places[place] for place in sorted(places)), strict=True))


def _marked(layout: Layout) -> list[int]:
    """The sources that marks or the words below tables lead to, in order."""
    blocks = (block for section in layout.document.sections for block in shown(section))
    return sorted({place for block in blocks for place in layout.notes_of_block(block)})
