"""What does a PDF say: by its tagged structure where it has one, else by the places of letters?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pypdfium2

from esep.checking.documents.dateline import dated
from esep.checking.documents.gather import Gatherer, one_line
from esep.checking.documents.limits import MOST_PAGES, require_length
from esep.checking.documents.pdf_block import Block, Hyphens, across_pages
from esep.checking.documents.pdf_lines import Line, edges, line_blocks, lines_of, pattern
from esep.checking.documents.pdf_page import runs_of, structure_of
from esep.checking.documents.pdf_tagged import tagged_blocks
from esep.checking.documents.plain import day_line
from esep.checking.documents.table import Table, add_table, caption_of
from esep.errors import BadRequest
from esep.model.passage import PassageKind, ReadText

_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


def read_pdf(content: bytes, *, name: str) -> ReadText:
    """Read the pages in order; offsets refer to the words read."""
    file = _open(content, name)
    try:
        pages = list(_pages(file, name))
        told = file.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise _broken(name, str(error)) from error
    finally:
        file.close()
    running = _running(pages)
    blocks = across_pages(list(_once(_blocks(pages, running))))
    return dated(_gathered(_titled(blocks), name), otherwise=_day(told))


@dataclass(frozen=True, slots=True)
class _Page:
    number: int
    tagged: list[Block] | None
    lines: list[Line]


def _open(content: bytes, name: str) -> Any:
    try:
        file = pypdfium2.PdfDocument(content)
        count = len(file)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise BadRequest(
                f"{name} is encrypted.", hint="Save it without a password and check that file."
            ) from error
        raise _broken(name, str(error)) from error
    if count > MOST_PAGES:
        raise BadRequest(
            f"{name} is too long to check.",
            detail=f"It has {count:,} pages; {MOST_PAGES:,} are read.",
        )
    return file


def _broken(name: str, detail: str) -> BadRequest:
    return BadRequest(
        f"{name} is broken and cannot be read.",
        detail=detail,
        hint="Open it, print it to a new PDF, and check that file.",
    )


def _pages(file: Any, name: str) -> Iterator[_Page]:
    characters = 0
    for number in range(1, len(file) + 1):
        page = file[number - 1]
        runs = runs_of(page)
        structure = structure_of(page) if runs else None
        page.close()
        characters += sum(len(run.text) for run in runs)
        require_length(characters, name=name)
        tagged = tagged_blocks(structure, runs, number) if structure is not None else None
        yield _Page(number, tagged, lines_of(runs) if tagged is None else [])


def _running(pages: Sequence[_Page]) -> frozenset[str]:
    """What stands at the edge of many pages, page numbers apart."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({pattern(line.text) for line in edges(page.lines)})
    often = max(2, len(pages) // 3)
    return frozenset(said for said, count in seen.items() if said and count >= often)


def _blocks(pages: Sequence[_Page], running: frozenset[str]) -> Iterator[Block]:
    for page in pages:
        if page.tagged is not None:
            yield from page.tagged
        else:
            yield from line_blocks(page.lines, page.number, running)


def _once(blocks: Iterator[Block]) -> Iterator[Block]:
    """Each wording of a running head once."""
    kept: set[str] = set()
    for block in blocks:
        said = pattern(block.text)
        if block.running and said in kept:
            continue
        if block.running:
            kept.add(said)
        yield block


def _titled(blocks: list[Block]) -> list[Block]:
    """The largest letters at the top of the first page are the title."""
    first = [each for each in blocks[:8] if each.page == 1 and each.table is None and each.size]
    if not first or any(each.kind is PassageKind.TITLE for each in first):
        return blocks
    largest = max(first, key=lambda each: each.size)
    sizes = sorted(each.size for each in blocks if each.size)
    if largest.size < 1.2 * sizes[len(sizes) // 4] or len(largest.text) > 300:
        return blocks
    return [replace(each, kind=PassageKind.TITLE) if each is largest else each for each in blocks]


def _gathered(blocks: Sequence[Block], name: str) -> ReadText:
    gather = Gatherer(name)
    day = None
    hyphens = Hyphens(each.text for each in blocks)
    tables = 0
    caption = ""
    former: tuple[int, Table] | None = None
    for number, block in enumerate(blocks):
        place = f"page {block.page}"
        if block.table is not None:
            tables += 1
            table = replace(
                block.table,
                cells=[replace(c, text=hyphens.mend(c.text)) for c in block.table.cells],
            )
            if former and former[0] == block.page - 1 and former[1].width == table.width:
                table = table.after(former[1])
            table = replace(table, caption=table.caption or caption)
            add_table(gather, table, place=f"{place}, table {tables}")
            former = block.page, table
            continue
        if block.kind is not PassageKind.NOTE:
            former = None
        text = hyphens.mend(block.text)
        if number == 0 and (told := day_line(one_line(text))):
            day, block = told, replace(block, kind=PassageKind.NOTE)
        gather.add(text, block.kind, place=place, heads=block.heads)
        if not block.running:
            caption = caption_of(one_line(text))
    return gather.read_text(day)


def _day(told: dict[str, str]) -> date | None:
    for key in ("ModDate", "CreationDate"):
        if match := _DATE.match(told.get(key, "")):
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
    return None
