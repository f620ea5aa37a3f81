"""Which period may stand in a document on a day?"""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest

from esep.app.workspace import Workspace
from esep.facts.select import available_on, newest_period
from esep.model.period import Period, PeriodKind

APRIL, MAY = "2024-01/2024-04", "2024-01/2024-05"
MEETING = date(2024, 6, 14)


@pytest.fixture(scope="session")
def newest(workspace: Workspace):
    """`newest(periods, on, within)` for the pulse, which is out 15 days after its period."""
    catalog = workspace.catalog

    def of(periods: str, *, on: date, within: str = MAY, indicator: str = "pulse") -> str | None:
        found = newest_period(
            [Period.parse(each) for each in periods.split()],
            catalog.indicators[indicator],
            catalog.sources,
            on=on,
            within=Period.parse(within),
        )
        return found.code if found else None

    return of


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2024, 6, 14), APRIL),  # the day before May is out
        (date(2024, 6, 15), MAY),
        (date(2024, 6, 16), MAY),
        (date(2024, 5, 14), "2024-Q1"),  # the day before April is out
        (date(2024, 5, 15), APRIL),
    ],
)
def test_a_period_may_stand_from_the_day_it_is_normally_out(newest, on, expected) -> None:
    assert newest(f"2024-Q1 {APRIL} {MAY}", on=on) == expected


def test_a_briefing_never_prints_what_came_after_its_period(newest) -> None:
    late = date(2024, 12, 1)
    assert newest(f"{APRIL} {MAY} 2024-H1", on=late) == MAY
    assert newest(f"{APRIL} {MAY} 2024-H1", on=late, within="2024-H1") == "2024-H1"
    assert newest(f"{APRIL} {MAY} 2024-H1", on=late, within=APRIL) == APRIL


def test_a_period_still_running_is_not_known_whatever_the_lag(workspace, newest) -> None:
    source = workspace.catalog.sources["tso-pulse"]
    prompt = dataclasses.replace(source, lag_days={}, default_lag_days=0)
    catalog = workspace.catalog
    for on, expected in ((date(2024, 4, 30), None), (date(2024, 5, 1), Period.parse(APRIL))):
        found = newest_period(
            [Period.parse(APRIL)],
            catalog.indicators["pulse"],
            {"tso-pulse": prompt},
            on=on,
            within=Period.parse(MAY),
        )
        assert found == expected


def test_of_two_periods_with_one_end_the_longer_is_taken(newest) -> None:
    on = date(2025, 2, 1)
    assert newest("2024-Q4 2024 2024-12", on=on, within="2024") == "2024"


def test_without_a_period_in_time_there_is_none(newest) -> None:
    assert newest("", on=MEETING) is None
    assert newest(f"{MAY}", on=date(2024, 5, 1)) is None


def test_a_state_on_a_day_is_out_a_lag_after_that_day(newest) -> None:
    points = "2023-01-01 2024-01-01"
    out = date(2024, 1, 1) + timedelta(days=60)
    assert newest(points, on=out - timedelta(days=1), indicator="people") == "2023-01-01"
    assert newest(points, on=out, indicator="people") == "2024-01-01"


def test_each_kind_of_period_has_its_own_lag(workspace: Workspace) -> None:
    source = dataclasses.replace(
        workspace.catalog.sources["tso-product"],
        lag_days={PeriodKind.YEAR: 240, PeriodKind.CUMULATIVE: 60},
        default_lag_days=90,
    )
    assert available_on(Period.parse("2023"), source) == date(2024, 8, 27)
    assert available_on(Period.parse(APRIL), source) == date(2024, 6, 29)
    assert available_on(Period.parse("2024-Q1"), source) == date(2024, 6, 29)
