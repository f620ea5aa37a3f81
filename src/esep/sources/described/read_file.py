"""What does a whole file state, by its description, and what of it was not understood?"""

from __future__ import annotations

from dataclasses import dataclass

from esep.catalog import Catalog
from esep.model.issue import Issue
from esep.model.observation import Observation, Place
from esep.model.region import RegionVersion
from esep.model.source_description import SourceDescription
from esep.sources.described.corrections import Corrections
from esep.sources.described.expected import check_expected
from esep.sources.described.locate import frames
from esep.sources.described.read_table import ReadTable, TableReader
from esep.sources.readers.tables import OpenFile, open_tables
from esep.sources.refusal import FileRefused


@dataclass(slots=True)
class ReadFile:
    opened: OpenFile
    tables: list[ReadTable]
    observations: list[Observation]
    versions: dict[str, RegionVersion]
    issues: list[Issue]

    @property
    def vouched(self) -> set[Place]:
        """Cells of tables whose description itself says between what their figures are."""
        return {
            each.place
            for table in self.tables
            if table.frame.table.expected.low is not None
            for each in table.observations
        }

    def row_text(self, place: Place) -> str:
        for sheet in self.opened.sheets:
            if sheet.name == place.sheet:
                return sheet.row_text(sheet.row_of_line(place.row))
        return ""


def read_described(
    content: bytes, description: SourceDescription, catalog: Catalog, *, file: str, stage: str = ""
) -> ReadFile:
    """Read every table the description names. `stage` is used where the description has none.

    Raises FileRefused where a table is not there, or holds less than is expected of it.
    """
    opened = open_tables(content, description.csv, file=file)
    placed, missing = frames(description.tables, opened.sheets, file=file)
    if missing:
        raise FileRefused(f"{file} is not laid out as {description.id} says", issues=missing)
    corrections = Corrections(description.corrections, opened.sheets, file=file)
    tables = [
        TableReader(
            frame,
            catalog,
            file=file,
            stage=stage or description.stage,
            corrections=corrections,
        ).read_all()
        for frame in placed
    ]
    misread = [issue for table in tables for issue in _issues_of(table)]
    check_expected(tables, misread, catalog, file=file, id=description.id)
    issues = [issue for table in tables for issue in _issues_of(table)]
    return ReadFile(
        opened=opened,
        tables=tables,
        observations=[each for table in tables for each in table.observations],
        versions={id: version for table in tables for id, version in table.versions.items()},
        issues=[*issues, *corrections.issues()],
    )


def _issues_of(table: ReadTable) -> list[Issue]:
    grid = table.frame.grid
    return table.troubles.issues({row: grid.row_text(row) for row in table.troubles.rows()})
