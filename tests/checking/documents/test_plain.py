"""Plain text: its offsets are those of the text as given."""

from __future__ import annotations

from datetime import date

import pytest

from esep.checking.documents import read_document
from esep.errors import BadRequest
from esep.model.passage import PassageKind, ReadText


def read(text: str | bytes, name: str = "report.txt") -> ReadText:
    return read_document(text if isinstance(text, bytes) else text.encode(), name=name)


def told(read: ReadText) -> list[tuple[str, str]]:
    return [(each.kind.value, read.text[each.start : each.end]) for each in read.passages]


def test_first_line_gives_the_day_and_is_a_note() -> None:
    found = read("date 2024-06-14\nGRP was 5 trillion tenge.\n")
    assert found.day == date(2024, 6, 14)
    assert told(found) == [("note", "date 2024-06-14"), ("paragraph", "GRP was 5 trillion tenge.")]


def test_a_text_of_one_line_may_begin_with_its_day() -> None:
    found = read(" date 2024-06-14 GRP was 5 trillion tenge.")
    assert found.day == date(2024, 6, 14)
    assert told(found) == [
        ("note", " date 2024-06-14 "),
        ("paragraph", "GRP was 5 trillion tenge."),
    ]


def test_offsets_are_those_of_the_text_as_given() -> None:
    text = "  Валовой продукт\r\n\r\nсоставил 5,3 трлн тенге.\r\n"
    found = read(text)
    assert found.text == text
    assert text.index("5,3") == found.text.index("5,3")


def test_a_short_line_at_the_head_is_the_title_and_one_alone_is_a_heading() -> None:
    found = read("Results of the year\n\nIt was good.\n\nIndustry\n\nOutput grew by 5%.\n")
    assert [kind for kind, _ in told(found)] == ["title", "paragraph", "heading", "paragraph"]


def test_bullets_and_numbers_begin_items() -> None:
    found = read("There were:\n- 5 schools;\n2) 6 hospitals;\n• 7 roads.\n")
    assert [kind for kind, _ in told(found)] == ["paragraph", "item", "item", "item"]


def test_lines_broken_for_want_of_room_are_one_paragraph_of_the_same_length() -> None:
    wrapped = (
        "In January-May 2024 the gross regional product of the region\n"
        "amounted to five trillion tenge, and the short-term economic\n"
        "indicator reached 107.9 per cent of the same period a year\n"
        "before; investment in fixed capital rose by a fifth.\n"
        "\n"
        "Thirteen schools were built.\n"
    )
    found = read(wrapped)
    assert len(found.passages) == 2
    assert len(found.text) == len(wrapped)
    assert found.text.index("Thirteen") == wrapped.index("Thirteen")


def test_lines_of_a_list_stay_lines() -> None:
    text = "Schools built by district in the first half of the year of the report\nA 5\nB 6\nC 7\n"
    assert len(read(text).passages) == 4


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("ASTANA, 14 June 2024", date(2024, 6, 14)),
        ("Астана, 14 июня 2024 года", date(2024, 6, 14)),
        ("2024 жылғы 14 маусым", date(2024, 6, 14)),
        ("14.06.2024", date(2024, 6, 14)),
        ("Results of 2023", None),
        ("On 14 June 2024 the governor told how 53 schools would be built in two years", None),
    ],
)
def test_a_dateline_gives_the_day(line: str, day: date | None) -> None:
    assert (
        read(f"{line}\nGRP was five trillion tenge in 2023, more than a year before.\n").day == day
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_in_any_coding(encoding: str) -> None:
    text = "Өңірде 53 мектеп салынды. Область построила 53 школы.\n"
    assert read(text.encode(encoding)).text == text


def test_windows_1251_is_read_where_it_is_russian() -> None:
    text = "За январь–май 2024 года построено 13 школ на 13,8 тыс. мест.\n"
    assert read(text.encode("cp1251")).text == text


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not a text"),
        (b"5 trillion\0tenge", "is not a text"),
        ("Область построила 53 школы".encode("koi8-r"), "is not a text"),
        (b"\xff\xfe\x00\xd8\x00", "is not a text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word file"),
        (rb"{\rtf1 53 schools}", "an RTF file"),
        (b"", "holds no text"),
        (b" \n\n ", "holds no text"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(content: bytes, title: str) -> None:
    with pytest.raises(BadRequest, match=title) as told:
        read(content)
    assert "report.txt" in told.value.title


def test_a_line_without_end_is_refused_and_a_long_one_is_read() -> None:
    with pytest.raises(BadRequest, match="too long"):
        read(b"5" * 10_000_000)
    found = read("слово " * 160_000 + "5\u200f3 \u202e7")
    assert [each.kind for each in found.passages] == [PassageKind.PARAGRAPH]


def test_a_text_of_nothing_but_numbers_is_refused_before_it_costs_minutes() -> None:
    with pytest.raises(BadRequest, match="50,000 numbers"):
        read("1 2,3 " * 25_000)
    assert read("1" * 100_000).passages
