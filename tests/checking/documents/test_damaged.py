"""Damaged files of every kind: read with true offsets, or refused, never a defect."""

from __future__ import annotations

import random

import pytest

from esep.checking.documents import read_document
from esep.errors import BadRequest
from tests.checking.documents import test_html, test_markdown, test_pdf
from tests.checking.documents.word_file import p, table, word_file


def whole(kind: str) -> bytes:
    match kind:
        case "docx":
            body = p("Report", style="T") + table(("Year", "2023"), ("Schools", "13"))
            return word_file(body + p("There are 53 schools."))
        case "pdf":
            return test_pdf.pdf('#set page("a6")\n= Report\nThere are 53 schools.')
        case "html":
            return test_html.PAGE.encode()
        case _:
            return test_markdown.TEXT.encode()


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "md", "txt"])
@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_file_is_read_or_refused(kind: str, seed: int) -> None:
    chance = random.Random(f"{kind} {seed}")
    for _ in range(40):
        content = damaged(bytearray(whole(kind)), chance)
        try:
            found = read_document(content, name=f"report.{kind}")
        except BadRequest:
            continue
        ends = [0, *(each.end for each in found.passages)]
        for each, before in zip(found.passages, ends, strict=False):
            assert before <= each.start < each.end <= len(found.text)


def damaged(content: bytearray, chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 3, 20))):
        at = chance.randrange(len(content))
        match chance.randrange(4):
            case 0:
                content[at] = chance.randrange(256)
            case 1:
                del content[at : at + chance.randrange(1, 300)]
            case 2:
                content[at:at] = content[at : at + chance.randrange(1, 200)]
            case _:
                content[at:at] = bytes(chance.randrange(256) for _ in range(10))
        content = content or bytearray(b"5")
    return bytes(content)
