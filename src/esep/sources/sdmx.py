"""Which of an SDMX file's components say indicator, region, period and unit?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from esep.errors import BadRequest
from esep.model.issue import Issue, Severity
from esep.model.observation import Place
from esep.model.sdmx import (
    COMPARED,
    NOT_APPLICABLE,
    STAGE_OF_STATUS,
    STRUCTURE_ID,
    TOTAL,
    breakdown_of,
    period_text,
)
from esep.model.sdmx_mapping import Property, SdmxMapping
from esep.sources.readers.columns import ReadColumns, TidyColumns, as_written, encoded, flat
from esep.sources.refusal import FileRefused

_OWN = ("REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "MEASURE_BASIS")
_SAY_NOTHING = frozenset({"FREQ", "DECIMALS", "CONF_STATUS", "UNIT_MULT", "OBS_STATUS", "VINTAGE"})
_NO_VALUE = frozenset({"", "NaN", "nan"})
_WITHOUT_VALUE = {"M", "O", "L", "Q", "H"}
"""Statuses that say themselves that there is no value."""


def tidy_of_sdmx(read: ReadColumns, mapping: SdmxMapping | None) -> TidyColumns:
    """The tidy columns of an SDMX file: by its mapping, or as esep itself writes it."""
    if mapping is None and not _is_ours(read):
        raise BadRequest(
            f"how the dataflow {read.structure or read.file} is to be read is not described",
            detail=f"{read.file} has the components {', '.join(read.cells.column_names)}",
            hint="describe in a file beside it (its name with .sdmx.yaml), or in descriptions/sdmx "
            "of the pack, which of them are indicator, region and unit",
        )
    tidy = _own(read) if mapping is None else _mapped(read, mapping)
    return _in_digits(_without_empty(tidy))


def _is_ours(read: ReadColumns) -> bool:
    named = f":{STRUCTURE_ID}(" in read.structure
    return named and all(name in read.cells.column_names for name in _OWN)


# -- as esep writes it ---------------------------------------------------------------------


def _own(read: ReadColumns) -> TidyColumns:
    columns = {
        "indicator": _cells(read, "INDICATOR"),
        "region": _cells(read, "REF_AREA"),
        "period": _turned(_cells(read, "TIME_PERIOD"), period_text),
        "value": flat(read.cells["OBS_VALUE"]),
        "unit": _joined(read, ("UNIT_MEASURE", "UNIT_MULT"), lambda unit, mult: _unit(unit, mult)),
        "comparison": _turned(
            _cells(read, "MEASURE_BASIS"),
            lambda basis: (
                basis.removeprefix(COMPARED).lower() if basis.startswith(COMPARED) else ""
            ),
        ),
        "base": _turned(
            _cells(read, "INDEX_BASE"), lambda base: "" if base == NOT_APPLICABLE else base
        ),
        "breakdown": _joined(read, ("ACTIVITY", "BREAKDOWN"), breakdown_of),
        "stage": _cells(read, "STAGE")
        if "STAGE" in read.cells.column_names
        else _turned(_cells(read, "OBS_STATUS"), _stage),
        "note": _cells(read, "COMMENT_OBS"),
    }
    names = {
        "indicator": "INDICATOR",
        "region": "REF_AREA",
        "period": "TIME_PERIOD",
        "value": "OBS_VALUE",
        "unit": "UNIT_MEASURE",
        "comparison": "MEASURE_BASIS",
        "base": "INDEX_BASE",
        "breakdown": "BREAKDOWN",
        "stage": "STAGE",
        "note": "COMMENT_OBS",
    }
    return TidyColumns(read, as_written(columns, ("note",)), names)


def _unit(unit: str, mult: str) -> str:
    return f"{unit}:{mult}" if mult not in ("", "0") else unit


def _stage(status: str) -> str:
    stage = STAGE_OF_STATUS.get(status)
    return stage.value if stage is not None else ""


# -- as a mapping says ---------------------------------------------------------------------


def _mapped(read: ReadColumns, mapping: SdmxMapping) -> TidyColumns:
    _check_all_said(read, mapping)
    own = mapping.properties
    columns: dict[str, Any] = {}
    names: dict[str, str] = {}
    for name in ("indicator", "region", "comparison", "base", "note"):
        columns[name] = _property(read, own.get(name, Property()))
    columns["value"] = _property(read, own["value"])
    columns["unit"] = _units(read, own["unit"])
    columns["period"] = _periods(read, mapping)
    stage = own.get("stage")
    columns["stage"] = (
        _property(read, stage) if stage is not None else _turned(_cells(read, "OBS_STATUS"), _stage)
    )
    columns["breakdown"] = _breakdowns(read, mapping.breakdown)
    for name, each in own.items():
        names[name] = "+".join(each.components) or name
    return TidyColumns(read, columns, names)


def _check_all_said(read: ReadColumns, mapping: SdmxMapping) -> None:
    """A component with several codes that nothing is said of would mix what differs."""
    present = set(read.cells.column_names)
    issues = [
        Issue(
            "missing_component",
            Severity.REFUSED,
            Place(read.file, column=name),
            found="no such component",
            expected=f"what {mapping.id} speaks of; there are {', '.join(sorted(present))}",
            hint="correct the mapping, or ask the service for all dimensions and attributes",
        )
        for name in sorted(mapping.used - mapping.ignored - present)
    ]
    for name in read.cells.column_names:
        if name in mapping.used or name in _SAY_NOTHING:
            continue
        codes = encoded(read.cells[name]).dictionary.to_pylist()
        if len(codes) > 1:
            issues.append(
                Issue(
                    "component_not_mapped",
                    Severity.REFUSED,
                    Place(read.file, column=name),
                    found=f"{len(codes)} different codes, as {', '.join(map(str, codes[:4]))}",
                    expected=f"a component that {mapping.id} speaks of",
                    hint="say which property or breakdown it is, or list it under ignore",
                )
            )
    if issues:
        raise FileRefused(f"{read.file} is refused: it is not as {mapping.id} says", issues=issues)


def _property(read: ReadColumns, said: Property) -> Any:
    if not said.components:
        return _constant(read, said.always)
    if len(said.components) == 1:
        return _turned(
            flat(read.cells[said.components[0]]), lambda code: said.codes.get(code, code)
        )

    def turn(*codes: str) -> str:
        joined = ".".join(codes)
        return said.codes.get(joined, joined)

    return _joined(read, said.components, turn)


def _units(read: ReadColumns, said: Property) -> Any:
    if not said.components or not said.scale:
        return _property(read, said)

    def turn(*codes: str) -> str:
        unit = ".".join(codes[:-1])
        return _unit(said.codes.get(unit, unit), codes[-1])

    return _joined(read, (*said.components, said.scale), turn)


def _periods(read: ReadColumns, mapping: SdmxMapping) -> Any:
    said = mapping.properties["period"]
    component, since_january = mapping.since_january

    def turn(text: str) -> str:
        return period_text(said.codes.get(text, text))

    if not component:
        return _turned(flat(read.cells[said.components[0]]), turn)

    def of_year(text: str, code: str) -> str:
        period = turn(text)
        if code not in since_january:
            return period
        year, dash, month = period.partition("-")
        return f"{year}-01/{year}-{month}" if dash and month.isdigit() else period

    return _joined(read, (said.components[0], component), of_year)


def _breakdowns(read: ReadColumns, said: Mapping[str, Property]) -> Any:
    components = [name for each in said.values() for name in each.components]
    if not components:
        return _constant(read, "")

    def turn(*codes: str) -> str:
        parts = []
        left = list(codes)
        for name, each in said.items():
            code = ".".join(left.pop(0) for _ in each.components)
            meant = each.codes.get(code, "" if code == TOTAL else code)
            if meant:
                parts.append(f"{name}={meant}")
        return ";".join(sorted(parts))

    return _joined(read, tuple(components), turn)


# -- columns -------------------------------------------------------------------------------


def _constant(read: ReadColumns, text: str) -> Any:
    import pyarrow as pa

    return pa.repeat(text, read.cells.num_rows)


def _cells(read: ReadColumns, name: str) -> Any:
    if name in read.cells.column_names:
        return flat(read.cells[name])
    return _constant(read, "")


def _turned(column: Any, turn: Callable[[str], str]) -> Any:
    """Each distinct text turned once."""
    import pyarrow as pa

    coded = encoded(column)
    texts = pa.array([turn(text) for text in coded.dictionary.to_pylist()], pa.string())
    return texts.take(coded.indices)


def _joined(read: ReadColumns, names: tuple[str, ...], turn: Callable[..., str]) -> Any:
    """Each distinct combination of codes turned once."""
    import pyarrow as pa

    from esep.sources.combine import combined

    parts = [encoded(_cells(read, name)) for name in names]
    which, combinations = combined([part.indices for part in parts])
    texts = [part.dictionary.to_pylist() for part in parts]
    turned = [
        turn(*(text[place] for text, place in zip(texts, places, strict=True)))
        for places in combinations
    ]
    return pa.array(turned, pa.string()).take(which)


_EXPONENT = r"^[+-]?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}$"


def _in_digits(tidy: TidyColumns) -> TidyColumns:
    """Values such as `1.2e+16`, as programs write large numbers, in digits."""
    import pyarrow as pa
    import pyarrow.compute as pc

    value = flat(tidy.columns["value"]).cast(pa.string())
    short = pc.match_substring_regex(value, _EXPONENT)
    if not pc.any(short).as_py():
        return tidy
    plain = [format(Decimal(text), "f") for text in value.filter(short).to_pylist()]
    digits = pc.replace_with_mask(value, short, pa.array(plain, pa.string()))
    return TidyColumns(tidy.source, {**tidy.columns, "value": digits}, tidy.names)


def _without_empty(tidy: TidyColumns) -> TidyColumns:
    """Leave out observations whose status says that there is no value, and tell how many."""
    import pyarrow as pa
    import pyarrow.compute as pc

    read = tidy.source
    if "OBS_STATUS" not in read.cells.column_names:
        return tidy
    empty = pc.is_in(tidy.columns["value"].cast(pa.string()), value_set=pa.array(sorted(_NO_VALUE)))
    if not pc.any(empty).as_py():
        return tidy
    status = flat(read.cells["OBS_STATUS"]).cast(pa.string())
    meant = pc.and_(empty, pc.is_in(status, value_set=pa.array(sorted(_WITHOUT_VALUE))))
    counted = pc.value_counts(status.filter(meant)).to_pylist()
    issues = tuple(
        Issue(
            "without_value",
            Severity.WARNING,
            Place(read.file, column="OBS_STATUS"),
            found=f"{each['counts']} observations without a value, of status {each['values']}",
            expected="a value",
            hint="the source says that there is none; they were left out",
        )
        for each in counted
    )
    keep = pc.invert(meant)
    kept = ReadColumns(
        read.file,
        read.cells.filter(keep),
        read.rows.filter(keep),
        (*read.issues, *issues),
        read.structure,
    )
    columns = {name: column.filter(keep) for name, column in tidy.columns.items()}
    return TidyColumns(kept, columns, tidy.names)
