from __future__ import annotations

from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from esep.catalog import load_catalog
from esep.catalog.source_descriptions import description_of_text
from esep.sources.described.read_file import read_described

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared" / "data"

HEAD = """
id: made-up
source: tso-people
title: Made up
stage: final
tables:
"""


@pytest.fixture(scope="session")
def threelands():
    return load_catalog(ROOT / "tests" / "packs" / "threelands")


@pytest.fixture(scope="session")
def kazakhstan():
    return load_catalog("kazakhstan")


def workbook(rows, *, sheet="Sheet", merges=(), more=None):
    """The bytes of a workbook; `more` gives other sheets by name."""
    book = openpyxl.Workbook()
    first = book.active
    first.title = sheet
    for name, cells in {sheet: rows, **(more or {})}.items():
        page = first if name == sheet else book.create_sheet(name)
        for row in cells:
            page.append(list(row))
    for span in merges:
        first.merge_cells(span)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.fixture
def read(threelands):
    """Read rows of a made-up workbook by the tables of a description."""

    def read_rows(rows, tables, *, head=HEAD, file="made-up.xlsx", **options):
        description = description_of_text(head + tables, "made-up.source.yaml", threelands)
        content = rows if isinstance(rows, bytes) else workbook(rows, **options)
        return read_described(content, description, threelands, file=file)

    return read_rows


def figures(read_file):
    """Region, period and value of each figure, as text."""
    return [
        (each.key.region_version, each.period.code, str(each.value))
        for each in read_file.observations
    ]
