"""What is in the files that are not SDMX, and can a spreadsheet be made to run any of it?"""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

from esep.app.workspace import Workspace
from esep.exports.cells import harmless
from esep.exports.figures import Figures, figures_of
from esep.exports.write import write_figures

PREPARED = datetime(2024, 12, 1, 9, tzinfo=UTC)
ROW = {
    "indicator": "product",
    "region": "TL-HIL@origin",
    "period": "2021",
    "value": "-12.50",
    "unit": "CRN:6",
    "stage": "final",
    "note": '=HYPERLINK("http://x")',
}


@pytest.fixture
def formula(workspace: Workspace) -> Figures:
    return figures_of([ROW], workspace.catalog, releases={"r": "A release"})


@pytest.mark.parametrize("form", ["csv", "sdmx-csv"])
def test_a_note_that_looks_like_a_formula_is_text(
    formula: Figures, tmp_path: Path, form: str
) -> None:
    path = write_figures(formula, tmp_path / "a.csv", form=form, prepared=PREPARED)[0]
    with path.open(encoding="utf-8", newline="") as file:
        [row] = csv.DictReader(file)
    assert row.get("note", row.get("COMMENT_OBS")) == "'" + ROW["note"]
    assert row.get("value", row.get("OBS_VALUE")) == "-12.50"


def test_a_workbook_holds_no_formula_and_says_what_its_figures_are(
    formula: Figures, tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    write_figures(formula, path, form="xlsx", prepared=PREPARED)
    book = openpyxl.load_workbook(path)
    assert "f" not in {cell.data_type for row in book["figures"] for cell in row}
    assert book["figures"]["D2"].value == -12.5
    told = {row[0]: row[1] for row in book["metadata"].values}
    assert told["release r"] == "A release"
    assert "name (kk)" in told


def test_harmless_texts_stay_different() -> None:
    texts = ["=1", "'=1", "''=1", "1", "-5", "-5.5e3", "plain", "'plain", "@a", ""]
    assert len({harmless(text) for text in texts}) == len(texts)
    assert harmless("-5") == "-5"


def test_parquet_has_exact_text_and_a_number(figures: Figures, tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    write_figures(figures, path, form="parquet", prepared=PREPARED)
    table = pq.read_table(path)
    assert table["value"].to_pylist() == figures.table["value"].to_pylist()
    assert [float(text) for text in table["value"].to_pylist()] == table["number"].to_pylist()
    assert "release" in json.loads(table.schema.metadata[b"esep"].decode()).__str__()


def test_a_data_package_describes_every_column_of_every_table(
    figures: Figures, tmp_path: Path
) -> None:
    [path] = write_figures(
        figures, tmp_path / "Some Figures", form="datapackage", prepared=PREPARED
    )
    package = json.loads(path.read_text(encoding="utf-8"))
    assert package["name"] == "some-figures"
    for resource in package["resources"]:
        content = (path.parent / resource["path"]).read_bytes()
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        assert resource["bytes"] == len(content)
        header = next(csv.reader(content.decode().splitlines()))
        assert [field["name"] for field in resource["schema"]["fields"]] == header


def test_a_file_of_figures_has_its_description_beside_it(figures: Figures, tmp_path: Path) -> None:
    path, beside = write_figures(figures, tmp_path / "a.csv", form="csv", prepared=PREPARED)
    described = json.loads(beside.read_text(encoding="utf-8"))
    assert described["url"] == path.name
    header = path.read_text(encoding="utf-8").partition("\n")[0].split(",")
    assert [column["name"] for column in described["tableSchema"]["columns"]] == header
