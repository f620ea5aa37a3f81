"""Which layouts of providers' files does a pack describe?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from esep.catalog.description_files import description_from, description_text
from esep.catalog.fold import fold
from esep.catalog.located import Item, Path
from esep.catalog.pack_files import PackFiles
from esep.catalog.problem import Problems
from esep.catalog.readings import BLANK, PROPERTIES, ReadingReader
from esep.catalog.register import RegionRegister
from esep.model.issue import Severity
from esep.model.source_description import (
    Borders,
    ColumnDescription,
    Correction,
    CsvDialect,
    Expected,
    Footnote,
    Meaning,
    Numbers,
    SourceDescription,
    TableDescription,
)

if TYPE_CHECKING:
    from esep.catalog.catalog import Catalog

SIGNS: Mapping[str, Meaning] = {
    "": Meaning.MISSING,
    "-": Meaning.ABSENT,
    "–": Meaning.ABSENT,
    "—": Meaning.ABSENT,
    "…": Meaning.NOT_AVAILABLE,
    "...": Meaning.NOT_AVAILABLE,
    "..": Meaning.NOT_AVAILABLE,
    "x": Meaning.CONFIDENTIAL,
    "х": Meaning.CONFIDENTIAL,
}
"""The signs statistical offices agree on; a description may give them other meanings."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a description may name."""

    sources: Collection[str]
    indicators: Collection[str]
    units: Collection[str]
    regions: Collection[str]
    """Codes and version ids."""
    schemes: Collection[str]

    @classmethod
    def of(
        cls,
        *,
        sources: Collection[str],
        indicators: Collection[str],
        units: Collection[str],
        regions: RegionRegister,
    ) -> Known:
        return cls(
            sources=sources,
            indicators=indicators,
            units=units,
            regions=[*regions.by_code, *regions.by_id],
            schemes=sorted({code.partition(":")[0] for code in regions.source_codes}),
        )


def read_descriptions(pack: PackFiles, *, known: Known) -> dict[str, SourceDescription]:
    descriptions: dict[str, SourceDescription] = {}
    ids: dict[str, str] = {}
    for file in pack.found("descriptions/*.yaml"):
        item = pack.mapping(file, "description")
        if item is None or not pack.is_new(item, ids):
            continue
        described = description_of(item, known, pack.problems)
        if not described.files:
            item.complain(
                pack.problems,
                found="no 'files'",
                expected="patterns of the names of files it is for, since it lies in a pack",
            )
        descriptions[described.id] = described
    return descriptions


def description_of(item: Item, known: Known, problems: Problems) -> SourceDescription:
    """A description that has the shape of the schema; what it names is checked here."""
    content = item.content
    if content["source"] not in known.sources:
        item.complain(
            problems,
            "source",
            found=f"'{content['source']}'",
            expected="a source of sources/",
            options=known.sources,
        )
    tables = tuple(
        _Table(item, ("tables", number), table, known, problems).read()
        for number, table in enumerate(content["tables"])
    )
    if not content.get("stage") and not all("stage" in table.readings for table in tables):
        item.complain(
            problems,
            found="no 'stage'",
            expected="how settled the figures are: final, reporting, preliminary, ...",
        )
    csv = content.get("csv", {})
    return SourceDescription(
        id=content["id"],
        source=content["source"],
        title=content["title"],
        files=tuple(content.get("files", ())),
        stage=content.get("stage", ""),
        address=content.get("address", ""),
        published=content.get("published", ""),
        published_note=content.get("published_note", ""),
        csv=CsvDialect(csv.get("encoding", ""), csv.get("delimiter", "")),
        tables=tables,
        corrections=tuple(
            _correction(item, number, each, problems)
            for number, each in enumerate(content.get("corrections", ()))
        ),
        path=item.file,
    )


def _correction(item: Item, number: int, content: dict[str, Any], problems: Problems) -> Correction:
    cells = content["cell"].upper()
    means = [key for key in ("value", "scale", "flag") if content.get(key) not in (None, False)]
    if len(means) > 1:
        item.complain(
            problems,
            "corrections",
            number,
            found=" and ".join(means),
            expected="one of value, scale and flag, or none of them to leave the cells out",
        )
    if ":" in cells and "value" in content:
        item.complain(
            problems,
            "corrections",
            number,
            "value",
            found=f"one value for {cells}",
            expected="one cell; a span of cells is scaled, flagged or left out",
        )
    return Correction(
        file=content.get("file", "*"),
        sheet=content.get("sheet", ""),
        cells=cells,
        expect=str(content["expect"]),
        value=str(content.get("value", "")),
        times=Decimal(str(content["scale"])) if "scale" in content else None,
        flag=content.get("flag", False),
        reason=content["reason"],
    )


