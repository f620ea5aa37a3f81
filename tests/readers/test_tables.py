"""Are text tables of any dialect, and Parquet files, read alike?"""

from __future__ import annotations

from io import BytesIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from esep.model.source_description import CsvDialect
from esep.sources.readers.csv_table import find_delimiter
from esep.sources.readers.tables import open_tables
from esep.sources.refusal import FileRefused


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_cells_is_found(mark: str) -> None:
    text = f"a{mark}b{mark}c\n1,5{mark}2{mark}3\n" if mark != "," else "a,b,c\n1,2,3\n"
    assert find_delimiter(text) == mark


def test_an_encoding_must_be_told() -> None:
    content = "Область;2023\nХолмская;1,5\nРечная;2,5\n".encode("cp1251")
    with pytest.raises(FileRefused, match="refused"):
        open_tables(content, CsvDialect(), file="x.csv")
    opened = open_tables(content, CsvDialect(encoding="windows-1251"), file="x.csv")
    assert opened.sheets[0].rows[1] == ["Холмская", "1,5"]
    assert opened.dialect is not None
    assert opened.dialect.delimiter == ";"


def test_rows_know_their_lines_and_their_width() -> None:
    content = b'a,b\n"two\nlines",1\n\nshort\n'
    grid = open_tables(content, CsvDialect(), file="x.csv").sheets[0]
    assert [grid.line(row) for row in (1, 2, 4)] == [1, 2, 5]
    assert grid.ragged == {4}


def test_a_quotation_mark_that_is_not_closed_is_refused() -> None:
    with pytest.raises(FileRefused):
        open_tables(b'a,b\n"open,1\n2,3\n', CsvDialect(), file="x.csv")


def test_a_parquet_file_is_a_table_with_names_above_it() -> None:
    content = BytesIO()
    pq.write_table(pa.table({"region": ["TL", None], "value": [1.5, 2.0]}), content)
    grid = open_tables(content.getvalue(), CsvDialect(), file="x.parquet").sheets[0]
    assert grid.rows == [["region", "value"], ["TL", 1.5], [None, 2.0]]


def test_a_broken_parquet_file_is_refused() -> None:
    with pytest.raises(FileRefused):
        open_tables(b"PAR1" + b"\x00" * 50 + b"PAR1", CsvDialect(), file="x.parquet")
