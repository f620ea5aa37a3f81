"""Which characters stand on a page of a PDF, where, and to which part of its structure?"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2.raw as pdfium

HYPHEN = "\ufffe"
"""What stands for a hyphen at the end of a line until it is known whether the word has one."""
_BROKEN = 2
"""What the library gives for it."""
WIDE_GAP = 0.75
"""Sizes of the letters between two cells of a row; a space has a quarter."""
_DEEPEST = 60
_INLINE = frozenset({"Span", "Link", "Em", "Strong", "Reference", "Sub", "Quote", "Annot", "Code"})


@dataclass(slots=True)
class Run:
    """Characters that follow one another in one size, on one line."""

    text: str
    left: float
    right: float
    base: float
    """The line its letters stand on, from the foot of the page."""
    size: float
    mark: int
    """The number of its marked content; -1 where it has none."""

    @property
    def top(self) -> float:
        return self.base + 0.75 * self.size

    @property
    def bottom(self) -> float:
        return self.base - 0.25 * self.size


@dataclass(slots=True)
class Element:
    """A part of the structure: its type, and in order its marks and its parts."""

    type: str
    children: list[Element | int] = field(default_factory=list)

    @property
    def is_inline(self) -> bool:
        return self.type in _INLINE

    def marks(self) -> Iterator[int]:
        for child in self.children:
            if isinstance(child, Element):
                yield from child.marks()
            else:
                yield child


def runs_of(page: Any) -> list[Run]:
    """The runs of a page in the order they were written."""
    text_page = page.get_textpage()
    raw = text_page.raw
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    known: dict[int, tuple[float, int, int]] = {}
    runs: list[Run] = []
    now: Run | None = None
    for place in range(pdfium.FPDFText_CountChars(raw)):
        character = _character(pdfium.FPDFText_GetUnicode(raw, place))
        written = pdfium.FPDFText_GetTextObject(raw, place)
        if not written:
            # Put in by the library: a space between words, or the end of a line.
            if now is not None:
                now.text += character
                if character in "\r\n":
                    now = None
            continue
        address = ctypes.addressof(written.contents)
        if address not in known:
            mark = pdfium.FPDFPageObj_GetMarkedContentID(written)
            known[address] = (*_size(raw, place), mark)
        size, quarters, mark = known[address]
        pdfium.FPDFText_GetLooseCharBox(raw, place, ctypes.byref(box))
        pdfium.FPDFText_GetCharOrigin(raw, place, ctypes.byref(x), ctypes.byref(y))
        left, right, base = _upright(box, x.value, y.value, quarters)
        if (
            now is not None
            and now.mark == mark
            and abs(now.base - base) < 0.1 * size
            and abs(now.size - size) < 0.1 * size
            and -size < left - now.right < WIDE_GAP * size
        ):
            now.text += character
            now.right = max(now.right, right)
        else:
            now = Run(character, left, right, base, size, mark)
            runs.append(now)
        if character == HYPHEN:
            now = None
    text_page.close()
    return runs


def _size(raw: Any, place: int) -> tuple[float, int]:
    """The size of a letter on the page, and by how many quarters its line is turned."""
    matrix = pdfium.FS_MATRIX()
    size = float(pdfium.FPDFText_GetFontSize(raw, place))
    quarters = 0
    if pdfium.FPDFText_GetMatrix(raw, place, ctypes.byref(matrix)):
        size *= math.hypot(matrix.c, matrix.d)
        quarters = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4
    return max(size, 0.1), quarters


def _upright(box: Any, x: float, y: float, quarters: int) -> tuple[float, float, float]:
    """Left, right and base line of a letter, as if its line ran from left to right."""
    match quarters:
        case 1:
            return box.bottom, box.top, -x
        case 2:
            return -box.right, -box.left, -y
        case 3:
            return -box.top, -box.bottom, x
        case _:
            return box.left, box.right, y


def structure_of(page: Any) -> Element | None:
    """The structure of a page; None where it has none."""
    tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return None
    root = Element("Document")
    for place in range(max(pdfium.FPDF_StructTree_CountChildren(tree), 0)):
        child = pdfium.FPDF_StructTree_GetChildAtIndex(tree, place)
        if child:
            root.children.append(_element(child, 0))
    pdfium.FPDF_StructTree_Close(tree)
    return root if root.children else None


def _character(code: int) -> str:
    if code == _BROKEN:
        return HYPHEN
    # Halves of a pair come one by one where a letter lies outside the basic plane.
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def usual_size(runs: Sequence[Run]) -> float:
    """The size most characters have."""
    sizes: Counter[float] = Counter()
    for run in runs:
        sizes[round(run.size, 1)] += len(run.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _element(raw: Any, depth: int) -> Element:
    element = Element(_type(raw))
    for place in range(max(pdfium.FPDF_StructElement_CountChildren(raw), 0)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(raw, place)
        if child and depth < _DEEPEST:
            element.children.append(_element(child, depth + 1))
        elif (mark := pdfium.FPDF_StructElement_GetChildMarkedContentID(raw, place)) >= 0:
            element.children.append(mark)
    return element


def _type(raw: Any) -> str:
    size = pdfium.FPDF_StructElement_GetType(raw, None, 0)
    if not 2 < size < 200:
        return ""
    name = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(raw, name, size)
    return name.raw[: size - 2].decode("utf-16-le", errors="replace")
