"""How do two texts of one event stand side by side: in a terminal, as JSON, as a page?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from esep.checking.compare import Compared, Pair
from esep.checking.report.answer import Lines, document, figure
from esep.checking.report.entries import Entry, Report, shown
from esep.checking.report.html import environment, policy, style

_RED, _GREEN, _DIM, _BOLD = "31;1", "32", "2", "1"
_AROUND = 60
"""Letters told on each side of a figure."""


@dataclass(frozen=True)
class Comparison:
    """Two checked texts and what pairs their figures make."""

    left: Report
    right: Report
    compared: Compared

    @property
    def names(self) -> tuple[str, str]:
        return shown(self.left.checked.name), shown(self.right.checked.name)

    def entries(self, pair: Pair) -> tuple[Entry, Entry]:
        return self.left.entries[pair.left], self.right.entries[pair.right]

    def differences(self, pair: Pair) -> str:
        words = self.left.words.differences
        return ", ".join(words.get(each, each) for each in pair.differences)

    def alone(self) -> list[tuple[str, Report, list[Entry]]]:
        """What only one of the texts tells."""
        sides = ((self.left, self.compared.only_left), (self.right, self.compared.only_right))
        return [
            (name, report, [report.entries[place] for place in places])
            for name, (report, places) in zip(self.names, sides, strict=True)
            if places
        ]


def comparison_answer(comparison: Comparison) -> dict[str, Any]:
    """The whole answer as plain values; `left` and `right` are places in the lists of figures."""
    compared = comparison.compared
    return {
        "left": _side(comparison.left),
        "right": _side(comparison.right),
        "disagreements": [_pair(each) for each in compared.disagreements],
        "agreements": [_pair(each) for each in compared.agreements],
        "only_left": list(compared.only_left),
        "only_right": list(compared.only_right),
        "summary": {
            "agreements": len(compared.agreements),
            "disagreements": len(compared.disagreements),
            "only_left": len(compared.only_left),
            "only_right": len(compared.only_right),
        },
    }


def comparison_text(comparison: Comparison, *, colour: bool) -> str:
    """What disagrees with the words around it, then what only one tells, then what agrees."""
    return "\n".join(_lines(comparison, colour)) + "\n"


def comparison_html(comparison: Comparison) -> bytes:
    sheet = style()
    page = environment().get_template("compare.html.j2")
    text = page.render(
        it=comparison,
        words=comparison.left.words,
        around=around,
        style=Markup(sheet),
        policy=policy(sheet),
    )
    return text.encode()


def around(report: Report, entry: Entry) -> tuple[str, str]:
    """The words before and after a figure in its passage."""
    passage = report.read.passage_at(entry.start)
    low, high = (passage.start, passage.end) if passage else (entry.start, entry.end)
    before = shown(report.read.text[low : entry.start]).lstrip()
    after = shown(report.read.text[entry.end : high]).rstrip()
    if len(before) > _AROUND:
        before = "…" + before[-_AROUND:].partition(" ")[2]
    if len(after) > _AROUND:
        after = after[:_AROUND].rpartition(" ")[0] + "…"
    return before, after


def _lines(comparison: Comparison, colour: bool) -> Iterator[str]:
    def tone(code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if colour else text

    said, compared = comparison.left.words, comparison.compared
    left, right = comparison.names
    wide = max(len(left), len(right))
    yield f"{tone(_BOLD, left)} – {tone(_BOLD, right)}"
    counts = [
        f"{said.disagreements}: {len(compared.disagreements)}",
        f"{said.agreements}: {len(compared.agreements)}",
        *(f"{said.only_in.format(name)}: {len(each)}" for name, _, each in comparison.alone()),
    ]
    yield ", ".join(counts)
    if not compared.disagreements:
        yield said.same
    for pair in compared.disagreements:
        yield ""
        yield f"{tone(_RED, '×')} {said.differs}: {comparison.differences(pair)}"
        sides = zip(
            comparison.names,
            (comparison.left, comparison.right),
            comparison.entries(pair),
            strict=True,
        )
        for name, report, entry in sides:
            before, after = around(report, entry)
            where = tone(_DIM, entry.where)
            yield f"  {name:<{wide}}  {where}  «{before}{tone(_RED, entry.text)}{after}»"
    for name, _, entries in comparison.alone():
        yield ""
        yield f"{said.only_in.format(name)}:"
        yield from (f"  {tone(_DIM, each.where)}  {each.text}  {each.frame}" for each in entries)
    if compared.agreements:
        yield ""
        yield f"{said.agreements}:"
        for pair in compared.agreements:
            one, other = comparison.entries(pair)
            yield f"  {tone(_GREEN, '=')} {one.text}  –  {other.text}  {tone(_DIM, one.frame)}"


def _side(report: Report) -> dict[str, Any]:
    lines = Lines(report.read.text)
    figures: Sequence[Any] = report.checked.figures
    return {
        "document": document(report.checked, report.read),
        "figures": [figure(each, report.read, lines, report.catalog) for each in figures],
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "left": pair.left,
        "right": pair.right,
        "differences": list(pair.differences),
        "cause": pair.cause or None,
        "rounded": pair.rounded,
    }
