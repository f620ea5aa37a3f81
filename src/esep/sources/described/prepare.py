"""What would a described file bring to the store? Nothing is written here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from esep.catalog import Catalog
from esep.model.issue import Issue
from esep.model.observation import Observation
from esep.model.source_description import SourceDescription
from esep.sources.described.read_file import ReadFile, read_described
from esep.sources.expectations import judge
from esep.sources.prepare import OBSERVATIONS, Description, check_enough, release_of
from esep.store.batch import Batch


def prepare_described(
    content: bytes,
    described: Description,
    layout: SourceDescription,
    catalog: Catalog,
    *,
    now: datetime,
) -> Batch:
    """Read a whole file by its description; good figures make the batch, the others its issues."""
    read = read_described(
        content,
        layout,
        catalog,
        file=described.file,
        stage=described.stage.value if described.stage else "",
    )
    observations, issues = judged(read, catalog)
    check_enough(len(observations), described.file, issues)
    return Batch(
        release=release_of(
            described, content, OBSERVATIONS, now, rows=len(observations), issues=issues
        ),
        content=content,
        observations=observations,
        versions=read.versions,
        issues=issues,
        signs=[sign for table in read.tables for sign in table.without_figure],
    )


def judged(read: ReadFile, catalog: Catalog) -> tuple[list[Observation], list[Issue]]:
    """What stands once the figures are compared with one another."""
    # Rows of several sheets have the same numbers, so their texts are looked up afterwards.
    found = judge(
        read.observations,
        catalog,
        read.versions,
        row_text=lambda _line: "",
        vouched=read.vouched,
    )
    issues = [replace(issue, row_text=read.row_text(issue.place)) for issue in found.issues]
    return found.observations, [*read.issues, *issues]
