"""What do branches and their weights make of a composite, and what does each add?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal


def weighted_mean(branches: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """sum(w x I) / sum(w), of weights (value added of the base year) and indices."""
    total = sum((weight for weight, _ in branches), Decimal(0))
    return sum((weight * index for weight, index in branches), Decimal(0)) / total


def contribution_of(weight: Decimal, index: Decimal, weights: Iterable[Decimal]) -> Decimal:
    """Points a branch adds: w / sum(w) x (I - 100); all of them add up to the mean - 100."""
    return weight / sum(weights, Decimal(0)) * (index - 100)
