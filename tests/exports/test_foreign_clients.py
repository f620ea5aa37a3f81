"""Do pysdmx and sdmx1, which others wrote, read what esep writes, and find nothing wrong?"""

from __future__ import annotations

import warnings
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from esep.exports.figures import Figures, figures_of
from esep.exports.sdmx_columns import sdmx_columns
from esep.exports.write import write_figures

PREPARED = datetime(2024, 12, 1, 9, tzinfo=UTC)
pytestmark = pytest.mark.filterwarnings("ignore")  # both warn of what is theirs


@pytest.fixture(scope="module")
def written(figures: Figures, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("foreign")
    data, structures = write_figures(figures, folder / "a.xml", form="sdmx-ml", prepared=PREPARED)
    table, _ = write_figures(figures, folder / "b.sdmx.csv", form="sdmx-csv", prepared=PREPARED)
    return {"sdmx-ml": data, "structures": structures, "sdmx-csv": table}


KEY = ("REF_AREA", "INDICATOR", "TIME_PERIOD", "STAGE")


def keys_of(figures: Figures) -> list[tuple[str, ...]]:
    table = sdmx_columns(figures)
    return sorted(zip(*(table[name].to_pylist() for name in KEY), strict=True))


@pytest.mark.parametrize("form", ["sdmx-ml", "sdmx-csv"])
def test_pysdmx_validates_and_reads_every_observation(
    figures: Figures, written: dict[str, Path], form: str
) -> None:
    from pysdmx.io import read_sdmx

    [dataset] = read_sdmx(written[form], validate=True).data
    read: Any = dataset.data
    assert sorted(tuple(map(str, row)) for row in read[[*KEY]].to_numpy()) == keys_of(figures)
    values = figures.table["value"].to_pylist()
    assert sorted(map(float, read["OBS_VALUE"])) == sorted(map(float, values))


def test_pysdmx_validates_the_structures_and_joins_them_with_the_data(
    figures: Figures, written: dict[str, Path]
) -> None:
    from pysdmx.io import get_datasets, read_sdmx

    structures = read_sdmx(written["structures"], validate=True).structures
    assert {type(each).__name__ for each in structures} == {
        "Codelist",
        "ConceptScheme",
        "DataStructureDefinition",
        "Dataflow",
    }
    [dataset] = get_datasets(written["sdmx-ml"], written["structures"])
    assert len(dataset.data) == figures.table.num_rows


def test_sdmx1_reads_the_data_and_the_names_in_every_language(
    figures: Figures, written: dict[str, Path]
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import sdmx

        structures: Any = sdmx.read_sdmx(written["structures"])
        structure = structures.structure["REG_BRIEF"]
        message = sdmx.read_sdmx(written["sdmx-ml"], structure=structure)
        read = sdmx.to_pandas(message)
    names = structures.codelist["CL_INDICATOR"]["product"].name.localizations
    assert names == {
        language: figures.catalog.indicators["product"].names.text(language)
        for language in figures.catalog.languages
    }
    assert len(read) == figures.table.num_rows
    assert sorted(map(float, read)) == sorted(map(float, figures.table["value"].to_pylist()))


def test_a_series_says_where_its_territory_broke(figures: Figures) -> None:
    table = sdmx_columns(figures).to_pylist()
    broken = {(row["REF_AREA"], row["TIME_PERIOD"]) for row in table if row["OBS_STATUS"] == "B"}
    assert {area for area, _ in broken} <= {"TL-RIV@2022-07-01", "TL-LAK@2022-07-01"}
    assert ("TL-RIV@2022-07-01", "2022") in broken
    assert not any(time.startswith("2024") for _, time in broken)


def test_the_value_on_the_borders_before_stands_beside_the_break(figures: Figures) -> None:
    def row(region: str, period: str, value: str, release: str = "one") -> dict[str, str]:
        own = {"region": region, "period": period, "value": value, "release": release}
        return {"indicator": "product", "unit": "CRN:6", "stage": "final", **own}

    new, old = "TL-RIV@2022-07-01", "TL-RIV@origin"
    rows = [row(new, "2022", "260.0"), row(old, "2022", "540.0"), row(new, "2023", "270.0")]
    told = sdmx_columns(figures_of(rows, figures.catalog, releases={})).to_pylist()
    assert [each["PRE_BREAK_VALUE"] for each in told] == ["540.0", "", ""]
    # Two releases that differ leave open which of them was before the break.
    rows.append(row(old, "2022", "541.0", "two"))
    told = sdmx_columns(figures_of(rows, figures.catalog, releases={})).to_pylist()
    assert {each["PRE_BREAK_VALUE"] for each in told} == {""}
