"""Can the bundled fonts show every character of a document?

A letter the font lacks prints as an empty box, and nobody notices before the paper is on
the table; so it stops the rendering instead.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

from esep.errors import Defect
from esep.model.document import Document

FONTS = Path(__file__).parent / "fonts"
FACES = ("EsepSans-Regular.ttf", "EsepSans-Bold.ttf", "EsepSans-Italic.ttf")


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


@cache
def coverage() -> frozenset[str]:
    """The characters that all faces have."""
    return frozenset.intersection(
        *(frozenset(characters((FONTS / face).read_bytes())) for face in FACES)
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


def characters(font: bytes) -> dict[str, int]:
    """Each character of a face and its glyph.

    Read from the `cmap` table, format 4: all our letters are in the basic plane.
    """
    tables = struct.unpack_from(">H", font, 4)[0]
    for number in range(tables):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            return _format_4(font, offset)
    raise Defect("A bundled font has no character map.")


def _format_4(font: bytes, cmap: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for number in range(struct.unpack_from(">H", font, cmap + 2)[0]):
        offset = cmap + struct.unpack_from(">HHI", font, cmap + 4 + 8 * number)[2]
        if struct.unpack_from(">H", font, offset)[0] != 4:
            continue
        count = struct.unpack_from(">H", font, offset + 6)[0] // 2
        ends, starts, shifts, places = (
            struct.unpack_from(f">{count}H", font, offset + 14 + at)
            for at in (0, 2 + 2 * count, 2 + 4 * count, 2 + 6 * count)
        )
        for segment, (start, end) in enumerate(zip(starts, ends, strict=True)):
            for code in range(start, end + 1):
                if code == 0xFFFF:
                    continue
                glyph = code
                if places[segment]:
                    # The place is counted in bytes from where it is written itself.
                    at = offset + 16 + 6 * count + 2 * segment + places[segment]
                    glyph = struct.unpack_from(">H", font, at + 2 * (code - start))[0]
                found[chr(code)] = (glyph + shifts[segment]) & 0xFFFF
    return found
