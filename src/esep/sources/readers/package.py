"""Is a workbook of the new kind small enough to open, and what would a reader of it not see?

It is a zip of XML: a small file may hold gigabytes, and a single cell far out may make a reader
reserve memory for all cells before it. So its parts are looked through first, as a stream.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO
from xml.parsers import expat

from esep.model.observation import Place
from esep.sources.refusal import FileRefused, refused

MAX_UNZIPPED_BYTES = 256 * 2**20
MAX_PARTS = 4_096
MAX_CELLS = 4_000_000
"""Of the rectangle that holds a sheet's cells, empty ones included, and of all sheets together."""
MAX_TEXT_CHARACTERS = 200_000_000
MAX_FORMULAS_TOLD = 100

_CHUNK = 1 << 16
_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")


@dataclass(slots=True)
class Uncalculated:
    """Cells with a formula and no value, by the order of the sheet's part in the package."""

    by_part: dict[str, list[str]] = field(default_factory=dict)


BROKEN_PART = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # an encrypted part, or one packed in an unknown way
)
"""What the zip library raises for a part that is not as it says."""


def examine(content: bytes, *, file: str) -> Uncalculated:
    """Refuse a workbook that is too large to open; tell of formulas that have no value."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return _examine(package, file)
    except BROKEN_PART as error:
        raise _damaged(file, str(error)) from error


def _damaged(file: str, reason: str) -> FileRefused:
    return refused(
        Place(file),
        "damaged",
        found=f"a workbook that cannot be opened ({reason[:200]})",
        expected="a whole workbook without a password",
        hint="open it in a spreadsheet program and save it again as .xlsx",
    )


def _examine(package: zipfile.ZipFile, file: str) -> Uncalculated:
    parts = package.infolist()
    size = sum(part.file_size for part in parts)
    if len(parts) > MAX_PARTS or size > MAX_UNZIPPED_BYTES:
        raise _too_large(
            file, f"{len(parts)} parts of {size / 2**20:,.0f} MB when unpacked", MAX_UNZIPPED_BYTES
        )
    names = {part.filename for part in parts}
    if "xl/workbook.xml" not in names:
        raise refused(
            Place(file),
            "not_a_workbook",
            found="a zip archive that is no .xlsx workbook",
            expected="a workbook saved as .xlsx or .xls",
            hint="unpack the archive, or save the workbook as .xlsx",
        )
    for name in names & {"xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}:
        with package.open(name) as part:
            _Parser(file).feed(part)
    lengths = []
    for name in names:
        if name.casefold() == "xl/sharedstrings.xml":
            with package.open(name) as part:
                lengths = _SharedTexts(file).lengths(part)
    budget = _Budget(file)
    told = Uncalculated()
    for name in sorted(name for name in names if _SHEET.fullmatch(name)):
        with package.open(name) as part:
            told.by_part[name] = _SheetScan(file, name, lengths, budget).scan(part)
    return told


def _too_large(file: str, found: str, limit: int) -> FileRefused:
    unit = f"{limit / 2**20:,.0f} MB" if limit >= 2**20 * 16 else f"{limit:,}"
    return refused(
        Place(file),
        "too_large",
        found=found,
        expected=f"at most {unit}",
        hint="keep only the sheets and rows that hold figures, and save it again",
    )


class _Parser:
    """Streams a part through expat, which reads bytes in C; document types are refused."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.read = 0

    def _doctype(self, *_: object) -> None:
        raise refused(
            Place(self.file),
            "document_type",
            found="a document type inside the workbook: it may define entities without end",
            expected="a workbook as a spreadsheet program writes it",
            hint="open it in a spreadsheet program and save it again as .xlsx",
        )

    def feed(self, part: IO[bytes]) -> None:
        try:
            for chunk in _chunks(part):
                self.read += len(chunk)
                if self.read > MAX_UNZIPPED_BYTES:  # whatever the directory promised
                    raise _too_large(self.file, "a part without end", MAX_UNZIPPED_BYTES)
                self.parser.Parse(chunk, False)
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise _damaged(self.file, str(error)) from error


def _chunks(part: IO[bytes]) -> Iterator[bytes]:
    while chunk := part.read(_CHUNK):
        yield chunk


class _SharedTexts(_Parser):
    """How long is each shared text? Cells that repeat a long one multiply it."""

    def lengths(self, part: IO[bytes]) -> list[int]:
        self.found: list[int] = []
        self.parser.StartElementHandler = self._start
        self.parser.CharacterDataHandler = self._text
        self.feed(part)
        return self.found

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        if name.endswith(" si"):
            self.found.append(0)

    def _text(self, text: str) -> None:
        if self.found:
            self.found[-1] += len(text)


@dataclass(slots=True)
class _Budget:
    file: str
    cells: int = 0
    characters: int = 0


class _SheetScan(_Parser):
    """How far do the cells with content reach, and which formulas have no value?"""

    def __init__(self, file: str, name: str, lengths: list[int], budget: _Budget) -> None:
        super().__init__(file)
        self.name, self.lengths, self.budget = name, lengths, budget
        self.row = self.column = 0
        self.top = self.left = 2**31
        self.bottom = self.right = 0
        self.kind = self.at = ""
        self.formula = self.in_value = False
        self.value = ""
        self.written = 0
        self.uncalculated: list[str] = []

    def scan(self, part: IO[bytes]) -> list[str]:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.feed(part)
        return self.uncalculated

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "c":
            self.at = attributes.get("r", "")
            self.kind = attributes.get("t", "n")
            self.formula, self.value, self.written = False, "", 0
            if match := _CELL.fullmatch(self.at):
                self.row, self.column = int(match[2]), _number(match[1])
            else:
                self.column += 1
        elif tag == "row":
            given = attributes.get("r", "")
            self.row = int(given) if given.isdigit() and len(given) < 9 else self.row + 1
            self.column = 0
        elif tag == "f":
            self.formula = True
        elif tag in ("v", "t"):
            self.in_value = True

    def _text(self, text: str) -> None:
        if self.in_value:
            self.written += len(text)
            if len(self.value) < 20:
                self.value += text

    def _end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag in ("v", "t"):
            self.in_value = False
        elif tag == "c":
            if self.written:
                self._count()
            elif self.formula and len(self.uncalculated) < MAX_FORMULAS_TOLD:
                self.uncalculated.append(self.at)

    def _count(self) -> None:
        budget = self.budget
        before = self._area()
        self.top, self.bottom = min(self.top, self.row), max(self.bottom, self.row)
        self.left, self.right = min(self.left, self.column), max(self.right, self.column)
        budget.cells += self._area() - before
        if budget.cells > MAX_CELLS:
            found = f"cells as far out as row {self.bottom:,}, column {self.right:,}"
            raise _too_large(self.file, f"{found} in {self.name}", MAX_CELLS)
        length = self.written
        if self.kind == "s" and self.value.isdigit() and len(self.value) < 10:
            place = int(self.value)
            length = self.lengths[place] if place < len(self.lengths) else 0
        budget.characters += length
        if budget.characters > MAX_TEXT_CHARACTERS:
            raise _too_large(self.file, "texts without end in its cells", MAX_TEXT_CHARACTERS)

    def _area(self) -> int:
        if not self.bottom:
            return 0
        # Reading keeps the empty cells before the first one, so that addresses stay right.
        return self.bottom * self.right


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
