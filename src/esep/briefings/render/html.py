"""How does a document become one page that needs no network, in light, dark and print?"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from esep.briefings.render.draw import ChartDrawer, size_of
from esep.briefings.render.glyphs import require_glyphs
from esep.briefings.render.layout import EXPLAIN, Layout, view
from esep.look import palette
from esep.look.page import colours_sheet, page_environment
from esep.model.document import Chart, Document

TEMPLATES = Path(__file__).parent / "templates"
_NAMES = {
    palette.PAPER: "paper",
    palette.INK: "ink",
    palette.MUTED: "muted",
    palette.RULE: "rule",
    palette.FAINT: "faint",
    palette.ACCENT: "accent",
    palette.ACCENT_SOFT: "accent-soft",
    palette.ACCENT_FAINT: "accent-faint",
    palette.WARNING: "warning",
    palette.WARNING_SOFT: "warning-soft",
    palette.WARNING_FAINT: "warning-faint",
    palette.MISSING: "missing",
    **{colour: f"below-{step}" for step, colour in enumerate(palette.BELOW)},
    **{colour: f"above-{step}" for step, colour in enumerate(palette.ABOVE)},
}


def render_html(document: Document, drawer: ChartDrawer) -> bytes:
    """Return the page; the same document gives the same bytes."""
    require_glyphs(document)
    layout = Layout(document)
    style = _style(layout.page_pattern(), document.title)
    anchors = _Anchors()
    drawings = {
        block.id: _inline(drawer.svg(block.spec, document.language), block)
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Chart)
    }
    page = _environment().get_template("briefing.html.j2")
    text = page.render(
        doc=view(document, layout),
        style=Markup(style),
        policy=_policy(style),
        drawings=drawings,
        anchor=anchors.next,
        explain=EXPLAIN,
    )
    return text.encode()


class _Anchors:
    """Gives each printed figure its own id: a fact may stand in a document many times."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def next(self, fact_id: str) -> str:
        self._seen[fact_id] += 1
        count = self._seen[fact_id]
        return f"fact-{fact_id}" if count == 1 else f"fact-{fact_id}--{count}"


def _policy(style: str) -> str:
    """Nothing from outside and no script; the one style sheet is known by its hash."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:; img-src data:"


def _inline(svg: str, chart: Chart) -> Markup:
    """Make the drawing part of the page: named, described, scalable, its ids its own."""
    width, height = size_of(svg)
    inside = re.sub(r"^.*?<svg[^>]*>", "", svg, count=1, flags=re.DOTALL)
    stem = f"chart-{escape(chart.id)}"
    inside = re.sub(r'\bid="([^"]+)"', rf'id="{stem}-\1"', inside)
    inside = re.sub(r"url\(#([^)]+)\)", rf"url(#{stem}-\1)", inside)
    # The policy allows no style attributes, and the page styles the drawing itself.
    inside = re.sub(r'\sstyle="[^"]*"', "", inside)
    return Markup(
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" class="drawing" '
        f'viewBox="0 0 {width:g} {height:g}" '
        f'aria-labelledby="{stem}-title" aria-describedby="{stem}-desc">'
        f'<title id="{stem}-title">{escape(chart.caption)}</title>'
        f'<desc id="{stem}-desc">{escape(chart.alternative)}</desc>{inside}'
    )


def _style(page: tuple[str, str, str], title: str) -> str:
    before, between, after = (_css_string(part) for part in page)
    footer = (
        f"@page {{ @bottom-right {{ content: {before} counter(page) {between} "
        f"counter(pages) {after}; }} @top-left {{ content: {_css_string(title)}; }} }}\n"
    )
    return _sheet() + footer


@cache
def _sheet() -> str:
    """The style sheet with the fonts inside it and the colours from the palette."""
    # A chart is drawn in the light colours, and each gives way to the page's own.
    drawn = "".join(
        f'.drawing [{part}="{colour}"]{{{part}:var(--{name})}}'
        for colour, name in _NAMES.items()
        for part in ("fill", "stroke")
    )
    light = {name: colour for colour, name in _NAMES.items()}
    dark = {name: palette.DARK[colour] for colour, name in _NAMES.items()}
    return f"{colours_sheet(light, dark)}{drawn}\n" + (TEMPLATES / "briefing.css").read_text(
        encoding="utf-8"
    )


def _css_string(text: str) -> str:
    """Quote for CSS; `<` too, because the sheet stands inside a page."""
    safe = "".join(c if c.isalnum() or c in " .,-/" else f"\\{ord(c):x} " for c in text)
    return f'"{safe}"'


@cache
def _environment() -> jinja2.Environment:
    environment = page_environment(TEMPLATES)
    environment.filters["one_line"] = _one_line
    return environment


_SHORT = 26


def _one_line(cell: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a cell is short enough to stay on one line: a period, a day, a stage."""
    return len("".join(run["text"] for run in cell)) <= _SHORT
