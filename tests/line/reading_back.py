"""Which fact does each figure of a written briefing print, and what does the checker say of it?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from esep.briefings.render.docx import render_docx
from esep.briefings.render.draw import ChartDrawer
from esep.briefings.render.html import render_html
from esep.briefings.render.layout import chart_table
from esep.briefings.render.pdf import render_pdf
from esep.checking.documents.read import read_document
from esep.model.claim import Checked, Finding, Judged
from esep.model.document import Block, Bullets, Chart, Document, Paragraph, Run, Runs, Table, Tiles
from esep.model.passage import PassageKind, ReadText

FORMATS = ("text", "html", "pdf", "docx")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009\u2060\u00ad]+")
_HYPHEN = "\u2011"


@dataclass(frozen=True)
class Printed:
    """One figure of a rendering: where it stands in the text read from it, and of which fact."""

    start: int
    end: int
    text: str
    fact: str
    at: str
    """The section and the kind of its block."""


# -- renderings ----------------------------------------------------------------------------


def written(document: Document, form: str, day: date) -> ReadText:
    """The document as the checker reads it from a file of that form."""
    drawer = ChartDrawer()
    if form == "text":
        content = plain(document).encode()
    elif form == "html":
        content = render_html(document, drawer)
    elif form == "pdf":
        content = render_pdf(document, drawer, created=day)
    else:
        content = render_docx(document, drawer, created=day)
    return read_document(content, name=f"briefing.{'txt' if form == 'text' else form}")


def plain(document: Document) -> str:
    """The sentences of a document, as somebody copies them into a letter."""
    lines = [document.title, ""]
    for section in document.sections:
        lines += [section.title, ""]
        for block in section.blocks:
            if isinstance(block, Bullets):
                lines += [f"- {_said(runs)}" for runs in block.items]
            elif isinstance(block, Paragraph) and block.runs:
                lines.append(_said(block.runs))
            lines.append("")
    return "\n".join(lines)


def _said(runs: Runs) -> str:
    return "".join(run.text for run in runs)


# -- where each figure stands --------------------------------------------------------------


def printed(document: Document, read: ReadText, form: str) -> tuple[list[Printed], list[str]]:
    """Each figure of a document with its place in the text read back, and texts not found."""
    search = _Search(read)
    found: list[Printed] = []
    lost: list[str] = []
    for section in document.sections:
        for block in section.blocks:
            for runs, in_cell in _pieces(block, form):
                spans = search.cell(runs) if in_cell else search.words(runs)
                if spans is None:
                    lost.append(f"{section.id}: {_said(runs)}")
                    continue
                where = f"{section.id}/{type(block).__name__.lower()}"
                found += [
                    Printed(start, end, run.text, run.fact_id, where)
                    for run, (start, end) in zip(runs, spans, strict=True)
                    if run.fact_id
                ]
    return found, lost


def _pieces(block: Block, form: str) -> Iterator[tuple[Runs, bool]]:
    match block:
        case Paragraph():
            yield block.runs, False
        case Bullets():
            yield from ((runs, False) for runs in block.items)
        case Tiles() if form != "text":
            for _, figure, below in block.items:
                yield figure, False
                yield below, False
        case Table() if form != "text":
            for row in block.rows:
                yield from ((cell, True) for cell in row.cells if _said(cell).strip())
        case Chart() if form == "html":
            for row in chart_table(block).get("rows", ()):
                yield from (((Run(cell["text"], cell["fact"]),), True) for cell in row)


class _Search:
    """Looks for the texts of a document one after the other."""

    def __init__(self, read: ReadText) -> None:
        self._read = read
        self._offsets = [at for at, letter in enumerate(read.text) if not _SPACES.match(letter)]
        self._squeezed = "".join(read.text[at] for at in self._offsets).replace(_HYPHEN, "-")
        self._cells = [
            (each.start, each.end, _squeeze(read.text[each.start : each.end]))
            for each in read.passages
            if each.kind is PassageKind.CELL
        ]
        self._cursor = 0
        self._next = 0

    def words(self, runs: Runs) -> list[tuple[int, int]] | None:
        at = self._squeezed.find(_squeeze(_said(runs)), self._cursor)
        if at < 0:
            return None
        return self._spans(runs, at)

    def cell(self, runs: Runs) -> list[tuple[int, int]] | None:
        wanted = _squeeze(_said(runs))
        for number in range(self._next, len(self._cells)):
            start, _, text = self._cells[number]
            if text == wanted and start >= self._place:
                self._next = number + 1
                return self._spans(runs, _index(self._offsets, start))
        return None

    @property
    def _place(self) -> int:
        return self._offsets[self._cursor] if self._cursor < len(self._offsets) else 0

    def _spans(self, runs: Runs, at: int) -> list[tuple[int, int]]:
        spans = []
        for run in runs:
            length = len(_squeeze(run.text))
            last = self._offsets[max(at + length - 1, at)]
            spans.append((self._offsets[at], last + 1))
            at += length
        self._cursor = at
        return spans


def _index(offsets: list[int], start: int) -> int:
    return bisect_left(offsets, start)


@lru_cache(maxsize=65536)
def _squeeze(text: str) -> str:
    return _SPACES.sub("", text).replace(_HYPHEN, "-")


# -- what the checker says -----------------------------------------------------------------


@dataclass(frozen=True)
class Heard:
    """A figure of a rendering and what the checker found in its place."""

    printed: Printed
    found: tuple[Judged, ...]

    @property
    def supported(self) -> bool:
        """Whether it is told to be right, and by its own fact."""
        evidence = {_frame(fact) for each in self.found for fact in each.evidence}
        findings = {each.finding for each in self.found}
        return findings == {Finding.SUPPORTED} and _frame(self.printed.fact) in evidence

    @property
    def contradicted(self) -> bool:
        return any(each.finding is Finding.CONTRADICTED for each in self.found)

    def __str__(self) -> str:
        said = ", ".join(
            f"{each.finding} ({each.reason}) by {each.evidence}" for each in self.found
        )
        return f"{self.printed.at}: {self.printed.text} of {self.printed.fact}: {said or 'unread'}"


def _frame(fact: str) -> str:
    """A fact without the vintage it is known from."""
    return fact.partition("@")[0]


def heard(checked: Checked, figures: Sequence[Printed]) -> list[Heard]:
    claims = [each for each in checked.figures if each.finding is not Finding.NOT_A_CLAIM]
    return [
        Heard(
            figure,
            tuple(
                each
                for each in claims
                if each.claim.quantity.start < figure.end and figure.start < each.claim.quantity.end
            ),
        )
        for figure in figures
    ]


def beside(checked: Checked, figures: Sequence[Printed]) -> list[Judged]:
    """Claims the checker sees where the briefing prints no figure."""
    return [
        each
        for each in checked.figures
        if each.finding is not Finding.NOT_A_CLAIM
        and not any(
            each.claim.quantity.start < one.end and one.start < each.claim.quantity.end
            for one in figures
        )
    ]
