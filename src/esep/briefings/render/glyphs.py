"""Can the bundled fonts show every character of a document?

A letter the font lacks prints as an empty box, and nobody notices before the paper is on
the table; so it stops the rendering instead.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from esep.errors import Defect
from esep.look.typeface import coverage
from esep.model.document import Document


def require_glyphs(document: Document) -> None:
    """Raise a Defect that names the characters no bundled face can show."""
    covered = coverage()
    missing = sorted({c for text in texts(document) for c in text} - covered - set("\n\t"))
    if missing:
        named = ", ".join(
            f"{character} U+{ord(character):04X} {unicodedata.name(character, '?')}"
            for character in missing
        )
        raise Defect(
            "The bundled font cannot show every character of this document.",
            detail=f"Missing: {named}",
            hint="Use another character in the wording, or add the glyph to the fonts.",
        )


def texts(part: object) -> Iterator[str]:
    """Every string of a document, charts included."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from texts(getattr(part, field.name))
    elif isinstance(part, dict):
        for value in part.values():
            yield from texts(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from texts(value)
