"""Read a briefing back: what its documents and files print, and of which fact."""

from __future__ import annotations

import io
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
from docx.oxml.ns import qn
from pypdf import PdfReader

from esep.app.briefs import composer
from esep.app.workspace import Workspace, open_workspace
from esep.briefings.compose import Briefing, Composer
from esep.briefings.render.layout import EXPLAIN, chart_table, facts_of
from esep.briefings.request import Request
from esep.model.document import Block, Bullets, Chart, Document, Paragraph, Run, Runs, Table, Tiles
from esep.model.period import Period

LANGUAGES = ("en", "ru", "kk")


class Country:
    """A store of one pack and what composes its briefings."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.workspace: Workspace = open_workspace(home)
        self.catalog = self.workspace.catalog
        self._composers: dict[date | None, Composer] = {}
        self._briefings: dict[Any, Briefing] = {}

    def brief(
        self,
        code: str,
        period: str,
        on: str,
        *,
        meeting: str = "",
        as_of: str = "",
        languages: tuple[str, ...] = LANGUAGES,
    ) -> Briefing:
        key = (code, period, on, meeting, as_of, languages)
        if key not in self._briefings:
            vintage = date.fromisoformat(as_of) if as_of else None
            if vintage not in self._composers:
                self._composers[vintage] = composer(self.workspace, as_of=vintage)
            day = date.fromisoformat(on)
            request = Request(
                region=self.catalog.regions.at(code, day),
                whole=self.catalog.regions.at(self.catalog.root, day),
                period=Period.parse(period),
                on=day,
                as_of=vintage,
                meeting=self.catalog.meeting(meeting) if meeting else None,
            )
            self._briefings[key] = self._composers[vintage].compose(request, languages)
        return self._briefings[key]


@dataclass(frozen=True)
class Case:
    """The briefing of a meeting, in a country."""

    country: Country
    region: str
    period: str
    on: str
    meeting: str

    @property
    def briefing(self) -> Briefing:
        return self.country.brief(self.region, self.period, self.on, meeting=self.meeting)

    @property
    def ledger(self) -> Mapping[str, Any]:
        return self.briefing.ledger


# -- documents -----------------------------------------------------------------------------


def texts(block: Block) -> Iterator[Runs]:
    """Every text of a block that may hold figures, one a sentence, item or cell."""
    match block:
        case Paragraph():
            yield block.runs
        case Bullets():
            yield from block.items
        case Tiles():
            for label, figure, below in block.items:
                yield (Run(label),)
                yield figure
                yield below
        case Table():
            for row in block.rows:
                yield from row.cells
            yield block.note
        case Chart():
            yield block.note


def figures(document: Document) -> Iterator[tuple[Block, Run]]:
    """Each printed figure, with the block it stands in."""
    for section in document.sections:
        for block in section.blocks:
            for runs in texts(block):
                yield from ((block, run) for run in runs if run.fact_id)
            if isinstance(block, Chart):
                for row in chart_table(block).get("rows", ()):
                    yield from ((block, Run(c["text"], c["fact"])) for c in row if c["fact"])


def facts_by_section(document: Document) -> dict[str, Counter[str]]:
    return {
        section.id: Counter(fact for block in section.blocks for fact in facts_of(block))
        for section in document.sections
    }


def plain_text(document: Document) -> str:
    """Everything a reader reads, without the sources."""
    lines = [
        document.title,
        document.subtitle,
        *(text for pair in document.header for text in pair),
    ]
    for section in document.sections:
        lines.append(section.title)
        for block in section.blocks:
            lines += ["".join(run.text for run in runs) for runs in texts(block)]
            if isinstance(block, Table):
                lines += [block.caption, *(column.title for column in block.columns)]
            if isinstance(block, Chart):
                lines += [block.caption, block.alternative]
    return "\n".join(lines).replace("\u00a0", " ")


def section_text(document: Document, section_id: str) -> str:
    section = next(each for each in document.sections if each.id == section_id)
    lines = ["".join(run.text for run in runs) for block in section.blocks for runs in texts(block)]
    return "\n".join(lines).replace("\u00a0", " ")


# -- the ledger ----------------------------------------------------------------------------


def records(ledger: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Every fact of the ledger, printed or behind a printed one."""
    return {each["fact_id"]: each for each in [*ledger["figures"], *ledger["inputs"]]}


def fact_id(ledger: Mapping[str, Any], name: str) -> str:
    """The id of `indicator:REGION:PERIOD:comparison` at whatever vintage the ledger has."""
    found = [each for each in records(ledger) if each.rpartition("@")[0] == name]
    assert len(found) == 1, f"{name}: {found}"
    return found[0]


def value(ledger: Mapping[str, Any], name: str) -> str:
    """The value in the fact's unit, as the ledger writes it."""
    found: str = records(ledger)[fact_id(ledger, name)]["value_in_unit"]
    return found


# -- files ---------------------------------------------------------------------------------


def read_ledger(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


class _Sections(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.facts: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "section":
            self.open.append(told.get("id") or "")
            self.facts[self.open[-1]] = Counter()
        if fact := told.get("data-fact"):
            self.facts[self.open[-1]][fact] += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "section":
            self.open.pop()


def html_facts(path: Path) -> dict[str, Counter[str]]:
    page = _Sections()
    page.feed(path.read_text(encoding="utf-8"))
    return dict(page.facts)


def docx_facts(path: Path) -> list[tuple[str, Counter[str]]]:
    """Facts under each heading of the first level, in order."""
    found: list[tuple[str, Counter[str]]] = []
    file = docx.Document(io.BytesIO(path.read_bytes()))
    for element in file.element.body:
        style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) == "Heading1":
            title = "".join(node.text or "" for node in element.iter(qn("w:t")))
            found.append((title, Counter()))
        for link in element.iter(qn("w:hyperlink")):
            tip = link.get(qn("w:tooltip")) or ""
            if tip.startswith(EXPLAIN):
                found[-1][1][tip.removeprefix(EXPLAIN)] += 1
    return found


def pdf_facts(path: Path) -> set[str]:
    return {
        words.removeprefix(EXPLAIN)
        for page in PdfReader(path).pages
        for note in page.get("/Annots", [])
        if (words := str(note.get_object().get("/Contents", ""))).startswith(EXPLAIN)
    }


def pdf_text(path: Path) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(path).pages)
    return re.sub(r"\s+", " ", text)
