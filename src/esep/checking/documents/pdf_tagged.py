"""What does a page of a PDF say, by the structure its writer gave it?"""

from __future__ import annotations

from collections.abc import Iterator

from esep.checking.documents.gather import one_line
from esep.checking.documents.pdf_block import Block, joined
from esep.checking.documents.pdf_lines import lines_of
from esep.checking.documents.pdf_page import Element, Run, usual_size
from esep.checking.documents.table import spread
from esep.checking.documents.tile import tile
from esep.model.passage import PassageKind

_KINDS = {
    "Title": PassageKind.TITLE,
    "H": PassageKind.HEADING,
    **{f"H{level}": PassageKind.HEADING for level in range(1, 7)},
    "LI": PassageKind.ITEM,
    "Caption": PassageKind.NOTE,
    "Note": PassageKind.NOTE,
    "FENote": PassageKind.NOTE,
    "TOCI": PassageKind.NOTE,
    "P": PassageKind.PARAGRAPH,
}
_DRAWN = frozenset({"Figure", "Formula", "Artifact"})
_MOST_IN_A_TILE = 4
_COVERED = 0.3


def tagged_blocks(root: Element, runs: list[Run], page: int) -> list[Block] | None:
    """The blocks of a page; None where its structure leaves out most of its words."""
    marked: dict[int, list[Run]] = {}
    for run in runs:
        marked.setdefault(run.mark, []).append(run)
    told = set(root.marks())
    total = sum(len(run.text) for run in runs)
    if sum(len(run.text) for run in runs if run.mark in told) < _COVERED * total:
        return None
    blocks = list(_Page(marked, page).blocks(root))
    # What belongs to no part of the structure is decoration: running heads, page numbers.
    rest = lines_of([each for each in runs if each.mark not in told])
    return blocks + [Block(line.text, page, PassageKind.NOTE, running=True) for line in rest]


class _Page:
    def __init__(self, marked: dict[int, list[Run]], page: int) -> None:
        self.marked = marked
        self.page = page

    def blocks(self, element: Element) -> Iterator[Block]:
        if element.type in _DRAWN:
            return
        if element.type == "Table":
            yield self._table(element)
        elif element.type in _KINDS and not any(
            isinstance(each, Element) and _is_block(each) for each in element.children
        ):
            yield self._block(self._runs(element), _KINDS[element.type])
        elif (said := self._tile(element)) is not None:
            yield from said
        else:
            yield from self._mixed(element)

    def _mixed(self, element: Element) -> Iterator[Block]:
        """Blocks as they are; loose words between them are paragraphs, or the item itself."""
        kind = _KINDS.get(element.type, PassageKind.PARAGRAPH)
        loose: list[Run] = []
        for child in element.children:
            if isinstance(child, Element) and not child.is_inline and child.type not in _LABELS:
                if loose:
                    yield self._block(loose, kind)
                    loose = []
                for block in self.blocks(child):
                    plain = block.kind is PassageKind.PARAGRAPH and not block.heads
                    yield (
                        Block(block.text, block.page, kind, size=block.size)
                        if (plain and block.table is None)
                        else block
                    )
            else:
                loose += self._runs(child)
        if loose:
            yield self._block(loose, kind)

    def _tile(self, element: Element) -> list[Block] | None:
        """A large figure with its label beneath: a few short lines, the first a value."""
        parts = [each for each in element.children if isinstance(each, Element)]
        if element.type not in ("Div", "Sect") or not 2 <= len(parts) <= _MOST_IN_A_TILE:
            return None
        if any(isinstance(each, Element) and _is_table(each) for each in parts):
            return None
        said = tile([one_line(joined(self._runs(each))) for each in parts])
        if said is None:
            return None
        return [Block(text, self.page, PassageKind.CELL, heads=heads) for text, heads in said]

    def _table(self, element: Element) -> Block:
        rows = []
        caption = ""
        for part in _under(element, ("TR", "Caption")):
            if part.type == "Caption":
                caption = joined(self._runs(part))
                continue
            rows.append(
                [
                    (joined(self._runs(cell)), 1, 1, cell.type == "TH")
                    for cell in _under(part, ("TH", "TD"))
                ]
            )
        return Block("", self.page, PassageKind.CELL, spread(rows, caption))

    def _runs(self, part: Element | int) -> list[Run]:
        if isinstance(part, Element) and part.type in _LABELS:
            return []  # a bullet or a number of a list
        marks = _marks(part) if isinstance(part, Element) else iter((part,))
        return [run for mark in marks for run in self.marked.get(mark, ())]

    def _block(self, runs: list[Run], kind: PassageKind) -> Block:
        return Block(joined(runs), self.page, kind, size=usual_size(runs))


_LABELS = frozenset({"Lbl"})


def _is_block(element: Element) -> bool:
    if element.is_inline or element.type in _LABELS:
        return False
    if element.type == "LBody":
        return any(isinstance(each, Element) and _is_block(each) for each in element.children)
    return True


def _marks(element: Element) -> Iterator[int]:
    for child in element.children:
        if not isinstance(child, Element):
            yield child
        elif child.type not in _LABELS:
            yield from _marks(child)


def _is_table(element: Element) -> bool:
    return element.type == "Table" or any(
        isinstance(each, Element) and _is_table(each) for each in element.children
    )


def _under(element: Element, types: tuple[str, ...]) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.type in types:
                yield child
            else:
                yield from _under(child, types)
