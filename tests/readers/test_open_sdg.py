"""Is an indicator of an Open SDG site known by its metadata?"""

from __future__ import annotations

import pytest

from esep.sources.readers.open_sdg import read_sdg_metadata

CONFIG = """
computation_units: UNIT_MEASURE.PT
indicator_name: global_indicators.8-5-2-title
indicator_number: 8.5.2
"""
META = """
indicator_available: national_indicators.8-5-2-title
computation_definitions: Those without work among the labour force
source_organisation_1: Bureau of Statistics
"""


@pytest.fixture
def site(tmp_path):
    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    write("indicator-config/8-5-2.yml", CONFIG)
    write("translations/en/national_indicators.yml", "8-5-2-title: Unemployment rate\n")
    write("translations/ru/national_indicators.yml", "8-5-2-title: Уровень безработицы\n")
    write("translations/en/UNIT_MEASURE.yml", "PT: per cent\n")
    write("data/indicator_8-5-2.csv", "Year,Value\n2023,4.7\n")
    return write


@pytest.mark.parametrize(
    ("name", "text"),
    [("meta/8-5-2.yml", META), ("meta/8-5-2.md", f"---{META}---\nMore in words.\n")],
)
def test_name_unit_definition_and_source_come_from_the_site(site, tmp_path, name, text):
    site(name, text)
    found = read_sdg_metadata(tmp_path / "data" / "indicator_8-5-2.csv", ["en", "ru", "kk"])
    assert found is not None
    assert found.number == "8.5.2"
    assert found.names == {"en": "Unemployment rate", "ru": "Уровень безработицы"}
    assert found.units == {"en": "per cent"}
    assert found.definition == "Those without work among the labour force"
    assert found.source == "Bureau of Statistics"


def test_a_file_that_is_of_no_site_has_no_metadata(site, tmp_path):
    assert read_sdg_metadata(tmp_path / "data" / "figures.csv", ["en"]) is None
    assert read_sdg_metadata(tmp_path / "indicator_8-5-2.csv", ["en"]) is None


def test_broken_metadata_do_not_keep_the_figures_out(site, tmp_path):
    site("meta/8-5-2.yml", "a: [1")
    found = read_sdg_metadata(tmp_path / "data" / "indicator_8-5-2.csv", ["en"])
    assert found is not None
    assert found.definition == ""
