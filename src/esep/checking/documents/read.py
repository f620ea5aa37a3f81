"""Which reader reads a document? Its bytes decide first, its name second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from esep.checking.documents.decode import decode
from esep.checking.documents.limits import (
    MOST_BYTES,
    require_length,
    require_numbers,
    require_size,
)
from esep.errors import BadRequest, NotFound
from esep.model.passage import ReadText

_PDF, _ZIP, _OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"


def read_file(path: Path) -> ReadText:
    """Read a file; its name tells HTML and Markdown from plain text."""
    return read_document(read_bytes(path), name=path.name)


def read_bytes(source: Path | BinaryIO) -> bytes:
    """The bytes of a file or a stream, never more than a little over what we accept."""
    if not isinstance(source, Path):
        return source.read(MOST_BYTES + 1)
    try:
        require_size(source.stat().st_size, name=source.name)
        with source.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file {source}.") from error
    except IsADirectoryError as error:
        raise BadRequest(f"{source} is a folder.", hint="Name the files in it.") from error


def read_document(content: bytes, *, name: str) -> ReadText:
    """Read a document of any kind we know; BadRequest tells why one cannot be read."""
    require_size(len(content), name=name)
    if _PDF in content[:1024]:
        from esep.checking.documents.pdf import read_pdf

        return _told(read_pdf(content, name=name))
    if content.startswith(_ZIP):
        from esep.checking.documents.docx import read_docx

        return _told(read_docx(content, name=name))
    for start, called in ((_OLE, "an old Word file"), (_RTF, "an RTF file")):
        if content.startswith(start):
            raise BadRequest(
                f"{name} is {called}.", hint="Save it as DOCX or PDF and check that file."
            )
    text = decode(content, name=name)
    require_length(len(text), name=name)
    return _told(_text_reader(text, Path(name).suffix.lower())(text, name=name))


def _told(read: ReadText) -> ReadText:
    if not read.passages:
        raise BadRequest(
            f"{read.name} holds no text.",
            hint="A scanned page has to be typed, or read by a program for scans, first.",
        )
    require_numbers(read.text, name=read.name)
    return read


def _text_reader(text: str, suffix: str) -> Callable[..., ReadText]:
    head = text[:1024].lstrip().lower()
    if suffix in (".html", ".htm", ".xhtml") or head.startswith(("<!doctype html", "<html")):
        from esep.checking.documents.html import read_html

        return read_html
    if suffix in (".md", ".markdown"):
        from esep.checking.documents.markdown import read_markdown

        return read_markdown
    from esep.checking.documents.plain import read_plain

    return read_plain
