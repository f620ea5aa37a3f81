"""A card's life told in a line each, to be read as of any day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from esep.catalog import Catalog
from esep.model.indicator import Direction
from esep.model.register import Change, ChangeKind, Entry, Value
from esep.model.standing import Standing
from esep.store.registers import fold_changes
from esep.tracking.instructions import Actor, Acts, standing
from esep.tracking.instructions.acts import executors_of

AT = datetime(2024, 6, 14, tzinfo=UTC)
QUEEN = Actor("The Queen", "queen")
STEWARD = Actor("The Steward", "steward")
REEVE = Actor("Reeve of Hill", "reeve")

Given = dict[str, Value]

INSTRUCTION: Given = {
    "kind": "instruction",
    "text": "Open the glass plant",
    "issuer": "The Queen",
    "issuer_level": "queen",
    "executor": ["Reeve of Hill"],
    "registered_on": "2024-06-03",
    "deadline_kind": "date",
    "deadline": "2024-09-03",
    "result": "the plant works",
}


@dataclass
class Life:
    catalog: Catalog
    log: list[Change] = field(default_factory=list)

    @classmethod
    def of(cls, catalog: Catalog, **values: Value) -> Life:
        life = cls(catalog)
        given = {k: v for k, v in {**INSTRUCTION, **values}.items() if v is not None}
        day = date.fromisoformat(str(given["registered_on"]))
        life.write(Entry("instructions", "i-1", 0, ChangeKind.CREATED, day, given))
        return life

    def write(self, entry: Entry) -> None:
        assert entry.expected == len(self.log)
        self.log.append(
            Change(
                len(self.log) + 1, entry.register, entry.card, len(self.log) + 1, entry.kind,
                entry.on, AT, "somebody", entry.origin, entry.why, entry.values, {},
            )
        )  # fmt: skip

    def acts(self) -> Acts:
        card = fold_changes(self.log)
        assert card is not None
        now = self.on("2099-01-01")
        return Acts(self.catalog.control, card, now.state.closed, executors_of(self.log))

    def on(self, day: str, *, actual: str = "", direction: Direction = Direction.UP) -> Standing:
        from decimal import Decimal

        found = standing(
            self.log,
            date.fromisoformat(day),
            control=self.catalog.control,
            calendar=self.catalog.calendar,
            actual=Decimal(actual) if actual else None,
            direction=direction,
        )
        assert found is not None
        return found
