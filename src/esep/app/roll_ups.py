"""Figures computed from the registers of a store, and what was declared of the same things."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from esep.app.registers import open_registers
from esep.app.workspace import Workspace

if TYPE_CHECKING:
    from esep.facts.lineage import Lookup
    from esep.model.fact import Fact
    from esep.model.register import Register
    from esep.store.registers import Registers
    from esep.tracking.roll_ups import Sum


@dataclass(frozen=True, slots=True)
class Total:
    """A computed figure beside the newest declared one of the same indicator and region."""

    fact: Fact
    total: Sum
    declared: Fact | None

    @property
    def missing(self) -> Decimal | None:
        """How much of what was declared the register does not hold; negative where it has more."""
        return None if self.declared is None else self.declared.value - self.fact.value


def totals(
    workspace: Workspace, *, on: date, region: str = "", indicator: str = ""
) -> tuple[Total, ...]:
    """Every roll-up of the pack's registers on a day, with what was declared by then."""
    from esep.app.facts import declared_facts

    declared = declared_facts(workspace, as_of=on)
    found = []
    with closing(open_registers(workspace)) as registers:
        for register, each in _sums(workspace, registers, on):
            if region and each.region != region:
                continue
            if indicator and each.roll_up.indicator != indicator:
                continue
            fact = _fact(workspace, register, each, on)
            said = [
                other
                for other in declared.about(fact.indicator)
                if other.region == fact.region
                and other.comparison == fact.comparison
                and (other.said_on or date.max) <= on
                and (not each.roll_up.year_of or other.period == fact.period)
            ]
            found.append(Total(fact, each, said[0] if said else None))
    return tuple(found)


def find_total(workspace: Workspace, fact_id: str) -> tuple[Fact, Lookup] | None:
    """The roll-up a `cards:INDICATOR:REGION:PERIOD@DAY` id names, and its cards."""
    body, _, day = fact_id.rpartition("@")
    try:
        _, indicator, region, _ = body.split(":")
        on = date.fromisoformat(day)
    except ValueError:
        return None
    for each in totals(workspace, on=on, region=region, indicator=indicator):
        if each.fact.id == fact_id:
            return each.fact, partial(_card, workspace, each.fact.unit.unit_id)
    return None


def _sums(workspace: Workspace, registers: Registers, on: date) -> Iterator[tuple[Register, Sum]]:
    from esep.tracking.roll_ups import roll_up

    def above(region: str) -> Iterator[str]:
        while region:
            yield region
            region = workspace.catalog.regions.latest(region).parent

    for register in workspace.catalog.registers.values():
        if not register.roll_ups:
            continue
        cards = registers.cards(register.id, on=on)
        yield from ((register, each) for each in roll_up(register, cards, on, above=above))


def _fact(workspace: Workspace, register: Register, each: Sum, on: date) -> Fact:
    from esep.tracking.roll_ups import fact_of

    return fact_of(each, register, workspace.catalog.indicators[each.roll_up.indicator], on)


def _card(workspace: Workspace, unit: str, id: str) -> Fact | None:
    from esep.model.unit import ScaledUnit
    from esep.store.registers import fold_changes
    from esep.tracking.roll_ups import fact_of_card

    body, _, version = id.rpartition("@")
    kind, _, rest = body.partition(":")
    name, _, rest = rest.partition(":")
    card_id, _, field = rest.rpartition(":")
    if kind != "card" or name not in workspace.catalog.registers:
        return None
    register = workspace.catalog.registers[name]
    with closing(open_registers(workspace)) as registers:
        log = [each for each in registers.history(name, card_id) if each.version <= int(version)]
    card = fold_changes(log)
    if card is None:
        return None
    written = next((each for each in reversed(log) if field in each.values), log[0])
    return fact_of_card(register, card, field, origin=written.origin, unit=ScaledUnit(unit))
