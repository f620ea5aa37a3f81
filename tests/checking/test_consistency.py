"""Figures of one text are held against one another, without any data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from esep.catalog import Catalog, load_catalog
from esep.checking.consistency import inconsistencies
from esep.checking.consistency_words import SAID
from esep.model.claim import Claim, Finding, Inconsistency, Judged, PeriodSource, Quantity, Span
from esep.model.passage import Passage, PassageKind, ReadText
from tests.checking.judge.making import claim, quantity

DAY = date(2024, 6, 14)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog("kazakhstan")


def found(
    catalog: Catalog,
    *claims: Claim,
    language: str = "en",
    apart: bool = False,
    in_table: bool = False,
) -> tuple[Inconsistency, ...]:
    """What does not fit, all claims in one sentence unless they are told apart."""
    figures = [
        Judged(replace(each, sentence=place if apart else 0), Finding.NO_DATA, "")
        for place, each in enumerate(claims)
    ]
    kind = PassageKind.CELL if in_table else PassageKind.PARAGRAPH
    read = ReadText("report.txt", " " * 100, (Passage(0, 100, kind),))
    return inconsistencies(figures, read, catalog, day=DAY, language=language)


def codes(*several: Inconsistency) -> list[str]:
    return [each.code for each in several]


def of(part: Quantity, whole: int) -> Quantity:
    return replace(part, of=whole)


def end(level: Quantity, span: Span) -> Quantity:
    return replace(level, span=span)


# -- parts -----------------------------------------------------------------------------------


def test_a_part_may_be_as_large_as_its_whole(catalog: Catalog) -> None:
    whole = claim(quantity("53"))
    assert not found(catalog, whole, claim(of(quantity("46"), 0)))
    assert not found(catalog, whole, claim(of(quantity("53"), 0)))


def test_a_part_larger_than_its_whole_is_told(catalog: Catalog) -> None:
    (told,) = found(catalog, claim(quantity("53")), claim(of(quantity("64"), 0)))
    assert told.code == "part_over_whole"
    assert told.figures == (1, 0)
    assert "64" in told.explanation


def test_a_part_of_more_than_so_many_may_be_more(catalog: Catalog) -> None:
    assert not found(catalog, claim(quantity("50", hedge="over")), claim(of(quantity("53"), 0)))


def test_a_part_counts_the_numbers_that_claim_nothing(catalog: Catalog) -> None:
    date_first = claim(quantity("14", not_claim="date"))
    told = found(catalog, date_first, claim(quantity("53")), claim(of(quantity("64"), 1)))
    assert [each.figures for each in told] == [(2, 1)]


def test_a_share_is_at_most_everything(catalog: Catalog) -> None:
    share = claim(quantity("120", "percent"), comparison="share_of:industrial output")
    assert codes(*found(catalog, share)) == ["part_over_whole"]
    done = claim(quantity("103.2", "percent"), comparison="plan_execution")
    assert not found(catalog, done)


# -- growth and its ends ---------------------------------------------------------------------


def levels(first: str, last: str) -> tuple[Claim, Claim]:
    return (
        claim(end(quantity(first, "KZT", scale=12), Span.FROM), topic="grp"),
        claim(end(quantity(last, "KZT", scale=12), Span.TO), topic="grp"),
    )


@pytest.mark.parametrize(
    ("factor", "ends", "fits"),
    [("1.8", ("3.4", "6"), True), ("1.8", ("3.4", "6.1"), True), ("1.8", ("3.4", "4.1"), False),
     ("2", ("3.7", "6.0"), False)],
)  # fmt: skip
def test_a_factor_is_what_its_two_levels_make(
    catalog: Catalog, factor: str, ends: tuple[str, str], fits: bool
) -> None:
    times = claim(quantity(factor, "times"), topic="grp", comparison="yoy")
    assert codes(*found(catalog, times, *levels(*ends))) == ([] if fits else ["factor"])


def test_growth_of_something_else_beside_two_levels_is_left_alone(catalog: Catalog) -> None:
    times = claim(quantity("3.0", "times"), topic="sme", comparison="yoy")
    assert not found(catalog, times, *levels("3.4", "6"))


def test_a_fall_is_told_with_the_larger_over_the_smaller(catalog: Catalog) -> None:
    times = claim(quantity("2", "times", direction="down"), topic="grp", comparison="yoy")
    assert not found(catalog, *levels("6.0", "3.0"), times)


def test_points_are_the_difference_of_two_rates(catalog: Catalog) -> None:
    rates = (
        claim(end(quantity("4.8", "percent"), Span.FROM), topic="unemployment"),
        claim(end(quantity("4.6", "percent"), Span.TO), topic="unemployment"),
    )
    right, wrong = (
        claim(
            quantity(number, "percentage_point", direction="down"),
            topic="unemployment",
            comparison="change",
        )
        for number in ("0.2", "0.5")
    )
    assert not found(catalog, right, *rates)
    assert codes(*found(catalog, wrong, *rates)) == ["factor"]


# -- proportions -----------------------------------------------------------------------------


def test_places_and_schools_are_in_proportion(catalog: Catalog) -> None:
    schools = claim(quantity("13"), topic="schools", period="2023")
    places = claim(quantity("13.8", "place", scale=3), topic="school_places", period="2023")
    too_few = claim(quantity("13", "place"), topic="school_places", period="2023")
    too_many = claim(quantity("13.8", "place", scale=6), topic="school_places", period="2023")
    assert not found(catalog, schools, places)
    assert codes(*found(catalog, schools, too_few)) == ["ratio"]
    assert codes(*found(catalog, schools, too_many)) == ["ratio"]


def test_figures_of_different_years_are_no_proportion(catalog: Catalog) -> None:
    schools = claim(quantity("13"), topic="schools", period="2023")
    places = claim(quantity("13", "place"), topic="school_places", period="2024")
    assert not found(catalog, schools, places)


# -- the whole text --------------------------------------------------------------------------


def product(number: str, **how: object) -> Claim:
    frame = {"indicator": "grp", "topic": "grp", "period": "2023"} | how
    return claim(quantity(number, "KZT", scale=12), **frame)  # type: ignore[arg-type]


def test_one_fact_has_one_value(catalog: Catalog) -> None:
    assert codes(*found(catalog, product("5.3"), product("5.8"), apart=True)) == ["two_values"]


def test_cells_of_a_table_are_not_held_against_one_another(catalog: Catalog) -> None:
    assert not found(catalog, product("5.3"), product("5.8"), apart=True, in_table=True)


def test_a_rounded_value_is_the_same_value(catalog: Catalog) -> None:
    assert not found(catalog, product("5.3"), product("5"), apart=True)


def test_other_years_regions_and_inherited_periods_are_other_facts(catalog: Catalog) -> None:
    assert not found(catalog, product("5.3"), product("5.8", period="2024"), apart=True)
    assert not found(catalog, product("5.3"), product("5.8", region="KZ-10"), apart=True)
    inherited = product("5.8", source=PeriodSource.INHERITED)
    assert not found(catalog, product("5.3"), inherited, apart=True)


def test_a_composite_lies_between_its_branches(catalog: Catalog) -> None:
    branches = catalog.indicators["stei"].components
    assert branches

    def index(number: str, indicator: str) -> Claim:
        return claim(
            quantity(number, "index_percent"),
            indicator=indicator,
            period="2024-01/2024-04",
            comparison="yoy",
        )

    around = [index(f"10{place}.0", each) for place, each in enumerate(branches)]
    assert not found(catalog, index("103.0", "stei"), *around, apart=True)
    told = found(catalog, index("115.0", "stei"), *around, apart=True)
    assert codes(*told) == ["outside_branches"]
    # With a branch unsaid nothing follows.
    assert not found(catalog, index("115.0", "stei"), *around[1:], apart=True)


def test_what_is_done_is_not_dated_ahead(catalog: Catalog) -> None:
    assert codes(*found(catalog, product("5.3", period="2025"))) == ["order_of_dates"]
    assert not found(catalog, product("5.3", period="2025", planned=True))


def test_every_language_says_the_same_things() -> None:
    assert SAID["en"].keys() == SAID["ru"].keys() == SAID["kk"].keys()
