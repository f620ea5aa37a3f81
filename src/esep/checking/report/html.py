"""How does the answer to a check become one page, with every figure of the text marked?"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from esep.checking.report.entries import ORDER, Entry, Report
from esep.checking.report.marked import marked_blocks
from esep.checking.report.words import SIGNS
from esep.look import palette
from esep.look.page import colours_sheet, page_environment
from esep.model.claim import Finding

TEMPLATES = Path(__file__).parent / "templates"

# Each pair is readable on paper and on its own ground, and differs for every kind of sight.
_COLOURS = {
    "paper": (palette.PAPER, palette.DARK[palette.PAPER]),
    "ink": (palette.INK, palette.DARK[palette.INK]),
    "muted": (palette.MUTED, palette.DARK[palette.MUTED]),
    "rule": (palette.RULE, palette.DARK[palette.RULE]),
    "faint": (palette.FAINT, palette.DARK[palette.FAINT]),
    "accent": (palette.ACCENT, palette.DARK[palette.ACCENT]),
    "contradicted": (palette.WARNING, palette.DARK[palette.WARNING]),
    "contradicted-faint": (palette.WARNING_FAINT, palette.DARK[palette.WARNING_FAINT]),
    "superseded": ("#6b3fa0", "#c3a6ee"),
    "superseded-faint": ("#f3eefa", "#2b2140"),
    "supported": (palette.ACCENT, palette.DARK[palette.ACCENT]),
    "supported-faint": (palette.ACCENT_FAINT, palette.DARK[palette.ACCENT_FAINT]),
    "no-data": (palette.MUTED, palette.DARK[palette.MUTED]),
    "no-data-faint": (palette.FAINT, palette.DARK[palette.FAINT]),
}


def render_html(report: Report) -> bytes:
    """Return the page; the same check gives the same bytes."""
    sheet = style()
    page = environment().get_template("check.html.j2")
    text = page.render(
        report=report,
        words=report.words,
        blocks=marked_blocks(report.read, report.entries),
        order=ORDER,
        signs=SIGNS,
        hidden=Finding.NOT_A_CLAIM,
        tip=_tip,
        style=Markup(sheet),
        policy=policy(sheet),
    )
    return text.encode()


def _tip(entry: Entry, expected: str) -> str:
    """What is seen beside a figure that is pointed at."""
    put = f"{expected}: {entry.expected}" if entry.expected else ""
    told = (f"{entry.sign} {entry.verdict}", put, entry.explanation or entry.frame)
    return "\n".join(part for part in told if part)


def policy(sheet: str) -> str:
    """Nothing from outside and no script; the one style sheet is known by its hash."""
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; font-src data:"


@cache
def style() -> str:
    light, dark = ({name: pair[which] for name, pair in _COLOURS.items()} for which in (0, 1))
    # A verdict that is switched off loses its marks in the text and its part of the list.
    hiding = "".join(
        f":root:has(#show-{finding.value}:not(:checked)) .note-group.{finding.value}"
        "{display:none}"
        f":root:has(#show-{finding.value}:not(:checked)) .figure.{finding.value}"
        "{all:unset}"
        f":root:has(#show-{finding.value}:not(:checked)) .figure.{finding.value} .sign,"
        f":root:has(#show-{finding.value}:not(:checked)) .figure.{finding.value}::after"
        "{display:none}"
        for finding in ORDER
    )
    return (
        colours_sheet(light, dark)
        + (TEMPLATES / "check.css").read_text(encoding="utf-8")
        + f"@media screen{{{hiding}}}\n"
    )


@cache
def environment() -> jinja2.Environment:
    return page_environment(TEMPLATES)
