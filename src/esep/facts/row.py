"""One computed row of the engine, as the facts about one value read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from typing import Any

from esep.indicators.areas import MARK
from esep.model.fact import Cell
from esep.model.observation import EstimateStage, Place
from esep.model.period import Period
from esep.model.unit import ScaledUnit

SIGNIFICANT = Context(prec=12)
"""Digits kept of a computed number: past these, sums of floats differ between engines."""


def to_decimal(number: float) -> Decimal:
    return SIGNIFICANT.create_decimal_from_float(number).normalize(SIGNIFICANT)


@dataclass(frozen=True, slots=True)
class ValueRow:
    """A value of a region and period with every comparison the engine made of it."""

    columns: Mapping[str, Any]
    hidden: str = ""
    """Why the value must not be shown to anybody; empty where it may be."""

    def __getitem__(self, name: str) -> Any:
        return self.columns[name]

    @property
    def period(self) -> Period:
        return Period.parse(self["period"])

    @property
    def is_published(self) -> bool:
        """Whether the value was read from a cell; otherwise it was derived from others."""
        return bool(self["printed"])

    @property
    def value(self) -> Decimal:
        """In base units: exactly as written if published."""
        if (cell := self.cell) is not None:
            return value_of(cell)
        return to_decimal(self["value"])

    @property
    def published_at(self) -> date:
        day: date = self["published_at"]
        return day

    @property
    def stage(self) -> EstimateStage:
        return EstimateStage(self["stage"])

    @property
    def cell(self) -> Cell | None:
        return self.cell_of("") if self.is_published else None

    def cell_of(self, prefix: str) -> Cell:
        """The cell kept under `<prefix>file`, `<prefix>row` and so on."""
        place = Place(*(self[prefix + name] for name in ("file", "sheet", "row", "column")))
        return Cell(
            self[f"{prefix}release_id"],
            place,
            self[f"{prefix}printed"],
            ScaledUnit.parse(self[f"{prefix}unit"]),
            self[f"{prefix}published_at"],
        )

    @property
    def region(self) -> str:
        """A code, or the codes of today that together make the territory: `KZ-19+KZ-33`."""
        return str(self["region"]).partition(MARK)[0]

    @property
    def made_by(self) -> str:
        """How the value came onto its territory; empty where it was published on it."""
        return str(self.columns.get("made_by") or "")

    @property
    def span_of(self) -> str:
        """The periods whose difference or sum the value is; empty where it was published."""
        return str(self.columns.get("span_of") or "")

    @property
    def is_recompiled(self) -> bool:
        """Whether the source put it on borders that came into force after its period."""
        return self.borders_since > self.period.end

    @property
    def borders_since(self) -> date:
        """The day its territory came to be; the first of all days where it always was."""
        since = str(self["territory"]).partition("@")[2]
        return date.fromisoformat(since) if since[:1].isdigit() else date.min

    @property
    def region_label(self) -> str:
        """The region as fact ids name it: `KZ-19`, or `KZ-19~origin` for unusual borders."""
        if self["usual"]:
            return str(self["region"])
        return str(self["region_version"]).replace("@", "~")


def value_of(cell: Cell) -> Decimal:
    """The cell's value in base units, exactly as written."""
    return Decimal(cell.printed) * cell.unit.factor


def quantum_of(cell: Cell) -> Decimal:
    """Size of the last digit the source wrote, in base units."""
    exponent = Decimal(cell.printed).as_tuple().exponent
    assert isinstance(exponent, int)
    return Decimal(1).scaleb(exponent) * cell.unit.factor
