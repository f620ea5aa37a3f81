"""Is a question answered from what was kept, and never from what has become outdated?"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from esep.app.facts import fact_book
from esep.app.workspace import Workspace, load_files, load_pack, make_workspace, open_workspace
from esep.model.fact import Comparison

PACK = Path(__file__).parents[1] / "packs" / "threelands"
HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    workspace, _ = make_workspace(tmp_path / "store", str(PACK))
    load_pack(workspace)
    return workspace.store.home


@pytest.fixture
def value(home: Path) -> Callable[..., str]:
    """The product of River Region in 2023, asked anew."""

    def ask(as_of: date | None = None) -> str:
        book = fact_book(open_workspace(home), indicators=["product"], as_of=as_of)
        return str(book.find("product", "TL-RIV", "2023", Comparison.LEVEL).in_unit)

    return ask


def kept(home: Path) -> list[Path]:
    return sorted((home / "cache").glob("rows-*.json"))


def test_a_second_question_is_answered_from_what_was_kept(home: Path, value) -> None:
    first = fact_book(open_workspace(home), indicators=["product"])
    made = {file: file.stat().st_ino for file in kept(home)}
    assert made
    again = fact_book(open_workspace(home), indicators=["product"])
    assert {file: file.stat().st_ino for file in kept(home)} == made
    for comparison in Comparison:
        for region in sorted(first.regions("product")):
            for period in first.periods("product", region):
                asked = ("product", region, period, comparison)
                assert again.get(*asked) == first.get(*asked)


def test_a_new_release_is_answered_with_at_once(home: Path, value, tmp_path: Path) -> None:
    assert value() == "310.0"
    file = tmp_path / "revised.csv"
    file.write_text(HEADER + "product,TL-RIV,2023,312.5,CRN:6,,,final,\n", encoding="utf-8")
    workspace: Workspace = open_workspace(home)
    published = date(2025, 4, 28)
    list(load_files(workspace, [file], source="tso-product", published=published, dry_run=False))
    assert value() == "312.5"


def test_each_day_has_its_own_answer(home: Path, value) -> None:
    assert [value(), value(date(2024, 6, 14)), value(), value(date(2024, 10, 28))] == [
        "310.0",
        "300.0",
        "310.0",
        "310.0",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{}",
        b"[]",
        b'{"days": [], "columns": 3}',
        b"\xff\xfe",
        b'{"days": ["a"], "columns": {}}',
    ],
)
def test_a_damaged_answer_is_made_again(home: Path, value, content: bytes) -> None:
    assert value() == "310.0"
    for file in kept(home):
        file.write_bytes(content)
    assert value() == "310.0"


def test_without_a_place_to_keep_the_answer_is_the_same(home: Path, value) -> None:
    assert value() == "310.0"
    for file in (home / "cache").iterdir():
        file.unlink()
    (home / "cache").rmdir()
    (home / "cache").write_text("not a folder")
    assert value() == "310.0"


def test_asked_again_show_imports_neither_engine_nor_table_library(home: Path) -> None:
    ask = "from esep.cli.main import run; run(['show', 'product', '--region', 'TL-RIV'])"
    told = "import sys; print(sorted({'duckdb', 'narwhals', 'pyarrow', 'deltalake', 'rich'}"
    script = f"{ask}; {told} & set(sys.modules)), file=sys.stderr)"
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={"ESEP_HOME": str(home), "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        )
    assert done.stderr == "[]\n"
