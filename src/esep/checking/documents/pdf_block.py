"""A block of a PDF: words that stand together on a page, before its lines are mended."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from esep.checking.documents.gather import one_line
from esep.checking.documents.pdf_page import HYPHEN, Run, usual_size
from esep.checking.documents.raised import raised
from esep.checking.documents.table import Table
from esep.model.passage import PassageKind

_HYPHENATED = re.compile(rf"(\w+)(?:{HYPHEN}|\u00ad)\s*(\w+)")
_WORD = re.compile(r"\w+(?:-\w+)*")
_SMALL = 0.8
_ENDED = tuple(".!?:;…")


@dataclass(frozen=True, slots=True)
class Block:
    text: str
    page: int
    kind: PassageKind = PassageKind.PARAGRAPH
    table: Table | None = None
    heads: tuple[str, ...] = ()
    running: bool = False
    """A running head or a page number."""
    size: float = 0.0
    """Of its letters; the largest of the first page are the title."""


def joined(runs: Sequence[Run]) -> str:
    """The words of runs, without the small raised marks of notes."""
    usual = usual_size(runs)
    parts: list[str] = []
    for place, run in enumerate(runs):
        text = run.text
        near = (*runs[place - 1 : place], *runs[place + 1 : place + 2])
        if run.size < _SMALL * usual and any(run.base > each.base + 0.1 * usual for each in near):
            following = runs[place + 1].text[:1] if place + 1 < len(runs) else ""
            space = text[-1:].isspace() and following not in ".,;:!?)»"
            text = raised(text, "".join(parts)) + " " * space
        parts.append(text)
    return "".join(parts)


class Hyphens:
    """Tells a word broken at the end of a line from one that has a hyphen of its own."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for text in texts:
            self._words.update(word.lower() for word in _WORD.findall(text))

    def mend(self, text: str) -> str:
        return _HYPHENATED.sub(self._whole, text).replace(HYPHEN, "-")

    def _whole(self, match: re.Match[str]) -> str:
        before, after = match[1], match[2]
        own = f"{before}-{after}"
        if after[0].isdigit() or before[-1].isdigit() or after[0].isupper():
            return own
        if self._words[own.lower()] > self._words[(before + after).lower()]:
            return own
        return before + after


def across_pages(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with a paragraph that goes on overleaf made one."""
    found: list[Block] = []
    for block in blocks:
        before = next((each for each in reversed(found) if each.kind is not PassageKind.NOTE), None)
        if before is not None and _goes_on(before, block):
            place = max(i for i, each in enumerate(found) if each is before)
            space = "" if before.text.rstrip().endswith(HYPHEN) else " "
            found[place] = Block(
                before.text.rstrip() + space + block.text.lstrip(),
                before.page,
                before.kind,
                size=before.size,
            )
        else:
            found.append(block)
    return found


def _goes_on(before: Block, block: Block) -> bool:
    kinds = (PassageKind.PARAGRAPH, PassageKind.ITEM)
    text, following = one_line(before.text), one_line(block.text)
    return (
        block.page == before.page + 1
        and before.kind in kinds
        and block.kind is PassageKind.PARAGRAPH
        and not (before.table or block.table or block.heads or before.heads)
        and len(text) > 40
        and not text.endswith(_ENDED)
        and (following[:1].islower() or following[:1].isdigit() or text.endswith((",", "-")))
    )
