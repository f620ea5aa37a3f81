"""Is the row of an issue found at once, however large the file is?"""

from __future__ import annotations

import time

import pyarrow as pa

from esep.sources.readers.columns import ReadColumns, numbered


def test_the_text_of_a_row_is_found_by_the_row_of_the_file():
    rows = pa.array([1, 2, 5, 9, 12], pa.int32()).slice(1, 3)  # not at the start of its memory
    read = ReadColumns("f.csv", pa.table({"a": ["b", "c", "d"], "n": ["1", "2", "3"]}), rows)
    assert [read.row_text(row) for row in (2, 5, 9)] == ["b,1", "c,2", "d,3"]


def test_ten_thousand_bad_rows_of_a_million_take_no_million_steps_each():
    count = 1_000_000
    read = ReadColumns("f.csv", pa.table({"a": pa.repeat("x", count)}), numbered(count, start=2))
    started = time.process_time()
    for row in range(2, count, 100):
        read.row_text(row)
    # A search from the start for each takes more than five seconds.
    assert time.process_time() - started < 2
