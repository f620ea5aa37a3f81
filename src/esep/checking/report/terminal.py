"""How does the answer to a check read in a terminal?"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from esep.checking.report.entries import Entry, Report, shown
from esep.model.claim import Finding

_COLOURS = {
    Finding.CONTRADICTED: "31;1",
    Finding.SUPERSEDED: "35;1",
    Finding.SUPPORTED: "32",
    Finding.NO_DATA: "33",
    Finding.NOT_A_CLAIM: "2",
}
_BOLD, _DIM = "1", "2"
_LONGEST_FIGURE = 32
_WIDEST = 110


def terminal_text(report: Report, *, width: int | None, colour: bool) -> str:
    """The summary, then what asks for a change, then the other figures, a line each.

    Without a width nothing is cut: the next program wants whole lines.
    """
    return "\n".join(_Screen(report, width, colour).lines()) + "\n"


class _Screen:
    def __init__(self, report: Report, width: int | None, colour: bool) -> None:
        self.report = report
        self.width = min(max(width or _WIDEST, 40), _WIDEST)
        self.cut = width is not None
        self.colour = colour

    def lines(self) -> Iterator[str]:
        report, said = self.report, self.report.words
        facts = " · ".join(value for _, value in report.facts)
        yield from self._wrapped(f"{self._in(_BOLD, shown(report.checked.name))}  {facts}", "")
        if not report.entries:
            yield said.nothing
            return
        total = f"{len(report.entries)} {said.figures}:"
        told = [
            self._in(_COLOURS[finding], f"{report.words.verdicts[finding]} {count}")
            for finding, count in report.counts
            if count
        ]
        yield f"{total} {', '.join(told)}"
        for finding, entries in report.grouped:
            if finding in (Finding.CONTRADICTED, Finding.SUPERSEDED):
                for entry in entries:
                    yield ""
                    yield from self._finding(entry)
        yield from self._consistency()
        if not any(each.is_finding for each in report.entries) and not report.checked.consistency:
            yield ""
            yield said.no_findings
        rest = [
            each
            for finding, entries in report.grouped
            for each in entries
            if finding in (Finding.NO_DATA, Finding.SUPPORTED)
        ]
        if rest:
            yield ""
            yield from self._others(sorted(rest, key=lambda each: each.number))

    def _finding(self, entry: Entry) -> Iterator[str]:
        said = self.report.words
        mark = self._in(_COLOURS[entry.finding], f"{entry.sign} {entry.verdict}")
        yield f"{mark}  {self._in(_BOLD, entry.text)}  {self._in(_DIM, entry.where)}"
        yield from self._wrapped(self._context(entry), "  ")
        if entry.frame:
            yield from self._wrapped(entry.frame, "  ")
        if entry.expected:
            yield f"  {said.expected}: {self._in(_BOLD, entry.expected)}"
        yield from self._wrapped(entry.explanation, "  ")
        if entry.evidence:
            yield self._in(_DIM, f"  {said.evidence}: esep explain {entry.evidence[0]}")

    def _consistency(self) -> Iterator[str]:
        for explanation, entries in self.report.consistency():
            figures = ", ".join(f"{each.text} ({each.where})" for each in entries)
            yield ""
            mark = self._in(_COLOURS[Finding.CONTRADICTED], f"× {self.report.words.consistency}")
            yield from self._wrapped(f"{mark}  {figures}", "")
            yield from self._wrapped(explanation, "  ")

    def _others(self, entries: list[Entry]) -> Iterator[str]:
        longest = max(min(len(each.text), _LONGEST_FIGURE) for each in entries)
        place = max(len(each.where) for each in entries)
        for entry in entries:
            head = f"{entry.where:<{place}}  {_cut(entry.text, longest):<{longest}}"
            sign = self._in(_COLOURS[entry.finding], entry.sign)
            told = ". ".join(part for part in (entry.frame, entry.explanation) if part)
            told = told or entry.verdict
            if self.cut:
                told = _cut(told, self.width - len(head) - 4)
            yield f"{sign} {head}  {told}".rstrip()

    def _context(self, entry: Entry) -> str:
        """The words around the figure, on one line."""
        text = self.report.read.text
        passage = self.report.read.passage_at(entry.start)
        low, high = (passage.start, passage.end) if passage else (entry.start, entry.end)
        room = max((self.width - 8 - (entry.end - entry.start)) // 2, 10)
        before, after = shown(text[low : entry.start]), shown(text[entry.end : high])
        if len(before) > room:
            before = "…" + before[-room:].partition(" ")[2]
        if len(after) > room:
            after = after[:room].rpartition(" ")[0] + "…"
        figure = self._in(_COLOURS[entry.finding], entry.text)
        return f"«{before.lstrip()}{figure}{after.rstrip()}»"

    def _wrapped(self, text: str, indent: str) -> Iterator[str]:
        # Colours take no room, so a coloured line may come out a little short.
        yield from textwrap.wrap(
            text,
            self.width,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour and text else text


def _cut(text: str, room: int) -> str:
    text = " ".join(text.split(" "))
    return text if len(text) <= max(room, 8) else text[: max(room, 8) - 1].rstrip() + "…"
