"""Which figures do instructions give, and on which changes do they rest?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from esep.catalog import Catalog
from esep.tracking.cards import SYNTHETIC
from esep.tracking.instructions.figures import (
    COUNTS,
    counts,
    due,
    missing_reports,
    overdue_days,
    reported,
)
from tests.tracking.instructions.life import REEVE, STEWARD, Life


def test_counts_are_told_where_there_are_any_and_of_the_overdue_always(threelands: Catalog) -> None:
    life = Life.of(threelands)
    on = date(2024, 7, 1)
    told = counts(
        [life.on("2024-07-01")],
        {"given": "people", "overdue": "projects", "dropped": "shops"},
        threelands.indicators,
        region="TL-RIV",
        on=on,
    )
    assert {name: fact.value for name, fact in told.items()} == {
        "people": Decimal(1),
        "projects": Decimal(0),
    }
    assert told["people"].id == "standing:people:TL-RIV:2024-07-01@2024-07-01"
    assert told["people"].inputs == ("card:instructions:i-1:id@1",)


def test_without_instructions_nothing_is_counted(threelands: Catalog) -> None:
    on = date(2024, 7, 1)
    assert (
        counts([], dict.fromkeys(COUNTS, "shops"), threelands.indicators, region="TL-RIV", on=on)
        == {}
    )


def test_a_count_over_a_card_made_up_is_called_so_in_its_id(threelands: Catalog) -> None:
    life = Life.of(threelands, **{SYNTHETIC: True})
    told = counts(
        [life.on("2024-07-01")],
        {"given": "people"},
        threelands.indicators,
        region="TL-RIV",
        on=date(2024, 7, 1),
    )
    assert told["people"].is_made_up


def test_days_over_a_deadline_rest_on_every_deadline_there_was(threelands: Catalog) -> None:
    life = Life.of(threelands)
    assert overdue_days(life.on("2024-09-03"), life.log, ()) is None
    life.write(life.acts().ask_extension(REEVE, date(2024, 9, 13), date(2024, 12, 2), "rain"))
    life.write(life.acts().decide_extension(STEWARD, date(2024, 9, 18), granted=True))
    late = overdue_days(life.on("2024-10-01"), life.log, {"day"})
    assert late is not None
    assert (late.value, late.unit.code) == (Decimal(15), "day")
    assert late.inputs == (
        "card:instructions:i-1:deadline@1",
        "card:instructions:i-1:deadline@3",
    )
    # On a day before the extension was decided, the deadline of then is all there is.
    before = overdue_days(life.on("2024-09-10"), life.log, ())
    assert before is not None
    assert (before.value, before.unit.code) == (Decimal(7), "count")
    assert before.inputs == ("card:instructions:i-1:deadline@1",)


def test_reports_that_did_not_come_are_counted(threelands: Catalog) -> None:
    life = Life.of(threelands, deadline_kind="permanent", deadline=None, rhythm="monthly")
    missing = missing_reports(life.on("2024-09-15"), {"report"})
    assert missing is not None
    assert missing.value == 3
    assert missing_reports(Life.of(threelands).on("2024-09-15"), ()) is None


def test_between_the_points_of_a_path_nothing_is_whole(threelands: Catalog) -> None:
    shops = threelands.indicators["shops"]
    life = Life.of(threelands, indicator="shops", trajectory=["2024-06-03=0", "2024-06-13=5"])
    whole, half = due(life.on("2024-06-05"), shops), due(life.on("2024-06-06"), shops)
    assert whole is not None
    assert half is not None
    assert (whole.value, whole.decimals) == (Decimal(1), shops.decimals)
    assert (half.value, half.decimals) == (Decimal("1.5"), shops.decimals + 1)
    assert due(Life.of(threelands).on("2024-06-05"), shops) is None


def test_what_the_executor_reported_rests_on_that_report(threelands: Catalog) -> None:
    shops = threelands.indicators["shops"]
    life = Life.of(threelands, indicator="shops")
    life.write(life.acts().report(REEVE, date(2024, 8, 1), "on the way", value="7"))
    told = reported(life.on("2024-08-10"), shops)
    assert told is not None
    assert (told.value, told.inputs) == (Decimal(7), ("card:instructions:i-1:report_value@2",))
    assert reported(life.on("2024-07-10"), shops) is None
