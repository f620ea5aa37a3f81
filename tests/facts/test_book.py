"""Are facts what the made-up figures say, and is each found again by its id?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal

import pytest

from esep.errors import NotFound
from esep.facts.book import FactBook
from esep.facts.lineage import cells, lineage
from esep.model.fact import Comparability, Comparison, Fact, FactId
from esep.model.period import Period

BookAsOf = Callable[[date | None], FactBook]

C = Comparison
MEETING, SPRING, AUTUMN = date(2024, 6, 14), date(2024, 4, 29), date(2024, 10, 28)
MEETING_BOOK = pytest.mark.parametrize("as_of", [MEETING, None], ids=["meeting", "today"])


def reachable(book: FactBook) -> Iterator[Fact]:
    """Every fact that can be stated of every value of the country."""
    for indicator in sorted(book.indicators_with_values):
        for region in sorted(book.regions(indicator)):
            for period in book.periods(indicator, region):
                for comparison in Comparison:
                    if (fact := book.get(indicator, region, period, comparison)) is not None:
                        yield fact


# -- values --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "region", "period", "comparison", "expected"),
    [
        ("product", "TL-RIV", "2023", C.LEVEL, "310000000"),
        ("product", "TL-RIV", "2023", C.CHANGE, "29.1666666667"),  # 310 / 240
        ("product", "TL-RIV", "2023", C.INDEX, "129.166666667"),
        ("product", "TL-RIV", "2023", C.SHARE, "30.6930693069"),  # 310 / 1010
        ("product", "TL-RIV", "2023", C.CONTRIBUTION, "7.77777777778"),  # 70 / 900
        ("product", "TL-RIV", "2023", C.RANK, "3"),
        ("product", "TL-RIV", "2023", C.PER_HEAD, "15736.0406091"),  # 310 m / 19 700
        ("product", "TL-RIV", "2023", C.PER_HEAD_RANK, "1"),
        ("product", "TL-RIV", "2024-H1", C.CHANGE, "14.2857142857"),  # 160 / 140
        ("goods_output", "TL-RIV", "2023", C.LEVEL, "220000000"),  # 44 + 176
        ("goods_output", "TL-RIV", "2023", C.CHANGE, "10"),
        ("workshop_share", "TL-RIV", "2023", C.LEVEL, "80"),
        ("workshop_share", "TL-RIV", "2023", C.GAP, "11.25"),  # 80 - 440 / 640
        ("jobless_rate", "TL-RIV", "2023", C.CHANGE, "-0.5"),
        ("jobless_rate", "TL-RIV", "2023", C.GAP, "-0.7"),
        ("jobless_rate", "TL-RIV", "2023", C.RANK, "1"),
        ("jobless_rate", "TL-HIL", "2023", C.RANK, "3"),
        ("pulse", "TL-RIV", "2024-01/2024-04", C.LEVEL, "107.9"),
        ("pulse", "TL-RIV", "2024-01/2024-04", C.LOWEST, "106"),
        ("pulse", "TL-RIV", "2024-01/2024-04", C.HIGHEST, "110"),
        ("pulse", "TL-RIV", "2024-01/2024-04", C.CHANGE, "5.2"),  # 107.9 - 102.7 points
        ("product", "TL-HIL", "2023", C.CHANGE, "9.09090909091"),  # across a rename
    ],
)
def test_a_fact_is_what_its_formula_gives_by_hand(
    book: FactBook, indicator: str, region: str, period: str, comparison: C, expected: str
) -> None:
    assert book.find(indicator, region, period, comparison).value == Decimal(expected)


def test_a_published_value_is_exactly_as_printed(book: FactBook) -> None:
    fact = book.find("product", "TL-RIV", "2023", C.LEVEL)
    assert fact.cell is not None
    assert fact.cell.printed == "310.0"
    assert str(fact.in_unit) == "310.0"
    assert fact.quantum == Decimal("100000")


@pytest.mark.parametrize(
    ("indicator", "comparison", "unit"),
    [
        ("product", C.CHANGE, "percent"),
        ("jobless_rate", C.CHANGE, "percentage_point"),
        ("pulse", C.CHANGE, "percentage_point"),
        ("product", C.INDEX, "index_percent"),
        ("product", C.SHARE, "percent"),
        ("jobless_rate", C.GAP, "percentage_point"),
        ("product", C.CONTRIBUTION, "percentage_point"),
        ("product", C.RANK, "rank"),
        ("product", C.PER_HEAD, "CRN:3"),
    ],
)
def test_each_comparison_has_its_unit(
    book: FactBook, indicator: str, comparison: C, unit: str
) -> None:
    period = "2024-01/2024-04" if indicator == "pulse" else "2023"
    assert book.find(indicator, "TL-RIV", period, comparison).unit.code == unit


# -- identity ------------------------------------------------------------------------------


@MEETING_BOOK
def test_every_fact_is_found_again_by_its_id(book_as_of: BookAsOf, as_of: date | None) -> None:
    book = book_as_of(as_of)
    facts = list(reachable(book))
    assert len({fact.id for fact in facts}) == len(facts) > 300
    for fact in facts:
        named = FactId.parse(fact.id)
        assert named is not None
        assert str(named) == fact.id
        assert named.vintage == fact.vintage
        assert book.by_id(fact.id) is fact


def test_every_fact_is_the_same_in_the_book_of_its_own_vintage(
    book_as_of: BookAsOf, book: FactBook
) -> None:
    for fact in reachable(book):
        assert book_as_of(fact.vintage).by_id(fact.id) == fact


@pytest.mark.parametrize(
    "text",
    [
        "",
        "product",
        "product:TL-RIV:2023:level",
        "product:TL-RIV:2023:growth@2024-10-28",
        "product:TL-RIV:2023:level@2024-13-45",
        "product:TL-RIV:2023:level@yesterday",
        "product:TL-RIV:2019:level@2024-10-28",
        "product:TL-XXX:2023:level@2024-10-28",
        "product:TL-RIV:2023:level@2024-10-27",
        "nothing:TL-RIV:2023:level@2024-10-28",
    ],
)
def test_an_id_of_nothing_finds_nothing(book: FactBook, text: str) -> None:
    assert book.by_id(text) is None


# -- lineage -------------------------------------------------------------------------------


@MEETING_BOOK
def test_every_fact_ends_in_cells(book_as_of: BookAsOf, as_of: date | None) -> None:
    book = book_as_of(as_of)
    for fact in reachable(book):
        assert bool(fact.cell) != bool(fact.inputs), fact.id
        behind = list(cells(fact, book.by_id))
        assert behind, fact.id
        assert max(cell.published_at for cell in behind) == fact.vintage
        assert all(cell.place.file and cell.place.row > 1 for cell in behind)
        assert len(lineage(fact, book.by_id).inputs) == len(fact.inputs)


def test_a_change_is_again_its_formula_over_its_inputs(book: FactBook) -> None:
    for fact in reachable(book):
        if fact.comparison is C.CHANGE and fact.unit.code == "percent":
            now, before = (book.by_id(each) for each in fact.inputs)
            assert now is not None
            assert before is not None
            again = now.value / before.value * 100 - 100
            assert abs(again - fact.value) < Decimal("1e-8")


# -- comparability -------------------------------------------------------------------------


def test_a_divided_region_has_no_change_but_a_verdict_with_its_union(book: FactBook) -> None:
    for comparison in (C.CHANGE, C.INDEX, C.CONTRIBUTION):
        assert book.get("product", "TL-RIV", "2022", comparison) is None
    verdict = book.verdict("product", "TL-RIV", "2022")
    assert verdict is not None
    assert verdict.comparability is Comparability.NOT_COMPARABLE
    assert (verdict.reason, verdict.earlier_version) == ("borders_changed", "TL-RIV@origin")
    assert verdict.union == ("TL-LAK", "TL-RIV")
    assert verdict.union_value == 14  # 330 + 240 against 500


def test_a_region_cut_out_is_told_with_what_its_land_can_be_compared(book: FactBook) -> None:
    verdict = book.verdict("product", "TL-LAK", "2022")
    assert verdict is not None
    assert verdict.comparability is Comparability.NOT_COMPARABLE
    assert verdict.union == ("TL-LAK", "TL-RIV")


def test_the_union_of_what_does_not_add_up_is_named_without_a_figure(book: FactBook) -> None:
    assert book.verdict("product_volume", "TL-RIV", "2022") is not None
    level = book.find("people_average", "TL-RIV", "2022", C.LEVEL)
    assert level.verdict is not None
    assert level.verdict.union == ("TL-LAK", "TL-RIV")
    assert book.get("product_volume", "TL-LAK+TL-RIV", "2022", C.CHANGE) is None


def test_a_renamed_region_is_comparable(book: FactBook) -> None:
    verdict = book.verdict("product", "TL-HIL", "2023")
    assert verdict is not None
    assert verdict.comparability is Comparability.COMPARABLE


def test_nothing_earlier_is_not_called_a_change_of_borders(book: FactBook) -> None:
    verdict = book.verdict("product", "TL-RIV", "2021")
    assert verdict is not None
    assert (verdict.comparability, verdict.reason) == (Comparability.NO_EARLIER_VALUE, "missing")


def test_a_safe_union_is_a_fact_of_its_own(book: FactBook) -> None:
    fact = book.find("product", "TL-LAK+TL-RIV", "2022", C.CHANGE)
    assert fact.value == 14
    assert fact.id == "product:TL-LAK+TL-RIV:2022:change@2024-04-29"
    assert fact.region_version == "TL-RIV@origin"
    assert fact.verdict is not None
    assert fact.verdict.comparability is Comparability.REBASED
    assert book.by_id(fact.id) is fact
    assert [cell.printed for cell in cells(fact, book.by_id)] == ["330.0", "240.0", "500.0"]


def test_a_safe_union_has_one_name_in_whatever_order_it_is_asked_for(book: FactBook) -> None:
    asked = book.find("product", "TL-RIV+TL-LAK", "2022", C.CHANGE)
    assert asked.id == "product:TL-LAK+TL-RIV:2022:change@2024-04-29"


@pytest.mark.parametrize("label", ["TL-LAK+TL-HIL", "TL-LAK+TL-RIV+TL-HIL", "TL-LAK+TL-LAK"])
def test_regions_that_never_were_one_are_no_union(book: FactBook, label: str) -> None:
    assert book.get("product", label, "2022", C.CHANGE) is None


# -- places --------------------------------------------------------------------------------


def test_a_place_tells_among_how_many_by_what_and_in_which_direction(book: FactBook) -> None:
    rank = book.find("jobless_rate", "TL-LAK", "2023", C.RANK)
    assert rank.value == 2
    assert rank.ranking is not None
    assert (rank.ranking.of, rank.ranking.expected) == (3, 3)
    assert rank.ranking.ascending
    assert rank.ranking.ties == 0
    assert rank.formula == "place by level, smallest first"
    assert len(rank.inputs) == 3


def test_equal_values_share_a_place_and_say_so(book: FactBook) -> None:
    hill, lake = (book.find("product", land, "2022", C.RANK) for land in ("TL-HIL", "TL-LAK"))
    assert hill.value == lake.value == 1  # 330 each
    assert hill.ranking is not None
    assert hill.ranking.ties == 1
    assert book.find("product", "TL-RIV", "2022", C.RANK).value == 3


def test_places_are_taken_among_the_regions_of_their_day(book: FactBook) -> None:
    rank = book.find("product", "TL-HIL", "2021", C.RANK)
    assert rank.ranking is not None
    assert (rank.ranking.of, rank.ranking.expected) == (2, 2)  # before the lake was cut out


def test_the_country_has_no_place(book: FactBook) -> None:
    assert book.get("product", "TL", "2023", C.RANK) is None


# -- vintages ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2024, 4, 28), None),
        (SPRING, "300.0"),
        (MEETING, "300.0"),
        (date(2024, 10, 27), "300.0"),
        (AUTUMN, "310.0"),
        (None, "310.0"),
    ],
)
def test_a_value_is_what_was_known_on_the_day(
    book_as_of: BookAsOf, as_of: date | None, expected: str | None
) -> None:
    fact = book_as_of(as_of).get("product", "TL-RIV", "2023", C.LEVEL)
    assert (None if fact is None else str(fact.in_unit)) == expected


def test_what_a_revision_moves_gets_a_new_vintage(book_as_of: BookAsOf, book: FactBook) -> None:
    told = book_as_of(MEETING).find("product", "TL-RIV", "2023", C.SHARE)
    known = book.find("product", "TL-RIV", "2023", C.SHARE)
    assert (told.value, told.vintage) == (30, SPRING)
    assert known.vintage == AUTUMN


# -- what there is not ---------------------------------------------------------------------


def test_a_period_without_data_is_told_with_the_periods_there_are(book: FactBook) -> None:
    with pytest.raises(NotFound, match="no value of product for TL-RIV in 2019") as told:
        book.find("product", "TL-RIV", "2019", C.LEVEL)
    assert "2021, 2022, 2023-H1, 2023, 2024-H1" in told.value.hint


def test_a_region_without_data_is_told_with_the_regions_there_are(book: FactBook) -> None:
    with pytest.raises(NotFound) as told:
        book.find("product", "TL-NEW", Period.year(2023), C.LEVEL)
    assert "TL, TL-HIL, TL-LAK, TL-RIV" in told.value.hint


def test_a_change_that_is_not_there_is_told_with_the_union(book: FactBook) -> None:
    with pytest.raises(NotFound, match="has no change") as told:
        book.find("product", "TL-RIV", "2022", C.CHANGE)
    assert "TL-LAK+TL-RIV: +14.0 %" in told.value.detail
