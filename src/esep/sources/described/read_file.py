"""What does a whole file state, by its description, and what of it was not understood?"""

from __future__ import annotations

from dataclasses import dataclass

from esep.catalog import Catalog
from esep.model.issue import Issue, Severity
from esep.model.observation import Observation, Place
from esep.model.region import RegionVersion
from esep.model.source_description import SourceDescription
from esep.sources.described.corrections import Corrections
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
    issues = [issue for table in tables for issue in _issues_of(table)]
    _check_expected(tables, issues, file, description.id)
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


def _check_expected(tables: list[ReadTable], issues: list[Issue], file: str, id: str) -> None:
    short = [
        Issue(
            "less_than_expected",
            Severity.REFUSED,
            Place(file, table.frame.grid.name, table.frame.top),
            found=f"{found} {what} in this table",
            expected=f"at least {wanted}",
            hint="the file may be cut off, or its layout has changed: esep source check",
        )
        for table in tables
        for what, found, wanted in _counts(table)
        if found < wanted
    ]
    if short:
        raise FileRefused(f"{file} holds less than {id} expects", issues=[*short, *issues])


def _counts(table: ReadTable) -> list[tuple[str, int, int]]:
    expected = table.frame.table.expected
    regions = {version.partition("@")[0] for version in table.versions}
    return [
        ("figures", len(table.observations), expected.figures),
        ("regions", len(regions), expected.regions),
    ]
