"""Are the settings read from the environment, and only those that the reference lists?"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from esep.errors import BadRequest
from esep.settings import SETTINGS, read_settings

SRC = Path(__file__).parents[1] / "src" / "esep"


def test_without_any_the_store_is_beside_the_caller() -> None:
    settings = read_settings({})
    assert (settings.home, settings.lock_timeout_seconds) == (Path("esep-data"), 30)


def test_empty_is_the_same_as_absent() -> None:
    empty = {setting.name: "" for setting in SETTINGS}
    assert read_settings(empty) == read_settings({})


def test_today_can_be_another_day() -> None:
    assert read_settings({"ESEP_TODAY": "2024-06-14"}).today == date(2024, 6, 14)


@pytest.mark.parametrize(
    ("name", "text"),
    [("ESEP_TODAY", "June"), ("ESEP_LOCK_TIMEOUT", "soon"), ("ESEP_LOCK_TIMEOUT", "nan")],
)
def test_a_wrong_setting_is_named(name: str, text: str) -> None:
    with pytest.raises(BadRequest, match=name):
        read_settings({name: text})


def test_every_setting_the_code_names_is_listed() -> None:
    named: set[str] = set()
    for path in SRC.rglob("*.py"):
        named |= set(re.findall(r"(?<!_)ESEP_[A-Z_]+", path.read_text(encoding="utf-8")))
    assert named <= {setting.name for setting in SETTINGS}
