"""A made-up text with every verdict on it, and the answer a check might give."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from esep.catalog import Catalog, load_catalog
from esep.model.claim import (
    Checked,
    Claim,
    Expected,
    Finding,
    Hedge,
    Inconsistency,
    Judged,
    PeriodSource,
    Quantity,
    QuantityKind,
    Written,
)
from esep.model.passage import Passage, PassageKind, ReadText
from esep.model.period import Period

PACK = Path(__file__).parents[2] / "packs" / "threelands"

LINES = (
    ("date 2024-06-14", PassageKind.NOTE),
    ("Report of River region", PassageKind.TITLE),
    ("In 2023 the product of River region was 5.3 trillion crowns, fifth of 20 regions.", ""),
    ("The economic pulse stood at 107.9% in January–April; 6,3% more shops opened.", ""),
    ("Of 46 cooperatives 53 received loans.", PassageKind.ITEM),
    ("By 2030, 207 projects worth 3.7 trillion crowns <b>are</b> planned & signed.", ""),
)
_MONEY, _PERCENT, _COUNT, _RANK = (
    QuantityKind.MONEY,
    QuantityKind.PERCENT,
    QuantityKind.COUNT,
    QuantityKind.RANK,
)


@cache
def catalog() -> Catalog:
    return load_catalog(PACK)


def read_text() -> ReadText:
    text, passages = "", []
    for line, kind in LINES:
        passages.append(Passage(len(text), len(text) + len(line), PassageKind(kind or "paragraph")))
        text += line + "\n"
    return ReadText("report.txt", text, tuple(passages))


def checked(language: str = "en") -> Checked:
    read = read_text()
    figures = (
        _judged(read, "2024-06-14", 0, QuantityKind.OTHER, "other", Finding.NOT_A_CLAIM, "date"),
        _judged(
            read,
            "5.3 trillion crowns",
            Decimal("5.3e12"),
            _MONEY,
            "CRN",
            Finding.SUPPORTED,
            "rounded",
            explanation="The office published 5,322,132 million crowns for 2023.",
            evidence=("product-TL-RIV-2023",),
            indicator="product",
            period="2023",
        ),
        _judged(
            read,
            "fifth",
            5,
            _RANK,
            "rank",
            Finding.CONTRADICTED,
            "other_period",
            expected=Expected(Decimal(2), "second"),
            explanation="River region was second of 3 regions in 2023; fifth it never was.",
            evidence=("product-TL-RIV-2023-rank", "product-TL-RIV-2022-rank"),
            indicator="product",
            period="2023",
            comparison="rank",
        ),
        _judged(
            read,
            "107.9%",
            Decimal("107.9"),
            _PERCENT,
            "index_percent",
            Finding.SUPERSEDED,
            "earlier_vintage",
            expected=Expected(Decimal("108.1"), "108.1%"),
            explanation="107.9 was published in May 2024 and revised to 108.1 in June.",
            evidence=("pulse-TL-RIV-2024-01/2024-04",),
            indicator="pulse",
            period="2024-01/2024-04",
        ),
        _judged(
            read,
            "6,3%",
            Decimal("6.3"),
            _PERCENT,
            "percent",
            Finding.NO_DATA,
            "no_observation",
            indicator="shops",
            comparison="yoy",
            notes=("The decimal mark is not English.",),
        ),
        _judged(read, "46", 46, _COUNT, "count", Finding.NO_DATA, "no_indicator"),
        _judged(read, "53", 53, _COUNT, "count", Finding.NO_DATA, "no_indicator"),
        _judged(
            read,
            "207 projects",
            207,
            _COUNT,
            "count",
            Finding.SUPPORTED,
            "exact",
            indicator="projects",
            period="2024/2030",
            planned=True,
            hedge=Hedge.OVER,
        ),
        _judged(
            read,
            "3.7 trillion crowns",
            Decimal("3.7e12"),
            _MONEY,
            "CRN",
            Finding.NO_DATA,
            "no_observation",
            indicator="project_cost",
            period="2024/2030",
            planned=True,
        ),
    )
    parts = Inconsistency("part_over_whole", (5, 6), "53 cannot be a part of 46.")
    return Checked("report.txt", read.text, language, "TL-RIV", "2024-06-14", figures, (parts,))


def _judged(
    read: ReadText,
    text: str,
    value: int | Decimal,
    kind: QuantityKind,
    unit: str,
    finding: Finding,
    reason: str,
    *,
    explanation: str = "",
    expected: Expected | None = None,
    evidence: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    indicator: str = "",
    period: str = "",
    comparison: str = "",
    planned: bool = False,
    hedge: Hedge | None = None,
) -> Judged:
    start = read.text.index(text)
    quantity = Quantity(
        start,
        start + len(text),
        text,
        Decimal(value),
        Decimal(1),
        unit,
        kind,
        Written(start, start + len(text), 0, 0),
        hedge=hedge,
        not_claim=reason if finding is Finding.NOT_A_CLAIM else "",
    )
    claim = Claim(
        quantity,
        0,
        "en",
        "the label of the clause",
        topic=indicator and catalog().indicators[indicator].topic,
        indicator=indicator,
        region="TL-RIV",
        region_name="River region",
        period=Period.parse(period) if period else None,
        period_source=PeriodSource.EXPLICIT if period else None,
        comparison=comparison,
        planned=planned,
    )
    return Judged(claim, finding, reason, explanation, expected, evidence, notes)
