"""What a source prints in the place of a figure, and what it means by it."""

from __future__ import annotations

from dataclasses import dataclass

from esep.model.observation import Place, SeriesKey
from esep.model.period import Period
from esep.model.source_description import Meaning


@dataclass(frozen=True, slots=True)
class Sign:
    """A cell that says why there is no figure: a dash, `…`, `x`."""

    key: SeriesKey
    period: Period
    meaning: Meaning
    printed: str
    place: Place


TELLING = (Meaning.ABSENT, Meaning.NOT_AVAILABLE, Meaning.CONFIDENTIAL)
"""What is worth keeping: a blank cell says nothing, and a nought is a figure."""
