"""Does a fact id say all that is needed to compute the fact again, and nothing else?"""

from __future__ import annotations

from datetime import date

import pytest

from esep.model.fact import Comparison, FactId


@pytest.mark.parametrize(
    ("text", "comparison", "by"),
    [
        ("grp:KZ-19:2023:rank@2026-09-30", Comparison.RANK, ""),
        ("grp:KZ-19:2024-Q2:level@2026-09-30", Comparison.LEVEL, ""),
        ("grp:KZ-19:2023:real~grp_volume@2026-09-30", Comparison.REAL, "grp_volume"),
        ("grp_volume:KZ-19:2022/2024:chained@2026-09-30", Comparison.CHAINED, ""),
        ("trade_volume:KZ-19~origin:2021-01/2021-04:contribution~stei@2026-09-30",
         Comparison.CONTRIBUTION, "stei"),
        ("grp:KZ-19+KZ-33~on-union:2023:index@2026-09-30", Comparison.INDEX, ""),
    ],
)  # fmt: skip
def test_an_id_is_read_and_written_alike(text: str, comparison: Comparison, by: str) -> None:
    found = FactId.parse(text)
    assert found is not None
    assert (found.comparison, found.by, found.vintage) == (comparison, by, date(2026, 9, 30))
    assert str(found) == text


@pytest.mark.parametrize(
    "text",
    [
        "grp:KZ-19:2023:growth@2026-09-30",
        "grp:KZ-19:2023:real~@2026-09-30",
        "grp:KZ-19:2023:real~GRP@2026-09-30",
        "grp:KZ-19:2023:level@2026-13-01",
        "grp:KZ-19:2023:level",
        "said:kz-19-2024-06-14-02",
    ],
)
def test_anything_else_is_no_id(text: str) -> None:
    assert FactId.parse(text) is None
