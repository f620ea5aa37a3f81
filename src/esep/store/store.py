"""What does the store know as of a day, and how is more added to it?"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from esep.errors import BadRequest, NotFound
from esep.model.issue import Issue, Severity
from esep.model.observation import Place, SeriesKey
from esep.model.period import Period
from esep.model.release import Release, ReportedFigure
from esep.model.sign import Sign
from esep.model.source_description import Meaning
from esep.store.batch import (
    Batch,
    issue_table,
    observation_table,
    release_table,
    reported_table,
    sign_table,
)
from esep.store.delta import DeltaFolder, check_path
from esep.store.failure import check_room, disk_failures
from esep.store.lock import write_lock
from esep.store.snapshots import Snapshots, hash_of, write_atomically
from esep.store.tables import TableName, schema_of

if TYPE_CHECKING:
    import narwhals as nw

    from esep.engine.duck import Engine

FORMAT = 1
DESCRIPTION_NAME = "store.json"
DEFAULT_LOCK_TIMEOUT_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class PackReference:
    """Which pack a store was made with: a pack that ships with esep has no path."""

    id: str
    path: str = ""

    @classmethod
    def to(cls, id: str, path: str = "") -> PackReference:
        """A reference by id alone where the folder is that of a pack which ships with esep.

        Such a folder is another one after every installation: a store that named it would stay
        with an old pack, or with none.
        """
        ships = Path(path).parts[-3:] == ("esep", "packs", id)
        return cls(id, "" if ships else path)


class Store:
    """Releases, their rows and their bytes, in one directory. It is appended to, never edited."""

    def __init__(self, home: Path, *, pack: PackReference, created_at: datetime) -> None:
        self.home = home
        self.pack = pack
        self.created_at = created_at
        self.snapshots = Snapshots(home / "snapshots")
        self.tables = {name: DeltaFolder(home, name) for name in TableName}

    # -- making and opening ------------------------------------------------------------

    @classmethod
    def create(
        cls,
        home: Path,
        pack: PackReference,
        *,
        now: datetime,
        lock_timeout_seconds: float = DEFAULT_LOCK_TIMEOUT_SECONDS,
    ) -> Store:
        """Make an empty store. What a killed attempt left behind is taken over."""
        home = home.absolute()
        check_path(home)
        there = next(each for each in (home, *home.parents) if each.exists())
        check_room(there, 0, doing="making the store")
        with disk_failures(home, doing="making the store"):
            home.mkdir(parents=True, exist_ok=True)
        with write_lock(home, timeout_seconds=lock_timeout_seconds):
            if cls.exists(home):
                raise BadRequest(
                    f"there is a store at {home} already",
                    hint="use it as it is, or name another directory in ESEP_HOME",
                )
            store = cls(home, pack=pack, created_at=now)
            for table in store.tables.values():
                table.create()
            description = {
                "format": FORMAT,
                "pack": dataclasses.asdict(pack),
                "created_at": now.isoformat(),
            }
            # Written last: until then the directory is not a store.
            with disk_failures(home, doing="making the store"):
                store.snapshots.root.mkdir(exist_ok=True)
                text = json.dumps(description, indent=2) + "\n"
                write_atomically(home / DESCRIPTION_NAME, text.encode())
        return store

    @classmethod
    def exists(cls, home: Path) -> bool:
        return (home / DESCRIPTION_NAME).is_file()

    @classmethod
    def open(cls, home: Path) -> Store:
        home = home.absolute()
        check_path(home)
        path = home / DESCRIPTION_NAME
        with disk_failures(path, doing="opening the store"):
            try:
                text = path.read_text(encoding="utf-8")
            except (FileNotFoundError, NotADirectoryError) as error:
                raise NotFound(
                    f"there is no store at {home}",
                    hint="make one with: esep init (or name the store's directory in ESEP_HOME)",
                ) from error
        return cls._described(home, path, text)

    @classmethod
    def _described(cls, home: Path, path: Path, text: str) -> Store:
        try:
            description = json.loads(text)
            found = description["format"]
            pack = PackReference.to(**description["pack"])
            created_at = datetime.fromisoformat(description["created_at"])
        except (ValueError, KeyError, TypeError) as error:
            raise BadRequest(
                f"the description of the store at {home} is damaged",
                detail=f"{path}: {error}",
                hint="restore store.json from a backup",
            ) from error
        if found != FORMAT:
            raise BadRequest(
                f"the store at {home} has format {found}; this esep reads format {FORMAT}",
                hint="use the version of esep that made the store, or make a new store",
            )
        store = cls(home, pack=pack, created_at=created_at)
        if not (signs := store.tables[TableName.SIGNS]).folder.exists():
            signs.create()  # of a store made before signs were kept
        return store

    # -- adding ------------------------------------------------------------------------

    def append(
        self,
        *batches: Batch,
        more: bool = False,
        lock_timeout_seconds: float = DEFAULT_LOCK_TIMEOUT_SECONDS,
    ) -> tuple[Release, ...]:
        """Add releases with their rows, all or nothing, and return those that were new.

        The same bytes of the same source are never added twice, however many processes try;
        unless they bring `more`: rows of known bytes that could not be read before.
        """
        with write_lock(self.home, timeout_seconds=lock_timeout_seconds):
            fresh = self._not_yet_known(batches, more=more)
            if not fresh:
                return ()
            for batch in fresh:
                kept = self.snapshots.keep(batch.content)
                if kept != batch.release.snapshot:
                    raise ValueError(f"{batch.release.id}: the snapshot is not of these bytes")
            self._append_rows(TableName.OBSERVATIONS, [observation_table(b) for b in fresh])
            self._append_rows(TableName.REPORTED, [reported_table(b) for b in fresh])
            self._append_rows(TableName.ISSUES, [issue_table(b) for b in fresh])
            self._append_rows(TableName.SIGNS, [sign_table(b) for b in fresh])
            releases = tuple(batch.release for batch in fresh)
            # The single commit point: rows whose load is not here are not read by anyone.
            self.tables[TableName.RELEASES].append(release_table(releases))
            for table in self.tables.values():
                table.compact()
        return releases

    def _append_rows(self, name: TableName, parts: list[Any]) -> None:
        import pyarrow as pa

        self.tables[name].append(pa.concat_tables(parts))

    def _not_yet_known(self, batches: Sequence[Batch], *, more: bool) -> list[Batch]:
        known = self.releases()
        contents = {(release.source, release.snapshot) for release in known}
        by_id = {release.id: release for release in known}
        fresh: list[Batch] = []
        for batch in batches:
            release = batch.release
            if (release.source, release.snapshot) in contents and not more:
                continue
            if (other := by_id.get(release.id)) is not None:
                raise BadRequest(
                    f"there is a release {release.id} already, and it has other contents",
                    detail=f"published {other.published_at}, loaded from {other.file}",
                    hint="a release is never edited: give the new one an id of its own",
                )
            contents.add((release.source, release.snapshot))
            by_id[release.id] = release
            fresh.append(batch)
        return fresh

    # -- asking ------------------------------------------------------------------------

    def state(self) -> str:
        """A text that changes with every release added, told without opening a table."""
        log = self.tables[TableName.RELEASES].folder / "_delta_log"
        with disk_failures(log, doing="looking for what was added"):
            newest = max(log.glob("*.json"), default=None)
            if newest is None:
                return ""
            stat = newest.stat()
        return f"{newest.name} {stat.st_size} {stat.st_mtime_ns}"

    def releases(self, as_of: date | None = None) -> tuple[Release, ...]:
        """Accepted releases published by a day, in the order of publication."""
        rows = self.tables[TableName.RELEASES].read()
        releases = (Release(**row) for row in rows)
        known = [each for each in releases if as_of is None or each.published_at <= as_of]
        return tuple(sorted(known, key=lambda each: (each.published_at, each.loaded_at, each.id)))

    def find_release(self, text: str) -> Release:
        """The release of that id, or of the only id that starts so."""
        releases = self.releases()
        found = [each for each in releases if each.id == text] or [
            each for each in releases if each.id.startswith(text)
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFound(
                f"'{text}' begins the ids of {len(found)} releases",
                hint="write more of one of: " + ", ".join(sorted(each.id for each in found)[:8]),
            )
        raise NotFound(
            f"there is no release '{text}'",
            hint="list them with: esep releases" + _nearest(text, [each.id for each in releases]),
        )

    def find_loaded(self, content: bytes, *, source: str) -> Release | None:
        """The release that brought exactly these bytes of this source, if there is one."""
        snapshot = hash_of(content)
        for release in self.releases():
            if (release.source, release.snapshot) == (source, snapshot):
                return release
        return None

    def places_of(self, *, source: str, snapshot: str) -> set[tuple[str, int, str]]:
        """Sheet, row and column of all that was loaded from these bytes; statements have a row."""
        import pyarrow as pa
        import pyarrow.compute as pc

        loads = [
            release.load_id
            for release in self.releases()
            if (release.source, release.snapshot) == (source, snapshot)
        ]
        if not loads:
            return set()
        found = {
            ("", row["row"], "")
            for row in self.tables[TableName.REPORTED].read()
            if row["load_id"] in loads
        } | {
            (row["sheet"], row["row"], row["column"])
            for row in self.tables[TableName.SIGNS].read()
            if row["load_id"] in loads
        }
        wanted, place = pa.array(loads), ("sheet", "row", "column")
        for file in self.observation_files():
            table = self.tables[TableName.OBSERVATIONS].columns_of(file, ("load_id", *place))
            table = table.filter(pc.is_in(table["load_id"], value_set=wanted))
            found.update(zip(*(table[name].to_pylist() for name in place), strict=True))
        return found

    def issues(self, release: Release) -> tuple[Issue, ...]:
        """What was surprising in a release's file, in the order of the file."""
        return self.issues_by_release().get(release.id, ())

    def issues_by_release(self) -> dict[str, tuple[Issue, ...]]:
        accepted = {release.load_id for release in self.releases()}
        found: dict[str, list[Issue]] = {}
        for row in self.tables[TableName.ISSUES].read():
            if row["load_id"] in accepted:
                found.setdefault(row["release_id"], []).append(_issue(row))
        return {
            release_id: tuple(sorted(issues, key=lambda issue: issue.place.row))
            for release_id, issues in found.items()
        }

    def reported(self, as_of: date | None = None) -> tuple[ReportedFigure, ...]:
        """What was said by a day, in the order it was said.

        A statement is known to the public from the day it is made, however much later somebody
        collected it; so its own day decides here, not the day its collection was published.
        """
        accepted = {release.load_id for release in self.releases()}
        names = [field.name for field in dataclasses.fields(ReportedFigure)]
        figures = [
            ReportedFigure(**{name: row[name] for name in names})
            for row in self.tables[TableName.REPORTED].read()
            if row["load_id"] in accepted and (as_of is None or row["said_on"] <= as_of)
        ]
        return tuple(sorted(figures, key=lambda each: (each.said_on, each.release_id, each.row)))

    def signs(self, indicator: str, as_of: date | None = None) -> tuple[Sign, ...]:
        """What was printed where an indicator has no figure, by releases of a day, newest last."""
        order = {release.load_id: place for place, release in enumerate(self.releases(as_of))}
        rows = [
            row
            for row in self.tables[TableName.SIGNS].read()
            if row["indicator"] == indicator and row["load_id"] in order
        ]
        rows.sort(key=lambda row: order[row["load_id"]])
        return tuple(_sign(row) for row in rows)

    def indicators_with_signs(self) -> frozenset[str]:
        """The indicators for which a source printed a sign in the place of a figure."""
        return frozenset(str(row["indicator"]) for row in self.tables[TableName.SIGNS].read())

    def observation_files(self) -> list[str]:
        """The parquet files of all observations, those of unfinished loads included."""
        return self.tables[TableName.OBSERVATIONS].files()

    def scan(
        self,
        engine: Engine,
        *,
        as_of: date | None = None,
        loaded_by: datetime | None = None,
    ) -> nw.LazyFrame[Any]:
        """Observations of accepted releases that were published, and loaded, by then."""
        import narwhals as nw

        # Releases are listed first: their rows were committed before them, so every release
        # in this list finds its rows in the files listed after it.
        releases = engine.scan_parquet(
            self.tables[TableName.RELEASES].files(), schema_of(TableName.RELEASES)
        )
        if as_of is not None:
            releases = releases.filter(nw.col("published_at") <= as_of)
        if loaded_by is not None:
            releases = releases.filter(nw.col("loaded_at") <= loaded_by)
        observations = engine.scan_parquet(
            self.observation_files(), schema_of(TableName.OBSERVATIONS)
        )
        return observations.join(releases.select("load_id"), on="load_id", how="semi")


def _issue(row: dict[str, Any]) -> Issue:
    return Issue(
        code=row["code"],
        severity=Severity(row["severity"]),
        place=Place(row["file"], row["sheet"], row["row"], row["column"]),
        found=row["found"],
        expected=row["expected"],
        hint=row["hint"],
        row_text=row["row_text"],
    )


def _sign(row: dict[str, Any]) -> Sign:
    return Sign(
        key=SeriesKey(
            row["indicator"],
            row["region_version"],
            row["breakdown"],
            row["comparison"],
            row["base"],
        ),
        period=Period.parse(row["period"]),
        meaning=Meaning(row["meaning"]),
        printed=row["printed"],
        place=Place(row["file"], row["sheet"], row["row"], row["column"]),
    )


def _nearest(text: str, ids: list[str]) -> str:
    from rapidfuzz import process

    near = [found for found, score, _ in process.extract(text, ids, limit=3) if score >= 60]
    return f"; nearest: {', '.join(near)}" if near else ""
