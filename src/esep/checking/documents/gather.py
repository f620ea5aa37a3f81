"""How do passages found one after another become one text with true offsets?"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from esep.checking.documents.limits import require_length
from esep.model.passage import Passage, PassageKind, ReadText

_SPACE = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029\ue000-\uf8ff]+")
_MARK = re.compile(r"\[\d{1,3}\]")
"""The number of a source in a list of sources."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
"""Soft hyphens, marks of direction, and joints: nobody reads them."""


class Gatherer:
    """Collects the passages of a document that has no text of its own to point into."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._parts: list[str] = []
        self._passages: list[Passage] = []
        self._length = 0
        self._paragraphs = 0
        self.last_line = ""

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
        if not is_said(line):
            return
        if not place:
            self._paragraphs += 1
            place = f"paragraph {self._paragraphs}"
        self.last_line = line
        start = self._length
        self._parts += (line, "\n")
        self._length += len(line) + 1
        require_length(self._length, name=self.name)
        self._passages.append(Passage(start, start + len(line), kind, place, heads))

    def read_text(self, day: date | None) -> ReadText:
        return ReadText(self.name, "".join(self._parts), tuple(self._passages), day)


def is_said(line: str) -> bool:
    """Whether a passage says anything; the number of a source alone does not."""
    return bool(line) and not _MARK.fullmatch(line)


def one_line(text: str) -> str:
    """The text on one line, composed; spaces that hold a number together stay what they are."""
    return unicodedata.normalize("NFC", _SPACE.sub(" ", _UNSEEN.sub("", text))).strip(" ")


def origins(text: str) -> tuple[str, list[int]]:
    """`one_line(text)`, and for each of its characters the place it comes from."""
    found: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and (unicodedata.combining(text[end]) or _UNSEEN.match(text[end])):
            end += 1
        for character in unicodedata.normalize("NFC", _UNSEEN.sub("", text[at:end])):
            space = bool(_SPACE.match(character))
            if space and (not found or found[-1] == " "):
                continue
            found.append(" " if space else character)
            places.append(at)
        at = end
    if found and found[-1] == " ":
        found.pop()
        places.pop()
    return "".join(found), places
