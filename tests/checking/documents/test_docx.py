"""Word files: what they say with all changes accepted, wherever in the file it stands."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from esep.checking.documents import read_document
from esep.errors import BadRequest
from esep.model.passage import ReadText
from tests.checking.documents.word_file import W, p, r, table, word_file


def read(content: bytes) -> ReadText:
    return read_document(content, name="report.docx")


def told(found: ReadText) -> list[tuple[str, str]]:
    return [(each.kind.value, found.text[each.start : each.end]) for each in found.passages]


def test_styles_tell_title_headings_and_items() -> None:
    numbered = "<w:p><w:pPr><w:numPr/></w:pPr>" + r("13 schools") + "</w:p>"
    body = p("Report", style="T") + p("Industry", style="H2") + p("It grew.") + numbered
    assert told(read(word_file(body))) == [
        ("title", "Report"),
        ("heading", "Industry"),
        ("paragraph", "It grew."),
        ("item", "13 schools"),
    ]


def test_tracked_changes_are_accepted() -> None:
    body = p(
        "GRP was ",
        f"<w:del>{r('4.9').replace('w:t', 'w:delText')}</w:del>",
        f"<w:ins>{r('5.3')}</w:ins>",
        " trillion",
        f"<w:moveFrom>{r(' gone')}</w:moveFrom>",
        f"<w:moveTo>{r(' tenge')}</w:moveTo>",
    )
    assert told(read(word_file(body))) == [("paragraph", "GRP was 5.3 trillion tenge")]


def test_what_is_hidden_is_not_read_and_marks_of_notes_are_no_figures() -> None:
    mark = '<w:r><w:rPr><w:rStyle w:val="Up"/></w:rPr><w:t>1</w:t></w:r>'
    up = '<w:vertAlign w:val="superscript"/>'
    body = p("207 projects", mark, r(" 99", "<w:vanish/>"), " on 25 m", r("2", up), r("2", up))
    assert told(read(word_file(body))) == [("paragraph", "207 projects on 25 m²")]


def test_the_result_of_a_field_is_read_and_its_code_is_not() -> None:
    field = "<w:r><w:instrText> =SUM(1,2) 44 </w:instrText></w:r>"
    assert told(read(word_file(p("Total ", field, "3")))) == [("paragraph", "Total 3")]


def test_hyphens_and_breaks_are_characters() -> None:
    body = p(
        "<w:r><w:t>5</w:t><w:noBreakHyphen/><w:t>е мес</w:t><w:softHyphen/><w:t>то</w:t>"
        "<w:tab/><w:t>из 20</w:t><w:br/><w:t>Новая строка</w:t></w:r>"
    )
    assert told(read(word_file(body))) == [
        ("paragraph", "5\u2011е место из 20"),
        ("paragraph", "Новая строка"),
    ]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{p('58 projects')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert told(read(word_file(p("Beside.", shape)))) == [
        ("paragraph", "Beside."),
        ("paragraph", "58 projects"),
    ]


def test_a_cell_knows_its_row_its_column_and_the_line_above_the_table() -> None:
    body = p("Key figures, billion tenge") + table(
        ("Indicator", "2022", "2023"), ("GRP", "4.9", "5.3")
    )
    found = read(word_file(body))
    last = found.passages[-1]
    assert found.text[last.start : last.end] == "5.3"
    assert last.heads == ("GRP", "2023", "Key figures, billion tenge")
    assert last.place == "table 1, row 2, column 3"


def test_a_large_figure_is_spoken_for_by_its_label() -> None:
    body = table((p("5.3 trillion") + p("GRP, 2023"), p("107.9%") + p("STEI, 2024")))
    found = read(word_file(body))
    heads = {found.text[each.start : each.end]: each.heads for each in found.passages}
    assert heads["5.3 trillion"] == ("GRP, 2023",)
    assert heads["107.9%"] == ("STEI, 2024",)


def test_notes_and_running_heads_are_notes_each_once() -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator">{p("---")}</w:footnote>'
        f"<w:footnote>{p('As of 2023.')}</w:footnote></w:footnotes>"
    )
    head = f'<w:hdr xmlns:w="{W}">{p("Press service")}</w:hdr>'
    content = word_file(
        p("5 schools."),
        {"word/footnotes.xml": notes, "word/header1.xml": head, "word/header2.xml": head},
    )
    found = read(content)
    assert told(found)[1:] == [("note", "As of 2023."), ("note", "Press service")]
    assert [each.place for each in found.passages] == ["paragraph 1", "footnote 1", "header"]


def test_the_day_is_of_the_text_before_it_is_of_the_file() -> None:
    core = (
        '<cp xmlns:dcterms="http://purl.org/dc/terms/">'
        "<dcterms:modified>2024-06-20T09:00:00Z</dcterms:modified></cp>"
    )
    parts = {"docProps/core.xml": core}
    assert read(word_file(p("5 schools."), parts)).day == date(2024, 6, 20)
    assert read(word_file(p("14 June 2024") + p("5 schools."), parts)).day == date(2024, 6, 14)
    assert read(word_file(p("date 2024-06-13") + p("5."), parts)).day == date(2024, 6, 13)


def test_a_file_that_unpacks_without_end_is_refused() -> None:
    bomb = word_file(p("5"), {"word/footnotes.xml": b" " * (120 << 20)})
    assert len(bomb) < 1 << 20
    with pytest.raises(BadRequest, match="too large"):
        read(bomb)


def test_entities_are_refused() -> None:
    evil = (
        '<!DOCTYPE a [<!ENTITY x "5"><!ENTITY y SYSTEM "file:///etc/passwd">]>'
        f'<w:footnotes xmlns:w="{W}"><w:footnote>{p("&y;&x;")}</w:footnote></w:footnotes>'
    )
    with pytest.raises(BadRequest, match="broken"):
        read(word_file(p("5"), {"word/footnotes.xml": evil}))


def test_broken_files_are_refused_by_name() -> None:
    whole = word_file(p("13 schools"))
    for content in (
        whole[:200],
        whole[:-100],
        word_file("<w:p>"),
        _with_part(whole, "[Content_Types].xml", b"<Types/>"),
        _with_part(whole, "word/document.xml", b""),
    ):
        with pytest.raises(BadRequest, match=r"report\.docx"):
            read(content)


def test_a_workbook_is_told_from_a_text() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("xl/workbook.xml", "<a/>")
    with pytest.raises(BadRequest, match="a workbook, not a Word file"):
        read(stream.getvalue())


def test_nested_tables_and_runs_take_no_deeper_stack() -> None:
    body = p("5 schools")
    for _ in range(40):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    assert "5 schools" not in read(word_file(p("6") + body)).text
    deep = "<w:smartTag>" * 150 + r("7 roads") + "</w:smartTag>" * 150
    assert "7 roads" in read(word_file(f"<w:p>{deep}</w:p>")).text


def _with_part(content: bytes, name: str, part: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.infolist():
            new.writestr(entry.filename, part if entry.filename == name else old.read(entry))
    return stream.getvalue()
