"""Which figures do standings give: how many stand how, how many days over, what is due?"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from decimal import Decimal

from esep.model.fact import MADE_UP, Comparison, Fact
from esep.model.indicator import Indicator
from esep.model.observation import EstimateStage
from esep.model.period import Period
from esep.model.register import Change
from esep.model.standing import Mark, Standing, State
from esep.model.unit import ScaledUnit
from esep.tracking.cards import SYNTHETIC
from esep.tracking.instructions import fields as f

INSTRUCTION = "instruction"
"""How ids of figures about one instruction begin: `instruction:i-01:overdue@2024-12-02`."""
STANDING = "standing"
"""How ids of counts begin: `standing:instructions_overdue:KZ-19:2024-12-02@2024-12-02`."""
OVERDUE, MISSING, DUE, REPORTED = "overdue", "missing_reports", "due", "reported"
DAY, REPORT = "day", "report"
"""Units these figures are counted in, where the pack has them."""

Test = Callable[[Standing], bool]

COUNTS: Mapping[str, Test] = {
    "given": lambda _: True,
    "executed": lambda each: each.state is State.EXECUTED,
    "dropped": lambda each: each.state in (State.CANCELLED, State.MERGED),
    "open": lambda each: not each.state.closed,
    "overdue": lambda each: Mark.OVERDUE in each.marks,
    "at_risk": lambda each: Mark.AT_RISK in each.marks,
    "on_track": lambda each: Mark.ON_TRACK in each.marks,
    "permanent": lambda each: Mark.PERMANENT in each.marks,
    "without_measure": lambda each: Mark.WITHOUT_MEASURE in each.marks,
    "without_deadline": lambda each: Mark.WITHOUT_DEADLINE in each.marks,
}
"""What is counted of instructions; the pack names an indicator for each it wants to tell."""

ALWAYS = frozenset({"given", "executed", "open", "overdue"})
"""Counted even where there are none: no overdue instruction is news too."""


def counts(
    standings: Collection[Standing],
    counted: Mapping[str, str],
    indicators: Mapping[str, Indicator],
    *,
    region: str,
    on: date,
) -> dict[str, Fact]:
    """How many instructions stand how, by the indicator of `counted`; its inputs are the cards."""
    found = {}
    for name, indicator in counted.items():
        those = [each for each in standings if COUNTS[name](each)]
        if those or (name in ALWAYS and standings):
            told = name.replace("_", " ")
            made_up = any(is_made_up(each) for each in standings)
            found[indicator] = Fact(
                id=f"{MADE_UP if made_up else STANDING}:{indicator}:{region}:{on}@{on}",
                indicator=indicator,
                region=region,
                region_version="",
                period=Period.point(on),
                comparison=Comparison.LEVEL,
                value=Decimal(len(those)),
                unit=indicators[indicator].unit,
                decimals=0,
                stage=EstimateStage.ADMINISTRATIVE,
                vintage=on,
                inputs=tuple(card_id(each) for each in those),
                formula=f"number of instructions that are {told}, of {len(standings)}: "
                "computed from the log of each card",
            )
    return found


def is_made_up(standing: Standing) -> bool:
    return bool(standing.card.values.get(SYNTHETIC))


def card_id(standing: Standing, field: str = "id", *, version: int = 0) -> str:
    """A field of the card at a version, as what a figure rests on."""
    card = standing.card
    return f"card:{f.REGISTER}:{card.id}:{field}@{version or card.version}"


def overdue_days(standing: Standing, log: Iterable[Change], units: Collection[str]) -> Fact | None:
    """The days over each deadline until the next one came into force, or until the end."""
    if not standing.overdue_days:
        return None
    until = standing.closing.on if standing.closing else standing.on
    return _of_card(
        standing,
        OVERDUE,
        Decimal(standing.overdue_days),
        _unit(DAY, units),
        inputs=[
            card_id(standing, f.DEADLINE, version=each.version)
            for each in _deadlines(standing, log)
        ],
        formula=f"days over each deadline, on a working day, until the next one or {until}; days "
        "of waiting for an extension asked in time do not count",
    )


def missing_reports(standing: Standing, units: Collection[str]) -> Fact | None:
    if not standing.missing_reports:
        return None
    return _of_card(
        standing,
        MISSING,
        Decimal(standing.missing_reports),
        _unit(REPORT, units),
        inputs=[card_id(standing)],
        formula=f"reports due in a row without one; rhythm {standing.card.text(f.RHYTHM)}",
    )


def due(standing: Standing, indicator: Indicator) -> Fact | None:
    """What the trajectory asks for on the day: planned, not measured."""
    if standing.due is None:
        return None
    points = ", ".join(standing.card.texts(f.TRAJECTORY))
    # Between two points of a path nothing is whole: 11.3 schools are not told as 11.
    whole = standing.due == round(standing.due, indicator.decimals)
    return _of_card(
        standing,
        DUE,
        standing.due * indicator.unit.factor,
        indicator.unit,
        inputs=[card_id(standing)],
        formula=f"straight between the points of the trajectory: {points}",
        indicator=indicator.id,
        decimals=indicator.decimals + (0 if whole else 1),
    )


def reported(standing: Standing, indicator: Indicator) -> Fact | None:
    """What the executor last reported of the indicator."""
    change = standing.last_report
    value = change.values.get(f.REPORT_VALUE) if change else None
    if change is None or not isinstance(value, str):
        return None
    return _of_card(
        standing,
        REPORTED,
        Decimal(value) * indicator.unit.factor,
        indicator.unit,
        inputs=[card_id(standing, f.REPORT_VALUE, version=change.version)],
        formula="as last reported by the executor",
        indicator=indicator.id,
        decimals=indicator.decimals,
        period=Period.point(change.on),
    )


def _deadlines(standing: Standing, log: Iterable[Change]) -> list[Change]:
    return [each for each in log if each.values.get(f.DEADLINE) and each.on <= standing.on]


def _unit(wanted: str, units: Collection[str]) -> ScaledUnit:
    return ScaledUnit(wanted if wanted in units else "count")


def _of_card(
    standing: Standing,
    what: str,
    value: Decimal,
    unit: ScaledUnit,
    *,
    inputs: Iterable[str],
    formula: str,
    indicator: str = "",
    decimals: int = 0,
    period: Period | None = None,
) -> Fact:
    card = standing.card
    return Fact(
        id=f"{INSTRUCTION}:{card.id}:{what}@{standing.on}",
        indicator=indicator,
        region=card.text(f.REGION),
        region_version="",
        period=period or Period.point(standing.on),
        comparison=Comparison.LEVEL,
        value=value,
        unit=unit,
        decimals=decimals,
        stage=EstimateStage.ADMINISTRATIVE,
        vintage=standing.on,
        inputs=tuple(inputs),
        formula=f"{formula}{'; made up' if is_made_up(standing) else ''}",
        label=card.text(f.TEXT),
    )
