"""Which cells of a file are known to be wrong, what is right, and do they still say the same?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase

from esep.model.issue import Issue, Severity
from esep.model.observation import Place
from esep.model.source_description import Correction
from esep.sources.readers.grid import Cell, column_of, shown_cell


@dataclass(frozen=True, slots=True)
class Corrected:
    cell: Cell
    reason: str


class Corrections:
    """Those of one file. A correction of a cell the source has mended is told, not applied."""

    def __init__(self, corrections: Sequence[Correction], *, file: str) -> None:
        name = file.rpartition("/")[2].casefold()
        self._file = file
        self._open = {
            (each.sheet.casefold(), each.cell): each
            for each in corrections
            if fnmatchcase(name, each.file.casefold())
        }
        self._used: set[tuple[str, str]] = set()
        self._outdated: dict[tuple[str, str], str] = {}

    def apply(self, sheet: str, at: str, cell: Cell) -> Corrected | None:
        if not self._open:
            return None
        key = (sheet.casefold(), at) if (sheet.casefold(), at) in self._open else ("", at)
        correction = self._open.get(key)
        if correction is None:
            return None
        found = shown_cell(cell).strip()
        if not _same(found, correction.expect):
            self._outdated[key] = found
            return None
        self._used.add(key)
        value = Decimal(correction.value) if correction.value else None
        return Corrected(value, correction.reason)

    def issues(self) -> list[Issue]:
        """Corrections that were of no use: the source may have been mended."""
        return [
            Issue(
                "correction_outdated",
                Severity.WARNING,
                Place(self._file, correction.sheet, *_row_and_column(correction.cell)),
                found=f"'{self._outdated[key]}'" if key in self._outdated else "no such figure",
                expected=f"the wrong value '{correction.expect}' that is corrected here",
                hint=f"if the source has been mended, remove the correction ({correction.reason})",
            )
            for key, correction in self._open.items()
            if key not in self._used
        ]


def _same(found: str, expected: str) -> bool:
    if found == expected.strip():
        return True
    try:
        return Decimal(found.replace(",", ".")) == Decimal(expected.replace(",", "."))
    except InvalidOperation:
        return False


def _row_and_column(cell: str) -> tuple[int, str]:
    letters = cell.rstrip("0123456789")
    return int(cell[len(letters) :]), letters if column_of(letters) else ""
