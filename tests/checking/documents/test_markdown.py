"""Markdown: the marks are out of sight, and every offset is that of the text as given."""

from __future__ import annotations

from datetime import date

from esep.checking.documents import read_document
from esep.model.passage import Passage, ReadText

TEXT = """---
date: 2024-06-14
---
# Report of **River** region

Product grew to **5.3 trillion** crowns
(see [the table](http://example.org/2023/99 "t")) and 107.9%[^1].

Second
------

1. first: 5&nbsp;000 jobs
2. second 30

| Indicator | 2023 | 2024 |
|---|---:|---|
| Product | 5.3 | **6.0** |

> quoted 5
> more

```
code 5
```

[site]: http://example.org/77
[^1]: preliminary 2024 <!-- 88 -->
"""


def read(text: str = TEXT) -> ReadText:
    return read_document(text.encode(), name="report.md")


def said(found: ReadText, passage: Passage) -> str:
    return " ".join(found.text[passage.start : passage.end].replace("\u2060", "").split())


def test_blocks_are_read_with_their_marks_out_of_sight() -> None:
    found = read()
    assert [(each.kind.value, said(found, each)) for each in found.passages] == [
        ("title", "Report of River region"),
        ("paragraph", "Product grew to 5.3 trillion crowns (see the table) and 107.9%."),
        ("heading", "Second"),
        ("item", "first: 5 000 jobs"),
        ("item", "second 30"),
        ("cell", "Indicator"),
        ("cell", "2023"),
        ("cell", "2024"),
        ("cell", "Product"),
        ("cell", "5.3"),
        ("cell", "6.0"),
        ("paragraph", "quoted 5 more"),
        ("note", "code 5"),
        ("note", "preliminary 2024"),
    ]


def test_offsets_are_those_of_the_text_as_given() -> None:
    found = read()
    assert len(found.text) == len(TEXT)
    for words in ("5.3 trillion", "107.9%", "second 30", "6.0", "code 5"):
        assert found.text.index(words) == TEXT.index(words)


def test_the_fields_before_the_text_give_the_day() -> None:
    assert read().day == date(2024, 6, 14)


def test_a_cell_knows_its_row_and_column() -> None:
    cells = [each for each in read().passages if each.heads]
    assert cells[-1].heads == ("Product", "2024", "")
    assert cells[-1].place == "table 1, row 2, column 3"


def test_marks_without_end_take_no_time() -> None:
    for text in ("[" * 100_000, "*" * 100_000, "| " * 50_000, "<!--" * 50_000, "> " * 50_000 + "5"):
        assert len(read(f"5 {text}\n").text) == len(text) + 3
