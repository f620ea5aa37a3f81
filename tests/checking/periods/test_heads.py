"""A cell is of the period that the heads of its row, its column or its table name."""

from __future__ import annotations

from datetime import date

import pytest

from esep.checking.periods.heads import period_of_cell
from esep.model.passage import Passage, PassageKind


@pytest.mark.parametrize(
    ("heads", "code"),
    [
        (("Industry", "January-May 2024", ""), "2024-01/2024-05"),
        (("Industry", "January-May", "Indicators of 2023"), "2023-01/2023-05"),
        (("2023", "Industry", "Indicators of January-May 2024"), "2023"),
        (("Industry", "2023", "Indicators in 2022-2024"), "2023"),
        (("SMEs", "as of 1 January 2024", ""), "2024-01-01"),
        (("Industry", "by 2030", ""), None),
        (("Industry", "billion tenge", ""), None),
    ],
)
def test_heads_speak_for_their_cell(heads: tuple[str, ...], code: str | None) -> None:
    cell = Passage(0, 5, PassageKind.CELL, heads=heads)
    period = period_of_cell(cell, "en", day=date(2024, 6, 14))
    assert (period.code if period else None) == code
