"""What does a check answer to other programs?"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from decimal import Decimal
from typing import Any

from esep.catalog import Catalog
from esep.model.claim import Checked, Claim, Finding, Judged
from esep.model.passage import ReadText
from esep.model.period import Period

FINDINGS = (Finding.CONTRADICTED, Finding.SUPERSEDED)
"""Verdicts that ask for a change of the text."""
_MOST_DIGITS, _LARGEST = 18, 308


def has_findings(checked: Checked) -> bool:
    return bool(checked.consistency) or any(each.finding in FINDINGS for each in checked.figures)


def counts(checked: Checked) -> dict[str, int]:
    """How many figures have each verdict, none left out."""
    found = Counter(each.finding for each in checked.figures)
    return {finding.value: found[finding] for finding in Finding}


def answer(checked: Checked, read: ReadText, catalog: Catalog) -> dict[str, Any]:
    """The whole answer as plain values; offsets are into `document.text`."""
    lines = Lines(read.text)
    return {
        "document": document(checked, read),
        "figures": [figure(each, read, lines, catalog) for each in checked.figures],
        "consistency": [
            {
                "code": each.code,
                "figures": list(each.figures),
                "explanation": each.explanation,
            }
            for each in checked.consistency
        ],
        "summary": {
            "figures": len(checked.figures),
            "claims": len(checked.figures) - counts(checked)[Finding.NOT_A_CLAIM.value],
            **counts(checked),
            "inconsistent": len(checked.consistency),
        },
    }


def document(checked: Checked, read: ReadText) -> dict[str, Any]:
    return {
        "name": checked.name,
        "language": checked.language,
        "region": checked.region or None,
        "day": checked.day,
        "text": read.text,
    }


class Lines:
    """Finds the line and column of an offset."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    def at(self, offset: int) -> tuple[int, int]:
        """Both counted from one."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def plain(value: Decimal) -> int | float | None:
    """A number of JSON; whole where it is whole and no longer than a number is."""
    if value.adjusted() > _MOST_DIGITS:
        return float(value) if value.adjusted() < _LARGEST else None
    return int(value) if value == value.to_integral_value() else float(value)


def figure(judged: Judged, read: ReadText, lines: Lines, catalog: Catalog) -> dict[str, Any]:
    claim = judged.claim
    quantity = claim.quantity
    passage = read.passage_at(quantity.start)
    line, column = lines.at(quantity.start)
    value: object = plain(quantity.number)
    if quantity.upper is not None:
        value = [plain(quantity.number), plain(quantity.upper)]
    expected = judged.expected
    return {
        "start": quantity.start,
        "end": quantity.end,
        "line": line,
        "column": column,
        "place": (passage.place if passage else "") or None,
        "text": quantity.text,
        "value": value,
        "unit": quantity.unit,
        "kind": quantity.kind.value,
        "hedge": quantity.hedge.side.value if quantity.hedge else None,
        "direction": quantity.direction.value if quantity.direction else None,
        "language": claim.language,
        "label": claim.label,
        "topic": _heading(claim, catalog) or None,
        "indicator": claim.indicator or None,
        "candidates": [each.indicator for each in claim.candidates],
        "region": claim.region or None,
        "region_name": claim.region_name or None,
        "period": _period(claim),
        "comparison": claim.comparison or None,
        "planned": claim.planned,
        "verdict": judged.finding.value,
        "reason": judged.reason or quantity.not_claim or None,
        "expected": {"value": plain(expected.value), "text": expected.text} if expected else None,
        "evidence": list(judged.evidence),
        "explanation": judged.explanation or None,
        "notes": list(judged.notes),
    }


def _heading(claim: Claim, catalog: Catalog) -> str:
    """The heading of the agreed list: a pack may divide its indicators further."""
    topic = catalog.topics.get(claim.topic)
    return topic.listed or topic.id if topic else claim.topic


def _period(claim: Claim) -> dict[str, str | None] | None:
    period: Period | None = claim.period
    if period is None:
        return None
    return {
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "kind": period.kind.value,
        "code": period.code,
        "source": claim.period_source.value if claim.period_source else None,
    }
