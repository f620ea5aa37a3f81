"""Files as they come from outside: each bad one is refused with its place and a remedy."""

from __future__ import annotations

import random

import pytest

from esep.sources.refusal import FileRefused

HEADER = "indicator,region,period,value,unit,comparison,base,stage,note\n"
GOOD = "product,TL-HIL,2023,360.0,CRN:6,,,final,\n"
KAZAKH = HEADER + GOOD.replace("final,", "final,Құрылыс пен өңдеу өнеркәсібі: строительство")
RUSSIAN = HEADER + GOOD.replace("final,", "final,по данным Бюро национальной статистики")

BAD_FILES = {
    # name: bytes, code of the issue, line, what is found, what to do
    "empty": (b"", "empty_file", 0, "an empty file", "export"),
    "only blank lines": (b"\n \r\n\n", "empty_file", 0, "an empty file", "export"),
    "only a header": (HEADER.encode(), "no_rows", 1, "no rows", "export"),
    "a workbook": (b"PK\x03\x04" + b"x" * 99, "not_described", 0, "a workbook", "source draft"),
    "an old one": (b"\xd0\xcf\x11\xe0" + b"x", "not_described", 0, "a workbook", "source draft"),
    "a Parquet file": (b"PAR1" + b"x" * 99, "not_described", 0, "Parquet", "source draft"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "not_text", 0, "a PDF", "as CSV"),
    "a gzip": (b"\x1f\x8b\x08\x00" + b"x" * 99, "not_text", 0, "gzip", "unpack"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary", 3, "NUL byte", "again"),
    "a NUL byte": (
        (HEADER + GOOD + GOOD.replace("360", "3\x0060")).encode(),
        "binary",
        3,
        "NUL byte",
        "again",
    ),
    "UTF-16 with a mark": (KAZAKH.encode("utf-16"), "wrong_encoding", 0, "UTF-16", "UTF-8"),
    "UTF-16 LE": (KAZAKH.encode("utf-16-le"), "wrong_encoding", 0, "UTF-16", "UTF-8"),
    "UTF-16 BE": (KAZAKH.encode("utf-16-be"), "wrong_encoding", 0, "UTF-16", "UTF-8"),
    "UTF-32": (KAZAKH.encode("utf-32"), "wrong_encoding", 0, "UTF-32", "UTF-8"),
    "Windows-1251": (RUSSIAN.encode("cp1251"), "wrong_encoding", 2, "Windows-1251", "UTF-8"),
    "DOS": (RUSSIAN.encode("cp866"), "wrong_encoding", 2, "DOS", "UTF-8"),
    "a stray byte": (
        (HEADER + GOOD).encode() + b"product,TL,2023,\xff,CRN:6,,,final,\n",
        "not_text",
        3,
        "0xff",
        "UTF-8",
    ),
    "semicolons": ((HEADER + GOOD).replace(",", ";").encode(), "wrong_separator", 1, "semi", "com"),
    "tabs": ((HEADER + GOOD).replace(",", "\t").encode(), "wrong_separator", 1, "tabs", "commas"),
    "no unit column": (
        (HEADER + GOOD).replace("unit,", "").replace("CRN:6,", "").encode(),
        "missing_column",
        1,
        "no such column",
        "add the column unit",
    ),
    "a misspelt column": (
        (HEADER + GOOD).replace("stage", "stagee").encode(),
        "unknown_column",
        1,
        "'stagee'",
        "did you mean stage?",
    ),
    "a nameless column": (
        (HEADER + GOOD).replace("note\n", "note,\n").replace("final,\n", "final,,\n").encode(),
        "unknown_column",
        1,
        "without a name",
        "remove",
    ),
    "a column twice": (
        (HEADER + GOOD).replace("note", "stage").encode(),
        "duplicate_column",
        1,
        "twice",
        "rename",
    ),
    "no header": (GOOD.encode() * 2, "missing_column", 1, "no such column", "add the column"),
    "cut off in a row": (
        (HEADER + GOOD + "product,TL,20").encode(),
        "cut_off",
        3,
        "after 3 of 9 columns",
        "cut off",
    ),
    "cut off in quotes": (
        (HEADER + GOOD + 'product,TL,2023,1,CRN:6,,,final,"a note').encode(),
        "broken_csv",
        3,
        "never closed",
        "cut off",
    ),
    "a quotation mark that swallows rows": (
        (HEADER + GOOD + 'product,"TL,2023,1,CRN:6,,,final,\n' + GOOD * 3).encode(),
        "broken_csv",
        3,
        "never closed",
        "double",
    ),
    "a heading in quotation marks that end too early": (
        b'"";ml\n',
        "broken_csv",
        1,
        "do not pair up",
        "double those inside",
    ),
    "quotation marks that do not pair": (
        (HEADER + GOOD + 'product,"T"L,2023,1,CRN:6,,,final,\n').encode(),
        "broken_csv",
        3,
        "do not pair",
        "double",
    ),
    "an absurdly long line": (
        (HEADER + GOOD + "x" * 200_000 + "\n").encode(),
        "line_too_long",
        3,
        "200,000 characters",
        "which file",
    ),
    "an absurdly long cell": (
        (HEADER + GOOD + 'product,"' + "x\n" * 100_000 + '",2023,1,CRN:6,,,final,\n').encode(),
        "broken_csv",
        3,
        "more than 100,000",
        "not closed",
    ),
    "no row is good": (
        (HEADER + GOOD.replace("TL-HIL", "TL-XXX") * 3).encode(),
        "unknown_region",
        2,
        "'TL-XXX'",
        "Nearest",
    ),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_refused_with_its_place_and_a_remedy(load, store, name):
    content, code, line, found, hint = BAD_FILES[name]
    with pytest.raises(FileRefused, match=r"figures\.csv is refused") as told:
        load(content)
    issue = told.value.issues[0]
    assert (issue.code, issue.place.file, issue.place.row) == (code, "figures.csv", line)
    assert found in issue.found
    assert hint in issue.hint
    assert issue.expected
    assert found in told.value.detail
    assert store.releases() == ()
    assert store.observation_files() == []
    assert [path for path in store.snapshots.root.rglob("*") if path.is_file()] == []


def test_every_fault_of_a_header_is_told_at_once(load):
    with pytest.raises(FileRefused) as told:
        load("indicator,regon,period,value,value\n" + "a,b,c,d,e\n")
    codes = [(issue.code, issue.place.column) for issue in told.value.issues]
    assert codes == [
        ("missing_column", "region"),
        ("missing_column", "unit"),
        ("unknown_column", "regon"),
        ("duplicate_column", "value"),
    ]


def issues_or_rows(load, content):
    """What came of a file: the issues of its refusal, or how many rows were accounted for."""
    try:
        result = load(content)
    except FileRefused as refusal:
        return len(refusal.issues)
    return result.rows + result.set_aside


@pytest.mark.parametrize("cut", range(1, len(HEADER + GOOD + GOOD) - 1, 7))
def test_a_file_cut_anywhere_is_refused_or_read_but_never_a_traceback(load, cut):
    text = HEADER + GOOD + GOOD.replace("HIL", "LAK")
    assert issues_or_rows(load, text[:cut]) > 0


@pytest.mark.parametrize("seed", range(30))
def test_noise_is_refused_or_set_aside_and_never_a_traceback(load, seed):
    chance = random.Random(seed)
    noise = bytearray((HEADER + GOOD * 5).encode())
    for _ in range(20):
        noise[chance.randrange(len(noise))] = chance.randrange(256)
    assert issues_or_rows(load, bytes(noise)) > 0


@pytest.mark.parametrize(
    "content",
    [
        b"indicator,region\rproduct,TL\n",
        b'"indicator,region\n',
        b'"indicator",region"\n1,2\n',
        b"x" * 200_000,
        b'STRUCTURE,"STRUCTURE_ID"x,A\n1,2,3\n',
    ],
)
def test_a_header_that_is_no_row_of_cells_is_refused(load, content):
    with pytest.raises(FileRefused):
        load(content)


def test_a_file_with_line_ends_of_an_old_macintosh_is_read(load):
    assert load((HEADER + GOOD).replace("\n", "\r")).rows == 1
