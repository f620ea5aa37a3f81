"""What a text is made of: passages with their place in a document, and sentences in a language."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PassageKind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """One item of a list; what introduces the list is the passage before."""
    CELL = "cell"
    NOTE = "note"
    """A footnote, a caption, a running head: read, but it gives no period to what follows."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of a text, by offsets into it; a new line always ends one."""

    start: int
    end: int
    kind: PassageKind = PassageKind.PARAGRAPH
    place: str = ""
    """Where a reader finds it: `page 3`, `table 2, row 4, column 3`; empty for plain text."""
    heads: tuple[str, ...] = ()
    """For a cell: the words of its row, its column and its table, which speak for it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    language: str
    """`en`, `ru` or `kk`; Kazakh in Latin letters is `kk` too."""
    passage: int
    """Index of its passage in the text."""


@dataclass(frozen=True, slots=True)
class ReadText:
    """A document as one string, the offsets everything else refers to.

    `day` is what the document says of itself (`date 2024-06-14` in its first line, a meta tag),
    None where it says nothing.
    """

    name: str
    text: str
    passages: tuple[Passage, ...]
    day: date | None = None

    def passage_at(self, offset: int) -> Passage | None:
        """The passage an offset lies in; passages stand in the order of the text."""
        at = bisect_right(self.passages, offset, key=lambda each: each.start) - 1
        return self.passages[at] if at >= 0 and offset < self.passages[at].end else None
