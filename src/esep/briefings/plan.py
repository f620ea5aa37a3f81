"""The language-free plan of a briefing: which facts stand where.

Every language phrases the same plan, so the three documents cannot state different facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from esep.model.fact import Fact
from esep.model.indicator import PeriodConvention
from esep.model.period import Period
from esep.model.text import Names, Text


@dataclass(frozen=True, slots=True)
class OtherBorders:
    """The day on which the territory of a figure began or ceased to be the region's."""

    day: date
    ended: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A message of the wording with the facts in its slots; a missing optional one is None."""

    say: str
    of: str
    facts: Mapping[str, Fact | None]
    names: Mapping[str, Names] = field(default_factory=dict)
    lists: Mapping[str, tuple[Names, ...]] = field(default_factory=dict)
    texts: Mapping[str, Text] = field(default_factory=dict)
    days: Mapping[str, date] = field(default_factory=dict)
    borders: Mapping[str, OtherBorders] = field(default_factory=dict)
    """By fact id: figures of a territory other than the region's today."""
    caution: bool = False


# -- cells of a table ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FigureCell:
    fact: Fact | None
    form: Literal["table", "signed", "points"] = "table"
    mark: str = ""
    """Sends the reader to a note below the table."""


@dataclass(frozen=True, slots=True)
class NameCell:
    names: Names
    short: bool = False
    comparison: str = ""
    """What is said of it, where that is not its level."""


@dataclass(frozen=True, slots=True)
class TextCell:
    text: Text


@dataclass(frozen=True, slots=True)
class MessageCell:
    say: str
    days: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SaidCell:
    """Running text: sentences, whose figures need not stand alone."""

    sentences: tuple[Sentence, ...]
    plain: bool = False
    """Leave out who said it and when: the heading of the column tells that."""


@dataclass(frozen=True, slots=True)
class PeriodCell:
    period: Period | None
    convention: PeriodConvention | None


@dataclass(frozen=True, slots=True)
class UnitCell:
    fact: Fact


@dataclass(frozen=True, slots=True)
class SourceCell:
    fact: Fact


Cell = (
    FigureCell | NameCell | TextCell | MessageCell | SaidCell | PeriodCell | UnitCell | SourceCell
)


@dataclass(frozen=True, slots=True)
class ColumnPlan:
    title: str
    """A message id."""
    align: Literal["left", "right", "center"] = "right"
    weight: float = 1.0
    unit_of: Fact | None = None
    """Print the unit of this fact in the heading, and not in the cells."""
    period_of: Fact | None = None
    """Print the period of this fact in the heading: the caption names another."""
    days: Mapping[str, date] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowPlan:
    cells: tuple[Cell, ...]
    emphasis: bool = False
    heading: bool = False


# -- blocks --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ParagraphPlan:
    sentences: tuple[Sentence, ...]
    style: str = "body"


@dataclass(frozen=True, slots=True)
class PointsPlan:
    sentences: tuple[Sentence, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class TilesPlan:
    tiles: tuple[tuple[str, Sentence, Sentence | None], ...]


@dataclass(frozen=True, slots=True)
class TablePlan:
    id: str
    columns: tuple[ColumnPlan, ...]
    rows: tuple[RowPlan, ...]
    caption: Sentence
    wide: bool = False
    note: Sentence | None = None
    footnotes: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a chart: what it is called, its value and the country's beside it."""

    names: Names | None
    period: Period | None
    fact: Fact
    beside: Fact | None = None
    own: bool = False
    tile: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ChartPlan:
    id: str
    kind: Literal["branches", "history", "ranks", "map"]
    of: str
    marks: tuple[Mark, ...]
    caption: Sentence
    alternative: Sentence


BlockPlan = ParagraphPlan | PointsPlan | TilesPlan | TablePlan | ChartPlan


@dataclass(frozen=True, slots=True)
class SectionPlan:
    id: str
    title: str
    blocks: tuple[BlockPlan, ...]
    page_break: bool = False
    annex: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    sections: tuple[SectionPlan, ...]
    left_out: tuple[str, ...]
    """Titles (message ids) of sections for which nothing is known."""
    key_figures: tuple[Fact, ...]
    newest_publication: date
