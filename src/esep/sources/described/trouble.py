"""Which surprises does a table hold? The same one in a whole row or column is told once."""

from __future__ import annotations

from dataclasses import dataclass, field

from esep.model.issue import Issue, Severity
from esep.model.observation import Place
from esep.sources.surprise import Surprise


@dataclass(slots=True)
class _Told:
    first: Surprise
    row: int
    figures: int = 0
    more: int = 0


@dataclass(slots=True)
class Troubles:
    """Collects what was not understood by the cell that is to blame for it."""

    _told: dict[tuple[str, Place], _Told] = field(default_factory=dict)

    def add(self, surprise: Surprise, place: Place, row: int, *, figures: int = 1) -> None:
        """`row` is the row of the grid that is shown with it."""
        told = self._told.setdefault((surprise.code, place), _Told(surprise, row))
        told.figures += figures
        told.more += told.first.found != surprise.found

    def issues(self, row_text: dict[int, str]) -> list[Issue]:
        return [
            Issue(
                code=code,
                severity=told.first.severity,
                place=place,
                found=_found(told),
                expected=told.first.expected,
                hint=told.first.hint,
                row_text=row_text.get(told.row, ""),
            )
            for (code, place), told in self._told.items()
        ]

    def rows(self) -> set[int]:
        return {told.row for told in self._told.values()}

    @property
    def set_aside(self) -> int:
        """Figures that were set aside."""
        return sum(
            told.figures
            for told in self._told.values()
            if told.first.severity is Severity.SET_ASIDE
        )


def _found(told: _Told) -> str:
    if told.figures <= 1 or told.first.severity is not Severity.SET_ASIDE:
        return told.first.found
    others = ", not the same in all" if told.more else ""
    return f"{told.first.found} ({told.figures} figures{others})"
