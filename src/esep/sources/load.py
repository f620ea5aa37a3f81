"""How does a file become an accepted release?"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from esep.catalog import Catalog, PackRelease
from esep.catalog.nearest import nearest
from esep.errors import BadPack, BadRequest
from esep.model.issue import Issue, Severity
from esep.model.observation import EstimateStage, Place
from esep.model.release import Release
from esep.model.source_description import SourceDescription
from esep.sources.described.find import find_description
from esep.sources.described.prepare import prepare_described
from esep.sources.prepare import REPORTED, Description, kind_of, prepare
from esep.sources.readers.open_sdg import read_sdg_metadata
from esep.sources.readers.parquet_table import SIGNATURE as PARQUET
from esep.sources.readers.parquet_table import is_tidy_parquet
from esep.sources.readers.received import beginning, check_text, receive
from esep.sources.readers.sdmx_ml import is_xml
from esep.sources.readers.tidy_csv import header_of
from esep.sources.readers.tidy_workbook import is_tidy_workbook
from esep.sources.readers.workbook import is_workbook
from esep.sources.refusal import FileRefused, refused
from esep.store.batch import Batch
from esep.store.snapshots import hash_of
from esep.store.store import DEFAULT_LOCK_TIMEOUT_SECONDS, Store

NOT_GIVEN = "not given; day of loading"

_SOURCE_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,60}")

Progress = Callable[[int, int, str], None]
"""Told after each file: how many are done, of how many, and which release it was."""


@dataclass(frozen=True, slots=True)
class LoadResult:
    release: Release
    """The release the file made, or the one that had brought the same bytes before."""
    issues: tuple[Issue, ...] = ()
    unchanged: bool = False
    """The same bytes of the same source are in the store already; nothing was done."""
    dry_run: bool = False
    batch: Batch | None = None
    """Of a dry run: what would have been added."""

    @property
    def rows(self) -> int:
        """Rows loaded."""
        return self.release.rows

    @property
    def set_aside(self) -> int:
        """Rows kept but not loaded; a row may have several issues."""
        return len(
            {
                (each.place.sheet, each.place.row)
                for each in self.issues
                if each.severity is Severity.SET_ASIDE
            }
        )

    @property
    def warnings(self) -> int:
        return sum(issue.severity is Severity.WARNING for issue in self.issues)


def load_file(
    path: Path,
    *,
    catalog: Catalog,
    store: Store,
    now: datetime,
    today: date,
    source: str = "",
    published: date | None = None,
    title: str = "",
    address: str = "",
    stage: str = "",
    description: str = "",
    dry_run: bool = False,
    lock_timeout_seconds: float = DEFAULT_LOCK_TIMEOUT_SECONDS,
) -> LoadResult:
    """Load one file as one release. Good rows load; the others become issues of the release.

    A file of the pack is described by the pack. Of any other the source must be given, and the
    day of publication should be: it is `today` otherwise, and the release says so.
    """
    content = receive(path)
    layout = _layout(path, content, catalog, description)
    if layout is not None:
        day = published or (date.fromisoformat(layout.published) if layout.published else None)
        source = _checked_source(source or layout.source, path, "", "", catalog)
        described = Description(
            id=f"{source}-{(day or today).isoformat()}-{hash_of(content)[:8]}",
            source=source,
            title=title or _name_by_site(path, catalog) or layout.title,
            published=day or today,
            published_note=layout.published_note if day else NOT_GIVEN,
            file=path.name,
            address=address or layout.address,
            stage=_checked_stage(stage),
        )
    elif (listed := _listed(path, catalog)) is not None and not (source or published):
        described = describe_pack_release(listed, catalog)
    else:
        text = ""
        if not (is_xml(content) or _is_own_table(content)):
            check_text(content, file=path.name)
            text = beginning(content)
        kind = kind_of(text)
        source = _checked_source(source, path, text, kind, catalog)
        day = published or today
        described = Description(
            id=f"{source}-{day.isoformat()}-{hash_of(content)[:8]}",
            source=source,
            title=title or path.stem,
            published=day,
            published_note="" if published else NOT_GIVEN,
            file=path.name,
            address=address,
            stage=_checked_stage(stage),
            kind=kind,
            path=path,
        )
    known = store.find_loaded(content, source=described.source)
    if known is not None and not any(
        issue.severity is Severity.SET_ASIDE for issue in store.issues(known)
    ):
        return LoadResult(known, issues=store.issues(known), unchanged=True, dry_run=dry_run)
    if layout is not None:
        batch = prepare_described(content, described, layout, catalog, now=now)
    else:
        batch = prepare(content, described, catalog, now=now)
    if known is not None:
        return _load_more(batch, known, store, dry_run=dry_run)
    if dry_run:
        return LoadResult(batch.release, issues=tuple(batch.issues), dry_run=True, batch=batch)
    if store.append(batch, lock_timeout_seconds=lock_timeout_seconds):
        return LoadResult(batch.release, issues=tuple(batch.issues))
    # Another process brought the same bytes while this one was reading them.
    known = store.find_loaded(content, source=described.source) or batch.release
    return LoadResult(known, issues=store.issues(known), unchanged=True)


def _load_more(batch: Batch, known: Release, store: Store, *, dry_run: bool) -> LoadResult:
    """Load what was set aside of a file that is known, as far as it is understood by now."""
    loaded = store.places_of(source=known.source, snapshot=known.snapshot)
    more = batch.without(loaded)
    issues = tuple(batch.issues)
    if not more.rows:
        return LoadResult(known, issues=issues, unchanged=True, dry_run=dry_run)
    number = sum(each.snapshot == known.snapshot for each in store.releases()) + 1
    release = replace(
        batch.release,
        id=f"{known.id}-{number}",
        published_at=known.published_at,
        published_note=known.published_note,
        rows=more.rows,
    )
    more = replace(more, release=release)
    if not dry_run:
        store.append(more, more=True)
    return LoadResult(release, issues=issues, dry_run=dry_run, batch=more if dry_run else None)


def _name_by_site(path: Path, catalog: Catalog) -> str:
    """The name a site gives the indicator of a data file, which its file name does not tell."""
    metadata = read_sdg_metadata(path, catalog.languages)
    if metadata is None or not metadata.names:
        return ""
    return f"{metadata.number} {next(iter(metadata.names.values()))}"


def _layout(
    path: Path, content: bytes, catalog: Catalog, description: str
) -> SourceDescription | None:
    """The description of the file's layout; a tidy file needs none."""
    if not description and _listed(path, catalog) is not None:
        return None
    layout = find_description(path, catalog, named=description)
    if layout is None and _is_own_table(content):
        return None
    binary = is_workbook(content) or content.startswith(PARQUET)
    if layout is None and binary:
        raise refused(
            Place(path.name),
            "not_described",
            found="a workbook" if is_workbook(content) else "a Parquet file",
            expected="a description of its layout, beside it or in the pack",
            hint=f"esep source draft {path.name} writes one to correct",
        )
    if layout is not None and not binary and not description and _is_tidy(content):
        return None
    return layout


