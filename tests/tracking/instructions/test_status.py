"""Where a card stands is computed: overdue days, slippage, missing reports, colours."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from esep.catalog import Catalog
from esep.model.control import Colour
from esep.model.indicator import Direction
from esep.model.standing import Mark, State
from esep.tracking.instructions import standing
from tests.tracking.instructions.life import QUEEN, REEVE, Life


def test_a_card_is_nowhere_before_it_was_given(threelands: Catalog) -> None:
    log = Life.of(threelands).log
    found = standing(
        log, date(2024, 6, 2), control=threelands.control, calendar=threelands.calendar
    )
    assert found is None


def test_overdue_is_counted_from_the_calendar(threelands: Catalog) -> None:
    life = Life.of(threelands)
    assert life.on("2024-09-03").overdue_days == 0
    assert Mark.OVERDUE not in life.on("2024-09-03").marks
    late = life.on("2024-09-13")
    assert (late.overdue_days, late.marks[0]) == (10, Mark.OVERDUE)


def test_a_deadline_on_a_day_off_is_the_working_day_before(threelands: Catalog) -> None:
    # Friday 28 June is Lake Day, Thursday the 27th is off by decree, Saturday was worked.
    assert Life.of(threelands, deadline="2024-06-28").on("2024-06-10").deadline == date(2024, 6, 26)
    assert Life.of(threelands, deadline="2024-06-29").on("2024-06-10").deadline == date(2024, 6, 29)
    assert Life.of(threelands, deadline="2024-06-30").on("2024-06-10").deadline == date(2024, 6, 29)


def test_the_first_deadline_is_kept_for_ever(threelands: Catalog) -> None:
    life = Life.of(threelands)
    for day, until in (("2024-08-01", "2024-10-01"), ("2024-09-10", "2024-12-02")):
        asked, until_day = date.fromisoformat(day), date.fromisoformat(until)
        life.write(life.acts().ask_extension(REEVE, asked, until_day, "late"))
        life.write(life.acts().decide_extension(QUEEN, asked, granted=True))
    found = life.on("2024-11-01")
    assert (found.first_deadline, found.deadline) == (date(2024, 9, 3), date(2024, 12, 2))
    assert found.slippage_days == 90
    assert Mark.EXTENDED in found.marks


def test_an_extension_asked_too_late_does_not_erase_the_overdue_days(threelands: Catalog) -> None:
    life = Life.of(threelands)
    life.write(life.acts().ask_extension(REEVE, date(2024, 9, 13), date(2024, 12, 2), "late"))
    life.write(life.acts().decide_extension(QUEEN, date(2024, 9, 18), granted=True))
    found = life.on("2024-11-01")
    assert found.extensions[0].asked_late
    assert found.overdue_days == 15  # from 3 September to the decision on the 18th
    assert Mark.OVERDUE not in found.marks
    assert Mark.AT_RISK in found.marks


def test_an_extension_asked_in_time_stops_the_clock_until_it_is_decided(
    threelands: Catalog,
) -> None:
    life = Life.of(threelands)
    life.write(life.acts().ask_extension(REEVE, date(2024, 9, 2), date(2024, 12, 2), "late"))
    life.write(life.acts().decide_extension(QUEEN, date(2024, 9, 18), granted=True))
    assert life.on("2024-11-01").overdue_days == 0


def test_a_refused_extension_changes_nothing(threelands: Catalog) -> None:
    life = Life.of(threelands)
    life.write(life.acts().ask_extension(REEVE, date(2024, 9, 2), date(2024, 12, 2), "late"))
    life.write(life.acts().decide_extension(QUEEN, date(2024, 9, 5), granted=False))
    found = life.on("2024-09-13")
    assert (found.deadline, found.overdue_days) == (date(2024, 9, 3), 10)
    assert found.extensions[0].granted is False


def test_overdue_days_of_a_closed_card_stand_still(threelands: Catalog) -> None:
    life = Life.of(threelands)
    life.write(life.acts().remove(QUEEN, date(2024, 9, 8), "done"))
    found = life.on("2025-09-08")
    assert (found.state, found.overdue_days, found.marks) == (State.EXECUTED, 5, ())


def test_the_past_is_seen_as_it_was(threelands: Catalog) -> None:
    life = Life.of(threelands)
    life.write(life.acts().remove(QUEEN, date(2024, 9, 8), "done"))
    assert life.on("2024-09-07").state is State.IN_EXECUTION


def test_a_card_nears_its_deadline_at_risk(threelands: Catalog) -> None:
    life = Life.of(threelands)
    assert life.on("2024-08-20").marks == (Mark.ON_TRACK,)
    assert life.on("2024-08-24").marks == (Mark.AT_RISK,)


def test_what_an_instruction_lacks_is_said(threelands: Catalog) -> None:
    bare = Life.of(threelands, deadline=None, deadline_kind="none", result=None, executor=None).on(
        "2024-07-01"
    )
    assert bare.state is State.REGISTERED
    assert set(bare.marks) == {
        Mark.WITHOUT_MEASURE, Mark.WITHOUT_DEADLINE, Mark.WITHOUT_EXECUTOR,
    }  # fmt: skip
    permanent = Life.of(threelands, deadline=None, deadline_kind="permanent").on("2024-07-01")
    assert Mark.WITHOUT_RHYTHM in permanent.marks


def test_an_emphasis_is_no_instruction(threelands: Catalog) -> None:
    found = Life.of(threelands, kind="emphasis").on("2024-12-01")
    assert (found.state, found.marks) == (State.EMPHASIS, ())
    assert found.overdue_days == 0


@pytest.fixture
def monthly(threelands: Catalog) -> Life:
    """Under permanent control from 3 June, with a report every month."""
    return Life.of(
        threelands,
        deadline=None,
        deadline_kind="permanent",
        rhythm="monthly",
        trajectory=["2024-06-03=0", "2024-12-03=60"],
    )


def test_a_report_is_missing_when_its_grace_is_over(monthly: Life) -> None:
    assert monthly.on("2024-07-08").missing_reports == 0
    found = monthly.on("2024-07-09")
    assert (found.missing_reports, found.next_report) == (1, date(2024, 8, 3))


def test_reports_in_time_are_not_missing(monthly: Life) -> None:
    for day in ("2024-07-02", "2024-08-07"):
        monthly.write(monthly.acts().report(REEVE, date.fromisoformat(day), "goes on"))
    assert monthly.on("2024-09-01").missing_reports == 0


def test_the_colour_is_measured_against_the_path_for_the_day(monthly: Life) -> None:
    for report in ("2024-07-02", "2024-08-02"):
        monthly.write(monthly.acts().report(REEVE, date.fromisoformat(report), "goes on"))
    # Half of the way by 2 September: 91 of 183 days.
    found = monthly.on("2024-09-02", actual="30")
    assert found.due == Decimal(60) * 91 / 183
    assert found.colour is Colour.GREEN
    assert monthly.on("2024-09-02", actual="28").colour is Colour.AMBER
    assert monthly.on("2024-09-02", actual="20").colour is Colour.RED


def test_what_is_not_known_is_red(monthly: Life) -> None:
    assert monthly.on("2024-07-01").colour is Colour.RED


def test_less_may_be_better(monthly: Life) -> None:
    found = monthly.on("2024-07-01", actual="5", direction=Direction.DOWN)
    assert found.colour is Colour.GREEN


def test_two_missing_reports_worsen_the_colour(monthly: Life) -> None:
    assert monthly.on("2024-07-20", actual="60").colour is Colour.GREEN
    found = monthly.on("2024-08-20", actual="60")
    assert (found.missing_reports, found.colour) == (2, Colour.AMBER)


def test_a_persons_judgement_stays_apart_from_the_colour(threelands: Catalog) -> None:
    life = Life.of(threelands, judgement="green", trajectory=["2024-06-03=10"])
    found = life.on("2024-07-01", actual="1")
    assert (found.judgement, found.colour) == ("green", Colour.RED)
