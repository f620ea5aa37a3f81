"""Which columns does `show` print, and what stands in each?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from esep.cli.console import Column

if TYPE_CHECKING:
    from esep.facts.listing import Entry, Line, Withheld
    from esep.facts.nominal import RealLine
    from esep.model.fact import Fact

NOMINAL = ("change", "index")
"""What grows with prices alone, if it is an amount: the volume index is told beside it."""
SUPPRESSED = "x"
"""What stands for a value that must not be shown, as offices print it."""

_REAL = {
    "nominal": "Nominal index",
    "real": "Real index",
    "prices": "Prices",
    "constant": "At prices of the year before",
}


def columns(
    compare: str | None, form: str, *, made: bool, branches: bool, real: bool, timed: bool
) -> list[Column]:
    """`made` says that values may be made of others: on other borders, or of other spans.

    `timed` says that some are held against the year before.
    """
    found = [
        *([Column("indicator", "Branch")] if branches or form == "json" else []),
        Column("region", "Region"),
        Column("period", "Period"),
        Column("value", "Value", right=True),
        Column("unit", "Unit"),
    ]
    if real:
        found += _real_columns(form)
    elif compare:
        found += _compared_columns(compare, form, timed=timed)
    elif made or form == "json":
        found.append(Column("because", "Because", wrap=True))
    found.append(Column("stage", "Stage"))
    if form == "json":
        found.append(Column("suppressed", "Suppressed"))
        found.append(Column("comparison", "Comparison"))
        found.append(Column("of", "Of"))
        found.append(Column("release", "Release"))
    found.append(Column("fact_id", "Fact"))
    return found


def _compared_columns(compare: str, form: str, *, timed: bool) -> list[Column]:
    found = [
        Column("compared", compare.replace("-", " ").capitalize(), right=True),
        Column("compared_unit", "Unit"),
    ]
    if compare in NOMINAL:
        found.append(Column("real", "Volume index", right=True))
        if form == "json":
            found.append(Column("real_stage", "Stage of the volume index"))
            found.append(Column("real_fact_id", "Fact of the volume index"))
    if form == "json":
        found.append(Column("comparability", "Against the year before"))
        found.append(Column("because", "Because"))
    else:
        title = "Against the year before" if timed else "Because"
        found.append(Column("told", title, wrap=True))
    return found


def _real_columns(form: str) -> list[Column]:
    found = [Column(key, title, right=True) for key, title in _REAL.items()]
    if form == "json":
        found += [
            Column(f"{key}_{part}", f"{title}: {part}")
            for key, title in _REAL.items()
            for part in ("stage", "fact_id")
        ]
    return [*found, Column("because", "Because", wrap=True)]


def row(entry: Entry, form: str) -> dict[str, object]:
    from esep.facts.listing import Withheld

    if isinstance(entry, Withheld):
        return _withheld(entry, form)
    return _known(entry, form)


def _withheld(entry: Withheld, form: str) -> dict[str, object]:
    return {
        "indicator": entry.indicator,
        "region": entry.region,
        "period": entry.period.code,
        "value": None if form == "json" else SUPPRESSED,
        "unit": entry.unit.code,
        "suppressed": entry.reason,
        "because": entry.told,
        "told": entry.told,
        "stage": "",
        "fact_id": "",
    }


def _value(fact: Fact, form: str) -> object:
    return fact.in_unit if form == "json" else f"{fact.in_unit:,f}"


def _known(line: Line, form: str) -> dict[str, object]:
    level, compared = line.level, line.compared
    found: dict[str, object] = {
        "indicator": level.indicator,
        "region": level.region,
        "period": level.period.code if level.period else "",
        "value": _value(level, form),
        "unit": level.unit.code,
        "stage": (compared or level).stage.value,
        "suppressed": "",
        "release": level.cell.release_id if level.cell else "",
        "fact_id": (compared or level).id,
        "comparability": line.remark,
        "because": line.because,
        "told": f"{line.remark} ({line.because})"
        if line.remark and line.because
        else line.remark or line.because,
        "comparison": line.comparison.value if line.comparison else "",
    }
    if line.real is not None:
        stage = line.real.stage.value
        found |= {"real": _marked(line.real, form)}
        found |= {"real_fact_id": line.real.id, "real_stage": stage}
    if compared is not None:
        value = compared.in_unit
        text = f"{value:,.{compared.decimals}f}"
        if compared.ranking:
            text = f"{value} of {compared.ranking.of}"
            found["of"] = compared.ranking.of
        found |= {"compared": value if form == "json" else text}
        found |= {"compared_unit": compared.unit.code}
    return found


def _marked(fact: Fact, form: str) -> object:
    if form == "json":
        return fact.in_unit
    told = f"{fact.in_unit:,.{fact.decimals}f}"
    return f"{told} (estimate)" if fact.stage == "estimate" else told


def real_row(entry: RealLine | Withheld, form: str) -> dict[str, object]:
    from esep.facts.listing import Withheld

    if isinstance(entry, Withheld):
        return _withheld(entry, form)
    level = entry.level
    found: dict[str, object] = {
        "indicator": level.indicator,
        "region": level.region,
        "period": level.period.code if level.period else "",
        "value": _value(level, form),
        "unit": level.unit.code,
        "because": entry.because,
        "stage": level.stage.value,
        "suppressed": "",
        "release": level.cell.release_id if level.cell else "",
        "fact_id": (entry.constant or level).id,
    }
    told = {key: getattr(entry, key) for key in _REAL}
    for key, fact in told.items():
        if fact is not None:
            found |= {key: _marked(fact, form), f"{key}_stage": fact.stage.value}
            found[f"{key}_fact_id"] = fact.id
    return found
