"""Every figure of Kazakh sentences, told as the press tells them, stands under its topic."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from esep.catalog import load_catalog
from esep.catalog.catalog import Catalog
from esep.checking.documents import read_document
from esep.checking.reading import read_claims

LEAD = "Атырау облысының әкімі Президентке есеп берді.\n\n"
FIGURE = re.compile(r"\{([^|{}]+)\|([^|{}]+)\|([^|{}]+)\}")
PARAGRAPHS = [
    line
    for line in (Path(__file__).parent / "kazakh_press.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]


@cache
def catalog() -> Catalog:
    return load_catalog("kazakhstan")


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_each_figure_of_a_paragraph_has_its_topic_and_unit(paragraph: str) -> None:
    text = LEAD + FIGURE.sub(r"\1", paragraph)
    read = read_document(text.encode(), name="text.txt")
    found = read_claims(read, catalog(), day=date(2025, 6, 10)).claims
    start = len(LEAD)
    for figure, topic, unit in FIGURE.findall(paragraph):
        start = text.index(figure, start)
        end = start + len(figure)
        told = [each for each in found if each.quantity.start < end and start < each.quantity.end]
        assert (topic, unit) in [(each.topic, each.quantity.unit) for each in told], figure
        start = end
