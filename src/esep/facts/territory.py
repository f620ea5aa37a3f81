"""Facts that the register of regions itself supports: how many districts and cities there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol

from esep.model.fact import Cell, Comparison, Fact
from esep.model.observation import EstimateStage, Place
from esep.model.period import Period
from esep.model.region import RegionVersion
from esep.model.unit import ScaledUnit


class Regions(Protocol):
    """What is asked of a register of regions."""

    def at(self, code: str, day: date) -> RegionVersion: ...

    def children(self, code: str, day: date) -> Iterable[RegionVersion]: ...


def subdivisions(
    region: RegionVersion,
    children: Iterable[RegionVersion],
    *,
    on: date,
    pack: str,
    units: Collection[str],
) -> tuple[tuple[str, Fact], ...]:
    """How many units of each kind a region has on a day, the commonest kind first.

    A kind that the pack also has as a unit is counted in it ("9 districts").
    """
    children = sorted(children, key=lambda child: child.id)
    counted = Counter(child.kind for child in children)
    return tuple(
        (
            kind,
            Fact(
                id=f"register:{kind}:{region.code}:{on.isoformat()}",
                indicator="",
                region=region.code,
                region_version=region.id,
                period=Period.point(on),
                comparison=Comparison.LEVEL,
                value=Decimal(number),
                unit=_unit(kind, units),
                decimals=0,
                stage=EstimateStage.ADMINISTRATIVE,
                vintage=on,
                cell=Cell(
                    f"{pack} register of regions",
                    Place("regions"),
                    str(number),
                    _unit(kind, units),
                    on,
                ),
                label=f"number of units of the kind '{kind}'",
                # The register's own rows: what is counted can be read there one by one.
                formula=f"rows of kind '{kind}' with parent {region.code} on {on.isoformat()}: "
                + ", ".join(child.id for child in children if child.kind == kind),
            ),
        )
        for kind, number in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    )


def _unit(kind: str, units: Collection[str]) -> ScaledUnit:
    return ScaledUnit(kind if kind in units else "count")


def named_subdivision(
    fact_id: str, regions: Regions, *, pack: str, units: Collection[str]
) -> Fact | None:
    """The count a `register:KIND:REGION:DATE` id names, or None."""
    try:
        _, _, code, day = fact_id.split(":")
        on = date.fromisoformat(day)
    except ValueError:
        return None
    children = regions.children(code, on)
    counts = subdivisions(regions.at(code, on), children, on=on, pack=pack, units=units)
    return next((fact for _, fact in counts if fact.id == fact_id), None)
