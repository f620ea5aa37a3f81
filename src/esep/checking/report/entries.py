"""What is told of each figure, whatever the report is written in?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from esep.catalog import Catalog
from esep.checking.report.answer import FINDINGS, Lines, counts, has_findings
from esep.checking.report.words import SIGNS, Words, told_place, words
from esep.errors import NotFound
from esep.language import language
from esep.model.claim import Checked, Finding, Judged
from esep.model.passage import ReadText

ORDER = (
    Finding.CONTRADICTED,
    Finding.SUPERSEDED,
    Finding.NO_DATA,
    Finding.SUPPORTED,
    Finding.NOT_A_CLAIM,
)
"""What asks for a change comes first."""


_UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def shown(text: str) -> str:
    """The text without what could command a terminal or turn the words around it."""
    return _UNSHOWN.sub("", text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure in words for a reader."""

    number: int
    """Its place in the list of figures, from one."""
    start: int
    end: int
    text: str
    finding: Finding
    sign: str
    verdict: str
    where: str
    frame: str
    """What it is taken to be of: indicator, period, region."""
    explanation: str
    expected: str
    evidence: tuple[str, ...]

    @property
    def is_finding(self) -> bool:
        return self.finding in FINDINGS


@dataclass(frozen=True)
class Report:
    """A check with the words of the language it is told in."""

    checked: Checked
    read: ReadText
    catalog: Catalog
    language: str

    @property
    def words(self) -> Words:
        return words(self.language)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        lines = Lines(self.read.text)
        return tuple(
            self._entry(number, judged, lines)
            for number, judged in enumerate(self.checked.figures, start=1)
        )

    @cached_property
    def grouped(self) -> tuple[tuple[Finding, tuple[Entry, ...]], ...]:
        """The figures by verdict, what asks for a change first; no empty group."""
        groups = ((f, tuple(e for e in self.entries if e.finding is f)) for f in ORDER)
        return tuple((finding, entries) for finding, entries in groups if entries)

    @property
    def counts(self) -> tuple[tuple[Finding, int], ...]:
        found = counts(self.checked)
        return tuple((finding, found[finding.value]) for finding in ORDER)

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What the check was told or found of the text as a whole."""
        said = self.words
        day = date.fromisoformat(self.checked.day)
        told = [
            (said.day, language(self.language).date(day)),
            (said.region, self.region_name(self.checked.region)),
            (said.language, said.languages.get(self.checked.language, self.checked.language)),
        ]
        return tuple((name, value) for name, value in told if value)

    @property
    def has_findings(self) -> bool:
        return has_findings(self.checked)

    def summary(self) -> str:
        """`3 contradicted, 5 supported`; only what there is."""
        said = self.words
        return ", ".join(f"{said.verdicts[f]}: {n}" for f, n in self.counts if n)

    def region_name(self, code: str) -> str:
        if not code:
            return ""
        try:
            version = self.catalog.regions.at(code, date.fromisoformat(self.checked.day))
        except NotFound:
            return code
        return version.names.text(self.language)

    def consistency(self) -> Sequence[tuple[str, tuple[Entry, ...]]]:
        return [
            (each.explanation, tuple(self.entries[place] for place in each.figures))
            for each in self.checked.consistency
        ]

    def _entry(self, number: int, judged: Judged, lines: Lines) -> Entry:
        quantity = judged.claim.quantity
        passage = self.read.passage_at(quantity.start)
        line, _ = lines.at(quantity.start)
        place = (passage.place if passage else "") or f"line {line}"
        return Entry(
            number=number,
            start=quantity.start,
            end=quantity.end,
            text=shown(quantity.text),
            finding=judged.finding,
            sign=SIGNS[judged.finding],
            verdict=self.words.verdicts[judged.finding],
            where=told_place(place, self.words),
            frame=self._frame(judged),
            explanation=shown(judged.explanation),
            expected=shown(judged.expected.text) if judged.expected else "",
            evidence=judged.evidence,
        )

    def _frame(self, judged: Judged) -> str:
        claim = judged.claim
        if judged.finding is Finding.NOT_A_CLAIM:
            return ""
        parts = []
        if claim.indicator in self.catalog.indicators:
            parts.append(self.catalog.indicators[claim.indicator].names.short(self.language))
        elif claim.topic in self.catalog.topics:
            parts.append(self.catalog.topics[claim.topic].names.get(self.language))
        if claim.period is not None:
            parts.append(language(self.language).period(claim.period))
        if claim.region:
            parts.append(self.region_name(claim.region))
        if claim.planned:
            parts.append(self.words.planned)
        return " · ".join(part for part in parts if part)
