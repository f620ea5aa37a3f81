"""Which characters do the bytes of a text file stand for?"""

from __future__ import annotations

import codecs
import re

from esep.errors import BadRequest

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_SAMPLE = 65_536
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})")
_DECLARABLE = ("windows-1251", "cp1251", "koi8-r", "iso-8859-5", "windows-1252", "iso-8859-1")


def decode(content: bytes, *, name: str) -> str:
    """UTF-8, or what a mark or the bytes themselves tell for sure; else a refusal."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode(content[len(mark) :], encoding, name=name)
    if encoding := _wide(content):
        return _decode(content, encoding, name=name)
    if b"\0" in content:
        raise _not_text(name, "It holds zero bytes, as programs and archives do.")
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        if encoding := _declared(content):
            return _decode(content, encoding, name=name)
        return _one_byte(content, name=name, place=error.start)


def _declared(content: bytes) -> str:
    """The encoding a page names in its head, if we know it."""
    match = _CHARSET.search(content[:2048]) if content.lstrip()[:1] == b"<" else None
    name = match[1].decode("ascii").lower() if match else ""
    return name if name in _DECLARABLE else ""


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: every other byte of Latin text is zero, of Cyrillic text four."""
    sample = content[:_SAMPLE]
    if len(sample) < 4 or len(content) % 2:
        return ""
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first::2]
        if sum(byte in (0, 4, 0x20) for byte in high) > 0.95 * len(high) and (
            b"\0" in high and high.count(0x20) < len(high) / 2
        ):
            return encoding
    return ""


def _one_byte(content: bytes, *, name: str, place: int) -> str:
    """Windows-1251, where it reads as Russian; it has no Kazakh letters, so these are lost."""
    text = content.decode("cp1251", errors="replace")
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    russian = len(_CYRILLIC.findall(sample))
    # Russian text has few capitals inside words; KOI8-R read as Windows-1251 has hardly others.
    small = sum(c.islower() for c in letters)
    odd = sum(not (c.isprintable() or c.isspace()) or c == "\ufffd" for c in sample)
    if letters and russian > 0.6 * len(letters) and small > 0.6 * len(letters) and not odd:
        return text
    raise _not_text(name, f"Byte {place + 1:,} is not UTF-8, and the text is not Windows-1251.")


def _decode(content: bytes, encoding: str, *, name: str) -> str:
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise _not_text(name, f"It says it is {encoding.upper()}, but is not.") from error
    if "\0" in text:
        raise _not_text(name, "It holds zero characters.")
    return text


def _not_text(name: str, detail: str) -> BadRequest:
    return BadRequest(
        f"{name} is not a text that can be read.",
        detail=detail,
        hint="Save it as plain text in UTF-8, or as DOCX, PDF or HTML.",
    )
