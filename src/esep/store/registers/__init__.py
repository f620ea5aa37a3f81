"""The registers' database: an append-only log of changes, and the cards it adds up to."""

from esep.store.registers.fold import fold_changes
from esep.store.registers.registers import Registers

__all__ = ["Registers", "fold_changes"]
