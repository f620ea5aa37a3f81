"""The registers' database: an append-only log of changes, and the cards it adds up to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from esep.store.registers.fold import fold_changes

if TYPE_CHECKING:
    from esep.store.registers.registers import Registers

__all__ = ["Registers", "fold_changes"]


def __getattr__(name: str) -> Any:
    # The database library takes longer to import than most commands take to answer.
    if name == "Registers":
        from esep.store.registers.registers import Registers

        return Registers
    raise AttributeError(name)
