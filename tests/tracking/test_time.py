"""Deadlines, rhythms and trajectories on the calendar of a country."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from esep.catalog import Catalog, load_catalog
from esep.errors import BadRequest
from esep.model.control import Rhythm, Shift, WorkingDays
from esep.tracking.trajectory import Trajectory
from esep.tracking.working_days import report_days, shifted, working_days_between

PLAIN = WorkingDays(frozenset({6, 7}), {})
days = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@pytest.fixture(scope="module")
def kazakhstan() -> Catalog:
    return load_catalog("kazakhstan")


def test_a_holiday_on_a_weekend_moves_to_the_next_working_day(kazakhstan: Catalog) -> None:
    calendar = kazakhstan.calendar
    # 23 March 2024 was a Saturday: Monday the 25th was off.
    assert not calendar.is_working(date(2024, 3, 25))
    assert calendar.is_working(date(2024, 3, 26))
    # 7 January 2024 was a Sunday: that holiday does not move.
    assert calendar.is_working(date(2024, 1, 8))


def test_a_day_that_is_none_is_no_deadline(kazakhstan: Catalog) -> None:
    # 21 to 25 March 2024 were off: the last working day before is Wednesday the 20th.
    assert shifted(date(2024, 3, 24), kazakhstan.calendar, Shift.BEFORE) == date(2024, 3, 20)
    assert shifted(date(2024, 3, 24), kazakhstan.calendar, Shift.AFTER) == date(2024, 3, 26)
    assert shifted(date(2024, 3, 24), kazakhstan.calendar, Shift.NONE) == date(2024, 3, 24)


@given(days, days)
def test_working_days_add_up_and_turn_around(one: date, other: date) -> None:
    between = working_days_between(one, other, PLAIN)
    assert between == -working_days_between(other, one, PLAIN)
    weeks = (other - one).days // 7
    if other >= one:
        assert between == weeks * 5 + working_days_between(
            one + timedelta(weeks=weeks), other, PLAIN
        )


def test_a_monthly_report_from_the_31st_is_due_at_the_end_of_short_months() -> None:
    due = list(report_days(date(2024, 1, 31), Rhythm.MONTHLY, date(2024, 5, 1)))
    assert due == [date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]


@given(days, st.sampled_from(Rhythm))
def test_reports_come_in_order_and_after_the_start(start: date, rhythm: Rhythm) -> None:
    due = list(report_days(start, rhythm, start + timedelta(days=800)))
    assert due == sorted(set(due))
    assert all(day > start for day in due)


def test_a_trajectory_is_straight_between_its_points() -> None:
    path = Trajectory.read(["2024-01-01=0", "2024-01-11=100"])
    assert path.at(date(2024, 1, 6)) == 50
    assert path.at(date(2023, 12, 31)) is None
    assert path.at(date(2030, 1, 1)) == Decimal(100)


@pytest.mark.parametrize("wrong", ["2024-01-01", "soon=5", "2024-01-01=many", "=", ""])
def test_a_point_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(BadRequest, match="no point of a trajectory"):
        Trajectory.read([wrong])
