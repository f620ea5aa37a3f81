"""Are hostile and broken workbooks refused in words, in little time and memory?"""

from __future__ import annotations

import time
import zipfile
from io import BytesIO

import openpyxl
import pytest

from esep.sources.readers.grid import column_of, letter_of, plain_number
from esep.sources.readers.workbook import read_workbook
from esep.sources.refusal import FileRefused

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)
BOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)


def package(sheet: str, **others: str) -> bytes:
    content = BytesIO()
    parts = {
        "[Content_Types].xml": TYPES,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": RELATIONS,
        "xl/worksheets/sheet1.xml": sheet,
        **others,
    }
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return content.getvalue()


def refusal_of(content: bytes) -> str:
    start = time.perf_counter()
    with pytest.raises(FileRefused) as refusal:
        read_workbook(content, file="book.xlsx")
    assert time.perf_counter() - start < 20
    return refusal.value.issues[0].code


def saved(book: openpyxl.Workbook) -> bytes:
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def test_cells_keep_their_places() -> None:
    book = openpyxl.Workbook()
    book.active["B2"] = 5
    book.active["C3"] = "…"
    [grid] = read_workbook(saved(book), file="book.xlsx")
    assert (grid.name, grid.cell(2, 2), grid.cell(3, 3), grid.cell(9, 9)) == (
        "Sheet",
        5.0,
        "…",
        None,
    )


def test_a_single_cell_far_out_does_not_take_all_memory() -> None:
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert refusal_of(package(SHEET.format(rows=far))) == "too_large"


def test_a_zip_bomb_is_refused_by_its_directory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("esep.sources.readers.package.MAX_UNZIPPED_BYTES", 2**20)
    assert refusal_of(package(SHEET.format(rows=" " * 2**21))) == "too_large"


def test_a_long_text_repeated_in_many_cells_is_refused() -> None:
    shared = (
        '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + "x" * 1_000_000
        + "</t></si></sst>"
    )
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 400))
    content = package(SHEET.format(rows=cells), **{"xl/sharedStrings.xml": shared})
    assert refusal_of(content) == "too_large"


def test_a_document_type_with_entities_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + SHEET.format(rows="")
    assert refusal_of(package(bomb)) == "document_type"
    book = package(
        SHEET.format(rows=""), **{"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}
    )
    assert refusal_of(book) == "document_type"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04" + b"x" * 200,
        package(SHEET.format(rows=""))[:-30],
        package("<worksheet><sheetData>"),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
        b"\xd0\xcf\x11\xe0" + bytes(range(256)) * 20,
    ],
    ids=["no zip", "cut off", "broken XML", "an empty old one", "a broken old one"],
)
def test_a_broken_workbook_is_refused(content: bytes) -> None:
    assert refusal_of(content) in ("damaged", "unreadable_workbook")


def test_a_zip_that_is_no_workbook_is_told_from_one() -> None:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        file.writestr("readme.txt", "hello")
    assert refusal_of(content.getvalue()) == "not_a_workbook"


def test_a_thousand_empty_columns_are_none() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = 1
    for column in range(2, 1002):
        sheet.cell(row=1, column=column).number_format = "0.00"
    [grid] = read_workbook(saved(book), file="book.xlsx")
    assert (grid.height, grid.width) == (1, 1)


def test_a_formula_without_its_value_is_told() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = 2
    book.active["B1"] = "=A1*2"
    [grid] = read_workbook(saved(book), file="book.xlsx")
    assert grid.formulas_without_values == ("B1",)


def test_merged_cells_say_the_same_in_all_their_places() -> None:
    book = openpyxl.Workbook()
    book.active["B1"] = 2024
    book.active["B2"] = "x"
    book.active.merge_cells("B1:D1")
    [grid] = read_workbook(saved(book), file="book.xlsx")
    assert [grid.heading(1, column) for column in (1, 2, 3, 4, 5)] == [
        "",
        2024.0,
        2024.0,
        2024.0,
        None,
    ]


def test_a_number_has_the_digits_a_workbook_shows() -> None:
    assert plain_number(2346.2999999999997) == "2346.3"
    assert plain_number(141160.0) == "141160"
    assert plain_number(1e22) == "10000000000000000000000"
    assert plain_number(float("nan")) == plain_number(float("inf")) == ""


def test_letters_and_numbers_of_columns_agree() -> None:
    assert [letter_of(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(column_of(letter_of(number)) == number for number in range(1, 2000))
    assert column_of("A1") == column_of("Value") == 0
