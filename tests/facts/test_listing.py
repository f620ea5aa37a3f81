"""Is an indicator listed whole, and can what is listed be loaded again unchanged?"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from esep.app.facts import fact_book
from esep.app.workspace import Workspace, load_files, make_workspace
from esep.errors import NotFound
from esep.facts.book import FactBook
from esep.facts.listing import TIDY, Line, list_facts, tidy
from esep.model.fact import Comparison, Fact
from esep.model.period import Period
from esep.sources.load import LoadResult

PACK = Path(__file__).parents[1] / "packs" / "threelands"
HEADER = "indicator,region,period,value,unit,comparison,base,stage,note"


@pytest.fixture
def loaded(tmp_path: Path) -> Callable[[str], Workspace]:
    """A new store of the pack with nothing in it but the rows given."""

    def load(text: str, source: str = "tso-product") -> Workspace:
        workspace, _ = make_workspace(tmp_path / "new", str(PACK))
        path = tmp_path / "figures.csv"
        path.write_text(text, encoding="utf-8")
        published = date(2024, 12, 1)
        for _, result in load_files(
            workspace, [path], source=source, published=published, dry_run=False
        ):
            assert isinstance(result, LoadResult)
            assert result.set_aside == 0
        return workspace

    return load


def listed(
    book: FactBook,
    indicator: str,
    *regions: str,
    period: str = "",
    comparison: Comparison | None = None,
) -> list[Line]:
    return list_facts(
        book,
        indicator,
        regions,
        period=Period.parse(period) if period else None,
        comparison=comparison,
        root="TL",
    )


def tidy_csv(lines: list[Line]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, TIDY, lineterminator="\n")
    writer.writeheader()
    writer.writerows(row for line in lines for row in tidy(line))
    return text.getvalue()


# -- which lines ---------------------------------------------------------------------------


def test_without_a_region_all_stand_for_the_newest_period_the_country_first(book) -> None:
    lines = listed(book, "product")
    assert [(line.region, str(line.level.period)) for line in lines] == [
        ("TL", "2024-H1"),
        ("TL-HIL", "2024-H1"),
        ("TL-LAK", "2024-H1"),
        ("TL-RIV", "2024-H1"),
    ]


def test_the_newest_period_is_one_that_most_regions_have(loaded) -> None:
    workspace = loaded(
        f"{HEADER}\n"
        "product,TL-HIL,2022,330,CRN:6,,,final,\n"
        "product,TL-RIV,2022,240,CRN:6,,,final,\n"
        "product,TL-LAK,2022,330,CRN:6,,,final,\n"
        "product,TL-RIV,2023,300,CRN:6,,,final,\n"
    )
    lines = listed(fact_book(workspace), "product")
    assert {str(line.level.period) for line in lines} == {"2022"}


def test_a_region_stands_with_its_whole_series_in_order(book) -> None:
    lines = listed(book, "product", "TL-RIV", "TL-HIL", "TL-RIV")
    assert [(line.region, str(line.level.period)) for line in lines] == [
        (region, period)
        for region in ("TL-RIV", "TL-HIL")
        for period in ("2021", "2022", "2023-H1", "2023", "2024-H1")
    ]


def test_a_period_without_data_is_not_an_empty_list(book) -> None:
    with pytest.raises(NotFound, match="in 2019"):
        listed(book, "product", period="2019")


def test_what_is_not_comparable_is_called_so_with_what_can_be_compared(book) -> None:
    (line,) = listed(book, "product", "TL-RIV", period="2022", comparison=Comparison.CHANGE)
    assert line.compared is None
    assert line.remark == "not comparable"
    assert "TL-LAK+TL-RIV: +14.0 %" in line.note


def test_a_place_among_a_few_of_the_regions_is_not_given(loaded) -> None:
    one = "product,TL-RIV,2023,300,CRN:6,,,final,\n"
    book = fact_book(loaded(f"{HEADER}\n{one}"))
    assert book.get("product", "TL-RIV", "2023", Comparison.RANK) is None


def test_a_place_among_most_of_the_regions_says_how_many_are_missing(loaded) -> None:
    two = "product,TL-RIV,2023,300,CRN:6,,,final,\nproduct,TL-HIL,2023,360,CRN:6,,,final,\n"
    rank = fact_book(loaded(f"{HEADER}\n{two}")).find("product", "TL-RIV", "2023", Comparison.RANK)
    assert rank.ranking is not None
    assert (rank.value, rank.ranking.of, rank.ranking.expected) == (2, 2, 3)


# -- round trip ----------------------------------------------------------------------------


def levels(book: FactBook, indicator: str) -> dict[tuple[str, str], tuple[object, ...]]:
    def told(fact: Fact) -> tuple[object, ...]:
        assert fact.cell is not None
        return fact.value, fact.cell.printed, fact.cell.unit, fact.stage, fact.region_version

    return {
        (fact.region, str(fact.period)): told(fact)
        for region in book.regions(indicator)
        for period in book.periods(indicator, region)
        if (fact := book.get(indicator, region, period, Comparison.LEVEL)) is not None
    }


@pytest.mark.parametrize(
    ("indicator", "source"),
    [
        ("product", "tso-product"),
        ("product_volume", "tso-product"),
        ("pulse", "tso-pulse"),
        ("people", "tso-people"),
        ("jobless_rate", "tso-work"),
    ],
)
def test_what_is_listed_can_be_loaded_again_unchanged(book, loaded, indicator, source) -> None:
    lines = listed(book, indicator, *sorted(book.regions(indicator)))
    again = fact_book(loaded(tidy_csv(lines), source))
    assert levels(again, indicator) == levels(book, indicator)


@pytest.mark.parametrize("comparison", [Comparison.CHANGE, Comparison.SHARE, Comparison.PER_HEAD])
def test_what_is_listed_with_a_comparison_can_be_loaded_too(book, loaded, comparison) -> None:
    lines = listed(book, "product", period="2023", comparison=comparison)
    workspace = loaded(tidy_csv(lines))
    assert sum(release.rows for release in workspace.store.releases()) == len(
        [line for line in lines if line.compared]
    )


def test_a_derived_value_that_is_listed_becomes_a_published_one(book, loaded) -> None:
    lines = listed(book, "goods_output", period="2023")
    again = fact_book(loaded(tidy_csv(lines), "tso-output"))
    fact = again.find("goods_output", "TL-RIV", "2023", Comparison.LEVEL)
    assert fact.value == 220_000_000
    assert fact.cell is not None
