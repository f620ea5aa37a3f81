"""Is what was exported and loaded again the same, digit by digit?"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from esep.app.workspace import Workspace
from esep.exports.figures import Figures, figures_of
from esep.exports.write import ENDINGS, write_figures
from esep.model.period import Period
from esep.model.tidy import TIDY_COLUMNS
from esep.sources.map_columns import map_columns
from esep.sources.prepare import read_tidy_columns
from esep.sources.table_rows import observation_columns

PREPARED = datetime(2024, 12, 1, 9, tzinfo=UTC)
LOADABLE = ("csv", "parquet", "xlsx", "sdmx-csv", "sdmx-ml")
LoadAgain = Callable[[Path], list[dict[str, Any]]]


@pytest.mark.parametrize("form", LOADABLE)
def test_all_that_a_store_knows_comes_back(
    figures: Figures, load_again: LoadAgain, tmp_path: Path, form: str
) -> None:
    out = tmp_path / f"all{ENDINGS[form]}"
    write_figures(figures, out, form=form, prepared=PREPARED)
    assert load_again(out) == figures.table.select(list(TIDY_COLUMNS)).to_pylist()


def test_a_table_of_a_data_package_can_be_loaded(
    figures: Figures, load_again: LoadAgain, tmp_path: Path
) -> None:
    write_figures(figures, tmp_path / "all", form="datapackage", prepared=PREPARED)
    text = (tmp_path / "all" / "figures.csv").read_text(encoding="utf-8")
    rows = [line.rsplit(",", 2)[0] for line in text.splitlines()]
    tidy = tmp_path / "tidy.csv"
    tidy.write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert load_again(tidy) == figures.table.select(list(TIDY_COLUMNS)).to_pylist()


# -- whatever may be in a store ------------------------------------------------------------

YEARS = st.integers(1995, 2021)


@st.composite
def january_spans(draw: st.DrawFn) -> str:
    return Period.months(draw(YEARS), 1, draw(st.integers(1, 12))).code


@st.composite
def free_spans(draw: st.DrawFn) -> str:
    first = draw(st.dates(date(1995, 1, 1), date(2021, 1, 1)))
    last = draw(st.dates(first, date(2021, 12, 31)))
    kind = draw(st.sampled_from(["point", "days", "years", "months"]))
    if kind == "point":
        return Period.point(first).code
    if kind == "days":
        return Period(first, last).code
    if kind == "years":
        return Period(first.replace(month=1, day=1), last.replace(month=12, day=31)).code
    end = Period.months(last.year, last.month, last.month).end
    return Period(first.replace(day=1), end).code


NOTES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from("=+-@'\",;<&>"),
    max_size=12,
).map(lambda text: text.strip().replace("\ufffe", "").replace("\uffff", "").strip())
VALUES = st.decimals(-(10**9), 10**9, places=3).map(lambda each: format(each, "f")) | st.from_regex(
    r"-?[1-9][0-9]{0,12}(\.[0-9]{1,6})?", fullmatch=True
)
CODES = st.text(st.sampled_from("abcAB19_-.— әң@$="), min_size=1, max_size=6).map(str.strip)


@st.composite
def breakdowns(draw: st.DrawFn) -> str:
    names = draw(st.lists(st.sampled_from(["activity", "sex", "жас", "-a"]), unique=True))
    parts = {name: draw(CODES) for name in names}
    return ";".join(sorted(f"{name}={code}" for name, code in parts.items() if code))


@st.composite
def rows(draw: st.DrawFn) -> dict[str, str]:
    indicator, unit, period = draw(
        st.sampled_from(
            [
                ("product", "CRN:6", january_spans()),
                ("product", "CRN", january_spans()),
                ("project_cost", "CRN:9", free_spans()),
                ("projects", "project", free_spans()),
            ]
        )
    )
    return {
        "indicator": indicator,
        "region": draw(st.sampled_from(["TL@origin", "TL-HIL@origin", "TL-RIV@2022-07-01"])),
        "period": draw(period),
        "value": draw(VALUES),
        "unit": unit,
        "comparison": "",
        "base": "",
        "breakdown": draw(breakdowns()),
        "stage": draw(st.sampled_from(["final", "preliminary", "plan", "declared", "estimate"])),
        "note": draw(NOTES),
    }


def _figure(row: dict[str, str]) -> tuple[str, ...]:
    ahead = row["stage"] if row["stage"] in ("plan", "forecast", "declared") else ""
    return (row["indicator"], row["region"], row["period"], row["breakdown"], ahead)


@pytest.mark.parametrize("form", LOADABLE)
@settings(max_examples=60, deadline=None, suppress_health_check=[*HealthCheck])
@given(given_rows=st.lists(rows(), min_size=1, max_size=8, unique_by=_figure))
def test_whatever_may_be_in_a_store_comes_back(
    workspace: Workspace, form: str, given_rows: list[dict[str, str]]
) -> None:
    catalog = workspace.catalog
    figures = figures_of(given_rows, catalog, releases={})
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "figures.txt"
        write_figures(figures, out, form=form, prepared=PREPARED)
        tidy = read_tidy_columns(out.read_bytes(), catalog, file="figures", path=out)
    mapped, issues = map_columns(tidy, catalog, stage=None, most_issues=100)
    assert issues == []
    read = observation_columns(mapped)
    names = {"region": "region_version", "value": "printed"}
    back = [
        dict(zip(TIDY_COLUMNS, row, strict=True))
        for row in zip(
            *(read[names.get(name, name)].to_pylist() for name in TIDY_COLUMNS), strict=True
        )
    ]
    assert sorted(back, key=_figure) == sorted(given_rows, key=_figure)
