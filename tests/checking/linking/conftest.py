"""Sentences linked by the words of a pack."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from esep.catalog import load_catalog
from esep.catalog.catalog import Catalog
from esep.checking.reading import read_claims
from esep.model.claim import Claim
from esep.model.passage import Passage, PassageKind, ReadText

Link = Callable[..., tuple[Claim, ...]]
DAY = date(2024, 7, 10)


@cache
def pack(name: str) -> Catalog:
    threelands = Path(__file__).parents[2] / "packs" / "threelands"
    return load_catalog(threelands if name == "threelands" else name)


def claims(text: str, name: str = "kazakhstan") -> tuple[Claim, ...]:
    lines = text.splitlines(keepends=True)
    passages, start = [], 0
    for line in lines:
        passages.append(Passage(start, start + len(line), PassageKind.PARAGRAPH))
        start += len(line)
    return read_claims(ReadText("text", text, tuple(passages)), pack(name), day=DAY).claims


@pytest.fixture
def link() -> Link:
    return claims
