"""Are the files of every pack text that any tool reads the same way?"""

from __future__ import annotations

import csv
import unicodedata
from pathlib import Path

import pytest

PACKS = Path(__file__).parents[2] / "src" / "esep" / "packs"
TEXTS = sorted(
    path
    for path in PACKS.rglob("*")
    if path.suffix in {".yaml", ".csv", ".ftl", ".json", ".md", ".html", ".typ"}
)
TABLES = [path for path in TEXTS if path.suffix == ".csv"]


def name_of(path: Path) -> str:
    return path.relative_to(PACKS).as_posix()


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_a_file_is_composed_utf_8_with_unix_lines(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert not text.startswith("\ufeff")
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("path", TABLES, ids=name_of)
def test_a_table_has_one_header_and_full_rows(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, strict=True)
    assert len(set(header)) == len(header)
    assert [number for number, row in enumerate(rows, 2) if len(row) != len(header)] == []
