"""From how many respondents on may a value be shown, as its publisher rules?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Rules:
    """Rules of a publisher; the law names no thresholds that we could confirm."""

    minimum_count: int = 3
    """Fewer units than this are never shown."""
    dominating_units: int = 1
    """How many of the largest units together must not dominate a cell."""
    dominating_percent: Decimal = Decimal(75)
    """They dominate from this share on."""
    level: int = 2
    """Regions of this level and below are protected: 2 is districts."""
