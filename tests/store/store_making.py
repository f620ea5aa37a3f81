"""Batches small enough to check by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal

from esep.model.issue import Issue, Severity
from esep.model.observation import EstimateStage, Observation, Place, SeriesKey
from esep.model.period import Period
from esep.model.region import RegionChange, RegionVersion
from esep.model.release import Release, ReportedFigure
from esep.model.sign import Sign
from esep.model.source_description import Meaning
from esep.model.text import Name, Names
from esep.model.unit import ScaledUnit
from esep.store.batch import Batch
from esep.store.snapshots import hash_of

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)

EAST = RegionVersion(
    code="TL-1",
    valid_from=None,
    valid_to=None,
    level=1,
    kind="region",
    parent="TL",
    change=RegionChange.ORIGIN,
    predecessors=(),
    territory="t-east",
    names=Names({"en": Name("East")}),
    centre={},
)


def observation(value: str = "5322132.0", *, period: str = "2023", row: int = 2) -> Observation:
    return Observation(
        key=SeriesKey("grp", EAST.id),
        period=Period.parse(period),
        value=Decimal(value),
        unit=ScaledUnit("KZT", 6),
        stage=EstimateStage.FINAL,
        place=Place("grp.csv", row=row, column="value"),
    )


def issue(row: int = 9) -> Issue:
    return Issue(
        code="unknown_region",
        severity=Severity.SET_ASIDE,
        place=Place("grp.csv", row=row, column="region"),
        found="TL-X",
        expected="a region of the pack",
        hint="did you mean TL-1?",
        row_text="grp,TL-X,2023,1,KZT:6",
    )


def sign() -> Sign:
    made = observation()
    return Sign(made.key, made.period, Meaning.CONFIDENTIAL, "x", made.place)


def figure(release_id: str = "r1", *, row: int = 2) -> ReportedFigure:
    return ReportedFigure(
        id=f"f-{row}",
        said_on=date(2024, 6, 14),
        source="https://example.org/audience",
        region="TL-1",
        topic="grp",
        label="gross regional product",
        indicator="grp",
        period="2023",
        value="5000000000000",
        unit="KZT",
        comparison="",
        planned=False,
        hedge="",
        direction="",
        release_id=release_id,
        row=row,
        file="said.csv",
    )


def batch(
    release_id: str = "r1",
    *,
    published: date = date(2024, 5, 1),
    loaded_at: datetime = NOW,
    observations: Sequence[Observation] | None = None,
    reported: Sequence[ReportedFigure] = (),
    issues: Sequence[Issue] = (),
    signs: Sequence[Sign] = (),
    content: bytes | None = None,
    source: str = "office",
) -> Batch:
    rows = [observation()] if observations is None else observations
    received = content if content is not None else f"bytes of {release_id}".encode()
    return Batch(
        release=Release(
            id=release_id,
            source=source,
            title="Gross regional product",
            published_at=published,
            published_note="",
            loaded_at=loaded_at,
            load_id=f"load-{release_id}",
            snapshot=hash_of(received),
            file="grp.csv",
            address="",
            kind="observations" if rows or not reported else "reported",
            rows=len(rows) + len(reported),
            issues=len(issues),
        ),
        content=received,
        observations=rows,
        versions={EAST.id: EAST},
        reported=reported,
        issues=issues,
        signs=signs,
    )
