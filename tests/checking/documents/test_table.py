"""Tables: which words speak for a cell."""

from __future__ import annotations

import pytest

from esep.checking.documents.table import Table, is_value, spread


def grid(*rows: tuple[str, ...]) -> Table:
    return spread([[(text, 1, 1, False) for text in row] for row in rows], "Output")


def test_rows_of_words_and_years_are_headings() -> None:
    heads = grid(("Region", "2022", "2023"), ("River", "4.9", "5.3")).heads()
    assert heads[2, 3] == ("River", "2023", "Output")
    assert (1, 2) not in heads


def test_a_row_of_one_cell_names_the_group_below_it() -> None:
    heads = grid(("", "2023"), ("Farms", ""), ("Milk", "5"), ("Meat", "6")).heads()
    assert heads[4, 2] == ("Meat", "2023", "Output. Farms")


def test_a_name_after_the_number_of_the_row_speaks_for_the_row() -> None:
    heads = grid(("Place", "Region", "GRP"), ("1", "River", "5.3")).heads()
    assert heads[2, 3] == ("River", "GRP", "Output")


def test_a_table_of_words_has_one_heading_row() -> None:
    heads = grid(("Project", "State"), ("Bridge", "begun"), ("School", "done")).heads()
    assert heads[3, 2] == ("School", "State", "Output")


def test_a_span_pushes_the_cells_of_the_next_row_aside() -> None:
    table = spread([[("A", 1, 2, True), ("B", 2, 1, True)], [("2022", 1, 1, True)]])
    assert [(each.text, each.row, each.column) for each in table.cells] == [
        ("A", 1, 1),
        ("B", 1, 2),
        ("2022", 2, 2),
    ]


@pytest.mark.parametrize("text", ["5.3", "−4,6 %", "(12)", "+7.9", "13 800", "5th"])
def test_a_value_begins_with_a_number(text: str) -> None:
    assert is_value(text)


@pytest.mark.parametrize("text", ["2023", "2024 жыл", "1 January 2024", "GRP, 2023", ""])
def test_a_year_or_a_name_is_no_value(text: str) -> None:
    assert not is_value(text)
