"""What does the register of regions itself say?"""

from __future__ import annotations

from datetime import date

import pytest

from esep.app.facts import find_fact
from esep.app.workspace import Workspace
from esep.errors import NotFound


@pytest.mark.parametrize(("day", "expected"), [("2022-06-30", 2), ("2022-07-01", 3)])
def test_regions_are_counted_on_a_day(workspace: Workspace, day: str, expected: int) -> None:
    fact, _ = find_fact(workspace, f"register:region:TL:{day}")
    assert (fact.value, fact.vintage) == (expected, date.fromisoformat(day))
    assert fact.cell is not None


@pytest.mark.parametrize(
    "fact_id",
    [
        "register:region:TL:2022-13-01",
        "register:region:TL",
        "register:castle:TL:2022-07-01",
        "register:region:TL-RIV:2022-07-01",
        "register:region:ATLANTIS:2022-07-01",
        "register:region:TL-LAK:2020-01-01",
    ],
)
def test_what_the_register_does_not_say_is_not_found(workspace: Workspace, fact_id: str) -> None:
    with pytest.raises(NotFound):
        find_fact(workspace, fact_id)
