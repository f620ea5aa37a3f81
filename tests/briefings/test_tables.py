"""Do the tables hold one period a column, every region once, and nothing added to statistics?"""

from __future__ import annotations

from collections.abc import Callable

from esep.briefings.charts_plan import ChartPlanner
from esep.briefings.outline import BlockSpec
from esep.briefings.plan import (
    BlockPlan,
    ChartPlan,
    FigureCell,
    MessageCell,
    NameCell,
    RowPlan,
    TablePlan,
)
from esep.briefings.selection import Selection
from esep.briefings.tables_plan import TablePlanner

Select = Callable[..., Selection]


def blocks(selection: Selection, kind: str, name: str, *indicators: str) -> list[BlockPlan]:
    planner = TablePlanner(selection) if kind == "table" else ChartPlanner(selection)
    return list(planner.blocks(BlockSpec(kind, name=name, indicators=indicators)))


def table(selection: Selection, name: str, *indicators: str) -> TablePlan:
    (found,) = blocks(selection, "table", name, *indicators)
    assert isinstance(found, TablePlan)
    return found


def chart(selection: Selection, name: str, *indicators: str) -> ChartPlan:
    (found,) = blocks(selection, "chart", name, *indicators)
    assert isinstance(found, ChartPlan)
    return found


def figures(row: RowPlan) -> list[str | None]:
    cells = [cell for cell in row.cells if isinstance(cell, FigureCell)]
    return [format(cell.fact.in_unit, "f") if cell.fact else None for cell in cells]


def test_branches_stand_beside_the_country_with_the_points_between(select: Select) -> None:
    found = table(select("TL-LAK"), "branches", "fields_volume", "workshops_volume")
    assert [figures(row) for row in found.rows] == [
        ["97.0", "102.0", "-5"],
        ["104.0", "105.0", "-1"],
    ]


def test_a_branch_of_another_period_is_not_put_in_the_column(select: Select) -> None:
    found = table(select(), "branches", "fields_volume", "product_volume", "workshops_volume")
    assert len(found.rows) == 2
    assert blocks(select(), "table", "branches", "fields_volume", "product_volume") == []
    assert blocks(select(), "chart", "branches", "fields_volume", "product_volume") == []


def test_every_region_is_ranked_once_and_the_own_one_is_marked(select: Select) -> None:
    found = table(select(), "ranking", "product", "pulse")
    assert [figures(row)[:2] for row in found.rows] == [
        ["1", "360.0"],
        ["2", "340.0"],
        ["3", "310.0"],
    ]
    assert [row.emphasis for row in found.rows] == [False, False, True]
    assert {len(row.cells) for row in found.rows} == {len(found.columns)}


def test_equal_values_share_a_place(select: Select) -> None:
    found = table(select(period="2022"), "ranking", "product")
    assert [figures(row)[0] for row in found.rows] == ["1", "1", "3"]


def test_the_region_is_called_as_it_was_called_then(select: Select) -> None:
    """Ridge became Hill in 2023."""
    names = [
        cell.names.text("en")
        for row in table(select(period="2022"), "ranking", "product").rows
        for cell in row.cells
        if isinstance(cell, NameCell)
    ]
    assert names == ["Ridge Region", "Lake Region", "River Region"]


def test_what_has_no_place_makes_no_ranking(select: Select) -> None:
    assert blocks(select(), "table", "ranking", "shops") == []
    assert blocks(select(period="2022"), "table", "ranking", "pulse") == []


def test_the_annex_says_where_borders_forbid_a_comparison(select: Select) -> None:
    rows = table(select(period="2022"), "annex").rows
    told = [c.say for row in rows for c in row.cells if isinstance(c, MessageCell)]
    assert told.count("not-comparable") == 2
    assert all(len(row.cells) == 9 for row in rows)


def test_what_was_said_of_counted_things_is_not_listed_as_declared(select: Select) -> None:
    """Product, pulse and share were said too; the office's own figures stand for them."""
    rows = table(select(), "declared").rows
    ids = [c.fact.id for row in rows for c in row.cells if isinstance(c, FigureCell) and c.fact]
    assert ids == ["said:tl-05", "said:tl-06", "said:tl-07", "said:tl-08"]
    names = [c for row in rows for c in row.cells if isinstance(c, NameCell)]
    assert [each.comparison for each in names] == ["", "change", "", ""]


def test_history_keeps_to_one_territory(select: Select) -> None:
    """500 with the lake beside 240 without it would look like a collapse."""
    years = [str(mark.period) for mark in chart(select(), "history", "product").marks]
    assert years == ["2022", "2023"]
    assert chart(select(), "history", "product").caption.say == "chart-history-cut"
    whole = chart(select("TL-HIL"), "history", "product")
    assert [str(mark.period) for mark in whole.marks] == ["2021", "2022", "2023"]
    assert whole.caption.say == "chart-history"
    assert blocks(select(period="2022"), "chart", "history", "product") == []


def test_a_map_has_every_region_in_its_place(select: Select) -> None:
    marks = chart(select(), "map", "pulse").marks
    assert {mark.tile for mark in marks} == {(1, 1), (2, 1), (2, 2)}
    assert [mark.own for mark in marks] == [True, False, False]
    ranks = chart(select(), "ranks", "pulse")
    assert [format(mark.fact.value, "f") for mark in ranks.marks] == ["107.9", "102.4", "101.5"]
    assert blocks(select(), "chart", "map", "shops") == []
