"""What does a Word file say, read with all tracked changes accepted?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from esep.checking.documents.dateline import dated
from esep.checking.documents.gather import Gatherer, one_line
from esep.checking.documents.plain import day_line
from esep.checking.documents.word_blocks import Block, Blocks, Styles
from esep.checking.documents.word_parts import W, WordParts, broken
from esep.checking.documents.word_text import pieces
from esep.model.passage import PassageKind, ReadText

_TERMS = "{http://purl.org/dc/terms/}"
_TEMPLATE_DAY = "2013-12-23"
"""The day of the template of a common library, left in files that nobody dated."""


def read_docx(content: bytes, *, name: str) -> ReadText:
    """Read body, text boxes, notes and running heads; offsets refer to the words read."""
    parts = WordParts(content, name)
    root = parts.xml(parts.main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise broken(name, f"{parts.main or 'The document'} has no body.")
    gather, day = Gatherer(name), None
    first = True
    for block in _blocks(parts, body):
        if first and (text := one_line(block.text)):
            first = False
            if told := day_line(text):
                day, block = told, replace(block, kind=PassageKind.NOTE)
        gather.add(block.text, block.kind, place=block.place, heads=block.heads)
    return dated(gather.read_text(day), otherwise=_day(parts))


def _blocks(parts: WordParts, body: Any) -> Iterator[Block]:
    styles = Styles(parts.xml(parts.beside("styles.xml")))
    yield from Blocks(styles).of(body)
    for part, tag in (("footnotes.xml", "footnote"), ("endnotes.xml", "endnote")):
        notes = parts.xml(parts.beside(part))
        number = 0
        for note in notes if notes is not None else ():
            if note.tag != f"{W}{tag}" or note.get(f"{W}type", "normal") != "normal":
                continue
            number += 1
            for paragraph in note.iter(f"{W}p"):
                yield Block(tuple(pieces(paragraph)), PassageKind.NOTE, f"{tag} {number}")
    yield from _running(parts)


def _running(parts: WordParts) -> Iterator[Block]:
    """Headers and footers, each wording once."""
    seen = set()
    for part in sorted(parts.names()):
        place = part.removeprefix(parts.beside("")).rstrip("0123456789.xml")
        if place not in ("header", "footer"):
            continue
        root = parts.xml(part)
        for paragraph in root.iter(f"{W}p") if root is not None else ():
            block = Block(tuple(pieces(paragraph)), PassageKind.NOTE, place)
            if block.text not in seen:
                seen.add(block.text)
                yield block


def _day(parts: WordParts) -> date | None:
    """The day the file was last saved, as it says itself."""
    core = parts.xml("docProps/core.xml")
    told = core.findtext(f"{_TERMS}modified") if core is not None else None
    try:
        day = date.fromisoformat((told or "")[:10])
    except ValueError:
        return None
    return None if day.isoformat() == _TEMPLATE_DAY else day
