"""PDF: reading order, joined lines, tables and running heads, with or without structure."""

from __future__ import annotations

import io
import time
from functools import cache

import pypdf
import pytest
import typst

from esep.checking.documents import read_document
from esep.errors import BadRequest
from esep.look.typeface import FONTS
from esep.model.passage import ReadText

PAGES = """
#set page("a5", header: [Press service of the region], footer: context counter(page).display())
#set text(font: "Esep Sans", size: 11pt, lang: "ru", hyphenate: true)
#set par(justify: true)
#set document(title: "Отчёт", date: datetime(year: 2024, month: 6, day: 20))
#text(20pt)[*Отчёт акима за январь–май*]

Социально-экономическое развитие области продолжается: краткосрочный экономический индикатор
составил 107,9% к соответствующему периоду предыдущего года, а доля обрабатывающей промышленности
достигла 88,5 процента#super(typographic: false)[1]. Социально-экономическое положение устойчиво.

= Промышленность
- Построено 13 школ на 13,8 тыс. мест.
- Собрано 19 506 тонн отходов.

Основные показатели, млрд тенге
#table(columns: (1fr, auto, auto), table.header([Показатель], [2022], [2023]),
  [ВРП], [4 500,1], [5 322,1], [Инвестиции], [613,9], [737,7])
#pagebreak()
До 2030 года предусмотрено 207 проектов на сумму 3,7 трлн тенге, из которых в текущем году
предстоит реализовать 58 проектов.
#pagebreak()
Создаётся 5,3 тыс. рабочих мест.
"""


@cache
def pdf(source: str = PAGES, *, tagged: bool = True) -> bytes:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(FONTS)])
    made = typst.compile(
        source.encode(), font_paths=fonts, ignore_system_fonts=True, format="pdf", pdf_tags=tagged
    )
    assert isinstance(made, bytes)
    return made


def read(content: bytes) -> ReadText:
    return read_document(content, name="report.pdf")


@pytest.fixture(params=[True, False], ids=["tagged", "untagged"])
def found(request: pytest.FixtureRequest) -> ReadText:
    return read(pdf(tagged=request.param))


def told(found: ReadText) -> list[tuple[str, str]]:
    return [
        (each.kind.value, found.text[each.start : each.end].replace("\u00a0", " "))
        for each in found.passages
    ]


def test_blocks_are_told_in_the_order_of_reading(found: ReadText) -> None:
    said = [(kind, text) for kind, text in told(found) if kind not in ("cell", "note")]
    assert said[0] == ("title", "Отчёт акима за январь–май")
    assert said[1][1].startswith("Социально-экономическое развитие области")
    assert said[2:] == [
        ("heading", "Промышленность"),
        ("item", "Построено 13 школ на 13,8 тыс. мест."),
        ("item", "Собрано 19 506 тонн отходов."),
        ("paragraph", "Основные показатели, млрд тенге"),
        (
            "paragraph",
            "До 2030 года предусмотрено 207 проектов на сумму 3,7 трлн тенге, из которых в "
            "текущем году предстоит реализовать 58 проектов.",
        ),
        ("paragraph", "Создаётся 5,3 тыс. рабочих мест."),
    ]


def test_words_broken_at_the_end_of_a_line_are_whole_and_marks_are_gone(found: ReadText) -> None:
    assert (
        "Социально-экономическое развитие области продолжается: краткосрочный экономический "
        "индикатор составил 107,9% к соответствующему периоду предыдущего года, а доля "
        "обрабатывающей промышленности достигла 88,5 процента. Социально-экономическое положение "
        "устойчиво."
    ) in found.text


def test_a_cell_knows_its_row_its_column_and_the_line_above(found: ReadText) -> None:
    cell = found.passage_at(found.text.index("5 322,1"))
    assert cell is not None
    assert cell.heads == ("ВРП", "2023", "Основные показатели, млрд тенге")
    assert cell.place == "page 1, table 1, row 2, column 3"


@pytest.mark.parametrize("tagged", [True, False])
def test_a_table_that_goes_on_overleaf_keeps_its_heads(tagged: bool) -> None:
    rows = "".join(f"[District {n}], [{n}.5], [{n}.1]," for n in range(60))
    table = f"#table(columns: 3, table.header([District], [2022], [2023]), {rows})"
    found = read(pdf(f'#set page("a5")\nOutput by district\n\n{table}', tagged=tagged))
    last = found.passages[-1]
    assert last.heads == ("District 59", "2023", "Output by district")
    assert last.place.startswith("page 3, table 3, row ")


def test_running_heads_and_page_numbers_are_notes_told_once(found: ReadText) -> None:
    notes = [text for kind, text in told(found) if kind == "note"]
    assert sum("Press service of the region" in text for text in notes) == 1
    assert [each.place for each in found.passages][-1].startswith("page")
    assert "Press service" not in "".join(text for kind, text in told(found) if kind != "note")


def test_the_file_tells_its_day(found: ReadText) -> None:
    assert found.day is not None
    assert found.day.isoformat() == "2024-06-20"


def test_a_turned_page_reads_as_before() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf(tagged=False)))
    for page in writer.pages:
        page.rotate(90)
        page.transfer_rotation_to_content()  # as landscape pages are written
        page.rotate(270)
    assert told(read(_bytes(writer))) == told(read(pdf(tagged=False)))


def test_two_hundred_pages_take_seconds() -> None:
    pages = (f"District {chr(65 + n % 26)} built {n} schools. " * 60 for n in range(200))
    content = pdf('#set page(numbering: "1")\n' + "\n#pagebreak()\n".join(pages))
    started = time.process_time()
    found = read(content)
    assert time.process_time() - started < 15
    assert found.passages[-1].place == "page 200"


def test_an_encrypted_file_is_refused() -> None:
    writer = pypdf.PdfWriter(io.BytesIO(pdf()))
    writer.encrypt("secret")
    with pytest.raises(BadRequest, match="encrypted"):
        read(_bytes(writer))


@pytest.mark.parametrize("cut", [20, 200, 2000])
def test_a_broken_file_is_refused_by_name(cut: int) -> None:
    with pytest.raises(BadRequest, match=r"report\.pdf"):
        read(pdf()[:cut])


def test_a_page_without_text_is_refused_with_advice() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(200, 200)
    with pytest.raises(BadRequest, match="holds no text") as error:
        read(_bytes(writer))
    assert "scan" in error.value.hint


def _bytes(writer: pypdf.PdfWriter) -> bytes:
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
