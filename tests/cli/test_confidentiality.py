"""Is nobody behind a district's value given away, in a table, a file or an explanation?"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Ask = Callable[..., Any]

NORTH = "food_sales:TL-HIL-NORTH:2023:level@2024-02-20"


def hidden(ask: Ask, indicator: str, *more: str) -> dict[str, str]:
    rows = ask("show", indicator, "--period", "2023", *more, "--json").json
    return {row["region"]: row["suppressed"] for row in rows if row["suppressed"]}


def test_few_or_dominating_units_hide_a_value_and_another_beside_it(shops: Ask) -> None:
    found = hidden(shops, "food_sales")
    assert found["TL-HIL-NORTH"] == "too_few_units"
    assert found["TL-RIV-LOWER"] == "dominated"
    # Alone in its region it would be the region less the others.
    for region in ("TL-HIL", "TL-RIV"):
        beside = [each for each in found if each.startswith(region)]
        assert len(beside) > 1
    assert not {"TL", "TL-HIL", "TL-RIV"} & set(found)


def test_the_table_marks_it_with_the_reason_and_no_number(shops: Ask) -> None:
    answer = shops("show", "food_sales", "--period", "2023")
    (line,) = [each for each in answer.out.splitlines() if "TL-HIL-NORTH" in each]
    assert "x" in line.split()
    assert "suppressed: too few units are behind it" in line
    assert "90" not in line


def test_a_total_and_its_other_terms_do_not_give_it_away(shops: Ask) -> None:
    """All three tables are asked for, one after the other, by one person."""
    known: dict[tuple[str, str], float] = {}
    for indicator in ("shop_sales", "food_sales", "other_sales"):
        for row in shops("show", indicator, "--period", "2023", "--json").json:
            if not row["suppressed"]:
                known[indicator, row["region"]] = row["value"]
    for region in ("TL-HIL-NORTH", "TL-RIV-LOWER"):
        assert ("food_sales", region) not in known
        assert ("shop_sales", region) not in known or ("other_sales", region) not in known


@pytest.mark.parametrize("compare", ["change", "share", "rank", "contribution", "per-head"])
def test_no_comparison_tells_what_is_hidden(shops: Ask, compare: str) -> None:
    rows = shops("show", "food_sales", "--period", "2023", "--compare", compare, "--json").json
    (row,) = [each for each in rows if each["region"] == "TL-HIL-NORTH"]
    assert (row["value"], row["compared"], row["fact_id"]) == (None, None, "")


def test_it_is_not_explained_either(shops: Ask) -> None:
    named = ("food_sales", "--region", "TL-HIL-NORTH", "--period", "2023")
    for asked in ((NORTH,), named, (*named, "--compare", "share")):
        answer = shops("explain", *asked)
        assert (answer.code, answer.out) == (2, "")
        assert "suppressed" in answer.told
        assert "too few units" in answer.told


def test_nor_are_its_vintages_listed(shops: Ask) -> None:
    asked = ("--region", "TL-HIL-NORTH", "--period", "2023")
    answer = shops("revisions", "food_sales", *asked)
    assert (answer.code, answer.out) == (2, "")
    shown = shops("revisions", "food_sales", "--region", "TL-HIL-EAST", "--period", "2023")
    assert "500.0" in shown.out


def test_files_have_the_reason_in_place_of_the_value(shops: Ask, tmp_path: Path) -> None:
    for command, at in (("export", tmp_path / "known"), ("show", tmp_path / "shown")):
        if command == "export":
            shops("export", "food_sales", "--out", at)
            text = (at / "food_sales.csv").read_text(encoding="utf-8")
        else:
            text = shops("show", "food_sales", "--period", "2023", "--format", "csv").out
        rows = {(row["region"], row["period"]): row for row in csv.DictReader(text.splitlines())}
        row = rows["TL-HIL-NORTH@origin", "2023"]
        assert (row["value"], row["note"]) == ("", "suppressed: too few units are behind it")
        assert rows["TL-HIL-EAST@origin", "2023"]["value"] == "500.0"


@pytest.mark.parametrize("form", ["xlsx", "parquet", "sdmx-csv", "sdmx-ml", "datapackage"])
def test_every_format_is_written_without_the_value(shops: Ask, tmp_path: Path, form: str) -> None:
    answer = shops("export", "food_sales", "--format", form, "--out", tmp_path, "--json")
    assert answer.code == 0, answer.told
    assert json.loads(answer.out)["files"]
    for path in tmp_path.rglob("*"):
        if path.suffix in (".csv", ".xml"):
            found = [
                line
                for line in path.read_text(encoding="utf-8").split("\n")
                if "TL-HIL-NORTH@origin" in line and "food_sales" in line and "2023" in line
            ]
            assert all("90.0" not in line for line in found)
    if form == "sdmx-csv":
        text = (tmp_path / "food_sales.sdmx.csv").read_text(encoding="utf-8")
        (line,) = [
            each
            for each in csv.DictReader(text.splitlines())
            if each["REF_AREA"] == "TL-HIL-NORTH@origin" and each["TIME_PERIOD"] == "2023"
        ]
        assert (line["OBS_VALUE"], line["OBS_STATUS"], line["CONF_STATUS"]) == ("", "Q", "C")


def test_two_spans_do_not_give_away_the_one_between(shops: Ask) -> None:
    """How many shops sold in a quarter alone nobody has told."""
    asked = ("food_sales", "-r", "TL-HIL-EAST", "--span", "quarter", "--json")
    rows = {row["period"]: row for row in shops("show", *asked).json}
    assert rows["2024-Q1"]["value"] == 120
    assert rows["2024-Q2"]["value"] is None
    assert rows["2024-Q2"]["suppressed"] == "units_not_known"
