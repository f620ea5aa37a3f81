"""What does a PDF say: by its tagged structure where it has one, else by the places of letters?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pypdfium2

from esep.checking.documents.dateline import dated
from esep.checking.documents.gather import Gatherer, one_line
from esep.checking.documents.limits import MOST_PAGES, require_length
from esep.checking.documents.pdf_block import Block, Hyphens, across_pages
from esep.checking.documents.pdf_lines import line_blocks, lines_of
from esep.checking.documents.pdf_page import runs_of, structure_of
from esep.checking.documents.pdf_tagged import tagged_blocks
from esep.checking.documents.plain import day_line
from esep.checking.documents.table import add_table, caption_of
from esep.errors import BadRequest
from esep.model.passage import PassageKind, ReadText

_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
_PAGE_NUMBER = re.compile(r"\W*(?:\w{1,8}\.?\s)?\d{1,4}(?:\s?(?:/|\w{1,6})\s?\d{1,4})?\W*")
_MARGIN = 2
"""Lines at the top and at the foot of a page that may be running heads."""


def read_pdf(content: bytes, *, name: str) -> ReadText:
    """Read the pages in order; offsets refer to the words read."""
    file = _open(content, name)
    try:
        blocks, characters = [], 0
        for number in range(len(file)):
            found = _page_blocks(file[number], number + 1)
            characters += sum(len(each.text) for each in found)
            require_length(characters, name=name)
            blocks.append(found)
        told = file.get_metadata_dict()
    finally:
        file.close()
    listed = across_pages([block for page in _without_heads(blocks) for block in page])
    return dated(_gathered(_titled(listed), name), otherwise=_day(told))


def _open(content: bytes, name: str) -> Any:
    try:
        file = pypdfium2.PdfDocument(content)
        count = len(file)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise BadRequest(
                f"{name} is encrypted.", hint="Save it without a password and check that file."
            ) from error
        raise BadRequest(
            f"{name} is broken and cannot be read.",
            detail=str(error),
            hint="Open it, print it to a new PDF, and check that file.",
        ) from error
    if count > MOST_PAGES:
        raise BadRequest(
            f"{name} is too long to check.",
            detail=f"It has {count:,} pages; {MOST_PAGES:,} are read.",
        )
    return file


def _page_blocks(page: Any, number: int) -> list[Block]:
    runs = runs_of(page)
    structure = structure_of(page)
    found = tagged_blocks(structure, runs, number) if structure is not None and runs else None
    if found is None:
        found = list(line_blocks(lines_of(runs), number))
    page.close()
    return found


def _without_heads(pages: Sequence[list[Block]]) -> Iterator[list[Block]]:
    """Mark what stands at the same end of many pages; each wording is kept once."""
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_pattern(block.text) for block in page[:_MARGIN] + page[-_MARGIN:]})
    kept: set[str] = set()
    often = max(3, len(pages) // 3)
    for page in pages:
        found = []
        for place, block in enumerate(page):
            pattern = _pattern(block.text)
            at_end = place < _MARGIN or place >= len(page) - _MARGIN
            if block.table is None and at_end and pattern:
                is_number = bool(_PAGE_NUMBER.fullmatch(one_line(block.text))) and len(pages) > 1
                if is_number or seen[pattern] >= often or block.kind is PassageKind.NOTE:
                    if pattern in kept:
                        continue
                    if is_number or seen[pattern] >= often:
                        kept.add(pattern)
                        block = replace(block, kind=PassageKind.NOTE)
            found.append(block)
        yield found


def _pattern(text: str) -> str:
    return re.sub(r"\d+", "0", one_line(text))


def _titled(blocks: list[Block]) -> list[Block]:
    """The largest letters at the top of the first page are the title."""
    first = [each for each in blocks[:8] if each.page == 1 and each.table is None and each.size]
    if not first or any(each.kind is PassageKind.TITLE for each in first):
        return blocks
    largest = max(first, key=lambda each: each.size)
    usual = sorted(each.size for each in blocks if each.size)[len(blocks) // 4]
    if largest.size < 1.2 * usual or len(largest.text) > 300:
        return blocks
    return [replace(each, kind=PassageKind.TITLE) if each is largest else each for each in blocks]


def _gathered(blocks: Sequence[Block], name: str) -> ReadText:
    gather = Gatherer(name)
    day = None
    hyphens = Hyphens(each.text for each in blocks)
    tables = 0
    caption = ""
    for number, block in enumerate(blocks):
        place = f"page {block.page}"
        if block.table is not None:
            tables += 1
            table = replace(
                block.table,
                cells=[replace(c, text=hyphens.mend(c.text)) for c in block.table.cells],
                caption=block.table.caption or caption,
            )
            add_table(gather, table, place=f"{place}, table {tables}")
            continue
        text = hyphens.mend(block.text)
        if number == 0 and (told := day_line(one_line(text))):
            day, block = told, replace(block, kind=PassageKind.NOTE)
        gather.add(text, block.kind, place=place, heads=block.heads)
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
