"""Which sheets does a workbook have, and what stands in their cells?"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from esep.model.observation import Place
from esep.sources.readers.apart import cells_of
from esep.sources.readers.grid import Cell, Grid, Merge, without_empty_end
from esep.sources.readers.package import BROKEN_PART, MAX_CELLS, examine
from esep.sources.refusal import FileRefused, refused

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MAX_OLD_BYTES = 64 * 2**20
_SECONDS = 120
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def is_workbook(content: bytes) -> bool:
    return content.startswith((ZIP, OLE))


def read_workbook(content: bytes, *, file: str) -> list[Grid]:
    """Every sheet of a workbook, .xlsx or .xls, in its order. Nothing in it is run."""
    if content.startswith(OLE):
        return [_grid(sheet, ()) for sheet in _read_apart(content, file)]
    uncalculated = examine(content, file=file)
    parts = _parts_of_sheets(content)
    try:
        sheets = cells_of(content, MAX_CELLS)
    except MemoryError:
        raise
    except BaseException as error:  # a panic of the reader is no Exception
        if isinstance(error, (KeyboardInterrupt, SystemExit)):
            raise
        raise _unreadable(file, str(error)) from error
    return [
        _grid(sheet, tuple(uncalculated.by_part.get(parts.get(sheet["name"], ""), ())))
        for sheet in sheets
    ]


def _read_apart(content: bytes, file: str) -> list[dict[str, Any]]:
    """Read an old workbook in a process of its own, which may not take more than it is given.

    Its format cannot be looked through beforehand, and a reader of it that runs out of memory
    would take this process with it.
    """
    if len(content) > MAX_OLD_BYTES:
        raise _unreadable(file, f"{len(content) / 2**20:.0f} MB")
    try:
        done = subprocess.run(
            # Not by the name of a package: what that would import takes longer than the reading.
            [sys.executable, "-I", str(Path(__file__).with_name("apart.py")), str(MAX_CELLS)],
            input=content,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _unreadable(file, f"it takes more than {_SECONDS} seconds") from error
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _unreadable(file, lines[-1][:200] if lines else "it takes too much memory")
    sheets: list[dict[str, Any]] = json.loads(done.stdout)
    return sheets


def _unreadable(file: str, reason: str) -> FileRefused:
    return refused(
        Place(file),
        "unreadable_workbook",
        found=f"a workbook that cannot be read ({reason})",
        expected="an ordinary workbook, .xlsx or .xls, without a password",
        hint="open it in a spreadsheet program and save it again as .xlsx",
    )


def _grid(sheet: dict[str, Any], formulas: tuple[str, ...]) -> Grid:
    rows: Sequence[list[Cell]] = sheet["rows"]
    return Grid(
        name=sheet["name"],
        rows=without_empty_end(rows),
        merges=tuple(Merge(*merge) for merge in sheet["merges"]),
        hidden=sheet["hidden"],
        formulas_without_values=formulas,
    )


def _parts_of_sheets(content: bytes) -> dict[str, str]:
    """The part of the package that holds each sheet, by the sheet's name."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        try:
            book = ElementTree.fromstring(package.read("xl/workbook.xml"))
            relations = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
        except (KeyError, ElementTree.ParseError, *BROKEN_PART):
            return {}
    targets = {each.get("Id", ""): each.get("Target", "") for each in relations}
    return {
        sheet.get("name", ""): _part(targets.get(sheet.get(_RELATION, ""), ""))
        for sheet in book.iter()
        if sheet.tag.endswith("}sheet")
    }


def _part(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
