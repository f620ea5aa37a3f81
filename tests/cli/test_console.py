"""Do rows come out as tables, CSV and JSON that people and programs can trust?"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from esep.cli.console import Column, _print_wrapped, csv_cell, csv_text, print_rows

COLUMNS = (Column("region", "Region"), Column("value", "Value", right=True))
ROWS = ({"region": "Аққала", "value": Decimal("107.9")}, {"region": "Беткей", "value": None})

Output = pytest.CaptureFixture[str]


def test_csv_has_keys_for_a_header_and_nothing_for_unknown() -> None:
    assert csv_text(ROWS, COLUMNS) == "region,value\nАққала,107.9\nБеткей,\n"


@pytest.mark.parametrize("cell", ["=1+1", "+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1"])
def test_a_formula_is_written_as_text(cell: str) -> None:
    assert csv_cell(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["-4.6", "+7.9", "-1e-05", "−4,6", "2024-01/2024-04"])
def test_a_number_stays_a_number(cell: str) -> None:
    assert csv_cell(cell) == cell


def test_json_keeps_the_digits_and_the_letters(capsys: Output) -> None:
    print_rows(ROWS, COLUMNS, form="json")
    printed = capsys.readouterr().out
    assert "Аққала" in printed
    assert json.loads(printed) == [
        {"region": "Аққала", "value": 107.9},
        {"region": "Беткей", "value": None},
    ]


def test_a_table_in_a_pipe_is_neither_cut_nor_coloured(capsys: Output) -> None:
    long = "a remark that goes on " * 20
    print_rows([{"region": long, "value": date(2024, 6, 14)}], COLUMNS, form="table")
    printed = capsys.readouterr().out
    assert long.strip() in printed
    assert "2024-06-14" in printed
    assert "\x1b" not in printed


def test_a_narrow_table_looks_as_a_wide_one_does(capsys: Output) -> None:
    print_rows(ROWS, COLUMNS, form="table")
    plain = capsys.readouterr().out
    assert plain.splitlines() == [
        "Region   Value",
        "──────────────",
        "Аққала   107.9",
        "Беткей",
    ]
    cells = [["Аққала", "107.9"], ["Беткей", ""]]
    _print_wrapped(cells, COLUMNS, room=100, terminal=False)
    assert capsys.readouterr().out == plain


def test_a_cell_of_several_lines_stays_in_its_column(capsys: Output) -> None:
    print_rows([{"region": "one\ntwo", "value": 1}], COLUMNS, form="table")
    printed = [line.split() for line in capsys.readouterr().out.splitlines()[2:]]
    assert printed == [["one", "1"], ["two"]]
