"""Between which bounds does a written or a known number lie?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

ZERO, HALF, HUNDRED = Decimal(0), Decimal("0.5"), Decimal(100)


@dataclass(frozen=True, slots=True)
class Interval:
    """Both ends included. `value` is the number as printed, somewhere inside."""

    low: Decimal
    value: Decimal
    high: Decimal

    @classmethod
    def around(cls, value: Decimal, quantum: Decimal | None) -> Interval:
        """All numbers that are printed as `value` when the last digit is worth `quantum`."""
        half = (quantum or ZERO) * HALF
        return cls(value - half, value, value + half)

    @property
    def width(self) -> Decimal:
        return self.high - self.low

    @property
    def is_lower_bound(self) -> bool:
        """Whether it was only told that it is over `value`."""
        return self.low == self.value < self.high

    @property
    def is_upper_bound(self) -> bool:
        """Whether it was only told that it is under `value`."""
        return self.low < self.value == self.high

    def meets(self, other: Interval) -> bool:
        """Whether one number can be in both; two rounded numbers that only touch cannot."""
        if self.width and other.width:
            return self.low < other.high and other.low < self.high
        return self.low <= other.high and other.low <= self.high

    def within(self, low: Decimal, high: Decimal) -> bool:
        return low <= self.low and self.high <= high

    def moved(self, by: Decimal) -> Interval:
        return Interval(self.low + by, self.value + by, self.high + by)

    def times(self, factor: Decimal) -> Interval:
        ends = (self.low * factor, self.high * factor)
        return Interval(min(ends), self.value * factor, max(ends))

    def turned(self) -> Interval:
        return Interval(-self.high, -self.value, -self.low)

    @property
    def size(self) -> Interval:
        """Without the sign: what `fell by 4.6 %` writes."""
        if self.low >= 0:
            return self
        if self.high <= 0:
            return self.turned()
        return Interval(ZERO, abs(self.value), max(-self.low, self.high))


def ratio(later: Interval, earlier: Interval) -> Interval | None:
    """Later over earlier, as wide as their roundings make it; None without a positive base."""
    if earlier.low <= 0 or earlier.value <= 0:
        return None
    return Interval(later.low / earlier.high, later.value / earlier.value, later.high / earlier.low)


def growth(later: Interval, earlier: Interval) -> Interval | None:
    """Per cent by which the later is more than the earlier."""
    factor = ratio(later, earlier)
    return None if factor is None else factor.times(HUNDRED).moved(-HUNDRED)
