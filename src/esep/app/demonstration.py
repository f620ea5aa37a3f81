"""A demonstration of the registers: made-up cards put into a store, and taken out again."""

from __future__ import annotations

from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from esep.app.registers import open_registers
from esep.app.workspace import Workspace, load_pack, make_workspace
from esep.errors import BadRequest
from esep.settings import now

if TYPE_CHECKING:
    from esep.model.register import Card, Entry
    from esep.store.registers import Registers

WHO = "esep demo"


@dataclass(frozen=True, slots=True)
class Demo:
    """What was made up, or taken out: cards by register, and how many changes that took."""

    cards: dict[str, int]
    changes: int


def demo_store(home: Path) -> Workspace:
    """The store at `home`, or a new one with the releases of the pack and no cards at all."""
    workspace, is_new = make_workspace(home, None)
    if is_new:
        load_pack(workspace)
    return workspace


def make_up(
    workspace: Workspace,
    *,
    region: str,
    begins: date,
    ends: date,
    seed: int,
    size: int,
    mix: bool,
    dry_run: bool,
) -> Demo:
    """Make up the cards that the pack describes; BadRequest beside real ones, unless `mix`."""
    from esep.tracking.demonstration import Demonstration

    catalog = workspace.catalog
    if not catalog.demonstration:
        raise BadRequest(
            f"the pack {catalog.id} describes no demonstration",
            hint="registers/demonstration.yaml of a pack says which cards to make up",
        )
    if begins >= ends:
        raise BadRequest(f"{begins} does not come before {ends}")
    places = [each.code for each in catalog.regions.children(region, ends)] or [region]
    plan = Demonstration(catalog.registers, region, sorted(places), begins, ends, seed, size)
    entries = plan.entries(catalog.demonstration)
    with closing(open_registers(workspace)) as registers:
        _refuse_real(workspace, registers, mix=mix)
        known = {(each.register, each.id) for each in _synthetic(workspace, registers)}
        clash = sorted(known & {(each.register, each.card) for each in entries})
        if clash:
            raise BadRequest(
                f"there is a demonstration already: {len(known)} made-up cards",
                hint="take it out first: esep demo --remove",
            )
        if not dry_run:
            registers.append(entries, who=WHO, at=now())
    return _told(entries)


def take_out(workspace: Workspace, *, dry_run: bool) -> Demo:
    """Let every made-up card vanish; the log keeps that it was there."""
    from esep.model.register import ChangeKind, Entry

    with closing(open_registers(workspace)) as registers:
        cards = [each for each in _synthetic(workspace, registers) if not each.vanished]
        entries = [
            Entry(
                card.register,
                card.id,
                card.version,
                ChangeKind.VANISHED,
                card.changed,
                {},
                why="the demonstration is over",
                origin=WHO,
            )
            for card in cards
        ]
        if entries and not dry_run:
            registers.append(entries, who=WHO, at=now())
    return _told(entries)


def _refuse_real(workspace: Workspace, registers: Registers, *, mix: bool) -> None:
    from esep.tracking.cards import SYNTHETIC

    real: Counter[str] = Counter(
        card.register
        for register in workspace.catalog.registers
        for card in registers.cards(register)
        if not card.vanished and not card.values.get(SYNTHETIC)
    )
    if real and not mix:
        told = ", ".join(f"{count} in {register}" for register, count in sorted(real.items()))
        raise BadRequest(
            "the registers hold real cards",
            detail=f"{told} ({registers.address})",
            hint="make the demonstration in a store of its own (esep demo --home DIR, without "
            "ESEP_DATABASE), or say --mix: made-up cards are marked and summed apart",
        )


def _synthetic(workspace: Workspace, registers: Registers) -> list[Card]:
    from esep.tracking.cards import SYNTHETIC

    return [
        card
        for register in workspace.catalog.registers
        for card in registers.cards(register)
        if card.values.get(SYNTHETIC)
    ]


def _told(entries: list[Entry]) -> Demo:
    cards = {(each.register, each.card) for each in entries}
    return Demo(dict(Counter(register for register, _ in sorted(cards))), len(entries))
