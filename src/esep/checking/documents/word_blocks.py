"""Which paragraphs and tables does a Word file have, in the order of reading?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from esep.checking.documents.gather import one_line
from esep.checking.documents.table import Cell, Table, caption_of
from esep.checking.documents.tile import tile
from esep.checking.documents.word_parts import W
from esep.checking.documents.word_text import BOX, Piece, boxes, pieces
from esep.model.passage import PassageKind

_NAMES = {"title": PassageKind.TITLE, "caption": PassageKind.NOTE, "subtitle": PassageKind.HEADING}
_WIDEST = 200
_DEEPEST = 8
"""Tables in tables."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words that stand together, with the nodes they come from."""

    pieces: Sequence[Piece]
    kind: PassageKind
    place: str = ""
    heads: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return "".join(each.text for each in self.pieces)


class Styles:
    """What the named styles make of a paragraph."""

    def __init__(self, root: Any) -> None:
        self._found: dict[str, PassageKind] = {}
        self.raising: set[str] = set()
        """Character styles that set their words above the line."""
        bases: dict[str, str] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            code = style.get(f"{W}styleId", "")
            name = _value(style, "name").lower()
            bases[code] = _value(style, "basedOn")
            properties = style.find(f"{W}rPr")
            if properties is not None and _value(properties, "vertAlign") == "superscript":
                self.raising.add(code)
            if name in _NAMES:
                self._found[code] = _NAMES[name]
            elif name.startswith("heading ") or style.find(f"{W}pPr/{W}outlineLvl") is not None:
                self._found[code] = PassageKind.HEADING
            elif style.find(f"{W}pPr/{W}numPr") is not None or name.startswith("list "):
                self._found[code] = PassageKind.ITEM
        for code in bases:
            base, steps = code, 0
            while base and base not in self._found and steps < 20:
                base, steps = bases.get(base, ""), steps + 1
            if base in self._found:
                self._found[code] = self._found[base]

    def kind(self, paragraph: Any) -> PassageKind:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return PassageKind.PARAGRAPH
        level = _value(properties, "outlineLvl")
        named = self._found.get(_value(properties, "pStyle"), PassageKind.PARAGRAPH)
        if level and level != "9":
            return PassageKind.TITLE if named is PassageKind.TITLE else PassageKind.HEADING
        if named is PassageKind.PARAGRAPH and properties.find(f"{W}numPr") is not None:
            return PassageKind.ITEM
        return named


class Blocks:
    """Walks a body; counts tables as it goes."""

    def __init__(self, styles: Styles) -> None:
        self.styles = styles
        self.tables = 0
        self._before = ""

    def of(self, body: Any, *, depth: int = 0) -> Iterator[Block]:
        for node in _children(body):
            if node.tag == f"{W}p":
                for block in self._paragraph(node, depth):
                    self._before = one_line(block.text) or self._before
                    yield block
            elif node.tag == f"{W}tbl" and depth < _DEEPEST:
                yield from self._table(node, depth)

    def _paragraph(self, node: Any, depth: int) -> Iterator[Block]:
        kind = self.styles.kind(node)
        line: list[Piece] = []
        for piece in pieces(node, self.styles.raising):
            if piece.text == "\n":
                yield Block(tuple(line), kind)
                line.clear()
            else:
                line.append(piece)
        yield Block(tuple(line), kind)
        if depth < _DEEPEST:
            for box in boxes(node):
                yield from self.of(box, depth=depth + 1)

    def _table(self, node: Any, depth: int) -> Iterator[Block]:
        cells, inside = self._cells(node)
        table = Table(tuple(cells), caption_of(self._before))
        if (lines := self._tiles(inside.values())) is not None:
            yield from lines
        elif table.is_layout or next(node.iter(BOX), None) is not None or _nested(node):
            for each in inside.values():
                yield from self.of(each, depth=depth + 1)
        else:
            self.tables += 1
            place, heads = f"table {self.tables}", table.heads()
            for cell in cells:
                where = f"{place}, row {cell.row}, column {cell.column}"
                words = heads.get((cell.row, cell.column), ())
                said = self._cell_pieces(inside[cell.row, cell.column])
                yield Block(said, PassageKind.CELL, where, words)

    def _tiles(self, cells: Collection[Any]) -> list[Block] | None:
        """Cells that each hold a large figure and its label in lines of their own."""
        found: list[Block] = []
        for cell in cells:
            lines = [tuple(pieces(each, self.styles.raising)) for each in cell.iter(f"{W}p")]
            said = [line for line in lines if one_line("".join(each.text for each in line))]
            told = tile([one_line("".join(each.text for each in line)) for line in said])
            if told is None:
                if said:
                    return None
                continue
            for line, (_, heads) in zip(said, told, strict=True):
                found.append(Block(line, PassageKind.CELL, "", heads))
        return found or None

    def _cells(self, node: Any) -> tuple[list[Cell], dict[tuple[int, int], Any]]:
        """The cells of a table and the nodes they come from, merged ones once."""
        cells: list[Cell] = []
        inside: dict[tuple[int, int], Any] = {}
        last: dict[int, int] = {}
        number = 0
        for row in _children(node):
            if row.tag != f"{W}tr" or row.find(f"{W}trPr/{W}del") is not None:
                continue
            number += 1
            head = row.find(f"{W}trPr/{W}tblHeader") is not None
            column = 1 + _count(row.find(f"{W}trPr"), "gridBefore", 0)
            for cell in _children(row):
                if cell.tag != f"{W}tc":
                    continue
                properties = cell.find(f"{W}tcPr")
                width = _count(properties, "gridSpan", 1)
                merge = None if properties is None else properties.find(f"{W}vMerge")
                goes_on = merge is not None and merge.get(f"{W}val", "continue") == "continue"
                if goes_on and column in last:
                    at = last[column]
                    cells[at] = replace(cells[at], height=cells[at].height + 1)
                else:
                    text = one_line("".join(each.text for each in self._cell_pieces(cell)))
                    last[column] = len(cells)
                    cells.append(Cell(text, number, column, width, 1, head))
                    inside[number, column] = cell
                column += max(width, 1)
        return cells, inside

    def _cell_pieces(self, cell: Any) -> tuple[Piece, ...]:
        """The words of a cell on one line."""
        found: list[Piece] = []
        for paragraph in cell.iter(f"{W}p"):
            if found:
                found.append(Piece(" "))
            found += pieces(paragraph, self.styles.raising)
        return tuple(found)


def _children(node: Any) -> Iterator[Any]:
    """The blocks in a node, also those inside content controls and accepted insertions."""
    waiting = list(reversed(node))
    while waiting:
        child = waiting.pop()
        if child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml"):
            waiting.extend(reversed(child))
        elif isinstance(child.tag, str):
            yield child


def _nested(node: Any) -> bool:
    tables = node.iter(f"{W}tbl")
    next(tables)
    return next(tables, None) is not None


def _value(node: Any, tag: str) -> str:
    child = node.find(f"{W}{tag}")
    return "" if child is None else child.get(f"{W}val", "")


def _count(properties: Any, tag: str, otherwise: int) -> int:
    try:
        return min(int(_value(properties, tag)), _WIDEST) if properties is not None else otherwise
    except ValueError:
        return otherwise
