"""Values on one set of territories: summed, weighted, or left out, on every engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from lands import DEFINITIONS, Row, indicator, observation

from esep.app.statements import area_versions_table, areas_table, covers_table, unions_table
from esep.indicators.areas import Area, Borders
from esep.indicators.rebase import rebased
from esep.indicators.series import latest
from esep.indicators.statements import Definitions, statements
from esep.model.indicator import IndicatorKind

WHOLE = Area("A+B", "A@origin", 1, "T", ("A", "B"), (("A@2022-07-01", "B@2022-07-01"),))
OLD = Borders(
    "union",
    (
        Area("T", "T@origin", 0, "", ("T",), ()),
        WHOLE,
        Area("C", "C@origin", 1, "T", ("C",), ()),
        Area("H", "H@origin", 1, "T", ("H",), ()),
    ),
)
DATED = Definitions(
    (
        *(each for each in DEFINITIONS.indicators if each.id != "product"),
        indicator("product", per_head=True, real_growth="volume"),
        indicator("volume", IndicatorKind.INDEX, base="same_period_previous_year"),
    ),
    "people",
)
Brought = dict[tuple[str, str, str], Row]


@pytest.fixture
def bring(runner: Any, observations: Callable[[Sequence[Row]], Any]) -> Callable[..., Brought]:
    """Rows on the old borders, by indicator, area and period; then everything said of them."""

    def brought(*rows: Row) -> Brought:
        onto = rebased(
            runner.settle(latest(observations(rows))),
            runner.frame(areas_table(OLD)),
            runner.frame(covers_table(OLD)),
            DATED.indicators,
        )
        stated = statements(
            onto,
            runner.frame(area_versions_table(OLD)),
            runner.frame(_no_unions()),
            DATED,
            settle=runner.settle,
        )
        return {
            (row["indicator"], row["region"].partition("~")[0], row["period"]): row
            for row in runner.collect(stated)
        }

    return brought


def _no_unions() -> Any:
    class Catalog:
        class regions:  # noqa: N801
            unions = ()

    return unions_table(Catalog)  # type: ignore[arg-type]


def test_old_borders_are_the_sum_of_the_successors_and_grow_on_one_territory(bring) -> None:
    found = bring(
        observation("product", "A@origin", "2021", 500),
        observation("product", "A", "2022", 240),
        observation("product", "B", "2022", 330),
    )
    row = found["product", "A+B", "2022"]
    assert (row["value"], row["made_by"], row["made_of"]) == (
        570,
        "sum",
        "A@2022-07-01 + B@2022-07-01",
    )
    assert row["change"] == pytest.approx(14)
    assert found["product", "A+B", "2021"]["made_by"] == ""


def test_what_was_published_on_the_territory_itself_stands(bring) -> None:
    found = bring(
        observation("product", "A@origin", "2022", 571),
        observation("product", "A", "2022", 240),
        observation("product", "B", "2022", 330),
    )
    assert found["product", "A+B", "2022"]["value"] == 571


def test_a_missing_part_makes_no_sum(bring) -> None:
    assert bring(observation("product", "A", "2022", 240)) == {}


def test_a_rate_is_never_summed_nor_averaged(bring) -> None:
    found = bring(
        observation("jobless", "A", "2022", 4),
        observation("jobless", "B", "2022", 5),
        observation("people", "A", "2022", 10),
        observation("people", "B", "2022", 20),
    )
    assert ("jobless", "A+B", "2022") not in found
    assert found["people", "A+B", "2022"]["value"] == 30


def test_a_rate_is_made_anew_from_its_summed_numerator_and_denominator(bring) -> None:
    found = bring(
        *(observation("crafts", land, "2022", value) for land, value in (("A", 10), ("B", 50))),
        *(observation("crops", land, "2022", value) for land, value in (("A", 30), ("B", 10))),
    )
    row = found["craft_share", "A+B", "2022"]
    assert (row["value"], row["made_by"]) == (60, "derived")


def test_a_value_per_head_takes_the_people_of_the_same_territory(bring) -> None:
    rows = [observation("product", land, "2022", 300) for land in "AB"]
    assert bring(*rows)["product", "A+B", "2022"]["per_head"] is None
    rows += [observation("people", land, "2022", 20) for land in "AB"]
    assert bring(*rows)["product", "A+B", "2022"]["per_head"] == 15


def test_a_volume_index_is_weighted_with_the_year_before_and_is_an_estimate(bring) -> None:
    index = {"base": "same_period_previous_year"}
    rows = [
        observation("volume", "A", "2023", 110, **index),
        observation("volume", "B", "2023", 102, **index),
        observation("product", "A", "2022", 100),
        observation("product", "B", "2022", 300),
    ]
    row = bring(*rows)["volume", "A+B", "2023"]
    assert row["value"] == pytest.approx(104)
    assert (row["stage"], row["made_by"], row["weight"]) == ("estimate", "weighted", "product")
    # Without the weight of one part there is none at all, and other indices have no weights.
    assert ("volume", "A+B", "2023") not in bring(*rows[:3])
    assert bring(*(observation("pulse", land, "2023", 104) for land in "AB")) == {}


def test_a_sum_is_as_unsettled_as_its_parts(bring) -> None:
    found = bring(
        observation("product", "A", "2022", 240, stage="estimate"),
        observation("product", "B", "2022", 330),
    )
    assert found["product", "A+B", "2022"]["stage"] == "estimate"


def test_places_are_among_the_areas(bring) -> None:
    values = {"A": 30, "B": 40, "C": 50, "H": 60}
    found = bring(*(observation("product", land, "2023", v) for land, v in values.items()))
    places = {key[1]: (row["rank"], row["rank_of"]) for key, row in found.items()}
    assert places == {"A+B": (1, 3), "H": (2, 3), "C": (3, 3)}
