"""Every rule of control is attacked: who may not extend, lift or close, and what never happens."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from esep.catalog import Catalog
from esep.errors import BadRequest
from esep.model.register import ChangeKind, Entry
from esep.model.standing import State
from esep.tracking.instructions import Acts
from tests.tracking.instructions.life import QUEEN, REEVE, STEWARD, Actor, Life

DAY = date(2024, 8, 1)
LATER = date(2024, 12, 2)

Act = Callable[[Acts, Actor], Entry]

DECISIONS: list[Act] = [
    lambda acts, by: acts.decide_extension(by, DAY, granted=True, until=LATER),
    lambda acts, by: acts.decide_extension(by, DAY, granted=False),
    lambda acts, by: acts.remove(by, DAY, "done"),
    lambda acts, by: acts.send_back(by, DAY, "no figures"),
    lambda acts, by: acts.cancel(by, DAY, "no longer needed"),
    lambda acts, by: acts.merge(by, DAY, "i-2", "the same"),
    lambda acts, by: acts.put_under_permanent_control(by, DAY, "monthly", "goes on"),
]


def test_a_report_never_closes_a_card(threelands: Catalog) -> None:
    life = Life.of(threelands)
    for day in ("2024-07-01", "2024-08-01", "2024-09-01"):
        life.write(life.acts().report(REEVE, date.fromisoformat(day), "all is done"))
        assert life.on("2024-12-01").state is State.REPORT_SUBMITTED


@pytest.mark.parametrize("decide", DECISIONS)
@pytest.mark.parametrize(
    "by", [Actor("Somebody", ""), Actor("Another reeve", "reeve"), Actor("King", "king")]
)
def test_a_level_below_the_issuers_decides_nothing(
    threelands: Catalog, decide: Act, by: Actor
) -> None:
    with pytest.raises(BadRequest, match="cannot") as told:
        decide(Life.of(threelands).acts(), by)
    assert "queen" in told.value.detail


@pytest.mark.parametrize("decide", DECISIONS)
@pytest.mark.parametrize("name", ["Reeve of Hill", "REEVE OF HILL", " reeve of  hill "])
def test_an_executor_never_decides_on_its_own_card(
    threelands: Catalog, decide: Act, name: str
) -> None:
    with pytest.raises(BadRequest, match="executes i-1"):
        decide(Life.of(threelands).acts(), Actor(name, "queen"))


@pytest.mark.parametrize("decide", DECISIONS)
def test_an_executor_who_puts_another_name_there_decides_no_more_for_that(
    threelands: Catalog, decide: Act
) -> None:
    life = Life.of(threelands)
    other = Entry("instructions", "i-1", 1, ChangeKind.CHANGED, DAY, {"executor": ["Somebody"]})
    life.write(other)
    for name in ("Reeve of Hill", "Somebody"):
        with pytest.raises(BadRequest, match="executes i-1"):
            decide(life.acts(), Actor(name, "queen"))


@pytest.mark.parametrize("decide", DECISIONS)
@pytest.mark.parametrize("by", [QUEEN, STEWARD])
def test_a_level_that_may_decides(threelands: Catalog, decide: Act, by: Actor) -> None:
    life = Life.of(threelands)
    life.write(decide(life.acts(), by))
    assert len(life.log) == 2


def test_a_closed_card_takes_no_acts_but_being_reopened(threelands: Catalog) -> None:
    life = Life.of(threelands)
    life.write(life.acts().remove(QUEEN, DAY, "done"))
    for act in DECISIONS:
        with pytest.raises(BadRequest, match="closed"):
            act(life.acts(), QUEEN)
    with pytest.raises(BadRequest, match="closed"):
        life.acts().report(REEVE, DAY, "more")
    with pytest.raises(BadRequest, match="cannot"):
        life.acts().reopen(Actor("x", "reeve"), DAY, "not done")
    life.write(life.acts().reopen(STEWARD, LATER, "it was not done"))
    assert life.on("2025-01-01").state is State.IN_EXECUTION


def test_an_open_card_is_not_reopened(threelands: Catalog) -> None:
    with pytest.raises(BadRequest, match="is open"):
        Life.of(threelands).acts().reopen(QUEEN, DAY, "")


def test_permanent_control_without_a_rhythm_is_refused(threelands: Catalog) -> None:
    with pytest.raises(BadRequest, match="rhythm"):
        Life.of(threelands).acts().put_under_permanent_control(QUEEN, DAY, "", "goes on")


@pytest.mark.parametrize("until", [date(2024, 9, 3), date(2024, 9, 2)])
def test_an_extension_goes_forward_in_time(threelands: Catalog, until: date) -> None:
    acts = Life.of(threelands).acts()
    with pytest.raises(BadRequest, match="does not come after"):
        acts.ask_extension(REEVE, DAY, until, "late delivery")
    with pytest.raises(BadRequest, match="does not come after"):
        acts.decide_extension(QUEEN, DAY, granted=True, until=until)


def test_an_extension_without_a_reason_is_refused(threelands: Catalog) -> None:
    with pytest.raises(BadRequest, match="reason"):
        Life.of(threelands).acts().ask_extension(REEVE, DAY, LATER, "")


def test_a_card_without_a_deadline_has_nothing_to_extend(threelands: Catalog) -> None:
    life = Life.of(threelands, deadline=None, deadline_kind="none")
    with pytest.raises(BadRequest, match="no deadline"):
        life.acts().ask_extension(REEVE, DAY, LATER, "late")


def test_nothing_is_reported_before_the_instruction_was_given(threelands: Catalog) -> None:
    with pytest.raises(BadRequest, match="before the instruction"):
        Life.of(threelands).acts().report(REEVE, date(2024, 6, 1), "done already")


def test_a_granted_extension_takes_the_day_that_was_asked_for(threelands: Catalog) -> None:
    life = Life.of(threelands)
    life.write(life.acts().ask_extension(REEVE, DAY, LATER, "late delivery"))
    life.write(life.acts().decide_extension(QUEEN, date(2024, 8, 5), granted=True))
    assert life.on("2024-08-06").deadline == LATER