def _is_own_table(content: bytes) -> bool:
    """A file that is no text and yet needs no description: we wrote it."""
    return is_tidy_parquet(content) or is_tidy_workbook(content)


def _is_tidy(content: bytes) -> bool:
    header = content[:2000].partition(b"\n")[0].decode("utf-8-sig", "replace").strip().split(",")
    return {"indicator", "region", "period", "value"} <= set(header) or "said_on" in header


def load_pack_releases(
    catalog: Catalog,
    store: Store,
    *,
    now: datetime,
    progress: Progress | None = None,
    lock_timeout_seconds: float = DEFAULT_LOCK_TIMEOUT_SECONDS,
) -> tuple[LoadResult, ...]:
    """Load every release of the pack that the store does not have, in one commit.

    Results come in the order of publication. A corrected file of the pack follows the release
    it corrects, as a release of its own.
    """
    known = {(release.source, release.snapshot): release for release in store.releases()}
    taken = {release.id for release in known.values()}
    releases = sorted(catalog.releases, key=lambda each: (each.published, each.id))
    results: list[LoadResult] = []
    batches: list[Batch] = []
    for number, listed in enumerate(releases, 1):
        content = receive(listed.path)
        snapshot = hash_of(content)
        if (before := known.get((listed.source, snapshot))) is not None:
            results.append(LoadResult(before, unchanged=True))
        else:
            id = f"{listed.id}-{snapshot[:8]}" if listed.id in taken else listed.id
            batch = _prepared_of_pack(content, listed, catalog, id=id, now=now)
            known[listed.source, snapshot] = batch.release
            batches.append(batch)
            results.append(LoadResult(batch.release, issues=tuple(batch.issues)))
        if progress is not None:
            progress(number, len(releases), listed.id)
    if batches:
        store.append(*batches, lock_timeout_seconds=lock_timeout_seconds)
    return tuple(results)


