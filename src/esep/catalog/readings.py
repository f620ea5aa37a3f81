"""Where does a description say that a property of a figure is written, and what do labels mean?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from esep.catalog.located import Item, Path
from esep.catalog.problem import Problems
from esep.model.observation import EstimateStage
from esep.model.source_description import Code, Others, Reading, Where, WrittenAs
from esep.model.unit import ScaledUnit

if TYPE_CHECKING:
    from esep.catalog.source_descriptions import Known

PROPERTIES = ("indicator", "region", "period", "unit", "comparison", "base", "stage")
SKIP, TOTAL = "skip", "total"
"""Codes with a meaning of their own: leave these figures out; no breakdown."""
BLANK = "(blank)"
"""The label of an empty cell."""

ONLY_CODES = "codes"
"""Instead of a provider's code list: names of the register do not count, since here they mean
something else, as cities that share the name of a region."""

_PLACES = ("row", "column", "section", "cell", "sheet", "file", "is")
_LETTERS = re.compile(r"[A-Za-z]{1,3}")
_NAME = re.compile(r"[A-Za-z0-9_.+-]+")


class ReadingReader:
    def __init__(self, item: Item, known: Known, problems: Problems, *, named: bool) -> None:
        self.item, self.known, self.problems = item, known, problems
        self.named = named
        """Whether columns go by name."""

    def read(self, key: str, content: Any, path: Path) -> Reading:
        if not isinstance(content, dict):
            text = str(content)
            self._check(key, text, path)
            return Reading(Where(text=text), {text: (Code(text),)})
        codes = {
            "" if label == BLANK else label: self._codes(key, meant, (*path, "codes", label))
            for label, meant in content.get("codes", {}).items()
        }
        self._check_place(content, path)
        scheme = content.get("by", "")
        if scheme and scheme not in (ONLY_CODES, *self.known.schemes):
            self.item.complain(
                self.problems,
                *path,
                "by",
                found=f"'{scheme}'",
                expected=f"{ONLY_CODES}, or a code list of regions/*.csv: "
                + ", ".join(self.known.schemes),
            )
        return Reading(
            where=_where(content),
            codes=codes,
            others=Others(content.get("others", "issue")),
            scheme=scheme,
            within=content.get("within", False),
            written_as=WrittenAs(content.get("as", "plain")),
        )

    def breakdown(self, content: dict[str, Any], path: Path) -> dict[str, Reading]:
        return {
            dimension: self.read("breakdown", each, (*path, dimension))
            for dimension, each in content.get("breakdown", {}).items()
        }

    def _codes(self, key: str, meant: Any, path: Path) -> tuple[Code, ...]:
        if isinstance(meant, list):
            for number, each in enumerate(meant):
                self._check(key, each["code"], (*path, number))
            return tuple(Code(each["code"], each.get("from"), each.get("until")) for each in meant)
        self._check(key, str(meant), path)
        return (Code(str(meant)),)

    def _check_place(self, content: dict[str, Any], path: Path) -> None:
        if not any(place in content for place in _PLACES):
            self.item.complain(
                self.problems,
                *path,
                found="no place",
                expected="one of " + ", ".join(_PLACES),
            )
        columns = content.get("column", ())
        for column in (columns,) if isinstance(columns, str) else columns:
            if not self.named and not _LETTERS.fullmatch(column):
                self.item.complain(
                    self.problems,
                    *path,
                    "column",
                    found=f"'{column}'",
                    expected="a column letter; columns go by name only below a 'header'",
                )

    def _check(self, key: str, code: str, path: Path) -> None:
        if code == SKIP:
            return
        known, expected = self.known, ""
        match key:
            case "indicator" if code not in known.indicators:
                expected, options = "an indicator of indicators/*.yaml", known.indicators
            case "region" if code not in known.regions:
                expected, options = "the code of a region, or CODE@DATE", known.regions
            case "unit" if not self._is_unit(code):
                expected, options = "a unit of units/units.yaml, as KZT:6", known.units
            case "stage" if code not in [stage.value for stage in EstimateStage]:
                options = [stage.value for stage in EstimateStage]
                expected = "one of " + ", ".join(options)
            case "breakdown" if not _NAME.fullmatch(code):
                expected, options = "a code of Latin letters and digits, or total", ()
            case _:
                return
        self.item.complain(
            self.problems, *path, found=f"'{code}'", expected=expected, options=options or None
        )

    def _is_unit(self, code: str) -> bool:
        try:
            return ScaledUnit.parse(code).unit_id in self.known.units
        except ValueError:
            return False


def _where(content: dict[str, Any]) -> Where:
    rows, columns = content.get("row", ()), content.get("column", ())
    return Where(
        rows=(rows,) if isinstance(rows, int) else tuple(rows),
        columns=(columns,) if isinstance(columns, str) else tuple(columns),
        section=content.get("section", "").upper(),
        cell=content.get("cell", "").upper(),
        sheet=content.get("sheet", False),
        file=content.get("file", ""),
        text=str(content["is"]) if "is" in content else None,
        fill=content.get("fill", False),
        optional=content.get("optional", False),
    )
