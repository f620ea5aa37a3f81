"""Is a measure where it should be by now? Against the path for the same day, not the last goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from esep.errors import BadRequest
from esep.model.control import Colour
from esep.model.indicator import Direction


@dataclass(frozen=True, slots=True)
class Trajectory:
    """Values to be reached by days, in time order; between two days the path is straight."""

    points: tuple[tuple[date, Decimal], ...]

    @classmethod
    def of(cls, points: Mapping[date, Decimal]) -> Trajectory:
        return cls(tuple(sorted(points.items())))

    @classmethod
    def read(cls, written: Sequence[str]) -> Trajectory:
        """Read `2024-12-31=120` entries; raise BadRequest for anything else."""
        points: dict[date, Decimal] = {}
        for each in written:
            day, mark, value = each.partition("=")
            try:
                points[date.fromisoformat(day.strip())] = Decimal(value.strip())
            except (ValueError, InvalidOperation):
                mark = ""
            if not mark:
                raise BadRequest(
                    f"'{each}' is no point of a trajectory",
                    hint="write a day and the value to be reached by it: 2024-12-31=120",
                )
        return cls.of(points)

    def at(self, day: date) -> Decimal | None:
        """The value due on a day; None before the path begins, its last value after the end."""
        before = [point for point in self.points if point[0] <= day]
        after = [point for point in self.points if point[0] > day]
        if not before:
            return None
        (start, low) = before[-1]
        if not after:
            return low
        (end, high) = after[0]
        return low + (high - low) * Decimal((day - start).days) / Decimal((end - start).days)


def colour_of(
    actual: Decimal | None, due: Decimal, direction: Direction, *, amber_percent: int
) -> Colour:
    """The colour the figures give. What is not known is red: silence is no progress."""
    if actual is None:
        return Colour.RED
    short = due - actual if direction is not Direction.DOWN else actual - due
    if short <= 0:
        return Colour.GREEN
    return Colour.AMBER if short * 100 <= abs(due) * amber_percent else Colour.RED
