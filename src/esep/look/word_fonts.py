"""How do the bundled fonts travel inside a Word file?

Word asks that an embedded font be mixed with the digits of a key that is named beside it
(ECMA-376, part 4, font embedding). Without this a reader without our font sees another.
"""

from __future__ import annotations

import uuid
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

from esep.look.typeface import FALLBACK, FONT, FONTS

_FACES = {
    "embedRegular": "EsepSans-Regular.ttf",
    "embedBold": "EsepSans-Bold.ttf",
    "embedItalic": "EsepSans-Italic.ttf",
}
_MIXED = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


def embed_fonts(file: Any) -> None:
    """Put the faces into the file and say in its settings that they are there."""
    part = file.part
    table = next(
        relation.target_part
        for relation in part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE
    )
    embedded = ""
    for number, (role, name) in enumerate(_FACES.items(), start=1):
        # The key only has to differ from face to face; it is fixed so that files are, too.
        key = uuid.uuid5(uuid.NAMESPACE_URL, f"urn:esep:font:{name}")
        blob = mixed((FONTS / name).read_bytes(), key)
        address = PackURI(f"/word/fonts/font{number}.odttf")
        face = Part(address, _MIXED, blob, part.package)
        relation = table.relate_to(face, RELATIONSHIP_TYPE.FONT)
        embedded += f'<w:{role} r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/>'
    table._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts {nsdecls("w", "r")}><w:font w:name="{FONT}"><w:altName w:val="{FALLBACK}"/>'
        '<w:panose1 w:val="020B0503050203000203"/><w:charset w:val="CC"/>'
        '<w:family w:val="swiss"/><w:pitch w:val="variable"/>'
        f"{embedded}</w:font></w:fonts>"
    ).encode()
    settings = file.settings.element
    mark = OxmlElement("w:embedTrueTypeFonts")
    zoom = settings.find(qn("w:zoom"))
    settings.insert(0 if zoom is None else list(settings).index(zoom) + 1, mark)


def mixed(font: bytes, key: uuid.UUID) -> bytes:
    """Exclusive-or of the first 32 bytes with the key, from its last byte to its first."""
    digits = bytes.fromhex(key.hex)[::-1]
    head = bytes(byte ^ digits[place % 16] for place, byte in enumerate(font[:32]))
    return head + font[32:]
