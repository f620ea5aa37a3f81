"""Put a composed briefing into files: one a language and format, and one ledger."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from esep.briefings.compose import Briefing
from esep.briefings.render.draw import ChartDrawer
from esep.model.document import Document

FORMATS = ("html", "pdf", "docx", "json")


def write_briefing(
    briefing: Briefing,
    out: Path,
    formats: Sequence[str],
    *,
    created: date,
    drawer: ChartDrawer,
    name: str,
) -> Iterator[Path]:
    """Write the files and give each path as it is done. A file is there whole or not at all."""
    out.mkdir(parents=True, exist_ok=True)
    for code, document in briefing.documents.items():
        for form in formats:
            if form != "json":
                path = out / f"{name}.{code}.{form}"
                _write(path, _RENDERERS[form](document, drawer, created))
                yield path
    if "json" in formats:
        path = out / f"{name}.ledger.json"
        text = json.dumps(briefing.ledger, ensure_ascii=False, indent=1) + "\n"
        _write(path, text.encode())
        yield path


def _write(path: Path, content: bytes) -> None:
    try:
        _replace(path, content)
    except OSError as error:
        # A full disk names no file by itself; the reader has to know which one is missing.
        raise OSError(error.errno, error.strerror, str(path)) from error


def _replace(path: Path, content: bytes) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # mkstemp is private to its owner; a briefing is read by whoever may read the folder.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _html(document: Document, drawer: ChartDrawer, created: date) -> bytes:
    from esep.briefings.render.html import render_html

    return render_html(document, drawer)


def _pdf(document: Document, drawer: ChartDrawer, created: date) -> bytes:
    from esep.briefings.render.pdf import render_pdf

    return render_pdf(document, drawer, created=created)


def _docx(document: Document, drawer: ChartDrawer, created: date) -> bytes:
    from esep.briefings.render.docx import render_docx

    return render_docx(document, drawer, created=created)


_RENDERERS: dict[str, Callable[[Document, ChartDrawer, date], bytes]] = {
    "html": _html,
    "pdf": _pdf,
    "docx": _docx,
}
