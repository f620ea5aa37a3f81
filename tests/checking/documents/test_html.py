"""Web pages: what a visitor sees, in its order, with the words that speak for each cell."""

from __future__ import annotations

import time
from datetime import date

import pytest

from esep.checking.documents import read_document
from esep.errors import BadRequest
from esep.model.passage import ReadText

PAGE = """<!doctype html>
<html><head><title>Page</title>
<meta property="article:published_time" content="2024-06-14T10:00:00Z">
<style>p{margin:5px}</style></head>
<body><nav><a href="/">Page 1</a></nav>
<h1>Report of <b>River</b> region</h1>
<p>Product is 5,3<sup>1</sup>&nbsp;trillion, 25&thinsp;m<sup>2</sup>
   <span style="display: none">77</span>in <em>2023</em>.<br>A line of its own.</p>
<p hidden>88</p><script>var schools = 99</script><!-- 66 -->
<ul><li>one: 1<li>two: 2</ul>
<table><caption>Table 1. Product</caption>
<tr><th rowspan=2>Region</th><th colspan=2>billion crowns</th></tr>
<tr><th>2022</th><th>2023</th></tr>
<tr><td>River</td><td>4.9</td><td>5.3</td></tr>
<tr><td colspan=3>of which</td></tr>
<tr><td>Lake</td><td>1.1</td><td>1.2</td></tr></table>
<dl><dt>Jobs</dt><dd>500</dd></dl>
<footer>Page 9</footer></body></html>"""


def read(page: str = PAGE, name: str = "report.html") -> ReadText:
    return read_document(page.encode(), name=name)


def test_the_visible_text_is_read_in_its_order() -> None:
    found = read()
    told = [(each.kind.value, found.text[each.start : each.end]) for each in found.passages]
    assert told[:6] == [
        ("note", "Page 1"),
        ("title", "Report of River region"),
        ("paragraph", "Product is 5,3\u00a0trillion, 25\u2009m² in 2023."),
        ("paragraph", "A line of its own."),
        ("item", "one: 1"),
        ("item", "two: 2"),
    ]
    assert told[-3:] == [("paragraph", "Jobs"), ("cell", "500"), ("note", "Page 9")]
    for unseen in ("77", "88", "99", "66", "margin"):
        assert unseen not in found.text


def test_a_cell_knows_its_row_its_column_and_its_table() -> None:
    found = read()
    cells = {each.place: each for each in found.passages if each.place.startswith("table")}
    last = cells["table 1, row 5, column 3"]
    assert found.text[last.start : last.end] == "1.2"
    assert last.heads == ("Lake", "billion crowns 2023", "Table 1. Product. of which")
    assert cells["table 1, row 3, column 2"].heads == (
        "River",
        "billion crowns 2022",
        "Table 1. Product",
    )


def test_a_definition_is_spoken_for_by_its_term() -> None:
    found = read()
    value = found.passage_at(found.text.index("500"))
    assert value is not None
    assert value.heads == ("Jobs",)


def test_the_page_tells_its_day() -> None:
    assert read().day == date(2024, 6, 14)
    assert read("<html><time datetime='2024-05-02'>2 May</time><p>5 schools</p>").day == date(
        2024, 5, 2
    )


def test_a_list_of_terms_tells_the_day() -> None:
    page = "<h1>T</h1><dl><dt>Jobs<dd>500<dt>Day of the meeting<dd>14 June 2024</dl><p>Text."
    assert read(page).day == date(2024, 6, 14)


def test_a_table_that_arranges_the_page_is_no_table() -> None:
    found = read("<table><tr><td>In 2023 the region built 13 schools.</td></tr></table>")
    assert [each.kind.value for each in found.passages] == ["paragraph"]


def test_a_page_in_another_coding_is_read_as_it_declares() -> None:
    page = '<html><head><meta charset="koi8-r"></head><p>Построено 13 школ</p></html>'
    found = read_document(page.encode("koi8-r"), name="page.html")
    assert "Построено 13 школ" in found.text


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(BadRequest, match="holds no text"):
        read("<div>" * 100_000 + "5 schools" + "</div>" * 100_000)


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr>" + "<td colspan=999999999 rowspan=999999999>5</td>" * 200 + "</table>",
        '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><p>5 &b; schools</p>',
        "<p>5" + "<b" * 50_000 + ">schools",
        "<p>5 schools" + "<sup>1</sup>" * 50_000,
    ],
    ids=["wide", "entities", "open", "marks"],
)
def test_a_hostile_page_takes_bounded_time(page: str) -> None:
    started = time.process_time()
    assert "5" in read(page).text
    assert time.process_time() - started < 5