class _Table:
    """Reads one table; a key it does not have is that of `defaults`."""

    def __init__(
        self, item: Item, path: Path, content: dict[str, Any], known: Known, problems: Problems
    ) -> None:
        self.item, self.path, self.known, self.problems = item, path, known, problems
        defaults: dict[str, Any] = item.content.get("defaults", {})
        self.content = {**defaults, **content}
        for key in ("breakdown", "signs", "footnotes"):
            if key in defaults and key in content:
                self.content[key] = {**defaults[key], **content[key]}
        self.own = content
        self.readings = ReadingReader(item, known, problems, named="header" in self.content)

    def where(self, key: str) -> Path:
        return (*self.path, key) if key in self.own else ("defaults", key)

    def read(self) -> TableDescription:
        content = self.content
        readings = {
            key: self.readings.read(key, content[key], self.where(key))
            for key in PROPERTIES
            if key in content
        }
        columns = self._columns()
        for key in ("indicator", "region", "period", "unit"):
            if key not in readings and not all(
                key in each.readings or each.skip for each in columns or [_NO_COLUMN]
            ):
                self.item.complain(
                    self.problems,
                    *self.path,
                    found=f"no '{key}'",
                    expected=f"where the {key} of a figure is written, or which it always is",
                )
        sheets = content.get("sheet", ())
        numbers = content.get("numbers", {})
        return TableDescription(
            sheets=(sheets,) if isinstance(sheets, str) else tuple(sheets),
            begin=content.get("begin", ""),
            end=content.get("end", ""),
            header=content.get("header", 0),
            first_row=content.get("first_row", 0),
            last_row=content.get("last_row", 0),
            columns=columns,
            readings=readings,
            breakdown=self.readings.breakdown(content, self.where("breakdown")),
            skip=tuple(content.get("skip", ())),
            signs=_signs(content.get("signs", {})),
            footnotes={
                mark: Footnote(note)
                if isinstance(note, str)
                else Footnote(note.get("note", ""), note.get("stage", ""))
                for mark, note in content.get("footnotes", {}).items()
            },
            numbers=Numbers(numbers.get("decimal", ""), Decimal(str(numbers.get("times", 1)))),
            borders=tuple(Borders(each["from"], each["on"]) for each in content.get("borders", ())),
            expected=_expected(content.get("expect", {})),
            line=self.item.line(*self.path),
        )

    def _columns(self) -> tuple[ColumnDescription, ...]:
        columns = self.content.get("columns", ())
        if isinstance(columns, str):
            return (ColumnDescription(columns),)
        if isinstance(columns, dict):
            here = self.where("columns")
            return tuple(
                self._column(name, content or {}, (*here, name))
                for name, content in columns.items()
            )
        return tuple(ColumnDescription(name) for name in columns)

    def _column(self, name: str, content: dict[str, Any], path: Path) -> ColumnDescription:
        return ColumnDescription(
            columns=name,
            heading=content.get("heading", ""),
            skip=content.get("skip", False),
            readings={
                key: self.readings.read(key, content[key], (*path, key))
                for key in PROPERTIES
                if key in content
            },
            breakdown=self.readings.breakdown(content, (*path, "breakdown")),
        )


_NO_COLUMN = ColumnDescription("")


def _signs(own: dict[str, str]) -> dict[str, Meaning]:
    signs = dict(SIGNS)
    for sign, meaning in own.items():
        signs["" if sign == BLANK else sign.strip().casefold()] = Meaning(meaning)
    return signs


_VERDICTS = {
    "warn": Severity.WARNING,
    "set_aside": Severity.SET_ASIDE,
    "refuse": Severity.REFUSED,
}
_USUAL_VERDICTS = {
    "figures": Severity.REFUSED,
    "regions": Severity.REFUSED,
    "between": Severity.SET_ASIDE,
    "monotone": Severity.WARNING,
    "neighbours": Severity.WARNING,
    "regions_sum": Severity.WARNING,
}
_COUNTED = ("figures", "regions")
"""What is too few cannot be set aside."""


def _expected(content: dict[str, Any]) -> Expected:
    low, high = content.get("between", (None, None))
    otherwise = content.get("otherwise", {})
    if isinstance(otherwise, str):
        otherwise = {
            check: otherwise
            for check in _USUAL_VERDICTS
            if not (otherwise == "set_aside" and check in _COUNTED)
        }
    return Expected(
        otherwise={**_USUAL_VERDICTS, **{key: _VERDICTS[text] for key, text in otherwise.items()}},
        figures=content.get("figures", 0),
        regions=content.get("regions", 0),
        low=None if low is None else Decimal(str(low)),
        high=None if high is None else Decimal(str(high)),
        monotone=content.get("monotone", False),
        neighbours=Decimal(str(content["neighbours"])) if "neighbours" in content else None,
        regions_sum=content.get("regions_sum", False),
    )


def label_key(text: str) -> str:
    """The spelling by which labels are compared; signs that are no letters count as they are."""
    return fold(text) or " ".join(text.split())


def read_description_file(path: FilePath, catalog: Catalog) -> SourceDescription:
    """A description that lies beside its data; BadRequest tells all that is wrong, by line."""
    return description_of_text(description_text(path), path.name, catalog)


def description_of_text(text: str, name: str, catalog: Catalog) -> SourceDescription:
    def read(item: Item, problems: Problems) -> SourceDescription:
        known = Known.of(
            sources=catalog.sources,
            indicators=catalog.indicators,
            units=catalog.units,
            regions=catalog.regions,
        )
        return description_of(item, known, problems)

    return description_from(text, name, "description", read, guide="describe-a-source")
