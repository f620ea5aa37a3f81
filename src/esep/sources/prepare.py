"""What would a file bring to the store, once read, mapped and judged? Nothing is written here."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from esep.catalog import Catalog
from esep.model.issue import Issue, Severity
from esep.model.observation import EstimateStage
from esep.model.release import Release
from esep.sources.expectations import judge
from esep.sources.mapping import map_observations
from esep.sources.readers.observations_csv import read_observations
from esep.sources.readers.received import decode
from esep.sources.readers.reported_csv import read_reported
from esep.sources.readers.tidy_csv import TidyTable, as_line, header_of
from esep.sources.refusal import FileRefused
from esep.sources.reported_mapping import map_reported
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


def kind_of(text: str) -> str:
    """Only what was said has a day on which it was said."""
    return REPORTED if "said_on" in header_of(text) else OBSERVATIONS


def prepare(content: bytes, described: Description, catalog: Catalog, *, now: datetime) -> Batch:
    """Read a whole file; good rows make the batch, the others its issues.

    Raises FileRefused where the file as a whole cannot be trusted, or no row of it is good.
    """
    file = described.file
    text = decode(content, file=file)
    if (described.kind or kind_of(text)) == REPORTED:
        return _reported_batch(text, content, described, catalog, now=now)
    table = read_observations(text, file=file)
    mapped = map_observations(table, catalog, file=file, stage=described.stage)
    rows = {row.line: row for row in table.rows}
    judged = judge(
        mapped.observations,
        catalog,
        mapped.versions,
        row_text=lambda line: as_line(rows[line].cells),
    )
    issues = [*table.issues, *mapped.issues, *judged.issues]
    _check_enough(len(judged.observations), table, issues)
    return Batch(
        release=_release(
            described, content, OBSERVATIONS, now, rows=len(judged.observations), issues=issues
        ),
        content=content,
        observations=judged.observations,
        versions=mapped.versions,
        issues=issues,
    )


def _reported_batch(
    text: str, content: bytes, described: Description, catalog: Catalog, *, now: datetime
) -> Batch:
    table = read_reported(text, file=described.file)
    mapped = map_reported(table, catalog, file=described.file, release_id=described.id)
    issues = [*table.issues, *mapped.issues]
    _check_enough(len(mapped.figures), table, issues)
    return Batch(
        release=_release(
            described, content, REPORTED, now, rows=len(mapped.figures), issues=issues
        ),
        content=content,
        reported=mapped.figures,
        issues=issues,
    )


def _check_enough(loaded: int, table: TidyTable, issues: Sequence[Issue]) -> None:
    # The same mistake in every row is a mistake of the file; ten thousand different ones too.
    if loaded == 0:
        bad = [issue for issue in issues if issue.severity is not Severity.WARNING]
        raise FileRefused(f"{table.file} is refused: no row of it can be loaded", issues=bad)
    if len(issues) > MAX_ISSUES:
        raise FileRefused(
            f"{table.file} is refused: more than {MAX_ISSUES:,} rows have issues", issues=issues
        )


def _release(
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
