"""What a source did that we did not expect."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from esep.model.observation import Place


class Severity(StrEnum):
    WARNING = "warning"
    """The row is loaded; somebody should look."""
    SET_ASIDE = "set_aside"
    """The row is kept but not loaded."""
    REFUSED = "refused"
    """The whole file is refused."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A surprise in a file: what was found where, what was expected, what to do."""

    code: str
    severity: Severity
    place: Place
    found: str
    expected: str
    hint: str = ""
    row_text: str = ""
    """The whole row as read, so that nothing is lost."""
