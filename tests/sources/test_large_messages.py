"""Does a message of several chunks, whose columns differ between chunks, keep every row?"""

from __future__ import annotations

from esep.sources.readers import observed
from esep.sources.readers.sdmx_ml import read_sdmx_ml


def test_chunks_whose_texts_repeat_differently_are_one_column(monkeypatch):
    monkeypatch.setattr(observed, "_CHUNK_ROWS", 100)
    seen = [
        f'<Obs TIME_PERIOD="{1900 + number % 7 if number < 200 else number}" OBS_VALUE="{number}"'
        + (' NOTE="late"' if number > 250 else "")
        + "/>"
        for number in range(330)
    ]
    text = (
        '<?xml version="1.0"?><m:StructureSpecificData xmlns:m="urn:m"><m:DataSet>'
        f'<Series GEO="A">{"".join(seen)}</Series></m:DataSet></m:StructureSpecificData>'
    )
    read = read_sdmx_ml(text.encode(), file="big.xml")
    assert [str(each) for each in read.cells["OBS_VALUE"].to_pylist()] == [
        str(number) for number in range(330)
    ]
    assert set(read.cells["GEO"].to_pylist()) == {"A"}
    assert read.cells["NOTE"].to_pylist() == [""] * 251 + ["late"] * 79
    assert read.rows.to_pylist() == list(range(1, 331))
    assert read.row_text(330) == "A,329,329,late"