def describe_pack_release(listed: PackRelease, catalog: Catalog, *, id: str = "") -> Description:
    return Description(
        id=id or listed.id,
        source=listed.source,
        title=listed.title,
        published=listed.published,
        published_note=listed.published_note,
        file=listed.path.relative_to(catalog.path).as_posix(),
        address=listed.address,
        stage=_checked_stage(listed.stage),
        kind=listed.kind,
    )


def _prepared_of_pack(
    content: bytes, listed: PackRelease, catalog: Catalog, *, id: str, now: datetime
) -> Batch:
    try:
        return prepare(content, describe_pack_release(listed, catalog, id=id), catalog, now=now)
    except FileRefused as refusal:
        raise BadPack(
            f"the release {listed.id} of the pack {catalog.id} cannot be loaded",
            detail=refusal.detail,
            hint=refusal.hint,
        ) from refusal


def _listed(path: Path, catalog: Catalog) -> PackRelease | None:
    """The pack's own release of this file."""
    resolved = path.resolve()
    return next((each for each in catalog.releases if each.path.resolve() == resolved), None)


def _checked_source(source: str, path: Path, text: str, kind: str, catalog: Catalog) -> str:
    if source in catalog.sources:
        return source
    if not source:
        usual = _usual_sources(text, kind, catalog)
        raise BadRequest(
            f"whose figures are these? The source of {path.name} is not given",
            detail=f"sources of the pack: {', '.join(catalog.sources)}",
            hint=f"add --source{f' (these indicators usually come from {usual})' if usual else ''}",
        )
    if kind == REPORTED and _SOURCE_ID.fullmatch(source):
        # Who said it is in every row; the source only names the collection.
        return source
    close = nearest(source, catalog.sources, limit=3)
    raise BadRequest(
        f"there is no source '{source}'",
        detail=f"sources of the pack: {', '.join(catalog.sources)}",
        hint=f"nearest: {', '.join(close)}" if close else "describe it in the pack first",
    )


def _usual_sources(text: str, kind: str, catalog: Catalog) -> str:
    if kind == REPORTED or "indicator" not in (header := header_of(text)):
        return ""
    place = header.index("indicator")
    cells = (line.split(",") for line in text.splitlines()[1:200])
    ids = {row[place] for row in cells if len(row) > place}
    usual = {catalog.indicators[id].source for id in ids if id in catalog.indicators}
    return ", ".join(sorted(usual - {""}))


def _checked_stage(stage: str) -> EstimateStage | None:
    if not stage:
        return None
    try:
        return EstimateStage(stage)
    except ValueError as error:
        stages = [each.value for each in EstimateStage]
        close = nearest(stage, stages)
        raise BadRequest(
            f"there is no stage '{stage}'",
            detail=f"stages: {', '.join(stages)}",
            hint=f"nearest: {close[0]}" if close else "",
        ) from error
