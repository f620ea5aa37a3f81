"""Instructions of a store: taken over from the pack's meetings, acted on, and their standing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from esep.app.registers import find_card, open_registers
from esep.app.workspace import Workspace
from esep.settings import now, read_settings

if TYPE_CHECKING:
    from esep.facts.book import FactBook
    from esep.model.fact import Fact
    from esep.model.register import Card, Change, Entry
    from esep.model.standing import Standing
    from esep.store.registers import Registers
    from esep.tracking.instructions import Acts

Act = Callable[["Acts"], "Entry"]

ORIGIN = "the pack's registers/meetings.yaml"


def seed_meetings(workspace: Workspace) -> int:
    """Enter the pack's meetings and their instructions that the registers do not have yet.

    What was entered before is never touched: people may have completed it since. Returns how
    many cards are new.
    """
    from esep.tracking.instructions.seeds import seed_entries

    catalog = workspace.catalog
    if not {"meetings", "instructions"} <= catalog.registers.keys():
        return 0
    with closing(open_registers(workspace)) as registers:
        known = {
            (name, card.id)
            for name in ("meetings", "instructions")
            for card in registers.cards(name)
        }
        entries = [
            entry
            for entry in seed_entries(catalog, origin=ORIGIN)
            if (entry.register, entry.card) not in known
        ]
        if entries:
            registers.append(entries, who="esep init", at=now())
        return len(entries)


def act_on(
    workspace: Workspace, id: str, act: Act, *, on: date, who: str, dry_run: bool = False
) -> tuple[Entry, Standing | None]:
    """Do an act on an instruction; return the change and where the card stands after it.

    There is no standing on a day before the card was registered. BadRequest where a rule of
    control forbids the act: then nothing is written.
    """
    from esep.tracking.instructions import Acts, state_of
    from esep.tracking.instructions import fields as f
    from esep.tracking.instructions.acts import executors_of

    register = workspace.catalog.register(f.REGISTER)
    with closing(open_registers(workspace)) as registers:
        card = find_card(registers, register, id, on=None)
        log = registers.history(register.id, id)
        acts = Acts(workspace.catalog.control, card, state_of(log).closed, executors_of(log))
        entry = act(acts)
        if not dry_run:
            registers.append([entry], who=who or read_settings().user, at=now())
        return entry, _standing(workspace, registers.history(register.id, id), on, {})


def standings(
    workspace: Workspace, *, on: date, region: str = "", closed: bool = True
) -> tuple[Standing, ...]:
    """Where every instruction stands on a day, in the order they were given."""
    from esep.tracking.instructions import fields as f

    register = workspace.catalog.register(f.REGISTER)
    with closing(open_registers(workspace)) as registers:
        logs = _logs(registers, register.id)
    return tuple(
        standing
        for standing in standings_of(workspace, logs, on)
        if (not region or standing.card.text(f.REGION) == region)
        and (closed or not standing.state.closed)
    )


def standings_of(
    workspace: Workspace,
    logs: Mapping[str, list[Change]],
    on: date,
    *,
    book: FactBook | None = None,
) -> tuple[Standing, ...]:
    """The same by logs that were read already, and by figures that are known."""
    from esep.tracking.instructions import fields as f

    actuals = _actuals(workspace, logs.values(), on, book)
    stand = (_standing(workspace, log, on, actuals) for log in logs.values())
    found = [each for each in stand if each is not None]
    return tuple(sorted(found, key=lambda each: (each.card.text(f.REGISTERED_ON), each.card.id)))


def _logs(registers: Registers, register: str) -> dict[str, list[Change]]:
    logs: dict[str, list[Change]] = {}
    for change in registers.changes(register):
        logs.setdefault(change.card, []).append(change)
    return logs


def _standing(
    workspace: Workspace, log: Iterable[Change], on: date, actuals: dict[str, Decimal]
) -> Standing | None:
    from esep.model.indicator import Direction
    from esep.tracking.instructions import fields as f
    from esep.tracking.instructions import standing

    log = list(log)
    indicator = next(
        (str(each.values[f.INDICATOR]) for each in reversed(log) if each.values.get(f.INDICATOR)),
        "",
    )
    known = workspace.catalog.indicators.get(indicator)
    return standing(
        log,
        on,
        control=workspace.catalog.control,
        calendar=workspace.catalog.calendar,
        actual=actuals.get(log[0].card) if log else None,
        direction=known.direction if known else Direction.UP,
    )


def _actuals(
    workspace: Workspace, logs: Iterable[list[Change]], on: date, book: FactBook | None
) -> dict[str, Decimal]:
    """The newest value of each instruction's indicator: measured, else as last reported."""
    from esep.store.registers import fold_changes
    from esep.tracking.instructions import fields as f

    found: dict[str, Decimal] = {}
    cards = [card for log in logs if (card := fold_changes(log, on=on)) is not None]
    for card in cards:
        if reported := card.text(f.REPORT_VALUE):
            found[card.id] = Decimal(reported)
    by_card = measured(workspace, cards, on, book=book)
    return found | {id: fact.in_unit for id, fact in by_card.items()}


def measured(
    workspace: Workspace, cards: Iterable[Card], on: date, *, book: FactBook | None = None
) -> dict[str, Fact]:
    """The newest value of the indicator each card is linked to that was out on the day."""
    from esep.app.facts import fact_book
    from esep.facts.select import available_on
    from esep.model.fact import Comparison
    from esep.tracking.instructions import fields as f

    catalog = workspace.catalog
    wanted = [card for card in cards if card.text(f.INDICATOR) and card.text(f.REGION)]
    if not wanted:
        return {}
    book = book or fact_book(workspace, indicators={card.text(f.INDICATOR) for card in wanted})
    found: dict[str, Fact] = {}
    for card in wanted:
        indicator = catalog.indicators[card.text(f.INDICATOR)]
        source = catalog.sources.get(indicator.source)
        periods = [
            period
            for period in book.periods(indicator.id, card.text(f.REGION))
            if period.end < on and (source is None or available_on(period, source) <= on)
        ]
        if not periods:
            continue
        newest = max(periods, key=lambda period: (period.end, -period.start.toordinal()))
        fact = book.get(indicator.id, card.text(f.REGION), newest.code, Comparison.LEVEL)
        if fact is not None:
            found[card.id] = fact
    return found
