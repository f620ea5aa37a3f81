"""What was found wrong with a store, how bad is it, and what helps?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Gravity(StrEnum):
    DAMAGE = "damage"
    """Something that was acknowledged cannot be read as it was."""
    LITTER = "litter"
    """Left behind by a load that was stopped; harmless, and a repair removes it."""
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Finding:
    code: str
    gravity: Gravity
    place: str
    found: str
    remedy: str


RESTORE = (
    "restore the store from a backup: esep restore FILE --force; without one: esep doctor --rebuild"
)
REPAIR = "esep doctor --repair removes it"
MEND = "esep doctor --repair brings it back"
