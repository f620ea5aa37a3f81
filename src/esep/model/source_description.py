"""How a provider's file is laid out: what a person who knows it would tell a newcomer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from esep.model.issue import Severity


class Meaning(StrEnum):
    """What stands in a cell that has no figure."""

    ABSENT = "absent"
    """There is no such thing: a dash."""
    NOT_AVAILABLE = "not_available"
    CONFIDENTIAL = "confidential"
    MISSING = "missing"
    """Nothing was written, or what was written is not a figure."""
    ZERO = "zero"
    """The sign stands for the figure nought."""


class WrittenAs(StrEnum):
    """How the words of a period are meant."""

    PLAIN = "plain"
    CUMULATIVE = "cumulative"
    """A quarter, half-year or month is since January."""
    START = "start"
    """The state at the beginning of the period written."""
    END = "end"
    """The state at the end of the period written: the beginning of the next day."""
    SCHOOL_YEAR = "school_year"
    """The state on 1 September, where a school year begins."""


class Others(StrEnum):
    """What becomes of a label that has no code."""

    ISSUE = "issue"
    SKIP = "skip"
    SAME = "same"
    """The label is a code itself."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where something is written. Texts of several places are read as one, a blank between."""

    rows: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()
    section: str = ""
    """The column in which lone texts head the rows below them."""
    cell: str = ""
    sheet: bool = False
    file: str = ""
    """A pattern of the file's name; the part its `*` stands for is the text."""
    text: str | None = None
    """Not written anywhere: always this."""
    fill: bool = False
    """An empty heading cell continues the one before it."""
    optional: bool = False
    """A column that is not in every file of the source."""


@dataclass(frozen=True, slots=True)
class Code:
    """What a label means, in the years for which it means that."""

    code: str
    from_year: int | None = None
    until_year: int | None = None

    def holds_in(self, year: int) -> bool:
        return (self.from_year is None or self.from_year <= year) and (
            self.until_year is None or year <= self.until_year
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """How one property of a figure (region, period, unit, ...) is read."""

    where: Where
    codes: Mapping[str, tuple[Code, ...]] = field(default_factory=dict)
    others: Others = Others.ISSUE
    scheme: str = ""
    """Of regions: the provider's own code list, as named in the register (`bns`, `sdg`)."""
    within: bool = False
    """Of regions: a name below a region is looked for among the districts of that region."""
    written_as: WrittenAs = WrittenAs.PLAIN


@dataclass(frozen=True, slots=True)
class ColumnDescription:
    """What is special about some of the columns of figures."""

    columns: str
    """A letter, a span (B:D) or a name of the header."""
    heading: str = ""
    """What must stand in one of its heading cells."""
    skip: bool = False
    readings: Mapping[str, Reading] = field(default_factory=dict)
    breakdown: Mapping[str, Reading] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Footnote:
    note: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Borders:
    """From a year on, figures of all periods are counted on the borders of a later day."""

    from_year: int
    on: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers are written as text."""

    decimal: str = ""
    """`,` or `.`; empty where either may stand and doubt is told."""
    times: Decimal = Decimal(1)
    """What a cell is multiplied with: 100 where 12.3 % is stored as 0.123."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What must hold of a table, and what follows where it does not."""

    otherwise: Mapping[str, Severity]
    """By check."""
    figures: int = 0
    """At least so many figures."""
    regions: int = 0
    """At least so many different regions."""
    low: Decimal | None = None
    high: Decimal | None = None
    monotone: bool = False
    """Figures since January do not fall within a year."""
    neighbours: Decimal | None = None
    """How many times as large as those around it a figure may be."""
    regions_sum: bool = False
    """Whether regions that do not add up to the country are more than a warning."""


@dataclass(frozen=True, slots=True)
class TableDescription:
    """One table of a file, or one layout that several sheets share."""

    sheets: tuple[str, ...]
    begin: str
    """The text that marks the row from which rows are counted; empty: the first row."""
    end: str
    """The text before whose row the table ends; empty: the next table, or the sheet's end."""
    header: int
    """The row of column names, where columns go by name; 0 where they go by letter."""
    first_row: int
    last_row: int
    columns: tuple[ColumnDescription, ...]
    readings: Mapping[str, Reading]
    """`indicator`, `region`, `period`, `unit`, and `comparison`, `base`, `stage` if any."""
    breakdown: Mapping[str, Reading]
    skip: tuple[str, ...]
    """Labels of rows that are passed over: subtotals, notes."""
    signs: Mapping[str, Meaning]
    footnotes: Mapping[str, Footnote]
    numbers: Numbers
    borders: tuple[Borders, ...]
    expected: Expected
    line: int = 0
    """Where it stands in the description."""


@dataclass(frozen=True, slots=True)
class Correction:
    """Wrong cells of the source, what they say and what is right; told once they are mended."""

    file: str
    sheet: str
    cells: str
    """A cell (B7) or a span of cells (B7:F7)."""
    expect: str
    """What the source wrongly says in the first cell."""
    value: str
    """The right figure."""
    times: Decimal | None
    """What the figures are to be multiplied with."""
    flag: bool
    """The figure stays as it is, with the reason as its note. Without value, times and flag the
    cells are left out."""
    reason: str


@dataclass(frozen=True, slots=True)
class CsvDialect:
    """How a CSV file is written; what is empty is found out."""

    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class SourceDescription:
    id: str
    source: str
    title: str
    files: tuple[str, ...]
    """Patterns of the names of files it is for."""
    stage: str
    address: str
    published: str
    published_note: str
    csv: CsvDialect
    tables: tuple[TableDescription, ...]
    corrections: tuple[Correction, ...]
    path: str
    """The file it stands in."""
