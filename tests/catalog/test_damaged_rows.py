"""Is any damaged row of a table of the pack found, and told at its own line?"""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from esep.catalog.csv_file import read_rows
from esep.catalog.pack_files import PackFiles
from esep.catalog.problem import Problem, Problems
from esep.catalog.regions import read_regions
from esep.catalog.yaml_file import read_yaml
from esep.errors import BadPack

PACK = Path(__file__).parents[1] / "packs" / "threelands"
TABLES = ("regions/regions.csv", "regions/forms.csv", "regions/aliases.csv")

Row = list[str]
Damage = Callable[[Row], Row]

DAMAGES: dict[str, Damage] = {
    "a cell too many": lambda row: [*row, "more"],
    "a cell too few": lambda row: row[:-1],
    "an unknown code": lambda row: ["tl?", *row[1:]],
    "no code": lambda row: ["", *row[1:]],
    "cut in half": lambda row: [",".join(row)[: len(row)]],
}


def rows_of(table: str) -> list[Row]:
    text = (PACK / table).read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text)))


def read(root: Path) -> list[str]:
    pack = PackFiles(root, languages=("en", "ru", "kk"))
    read_regions(pack, root="TL")
    try:
        pack.problems.refuse("threelands")
    except BadPack as error:
        return error.detail.splitlines()
    return []


@settings(deadline=None, max_examples=60)
@given(table=st.sampled_from(TABLES), damage=st.sampled_from(sorted(DAMAGES)), data=st.data())
def test_a_damaged_row_is_told_at_its_line(table: str, damage: str, data: st.DataObject) -> None:
    rows = rows_of(table)
    line = data.draw(st.integers(2, len(rows)), label="line")
    rows[line - 1] = DAMAGES[damage](rows[line - 1])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(PACK / "regions", Path(folder) / "regions")).parent
        with (root / table).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
        found = read(root)
    place = f"{table}, line {line}"
    assert any(text.startswith((f"{place}:", f"{place} ")) for text in found), found


@given(text=st.text(max_size=200))
def test_any_text_for_a_table_ends_in_rows_or_complaints(text: str) -> None:
    problems = Problems()
    rows = read_rows(text, "some.csv", ["code", "text"], problems)
    assert all(set(row.content) == {"code", "text"} for row in rows)
    assert rows or len(problems) or text.startswith(("code,text", '"code"', "text,code"))


@given(text=st.text(max_size=200))
def test_any_text_for_yaml_ends_in_content_or_complaints(text: str) -> None:
    problems = Problems()
    assert (read_yaml(text, "some.yaml", problems) is None) == (len(problems) > 0) or problems


def test_a_quoted_cell_over_several_lines_does_not_shift_the_lines() -> None:
    problems = Problems()
    text = 'code,text\nA,"one\ntwo"\nB,three\nC\n'
    rows = read_rows(text, "some.csv", ["code", "text"], problems)
    assert [row.line() for row in rows] == [2, 4]
    assert [str(problem).split(":")[0] for problem in problems] == ["some.csv, line 5"]


def test_columns_may_stand_in_any_order_but_none_may_be_missing() -> None:
    problems = Problems()
    rows = read_rows("text,code\none,A\n", "some.csv", ["code", "text"], problems)
    assert [row.content for row in rows] == [{"code": "A", "text": "one"}]
    assert not list(problems)
    assert read_rows("code,txt\nA,one\n", "some.csv", ["code", "text"], problems) == []
    unknown, missing = sorted(problems, key=lambda problem: problem.nearest, reverse=True)
    assert (unknown.found, unknown.nearest) == ("an unknown column 'txt'", "text")
    assert isinstance(missing, Problem)
    assert missing.found == "no column 'text'"
