"""Which promises of a work are other ones than they were when people last met?"""

from __future__ import annotations

from datetime import UTC, date, datetime

from esep.model.register import Change, ChangeKind, Register, Value
from esep.tracking.rebaselining import linked, moved

AT = datetime(2024, 6, 14, tzinfo=UTC)
MEETING, NOW = date(2024, 6, 14), date(2024, 12, 2)


def log(*changes: tuple[str, dict[str, Value]]) -> list[Change]:
    return [
        Change(
            number, "works", "w-1", number, ChangeKind.CHANGED, date.fromisoformat(day), AT,
            "somebody", "works.csv, line 2", "", values, {},
        )
        for number, (day, values) in enumerate(changes, start=1)
    ]  # fmt: skip


BRIDGE: dict[str, Value] = {
    "name": "Bridge", "region": "TL-RIV", "stage": "building", "currency": "CRN",
    "cost": "100", "finish": "2024-12-31",
}  # fmt: skip


def test_a_promise_is_told_as_it_was_at_first_then_and_now(works: Register) -> None:
    changes = log(
        ("2024-01-10", BRIDGE),
        ("2024-03-01", {"cost": "120"}),
        ("2024-09-01", {"cost": "150", "finish": "2025-12-31"}),
    )
    found = {e.field.id: e for e in moved(works, {"w-1": changes}, since=MEETING, on=NOW)}
    told = {
        name: (each.first.written, each.was.written, each.now.written)
        for name, each in found.items()
    }
    assert told == {
        "cost": ("100", "120", "150"),
        "finish": ("2024-12-31", "2024-12-31", "2025-12-31"),
    }
    cost = found["cost"].now.fact
    assert (cost.id, cost.unit.code) == ("card:works:w-1:cost@3", "CRN")
    assert cost.cell is not None
    assert str(cost.cell.place) == "works.csv, line 2"


def test_what_changed_before_the_meeting_or_after_the_day_is_no_news(works: Register) -> None:
    changes = log(
        ("2024-01-10", BRIDGE), ("2024-06-14", {"cost": "120"}), ("2024-12-03", {"cost": "150"})
    )
    assert [*moved(works, {"w-1": changes}, since=MEETING, on=NOW)] == []


def test_a_card_that_is_new_or_has_vanished_promises_nothing_otherwise(works: Register) -> None:
    new = log(("2024-07-01", BRIDGE), ("2024-09-01", {"cost": "150"}))
    assert [*moved(works, {"w-1": new}, since=MEETING, on=NOW)] == []


def test_cards_of_a_region_lead_to_those_without_a_place(works: Register) -> None:
    from esep.store.registers import fold_changes

    card = fold_changes(log(("2024-01-10", {**BRIDGE, "parks": ["p-1", "p-2"]})))
    assert card is not None
    assert linked([card], works.fields.values(), "parks") == {"p-1", "p-2"}
    assert linked([card], works.fields.values(), "works") == frozenset()
