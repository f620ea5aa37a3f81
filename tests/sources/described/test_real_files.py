"""Do the original workbooks and the Open SDG files load right by the pack's descriptions alone?"""

from __future__ import annotations

from decimal import Decimal

import pytest

from esep.catalog import Catalog
from esep.sources.described.find import of_pack
from esep.sources.described.prepare import judged
from esep.sources.described.read_file import read_described
from tests.sources.described.conftest import SHARED

BOOKS = SHARED / "original-spreadsheets"
SDG = SHARED / "kazstat-sdg" / "data"

needs_books = pytest.mark.skipif(not BOOKS.is_dir(), reason="the original workbooks are not here")
needs_sdg = pytest.mark.skipif(not SDG.is_dir(), reason="the Open SDG files are not here")

WORKBOOKS = {
    # file: figures read, figures set aside
    "air-emissions-2005-2022.xls": (314, 0),
    "applied-to-employment-offices-2001-2021.xlsx": (361, 0),
    "bus-fleet-1990-2022.xlsx": (1374, 2),  # a figure of a region that was dissolved
    "crime-form-1M-almaty-region.xlsx": (7, 0),
    "doctors-2003-2022.xls": (348, 0),
    "environment-spending-2005-2022.xls": (314, 0),
    "general-schools-2000-2022.xlsx": (1170, 8),  # formulas that were never calculated
    "grp-per-capita-quarterly-2008-2023.xlsx": (2222, 0),
    "hospital-organizations-2003-2022.xlsx": (348, 0),
    "household-spending-2001-2022.xls": (382, 0),
    "housing-prices-2001-2023.xls": (430, 950),  # cities the pack does not know
    "life-expectancy-1999-2022.xlsx": (2811, 0),
    "medical-institutions-2000-2022.xls": (399, 0),
    "population-annual-2000-2023.xlsx": (2837, 0),
    "population-bulletin-2023-01-01.xlsx": (252, 1452),  # districts the pack does not know
    "population-urban-rural-2000-2021.xlsx": (3264, 0),
    "unemployment-rate-quarterly-2001-2023.xlsx": (2002, 0),
    "wages-by-occupation-2022.xlsx": (231, 11),  # a row of a region that was dissolved
}

FIGURES = [
    # file, indicator, region version, period, breakdown, value, sheet, cell
    ("grp-per-capita-quarterly-2008-2023.xlsx", "grp_per_head", "KZ-10@2022-06-08", "2022", "",
     "3901.1", "тыс.тенге", "BI5"),
    ("population-annual-2000-2023.xlsx", "population", "KZ-19@origin", "2021-01-01", "",
     "2077967", "Все население", "W6"),
    ("population-annual-2000-2023.xlsx", "population", "KZ-19@2022-06-08", "2022-01-01", "",
     "1478496", "Все население", "X6"),
    ("population-annual-2000-2023.xlsx", "population", "KZ-YUZ@origin", "2016-01-01", "",
     "2840871", "Все население", "R17"),
    ("population-annual-2000-2023.xlsx", "population", "KZ-61@2018-06-19", "2017-01-01", "",
     "1966336", "Все население", "S17"),
    ("population-annual-2000-2023.xlsx", "population", "KZ-61@2018-06-19", "2023-01-01",
     "settlement=urban;sex=male", "260219", "Мужчины", "Y45"),
    ("population-bulletin-2023-01-01.xlsx", "population", "KZ-19@2022-06-08", "2023-01-01", "",
     "1505984", "02", "B58"),
    ("general-schools-2000-2022.xlsx", "schools", "KZ-19@origin", "2021-09-01", "",
     "800", "Число общеобраз. школ", "W13"),
    ("general-schools-2000-2022.xlsx", "schools", "KZ-19@2022-06-08", "2022-09-01", "",
     "464", "Число общеобраз. школ", "X13"),
    ("bus-fleet-1990-2022.xlsx", "buses", "KZ@origin", "2022-01-01", "",
     "82189", "Автобусный транспорт", "AG6"),
    ("air-emissions-2005-2022.xls", "emissions", "KZ@origin", "2011", "",
     "2346.3", "ООС", "H4"),
    ("unemployment-rate-quarterly-2001-2023.xlsx", "unemployment_rate_quarter",
     "KZ-10@2022-06-08", "2022-Q1", "", "4.7", "Regions_quarter", "DC7"),
    ("unemployment-rate-quarterly-2001-2023.xlsx", "unemployment_rate", "KZ@origin", "2001", "",
     "10.4", "Regions_quarter", "F6"),
]  # fmt: skip


def read(path, catalog: Catalog):
    description = of_pack(path.name, catalog)
    assert description is not None
    return read_described(path.read_bytes(), description, catalog, file=path.name)


@needs_books
@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_loads_by_its_description(kazakhstan, name):
    result = read(BOOKS / name, kazakhstan)
    set_aside = sum(table.troubles.set_aside for table in result.tables)
    assert (len(result.observations), set_aside) == WORKBOOKS[name]


@needs_books
@pytest.mark.parametrize("known", FIGURES, ids=lambda known: f"{known[1]} {known[2]} {known[3]}")
def test_a_known_figure_is_read_from_its_cell(kazakhstan, known):
    name, indicator, region, period, breakdown, value, sheet, cell = known
    found = [
        (str(each.value), each.place.sheet, f"{each.place.column}{each.place.row}")
        for each in read(BOOKS / name, kazakhstan).observations
        if (each.key.indicator, each.key.region_version, each.period.code, each.key.breakdown)
        == (indicator, region, period, breakdown)
    ]
    assert found == [(value, sheet, cell)]


@needs_books
@pytest.mark.parametrize(
    "name",
    [
        "population-annual-2000-2023.xlsx",
        "general-schools-2000-2022.xlsx",
        "doctors-2003-2022.xls",
        "applied-to-employment-offices-2001-2021.xlsx",
    ],
)
def test_the_regions_add_up_to_the_country(kazakhstan, name):
    _, issues = judged(read(BOOKS / name, kazakhstan), kazakhstan)
    assert [issue for issue in issues if issue.code in ("sum_differs", "conflict")] == []


@needs_sdg
def test_every_open_sdg_file_loads_by_its_description(kazakhstan):
    figures, files = 0, 0
    for path in sorted(SDG.glob("*.csv")):
        result = read(path, kazakhstan)
        assert result.observations, path.name
        figures += len(result.observations)
        files += 1
    assert files == 70
    assert figures > 41_500


@needs_sdg
def test_a_unit_label_that_is_wrong_in_the_source_is_right_in_the_store(kazakhstan):
    hourly = read(SDG / "indicator_8-5-1.csv", kazakhstan).observations
    assert {each.unit.code for each in hourly} == {"KZT"}
    [almaty] = [
        each.value
        for each in hourly
        if (each.key.region_version, each.period.code, each.key.breakdown)
        == ("KZ-19@2022-06-08", "2023", "")
    ]
    assert almaty == Decimal(1677)


@needs_sdg
def test_noughts_that_mean_nothing_is_known_are_left_out(kazakhstan):
    growth = read(SDG / "indicator_8-1-1.csv", kazakhstan).observations
    assert all(each.value > 0 for each in growth)
