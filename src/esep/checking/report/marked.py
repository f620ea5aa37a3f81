"""How is a text cut into blocks, and each block into plain words and marked figures?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from esep.checking.report.entries import Entry, shown
from esep.model.passage import Passage, PassageKind, ReadText

_CELL = re.compile(r"(.*table \d+), row (\d+), column (\d+)")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a block; with an entry, they are a figure."""

    text: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A passage, or a table of them."""

    kind: str
    """`title`, `heading`, `paragraph`, `item`, `note`, `cell` or `table`."""
    parts: tuple[Part, ...] = ()
    rows: tuple[tuple[MarkedBlock, ...], ...] = ()
    place: str = ""
    is_value: bool = False


def marked_blocks(read: ReadText, entries: Sequence[Entry]) -> list[MarkedBlock]:
    """The passages in order; the cells of a table come together again as a table."""
    waiting = sorted(entries, key=lambda each: each.start)
    found: list[MarkedBlock] = []
    rows: dict[int, dict[int, MarkedBlock]] = {}
    table = ""
    for passage, inside in _shared(read.passages, waiting):
        block = _block(read, passage, inside)
        match = _CELL.fullmatch(passage.place) if passage.kind is PassageKind.CELL else None
        if rows and (match is None or match[1] != table):
            found.append(_table(rows, table))
            rows = {}
        if match is None:
            found.append(block)
        else:
            table = match[1]
            rows.setdefault(int(match[2]), {})[int(match[3])] = block
    if rows:
        found.append(_table(rows, table))
    return found


def _shared(
    passages: Sequence[Passage], entries: Sequence[Entry]
) -> Iterator[tuple[Passage, list[Entry]]]:
    at = 0
    for passage in passages:
        inside = []
        while at < len(entries) and entries[at].start < passage.end:
            if entries[at].start >= passage.start:
                inside.append(entries[at])
            at += 1
        yield passage, inside


def _block(read: ReadText, passage: Passage, entries: Sequence[Entry]) -> MarkedBlock:
    parts = []
    at = passage.start
    for entry in entries:
        end = min(entry.end, passage.end)
        if entry.start < at:
            continue  # inside the figure before it; the list has it all the same
        parts += [Part(shown(read.text[at : entry.start])), Part(entry.text, entry)]
        at = end
    parts.append(Part(shown(read.text[at : passage.end])))
    text = read.text[passage.start : passage.end].lstrip("(+-−–\u2060 ")
    return MarkedBlock(
        passage.kind.value,
        tuple(part for part in parts if part.text),
        place=passage.place,
        is_value=text[:1].isdigit(),
    )


def _table(rows: dict[int, dict[int, MarkedBlock]], place: str) -> MarkedBlock:
    columns = max(column for row in rows.values() for column in row)
    empty = MarkedBlock("cell")
    return MarkedBlock(
        "table",
        rows=tuple(
            tuple(rows[row].get(column, empty) for column in range(1, columns + 1))
            for row in sorted(rows)
        ),
        place=place,
    )
