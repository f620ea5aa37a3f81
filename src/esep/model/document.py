"""A composed document in one language: sections of blocks whose figures know their facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text. A run with a fact id is a figure that can be followed to its source."""

    text: str
    fact_id: str = ""
    strong: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    runs: Runs
    style: Literal["body", "lead", "note", "caution"] = "body"
    """`caution` marks a problem: falling, below the average, not comparable, missing."""


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Runs, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    align: Literal["left", "right", "center"] = "left"
    weight: float = 1.0
    """Relative width."""


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Runs, ...]
    emphasis: bool = False
    """The row of the document's own region, or a total."""
    heading: bool = False
    """A group heading: one cell over the whole width."""


@dataclass(frozen=True, slots=True)
class Table:
    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: Runs = ()
    wide: bool = False
    """Needs the whole page width and a smaller type."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure drawn from facts. `spec` is a complete Vega-Lite specification with its data."""

    id: str
    caption: str
    alternative: str
    """What the chart shows, in words, with its figures."""
    spec: Mapping[str, Any]
    width_mm: int = 160
    note: Runs = ()


@dataclass(frozen=True, slots=True)
class Tiles:
    """Key figures set large, for the first page."""

    items: tuple[tuple[str, Runs, Runs], ...]
    """Label, figure, and the comparison below it."""


Block = Paragraph | Bullets | Table | Chart | Tiles


def texts_of(block: Block) -> Iterator[Runs]:
    """Every text of a block in reading order; what a chart draws stands in its `spec`."""
    match block:
        case Paragraph():
            yield block.runs
        case Bullets():
            yield from block.items
        case Tiles():
            yield from (runs for _, *texts in block.items for runs in texts)
        case Table():
            for row in block.rows:
                yield from row.cells
            yield block.note
        case Chart():
            yield block.note


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    title: str
    blocks: tuple[Block, ...]
    page_break: bool = False
    """Starts on a new page in print."""
    annex: bool = False


@dataclass(frozen=True, slots=True)
class SourceNote:
    """What stands behind figures of the document; `label` is its short mark, e.g. `[1]`."""

    label: str
    text: str
    address: str
    fact_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """Everything a renderer needs; it decides looks, never words or numbers."""

    language: str
    title: str
    subtitle: str
    header: tuple[tuple[str, str], ...]
    """Label and text: region, period, day of the meeting, data as of."""
    sections: tuple[Section, ...]
    sources: tuple[SourceNote, ...]
    sources_title: str
    labels: Mapping[str, str] = field(default_factory=dict)
    """Words a renderer needs: contents, page, of, table, figure, source, theme."""
    decimal: str = "."
    group: str = ","
    identifier: str = ""
    """Stable name of the document, also the stem of its files."""
