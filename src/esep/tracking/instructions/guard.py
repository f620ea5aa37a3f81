"""What may an edit or an import not change of an instruction, and what must a new one have?"""

from __future__ import annotations

from esep.catalog import Catalog
from esep.model.register import Card, Value, Values
from esep.sources.surprise import Surprise, shown
from esep.tracking.instructions import fields as f
from esep.tracking.instructions.fields import DeadlineKind
from esep.tracking.trajectory import Trajectory


def guard_instruction(catalog: Catalog, card: Card | None, values: Values) -> list[Surprise]:
    """What is wrong with a change that is no act of control; nothing where it may be written."""
    found = [] if card is None else _protected(card, values)
    whole = {**(card.values if card else {}), **values}
    found += _level(catalog, whole)
    if card is None or not found:
        found += _deadline(whole)
    found += _trajectory(whole.get(f.TRAJECTORY))
    return found


def _protected(card: Card, values: Values) -> list[Surprise]:
    """Setting for the first time is no change; changing or emptying is.

    Where nobody named a deadline one may be given: that is what a bare instruction needs.
    """
    return [
        Surprise(
            "protected_field",
            name,
            f"{name} {shown(str(value))} in the place of {shown(card.text(name))}",
            f"{name} as it was given",
            "a deadline moves by 'extend' and 'decide', a card closes by 'remove': by the level "
            "that may",
        )
        for name, value in values.items()
        if name in f.PROTECTED and card.text(name) and card.values.get(name) != value
        if not (name == f.DEADLINE_KIND and card.text(name) == DeadlineKind.NONE)
    ]


def _level(catalog: Catalog, whole: Values) -> list[Surprise]:
    level = whole.get(f.ISSUER_LEVEL)
    if not isinstance(level, str) or level in catalog.control.levels:
        return []
    known = ", ".join(catalog.control.levels) or "none: the pack has no registers/control.yaml"
    return [Surprise("unknown_level", f.ISSUER_LEVEL, shown(level), f"one of {known}")]


def _deadline(whole: Values) -> list[Surprise]:
    kind, day = whole.get(f.DEADLINE_KIND), whole.get(f.DEADLINE)
    if (kind == DeadlineKind.DATE) != (day is not None) and kind is not None:
        return [
            Surprise(
                "deadline",
                f.DEADLINE,
                f"deadline_kind '{kind}' {'with' if day else 'without'} a deadline",
                "a deadline exactly where its kind is 'date'",
            )
        ]
    return []


def _trajectory(points: Value | None) -> list[Surprise]:
    from esep.errors import BadRequest

    try:
        Trajectory.read([str(each) for each in points] if isinstance(points, list) else [])
    except BadRequest as error:
        return [Surprise("not_a_trajectory", f.TRAJECTORY, error.title, error.hint)]
    return []
