"""What would a file bring to the store, once read, mapped and judged? Nothing is written here."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from esep.catalog import Catalog
from esep.catalog.sdmx_mappings import find_sdmx_mapping
from esep.model.issue import Issue, Severity
from esep.model.observation import EstimateStage
from esep.model.release import Release
from esep.sources.judge_columns import judge_columns
from esep.sources.map_columns import map_columns
from esep.sources.readers.columns import ReadColumns, TidyColumns, tidy_columns
from esep.sources.readers.observations_csv import LAYOUT
from esep.sources.readers.parquet_table import is_tidy_parquet, tidy_text_of_parquet
from esep.sources.readers.plain_csv import read_csv_columns
from esep.sources.readers.received import beginning, check_text, decode
from esep.sources.readers.reported_csv import read_reported
from esep.sources.readers.sdmx_csv import read_sdmx_csv, separator_of
from esep.sources.readers.sdmx_json import is_sdmx_json, read_sdmx_json
from esep.sources.readers.sdmx_ml import is_xml, read_sdmx_ml
from esep.sources.readers.tidy_csv import header_of
from esep.sources.readers.tidy_workbook import is_tidy_workbook, tidy_text_of_workbook
from esep.sources.refusal import FileRefused
from esep.sources.reported_mapping import map_reported
from esep.sources.sdmx import tidy_of_sdmx
from esep.sources.table_rows import observation_columns
from esep.store.batch import Batch
from esep.store.snapshots import hash_of

MAX_ISSUES = 10_000

OBSERVATIONS, REPORTED = "observations", "reported"


@dataclass(frozen=True, slots=True)
class Description:
    """What is known of a release besides its file."""

    id: str
    source: str
    title: str
    published: date
    published_note: str
    file: str
    """The name by which the file is shown; the same on every machine."""
    address: str = ""
    stage: EstimateStage | None = None
    """Of rows that name none."""
    kind: str = ""
    """`observations` or `reported`; empty to tell by the header."""
    path: Path | None = None
    """Where the file lies, for a description beside it."""


def kind_of(text: str) -> str:
    """Only what was said has a day on which it was said."""
    return REPORTED if "said_on" in header_of(text) else OBSERVATIONS


def prepare(content: bytes, described: Description, catalog: Catalog, *, now: datetime) -> Batch:
    """Read a whole file; good rows make the batch, the others its issues.

    Raises FileRefused where the file as a whole cannot be trusted, or no row of it is good.
    """
    if (described.kind or kind_of(beginning(content))) == REPORTED:
        text = decode(content, file=described.file)
        return _reported_batch(text, content, described, catalog, now=now)
    tidy = read_tidy_columns(content, catalog, file=described.file, path=described.path)
    return _batch(tidy, content, described, catalog, now=now)


def read_tidy_columns(
    content: bytes, catalog: Catalog, *, file: str, path: Path | None = None
) -> TidyColumns:
    """The observations of a file in the form its bytes show: SDMX or our own."""
    if is_xml(content):
        return _of_sdmx(read_sdmx_ml(content, file=file), catalog, path)
    if is_tidy_parquet(content):
        content = tidy_text_of_parquet(content, file=file)
    elif is_tidy_workbook(content):
        content = tidy_text_of_workbook(content, file=file) or content
    check_text(content, file=file)
    if is_sdmx_json(content):
        return _of_sdmx(read_sdmx_json(content, file=file), catalog, path)
    if separator := separator_of(beginning(content)):
        return _of_sdmx(read_sdmx_csv(content, file=file, separator=separator), catalog, path)
    return tidy_columns(read_csv_columns(content, LAYOUT, file=file))


def _of_sdmx(read: ReadColumns, catalog: Catalog, path: Path | None) -> TidyColumns:
    return tidy_of_sdmx(read, find_sdmx_mapping(catalog.path, read.structure, beside=path))


def _batch(
    tidy: TidyColumns, content: bytes, described: Description, catalog: Catalog, *, now: datetime
) -> Batch:
    source = tidy.source
    mapped, bad = map_columns(tidy, catalog, stage=described.stage, most_issues=MAX_ISSUES)
    judged, odd = judge_columns(mapped, catalog, row_text=source.row_text, most_issues=MAX_ISSUES)
    issues = [*source.issues, *bad, *odd]
    check_enough(len(judged), described.file, issues)
    return Batch(
        release=release_of(described, content, OBSERVATIONS, now, rows=len(judged), issues=issues),
        content=content,
        columns=observation_columns(judged),
        issues=issues,
    )


def _reported_batch(
    text: str, content: bytes, described: Description, catalog: Catalog, *, now: datetime
) -> Batch:
    table = read_reported(text, file=described.file)
    mapped = map_reported(table, catalog, file=described.file, release_id=described.id)
    issues = [*table.issues, *mapped.issues]
    check_enough(len(mapped.figures), described.file, issues)
    return Batch(
        release=release_of(
            described, content, REPORTED, now, rows=len(mapped.figures), issues=issues
        ),
        content=content,
        reported=mapped.figures,
        issues=issues,
    )


def check_enough(loaded: int, file: str, issues: Sequence[Issue]) -> None:
    # The same mistake in every row is a mistake of the file; ten thousand different ones too.
    if loaded == 0:
        bad = [issue for issue in issues if issue.severity is not Severity.WARNING]
        raise FileRefused(f"{file} is refused: no row of it can be loaded", issues=bad)
    if len(issues) > MAX_ISSUES:
        raise FileRefused(
            f"{file} is refused: more than {MAX_ISSUES:,} rows have issues", issues=issues
        )


def release_of(
    described: Description,
    content: bytes,
    kind: str,
    now: datetime,
    *,
    rows: int,
    issues: Sequence[Issue],
) -> Release:
    return Release(
        id=described.id,
        source=described.source,
        title=described.title,
        published_at=described.published,
        published_note=described.published_note,
        loaded_at=now,
        # Not by the clock alone: two processes may load in the same microsecond.
        load_id=f"{now:%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:12]}",
        snapshot=hash_of(content),
        file=described.file,
        address=described.address,
        kind=kind,
        rows=rows,
        issues=len(issues),
    )
