"""How do passages found one after another become one text with true offsets?"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from esep.checking.documents.limits import require_length
from esep.model.passage import Passage, PassageKind, ReadText

_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")


class Gatherer:
    """Collects the passages of a document that has no text of its own to point into."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._parts: list[str] = []
        self._passages: list[Passage] = []
        self._length = 0

    def add(
        self,
        text: str,
        kind: PassageKind = PassageKind.PARAGRAPH,
        *,
        place: str = "",
        heads: tuple[str, ...] = (),
    ) -> None:
        """Append a passage; one that holds nothing but white space is left out."""
        line = one_line(text)
        if not line:
            return
        start = self._length
        self._parts += (line, "\n")
        self._length += len(line) + 1
        require_length(self._length, name=self.name)
        self._passages.append(Passage(start, start + len(line), kind, place, heads))

    def read_text(self, day: date | None) -> ReadText:
        return ReadText(self.name, "".join(self._parts), tuple(self._passages), day)


def one_line(text: str) -> str:
    """The text on one line, composed; spaces that hold a number together stay what they are."""
    return unicodedata.normalize("NFC", _SPACE.sub(" ", text)).strip(" ")
