"""What does a web page say to somebody who looks at it?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from lxml import etree
from lxml import html as parser

from esep.checking.documents.dateline import dated
from esep.checking.documents.gather import Gatherer, one_line
from esep.checking.documents.raised import raised
from esep.checking.documents.table import Table, add_table, caption_of, spread
from esep.errors import BadRequest
from esep.model.passage import PassageKind, ReadText

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "select",
        "button",
        "textarea",
        "datalist",
        "map",
        "input",
    ]
)
_NOTES = frozenset(["nav", "footer", "aside", "figcaption", "small"])
_KINDS = {
    **{f"h{level}": PassageKind.HEADING for level in range(1, 7)},
    "li": PassageKind.ITEM,
}
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "nav",
        "footer",
        "aside",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "form",
        "fieldset",
        "details",
        "summary",
        "address",
        "hr",
        "body",
        "html",
        "br",
        "center",
        "label",
        "legend",
    ]
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})")
_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d{2}-\d{2})')
_META_DATES = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "date",
)
_WIDEST = 200
"""Columns a cell may span: a page can ask for a million."""


def read_html(text: str, *, name: str) -> ReadText:
    """Read the visible text in its order; offsets refer to that text."""
    root = _parsed(text, name)
    page = _Page(Gatherer(name), titled=root.find(".//h1") is not None)
    if not page.titled:
        page.gather.add(root.findtext(".//title") or "", PassageKind.TITLE)
    page.walk(root)
    return dated(page.gather.read_text(_day(root, text)))


def _parsed(text: str, name: str) -> Any:
    # Bytes, since a string that names an encoding of its own is refused.
    bounded = parser.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = parser.document_fromstring(text.encode(errors="replace"), parser=bounded)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise BadRequest(f"{name} is not a page that can be read.", detail=str(error)) from error
    return root


class _Page:
    def __init__(self, gather: Gatherer, *, titled: bool) -> None:
        self.gather = gather
        self.titled = titled
        self._words: list[str] = []
        self._open: list[str] = []
        self._term = ""
        self._tables = 0
        self._caption = ""
        """Of the figure we are in."""

    def walk(self, root: Any) -> None:
        """Go through the page without recursion: its depth is the writer's choice."""
        walker = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in walker:
            if event == "start":
                if element.tag in _SKIPPED or _hidden(element):
                    skipped = element
                    walker.skip_subtree()
                    continue
                if element.tag == "table" and (table := _table(element)) is not None:
                    self._flush()
                    self._tables += 1
                    above = self._caption or caption_of(self.gather.last_line)
                    table = replace(table, caption=table.caption or above)
                    add_table(self.gather, table, place=f"table {self._tables}")
                    skipped = element
                    walker.skip_subtree()
                    continue
                if element.tag in ("sup", "sub"):
                    self._words.append(_raised(element, "".join(self._words[-3:])))
                    skipped = element
                    walker.skip_subtree()
                    continue
                if element.tag in _BLOCKS:
                    self._flush()
                    self._open.append(element.tag)
                self._words.append(element.text or "")
            else:
                if element is skipped:
                    skipped = None
                elif element.tag in _BLOCKS:
                    self._flush()
                    if self._open.pop() == "figure":
                        self._caption = ""
                self._words.append(element.tail or "")
        self._flush()

    def _flush(self) -> None:
        text = "".join(self._words)
        self._words.clear()
        if not text.strip():
            return
        if "figcaption" in self._open:
            self._caption = one_line(text)
        if "dt" in self._open[-1:]:
            self._term = text
        if "dd" in self._open:
            self.gather.add(text, PassageKind.CELL, heads=(" ".join(self._term.split()),))
            return
        self.gather.add(text, self._kind())

    def _kind(self) -> PassageKind:
        if _NOTES.intersection(self._open):
            return PassageKind.NOTE
        kind = next((_KINDS[tag] for tag in reversed(self._open) if tag in _KINDS), None)
        if kind is PassageKind.HEADING and self.titled and "h1" in self._open:
            self.titled = False  # the next h1 is the heading of a part
            return PassageKind.TITLE
        return kind or PassageKind.PARAGRAPH


def _hidden(element: Any) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def _raised(element: Any, before: str) -> str:
    text = "".join(element.itertext())
    return raised(text, before) if element.tag == "sup" else text


def _table(element: Any) -> Table | None:
    """A table of figures; None where a table only arranges the page."""
    if element.get("role") in ("presentation", "none") or element.find(".//table") is not None:
        return None
    rows = [
        [
            (
                "".join(_inside(cell)),
                _span(cell.get("colspan")),
                _span(cell.get("rowspan")),
                cell.tag == "th",
            )
            for cell in row
            if cell.tag in ("td", "th") and not _hidden(cell)
        ]
        for row in element.iter("tr")
        if not _hidden(row)
    ]
    caption = element.find("caption")
    table = spread(rows, "".join(_inside(caption)) if caption is not None else "")
    return None if table.is_layout else table


def _inside(cell: Any) -> Iterator[str]:
    """The texts of a cell, blocks apart."""
    said = ""
    walker = etree.iterwalk(cell, events=("start", "end"))
    skipped = None
    for event, element in walker:
        text = ""
        if event == "start":
            if element.tag in _SKIPPED or (element is not cell and _hidden(element)):
                skipped = element
                walker.skip_subtree()
            elif element.tag in ("sup", "sub"):
                skipped = element
                text = _raised(element, said)
                walker.skip_subtree()
            else:
                text = (" " if element.tag in _BLOCKS else "") + (element.text or "")
        elif element is not cell:
            skipped = None if element is skipped else skipped
            text = (" " if element.tag in _BLOCKS else "") + (element.tail or "")
        said = text or said
        yield text


def _span(text: str | None) -> int:
    try:
        return min(max(int(text or 1), 1), _WIDEST)
    except ValueError:
        return 1


def _day(root: Any, text: str) -> date | None:
    """What the page says of the day it was published."""
    told: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        told.setdefault(key.lower(), meta.get("content") or "")
    found = [told[key] for key in _META_DATES if key in told]
    if match := _PUBLISHED.search(text):
        found.append(match[1])
    found += [each.get("datetime") or "" for each in root.iter("time")][:1]
    for each in found:
        if match := _DAY.match(each.strip()):
            try:
                return date.fromisoformat(match[1])
            except ValueError:
                continue
    return None
