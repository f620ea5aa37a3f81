"""Figures computed from the registers of a store, and what was declared of the same things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, partial
from typing import TYPE_CHECKING

from esep.app.registers import has_registers, open_registers
from esep.app.workspace import Workspace
from esep.errors import BadRequest, NotFound
from esep.settings import read_settings

if TYPE_CHECKING:
    from esep.catalog import Catalog
    from esep.facts.counted import CountedFacts
    from esep.facts.declared import DeclaredFacts
    from esep.facts.lineage import Lookup
    from esep.model.fact import Fact
    from esep.model.period import Period
    from esep.model.register import Card, Change, Register
    from esep.tracking.roll_ups import Sum


@dataclass(frozen=True, slots=True)
class Total:
    """A computed figure beside the newest declared one of the same indicator and region."""

    register: Register
    fact: Fact
    total: Sum
    declared: Fact | None

    @property
    def missing(self) -> Decimal | None:
        """How much of what was declared the register does not hold; negative where it has more."""
        return None if self.declared is None else self.declared.value - self.fact.value

    @property
    def remark(self) -> str:
        """`declared 207 on 2024-06-14, the register holds 196 cards: 11 missing`."""
        if self.declared is None or self.missing is None:
            return ""
        scale, unit = self.fact.unit.scale, self.fact.unit.code
        said = (
            f"declared {self.declared.value.scaleb(-scale).normalize():f} {unit} "
            f"on {self.declared.said_on}"
        )
        holds = f"the register holds {self.fact.in_unit:f} {unit} ({len(self.total.cards)} cards)"
        gap = abs(self.missing).scaleb(-scale).normalize()
        if not gap:
            return f"{said}, {holds}: as declared"
        return f"{said}, {holds}: {gap:f} {'missing' if self.missing > 0 else 'more than declared'}"


def totals(
    workspace: Workspace, *, on: date, region: str = "", indicator: str = "", by: str = ""
) -> tuple[Total, ...]:
    """Every roll-up of the pack's registers on a day, with what was declared by then.

    Split `by` a field, the registers that have it are told part by part. What rests on made-up
    cards, and what is only a part, is never held against what was declared.
    """
    from esep.app.facts import declared_facts

    declared = declared_facts(workspace, as_of=on)
    found = []
    for register, each in _sums(workspace, on, _split_by(workspace.catalog, by)):
        if region and each.region != region:
            continue
        if indicator and each.roll_up.indicator != indicator:
            continue
        fact = _fact(workspace.catalog, register, each, on)
        said = None if each.synthetic or by else _declared(declared, fact, on)
        found.append(Total(register, fact, each, said))
    return tuple(found)


def _declared(declared: DeclaredFacts, fact: Fact, on: date) -> Fact | None:
    """The newest statement of the same thing: of the same year, or of no year but a state."""
    assert fact.period is not None
    return next(
        (
            other
            for other in declared.about(fact.indicator)
            if other.region == fact.region
            and other.comparison == fact.comparison
            and (other.said_on or date.max) <= on
            and (fact.period.is_point or other.period == fact.period)
        ),
        None,
    )


def counted_facts(workspace: Workspace, *, on: date) -> CountedFacts:
    """What the registers add up to on a day, by stage too; nothing where the store keeps none."""
    from esep.facts.counted import CountedFacts, Part

    if not has_registers(workspace):
        return CountedFacts()
    catalog = workspace.catalog
    facts: list[Fact] = []
    parts: list[Part] = []
    for register, each in _sums(workspace, on, lambda register: ["", register.stage_field]):
        fact = _fact(catalog, register, each, on)
        if not each.split:
            facts.append(fact)
        elif (stage := register.stages.get(each.part)) is not None:
            order = [*register.stages].index(each.part)
            parts.append(Part(fact, stage.id, stage.names, order))
    return CountedFacts(facts, parts, card_lookup(workspace))


def is_counted(catalog: Catalog, indicator: str) -> bool:
    """Whether a register adds an indicator up."""
    return any(
        each.indicator == indicator
        for register in catalog.registers.values()
        for each in register.roll_ups
    )


def find_total(workspace: Workspace, fact_id: str) -> tuple[Fact, Lookup] | None:
    """The roll-up that an id names, and its cards.

    `cards:INDICATOR:REGION:PERIOD@DAY`; a part has `:FIELD=VALUE` before the day, and of made-up
    cards the id begins with `made-up`.
    """
    body, _, day = fact_id.rpartition("@")
    try:
        _, indicator, region, _, *rest = body.split(":", 4)
        on = date.fromisoformat(day)
    except ValueError:
        return None
    by = rest[0].partition("=")[0] if rest else ""
    try:
        told = totals(workspace, on=on, region=region, indicator=indicator, by=by)
    except BadRequest:
        return None  # no register can be split so
    return next(
        ((each.fact, card_lookup(workspace)) for each in told if each.fact.id == fact_id), None
    )


def find_counted(
    workspace: Workspace, indicator: str, region: str, period: Period
) -> tuple[tuple[Fact, ...], Lookup] | None:
    """The sums of an indicator in a period, a day or a year; None where no register has one."""
    if not is_counted(workspace.catalog, indicator) or not has_registers(workspace):
        return None
    on = period.end if period.is_point else read_settings().today
    told = totals(workspace, on=on, region=region, indicator=indicator)
    facts = tuple(each.fact for each in told if each.fact.period == period)
    return (facts, card_lookup(workspace)) if facts else None


def _sums(
    workspace: Workspace, on: date, splits: Callable[[Register], Iterable[str]]
) -> Iterator[tuple[Register, Sum]]:
    """The sums of each register, split by each of the fields named; an empty name is the whole."""
    from esep.tracking.roll_ups import roll_up

    regions = workspace.catalog.regions

    @cache
    def above(region: str) -> tuple[str, ...]:
        """What it lay in on the day; a region that came later lies where it does now."""
        found = []
        while region:
            found.append(region)
            try:
                version = regions.at(region, on)
            except NotFound:
                version = regions.latest(region)
            region = version.parent
        return tuple(found)

    with closing(open_registers(workspace)) as registers:
        for register in workspace.catalog.registers.values():
            fields = [*dict.fromkeys(splits(register))] if register.roll_ups else []
            if not fields:
                continue
            cards = registers.cards(register.id, on=on)
            for by in fields:
                told = roll_up(register, cards, on, above=above, by=by)
                yield from ((register, each) for each in told)


def _split_by(catalog: Catalog, by: str) -> Callable[[Register], Iterable[str]]:
    """Which registers can be split by a field; BadRequest where none can."""
    from esep.tracking.roll_ups import SPLITS

    if not by:
        return lambda register: [""]
    fields = {
        (register.id, field.id)
        for register in catalog.registers.values()
        for field in register.fields.values()
        if register.roll_ups and field.kind in SPLITS and field.id != register.title
    }
    known = sorted({field for _, field in fields})
    if by not in known:
        raise BadRequest(f"no register can be split by '{by}'", hint=f"by: {', '.join(known)}")
    return lambda register: [by] if (register.id, by) in fields else []


def _fact(catalog: Catalog, register: Register, each: Sum, on: date) -> Fact:
    from esep.tracking.roll_ups import fact_of

    return fact_of(each, register, catalog.indicators[each.roll_up.indicator], on)


def card_lookup(workspace: Workspace) -> Lookup:
    """Cards by their ids; the log of a register is read once, when the first is asked for."""

    @cache
    def logs(register: str) -> dict[str, list[Change]]:
        found: dict[str, list[Change]] = {}
        with closing(open_registers(workspace)) as registers:
            for change in registers.changes(register):
                found.setdefault(change.card, []).append(change)
        return found

    return partial(_card, workspace.catalog, logs)


def _card(
    catalog: Catalog, logs: Callable[[str], Mapping[str, Sequence[Change]]], id: str
) -> Fact | None:
    from esep.model.unit import ScaledUnit
    from esep.store.registers import fold_changes
    from esep.tracking.roll_ups import fact_of_card

    body, _, version = id.rpartition("@")
    kind, _, rest = body.partition(":")
    name, _, rest = rest.partition(":")
    card_id, _, field = rest.rpartition(":")
    if kind != "card" or name not in catalog.registers:
        return None
    register = catalog.registers[name]
    log = [each for each in logs(name).get(card_id, ()) if each.version <= int(version)]
    card = fold_changes(log)
    if card is None:
        return None
    written = next((each for each in reversed(log) if field in each.values), log[0])
    unit = ScaledUnit(_unit(catalog, register, card, field))
    return fact_of_card(register, card, field, written=written, unit=unit)


def _unit(catalog: Catalog, register: Register, card: Card, field: str) -> str:
    """What a field is counted in: its own unit, or the currency that the card names."""
    told = register.fields.get(field)
    if told is None:
        return "count"
    named = (card.text(each) for each in told.needs)
    return told.unit or next((each for each in named if each in catalog.units), "count")
