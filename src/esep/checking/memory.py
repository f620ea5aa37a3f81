"""Which statements does a text leave for later texts to be held against?"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from esep.model.claim import Checked, Claim, Finding

COLUMNS = (
    *("id", "said_on", "source", "region", "topic", "label", "period", "value", "unit"),
    *("comparison", "planned", "hedge", "direction", "indicator"),
)
"""Of the reported-figures file, as `esep load` reads it."""

_UNSCALED = ("other", "year")
_LABEL = 160
"""Letters of a clause that are kept: enough to know the figure again."""


def reported_figures(checked: Checked, *, source: str) -> bytes:
    """The claims of a text as a file of reported figures; `source` is where it was said.

    What was found of a claim plays no part: it was said, right or wrong.
    """
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_rows(checked, source))
    return file.getvalue().encode()


def source_of(text: str) -> str:
    """What a text without an address is known by, so that it never speaks for itself."""
    return f"text:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _rows(checked: Checked, source: str) -> Iterator[dict[str, str]]:
    claims = (each.claim for each in checked.figures if each.finding is not Finding.NOT_A_CLAIM)
    stem = re.sub(r"\W+", "-", f"{checked.name} {checked.day}").strip("-").lower()
    for number, claim in enumerate(claims, 1):
        if not (claim.region or claim.region_name):
            continue  # said of no place, it can speak for none
        yield _row(claim, f"{stem}-{number:03}", checked.day, source)


def _row(claim: Claim, id: str, day: str, source: str) -> dict[str, str]:
    quantity = claim.quantity
    # The precision is told by the digits: "3.7" in trillion, not 3 700 000 000 000.
    scale = 0 if quantity.unit in _UNSCALED else quantity.written.scale
    digits = Decimal(1).scaleb(min(0, quantity.quantum.adjusted() - scale))
    value = quantity.number.scaleb(-scale).quantize(digits)
    return dict(
        zip(
            COLUMNS,
            (
                id,
                day,
                source,
                claim.region or claim.region_name,
                claim.topic,
                _label(claim),
                claim.period.code if claim.period else "",
                _plain(value),
                f"{quantity.unit}:{scale}" if scale else quantity.unit,
                claim.comparison,
                "true" if claim.planned else "false",
                quantity.hedge.side.value if quantity.hedge else "",
                quantity.direction.value if quantity.direction else "",
                claim.indicator,
            ),
            strict=True,
        )
    )


def _label(claim: Claim) -> str:
    """The clause, else what is counted: a figure without any words could never be found."""
    for text in (claim.label, claim.quantity.unit_text, claim.quantity.text):
        if words := " ".join(text.split()):
            return words[:_LABEL]
    return claim.quantity.unit


def _plain(value: Decimal) -> str:
    return format(value if value else abs(value), "f")
