"""Which typeface do we bring along, and which characters can it show?"""

from __future__ import annotations

import base64
import struct
from functools import cache
from pathlib import Path

from esep.errors import Defect

FONT = "Esep Sans"
FALLBACK = "Segoe UI"
"""What Word takes where embedded fonts are switched off; it has all Kazakh letters."""
FONTS = Path(__file__).parent / "fonts"
FACES = ("EsepSans-Regular.ttf", "EsepSans-Bold.ttf", "EsepSans-Italic.ttf")
_WEB_FACES = (("EsepSans-Regular.woff2", "400"), ("EsepSans-Bold.woff2", "600 700"))


@cache
def web_faces() -> str:
    """The typeface as rules of a style sheet, with the fonts inside."""
    return "".join(
        f'@font-face{{font-family:"{FONT}";font-display:swap;'
        f"font-weight:{weight};src:url(data:font/woff2;base64,"
        f'{base64.b64encode((FONTS / file).read_bytes()).decode()}) format("woff2")}}\n'
        for file, weight in _WEB_FACES
    )


@cache
def coverage() -> frozenset[str]:
    """The characters that all faces have."""
    return frozenset.intersection(
        *(frozenset(characters((FONTS / face).read_bytes())) for face in FACES)
    )


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
