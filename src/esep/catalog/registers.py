"""Which registers a pack keeps: what a card holds, its stages, what is computed from the cards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from esep.catalog.definitions import Ids, check_known
from esep.catalog.located import Item
from esep.catalog.pack_files import PackFiles
from esep.model.register import Compared, Field, FieldKind, Proportion, Register, RollUp, Stage
from esep.model.text import Text

_FILES = "registers/definitions/*.yaml"
_NUMBERS = (FieldKind.NUMBER, FieldKind.MONEY)
RESERVED = ("id", "on", "why", "version", "synthetic")
"""Columns that every file of cards may have beside its fields."""


def read_registers(
    pack: PackFiles, *, units: Iterable[str], indicators: Iterable[str]
) -> dict[str, Register]:
    """Read every definition and check what it refers to; a pack may keep no registers."""
    items: dict[str, Item] = {}
    ids: Ids = {}
    commands: dict[str, str] = {}
    for file in pack.found(_FILES):
        item = pack.mapping(file, "register")
        if item is None or not pack.is_new(item, ids):
            continue
        command = item.content["command"]
        if command in commands:
            item.complain(
                pack.problems,
                "command",
                found=f"'{command}', as in {commands[command]}",
                expected="a word of its own",
            )
        commands.setdefault(command, file)
        items[item.id] = item
    registers = {id: _register(pack, item) for id, item in items.items()}
    for id, item in items.items():
        _check(pack, item, registers[id], indicators)
        for index, entry in enumerate(item.content["fields"]):
            part = _part(item, entry, "fields", index)
            _check_field(pack, part, registers[id], registers, units)
    return registers


def _register(pack: PackFiles, item: Item) -> Register:
    content = item.content
    return Register(
        id=item.id,
        command=content["command"],
        names=pack.in_languages(item, "names"),
        fields={
            field.id: field
            for index, entry in enumerate(content["fields"])
            for field in [_field(pack, _part(item, entry, "fields", index))]
        },
        stages={
            entry["id"]: Stage(
                entry["id"],
                pack.in_languages(item, "stages", index, "names"),
                side=entry.get("side", False),
                done=entry.get("done", False),
            )
            for index, entry in enumerate(content.get("stages", ()))
        },
        roll_ups=tuple(
            RollUp(
                indicator=entry["indicator"],
                sums=entry.get("sums", ""),
                stages=tuple(entry.get("stages", ())),
                where=dict(entry.get("where", {})),
                filled=entry.get("with", ""),
                year_of=entry.get("year_of", ""),
                ahead=entry.get("ahead", False),
                currency=entry.get("currency", ""),
            )
            for entry in content.get("roll_ups", ())
        ),
        proportions=tuple(
            Proportion(
                entry["id"],
                entry["numerator"],
                entry["denominator"],
                entry["factor"],
                pack.in_languages(item, "proportions", index, "names"),
            )
            for index, entry in enumerate(content.get("proportions", ()))
        ),
        title=content.get("title", "name"),
        region=content.get("region", "region" if _has(content, "region") else ""),
        compared=_compared(content.get("compared", {})),
    )


def _compared(content: Mapping[str, Any]) -> Compared:
    return Compared(
        grade=content.get("grade", ""),
        scales=tuple(tuple(each) for each in content.get("scales", ())),
        cost=content.get("cost", ""),
        finish=content.get("finish", ""),
    )


def _field(pack: PackFiles, item: Item) -> Field:
    content = item.content
    return Field(
        id=content["id"],
        kind=FieldKind(content["kind"]),
        names=pack.in_languages(item, "names"),
        required=content.get("required", False),
        many=content.get("many", False),
        choices=_choices(pack, item),
        register=content.get("register", ""),
        unit=content.get("unit", ""),
        needs=tuple(content.get("needs", ())),
        after=content.get("after", ""),
        baseline=content.get("baseline", False),
        least=_written(content.get("least")),
        most=_written(content.get("most")),
    )


def _choices(pack: PackFiles, item: Item) -> Mapping[str, Text]:
    return {
        entry["id"]: pack.in_languages(item, "choices", index, "names")
        for index, entry in enumerate(item.content.get("choices", ()))
    }


def _check(pack: PackFiles, item: Item, register: Register, indicators: Iterable[str]) -> None:
    """Complain of everything a definition names that is not there."""
    seen: Ids = {}
    for index, entry in enumerate(item.content["fields"]):
        pack.is_new(_part(item, entry, "fields", index), seen)
    fields = register.fields
    a_field = "a field of the register"
    check_known(pack, item, register.title, fields, a_field, "title")
    if register.region:
        places = [field.id for field in fields.values() if field.kind is FieldKind.REGION]
        check_known(pack, item, register.region, places, "a field of kind region", "region")
    stage_fields = [field.id for field in fields.values() if field.kind is FieldKind.STAGE]
    if len(stage_fields) > 1 or bool(stage_fields) != bool(register.stages):
        item.complain(
            pack.problems,
            "stages" if register.stages else "fields",
            found=f"{len(register.stages)} stages and {len(stage_fields)} fields of kind stage",
            expected="stages and one field of kind stage, or neither",
        )
    numbers = [field.id for field in fields.values() if field.kind in _NUMBERS]
    a_number = "a field of kind number or money"
    for index, roll_up in enumerate(register.roll_ups):
        at = ("roll_ups", index)
        check_known(pack, item, roll_up.indicator, indicators, "an indicator", *at, "indicator")
        if roll_up.sums:
            check_known(pack, item, roll_up.sums, numbers, a_number, *at, "sums")
        if roll_up.year_of:
            days = [field.id for field in fields.values() if field.kind is FieldKind.DAY]
            expected = "a field of kind day"
            check_known(pack, item, roll_up.year_of, days, expected, *at, "year_of")
        if roll_up.filled:
            check_known(pack, item, roll_up.filled, fields, a_field, *at, "with")
        for name in roll_up.where:
            check_known(pack, item, name, fields, a_field, *at, "where", name)
        for place, stage in enumerate(roll_up.stages):
            check_known(pack, item, stage, register.stages, "a stage", *at, "stages", place)
    _check_compared(pack, item, register)
    for index, proportion in enumerate(register.proportions):
        for key in ("numerator", "denominator"):
            name = getattr(proportion, key)
            check_known(pack, item, name, numbers, a_number, "proportions", index, key)


def _check_compared(pack: PackFiles, item: Item, register: Register) -> None:
    compared = register.compared
    for key, kind in (
        ("grade", FieldKind.CHOICE), ("cost", FieldKind.MONEY), ("finish", FieldKind.DAY),
    ):  # fmt: skip
        name = getattr(compared, key)
        fields = [field.id for field in register.fields.values() if field.kind is kind]
        if name:
            check_known(pack, item, name, fields, f"a field of kind {kind}", "compared", key)
    grade = register.fields.get(compared.grade)
    for index, scale in enumerate(compared.scales):
        for place, level in enumerate(scale):
            at = ("compared", "scales", index, place)
            check_known(pack, item, level, grade.choices if grade else (), "a choice of it", *at)


def _check_field(
    pack: PackFiles,
    item: Item,
    register: Register,
    registers: Mapping[str, Register],
    units: Iterable[str],
) -> None:
    content = item.content
    kind = FieldKind(content["kind"])
    if content["id"] in RESERVED:
        item.complain(
            pack.problems,
            "id",
            found=f"'{content['id']}'",
            expected="another name: these belong to every card (" + ", ".join(RESERVED) + ")",
        )
    for key, wanted in (("choices", FieldKind.CHOICE), ("register", FieldKind.CARD)):
        if (key in content) != (kind is wanted):
            item.complain(
                pack.problems,
                key if key in content else "kind",
                found=f"kind '{kind}' {'with' if key in content else 'without'} '{key}'",
                expected=f"'{key}' exactly for the kind '{wanted}'",
            )
    if "register" in content:
        check_known(
            pack, item, content["register"], registers, "a register of the pack", "register"
        )
    if "unit" in content:
        check_known(pack, item, content["unit"], units, "a unit of units/units.yaml", "unit")
    if "after" in content:
        days = [each.id for each in register.fields.values() if each.kind is FieldKind.DAY]
        check_known(pack, item, content["after"], days, "a field of kind day", "after")
    for index, name in enumerate(content.get("needs", ())):
        check_known(pack, item, name, register.fields, "a field of the register", "needs", index)


def _part(item: Item, entry: object, *path: str | int) -> Item:
    return Item(item.source, (*item.path, *path), entry)


def _has(content: Mapping[str, object], id: str) -> bool:
    fields = content["fields"]
    assert isinstance(fields, list)
    return any(field.get("id") == id for field in fields)


def _written(bound: float | None) -> str:
    return "" if bound is None else format(bound, "g")
