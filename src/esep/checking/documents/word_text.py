"""Which words stand in a paragraph of a Word file, and in which of its nodes?"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from esep.checking.documents.raised import raised
from esep.checking.documents.word_parts import W

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = frozenset(
    f"{W}{tag}"
    for tag in [
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "instrText",
        "pPr",
        "rPr",
        "tblPr",
        "trPr",
        "tcPr",
        "sectPr",
        "sdtPr",
        "sdtEndPr",
        "footnoteReference",
        "endnoteReference",
        "footnoteRef",
        "endnoteRef",
        "annotationRef",
        "commentReference",
        "ruby",
        "rt",
        "fldData",
    ]
) | {f"{_MC}Fallback"}
"""What nobody sees: deleted words, properties, codes of fields, marks of notes."""
_TEXTS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
}
BOX = f"{W}txbxContent"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one node; `node` is the `w:t` that holds them, None for what stands for a mark."""

    text: str
    node: Any = None


def pieces(paragraph: Any, raising: Collection[str] = ()) -> list[Piece]:
    """The words of a paragraph as it reads with all changes accepted, text boxes left out.

    `raising` are the character styles that set their words above the line.
    """
    found: list[Piece] = []
    for node in _visible(paragraph):
        if node.tag != f"{W}t":
            found.append(Piece(_TEXTS[node.tag]))
            continue
        text = node.text or ""
        if _is_raised(node, raising):
            text = raised(text, "".join(each.text for each in found[-3:]))
        found.append(Piece(text, node))
    return found


def boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph, each once."""
    for box in paragraph.iter(BOX):
        above = list(box.iterancestors())
        inner = above[: above.index(paragraph)]
        if not any(each.tag in _GONE or each.tag == BOX for each in inner):
            yield box


def _is_raised(node: Any, raising: Collection[str]) -> bool:
    """Whether the run of a text stands above the line."""
    properties = node.getparent().find(f"{W}rPr")
    if properties is None:
        return False
    place = properties.find(f"{W}vertAlign")
    if place is not None:
        return bool(place.get(f"{W}val") == "superscript")
    style = properties.find(f"{W}rStyle")
    return style is not None and style.get(f"{W}val") in raising


def _visible(paragraph: Any) -> Iterator[Any]:
    # Without recursion: a file may nest its nodes as deep as the parser allows.
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag in _GONE or node.tag == BOX or not isinstance(node.tag, str):
            continue
        if node.tag == f"{W}t" or node.tag in _TEXTS:
            yield node
        elif node.tag != f"{W}r" or not _vanished(node):
            waiting.extend(reversed(node))


def _vanished(run: Any) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    hidden = properties.find(f"{W}vanish")
    return hidden is not None and hidden.get(f"{W}val", "1") not in ("0", "false", "off")
