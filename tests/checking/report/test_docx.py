"""The Word file: comments at the figures of the very document, and a table at its end."""

from __future__ import annotations

import dataclasses
import io

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml

from esep.checking.documents import read_document
from esep.checking.documents.gather import one_line, origins
from esep.checking.report.docx import render_docx
from esep.checking.report.entries import Report
from esep.model.claim import Checked
from esep.model.passage import ReadText
from tests.checking.documents.word_file import W, p, word_file
from tests.checking.report.made_up import LINES, catalog, checked, read_text

SENTENCE = LINES[2][0]


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def original(*runs: str) -> bytes:
    """A Word file with the sentences of the made-up text, the third one in these runs."""
    file = docx.Document()
    for line, _ in LINES[:2]:
        file.add_paragraph(line)
    for run in runs:
        line = file.paragraphs[-1] if run is not runs[0] else file.add_paragraph()
        line.add_run(run).italic = run.startswith("5.3")
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def moved(read: ReadText) -> Checked:
    """The made-up figures of the third sentence, where they stand in a document."""
    figures = []
    for judged in checked().figures[1:3]:
        quantity = judged.claim.quantity
        start = read.text.index(quantity.text)
        at = dataclasses.replace(quantity, start=start, end=start + len(quantity.text))
        claim = dataclasses.replace(judged.claim, quantity=at)
        figures.append(dataclasses.replace(judged, claim=claim))
    return dataclasses.replace(checked(), text=read.text, figures=tuple(figures), consistency=())


def commented(file: Document) -> dict[str, str]:
    """The words each comment is put at, and its text."""
    found = {}
    for comment in file.comments:
        id_ = str(comment.comment_id)
        inside = False
        words = ""
        for node in file.element.body.iter():
            name = str(node.tag).rpartition("}")[2]
            own = node.get(f"{{{node.nsmap.get('w')}}}id") == id_
            inside = (inside or (name == "commentRangeStart" and own)) and not (
                name == "commentRangeEnd" and own
            )
            if name == "t" and inside:
                words += node.text
        found[words] = "\n".join(line.text for line in comment.paragraphs)
    return found


@pytest.mark.parametrize(
    "runs",
    [
        (SENTENCE,),
        (SENTENCE[:40], "5.3 tril", "lion crowns", ", fif", "th of 20 regions."),
        ("In 2023  the\tproduct of River re\u00adgion was 5.3 ", SENTENCE[44:]),
    ],
    ids=["one run", "many runs", "uneven spaces"],
)
def test_comments_stand_at_the_very_words(runs: tuple[str, ...]) -> None:
    content = original(*runs)
    read = read_document(content, name="report.docx")
    file = opened(render_docx(Report(moved(read), read, catalog(), "en"), content))
    found = commented(file)
    assert found.keys() == {"5.3 trillion crowns", "fifth"}
    assert found["fifth"].splitlines() == [
        "× contradicted; put instead: second",
        "River region was second of 3 regions in 2023; fifth it never was.",
        "PL · 2023 · River Region",
        "evidence: esep explain product-TL-RIV-2023-rank",
    ]


def test_the_document_reads_as_before_and_keeps_its_look() -> None:
    content = original("In 2023 the product was ", "5.3 trillion crowns", ", fifth of 20 regions.")
    read = read_document(content, name="report.docx")
    made = render_docx(Report(moved(read), read, catalog(), "en"), content)
    assert read_document(made, name="a.docx").text.startswith(read.text)
    runs = opened(made).paragraphs[2].runs
    assert [run.text for run in runs if run.italic] == ["5.3 trillion crowns"]


def test_the_table_at_the_end_lists_each_figure() -> None:
    content = original(SENTENCE)
    read = read_document(content, name="report.docx")
    file = opened(render_docx(Report(moved(read), read, catalog(), "en"), content))
    rows = [[cell.text.split("\n")[0] for cell in row.cells] for row in file.tables[-1].rows]
    assert rows == [
        ["Figures", "Verdict", "Explanation"],
        ["fifth", "× contradicted", checked().figures[2].explanation],
        ["5.3 trillion crowns", "= supported", checked().figures[1].explanation],
    ]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_a_text_that_was_no_word_file_is_written_anew(language: str) -> None:
    file = opened(render_docx(Report(checked(), read_text(), catalog(), language)))
    found = commented(file)
    claims = [each for each in checked().figures if each.finding.value != "not_a_claim"]
    assert found.keys() == {each.claim.quantity.text for each in claims}
    assert file.paragraphs[1].style is not None
    assert file.paragraphs[1].style.name == "Title"


def test_a_file_only_we_can_read_is_written_anew() -> None:
    content = word_file(p(SENTENCE))
    read = read_document(content, name="report.docx")
    found = commented(opened(render_docx(Report(moved(read), read, catalog(), "en"), content)))
    assert found.keys() == {"5.3 trillion crowns", "fifth"}


def test_a_text_box_gets_no_comment_but_stands_in_the_table() -> None:
    file = opened(original("Beside."))
    box = f'<w:r xmlns:w="{W}"><w:txbxContent>{p(SENTENCE)}</w:txbxContent></w:r>'
    file.paragraphs[-1]._p.append(parse_xml(box))
    stream = io.BytesIO()
    file.save(stream)
    read = read_document(stream.getvalue(), name="report.docx")
    made = opened(render_docx(Report(moved(read), read, catalog(), "en"), stream.getvalue()))
    assert len(list(made.comments)) == 0
    assert [row.cells[0].text.split("\n")[0] for row in made.tables[-1].rows][1:] == [
        "fifth",
        "5.3 trillion crowns",
    ]


def test_same_check_gives_the_same_bytes() -> None:
    content = original(SENTENCE)
    read = read_document(content, name="report.docx")
    report = Report(moved(read), read, catalog(), "ru")
    assert render_docx(report, content) == render_docx(report, content)


@pytest.mark.parametrize(
    "text",
    ["", " a  b ", "й\u0306 и\u0306ой", "5\u00ad\u20603\t\n7 ", "\u00a05\u00a0000", "é e\u0301"],
)
def test_each_character_of_a_line_knows_where_it_comes_from(text: str) -> None:
    line, places = origins(text)
    assert line == one_line(text)
    assert len(places) == len(line)
    assert places == sorted(places)
    assert all(text[at] == c for at, c in zip(places, line, strict=True) if c.isdigit())
