"""Which registers of other publishers does a pack know how to read?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from esep.catalog.description_files import description_from, description_text
from esep.catalog.fold import fold
from esep.catalog.located import Item
from esep.catalog.pack_files import PackFiles
from esep.catalog.problem import Problems
from esep.model.register import FieldKind, Register
from esep.model.register_description import (
    EditionLayout,
    FieldDescription,
    Identity,
    Missing,
    RegisterDescription,
)
from esep.model.source_description import CsvDialect

if TYPE_CHECKING:
    from esep.catalog.catalog import Catalog

KIND = "register_import"
_NUMBERS = (FieldKind.NUMBER, FieldKind.MONEY)


def read_register_descriptions(
    pack: PackFiles, *, registers: Mapping[str, Register]
) -> dict[str, RegisterDescription]:
    found: dict[str, RegisterDescription] = {}
    ids: dict[str, str] = {}
    for file in pack.found("registers/imports/*.yaml"):
        item = pack.mapping(file, KIND)
        if item is not None and pack.is_new(item, ids):
            described = description_of(item, registers, pack.problems)
            if described is not None:
                found[described.id] = described
    return found


def description_of(
    item: Item, registers: Mapping[str, Register], problems: Problems
) -> RegisterDescription | None:
    """A description that has the shape of the schema; what it names is checked here."""
    content = item.content
    register = registers.get(content["register"])
    if register is None:
        item.complain(
            problems,
            "register",
            found=f"'{content['register']}'",
            expected="a register of registers/definitions",
            options=registers,
        )
        return None
    _check(item, register, problems)
    missing, numbers = content.get("not_published", {}), content.get("numbers", {})
    days, identity = content.get("days", {}), content["id_from"]
    return RegisterDescription(
        id=content["id"],
        register=register.id,
        title=content["title"],
        identity=Identity(
            identity.get("number", ""),
            tuple(identity["key"]),
            {fold(name): known for name, known in identity.get("renames", {}).items()},
            identity.get("ignore_brackets", False),
        ),
        fields={name: _field(each) for name, each in content["fields"].items()},
        editions=tuple(_layout(each) for each in content.get("editions", ({},))),
        complete=content.get("complete", False),
        constants={name: str(value) for name, value in content.get("constants", {}).items()},
        ignore=tuple(content.get("ignore", ())),
        missing=Missing(
            frozenset(_key(word) for word in missing.get("words", ())),
            tuple(_key(text) for text in missing.get("begins", ())),
            missing.get("note", ""),
        ),
        strip=tuple(numbers.get("strip", ())),
        group=numbers.get("group", ""),
        decimal=numbers.get("decimal", "."),
        days=tuple(days.get("formats", ())),
        years_from=days.get("years_from", 2000),
        address=content.get("address", ""),
        path=item.file,
    )


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _field(content: dict[str, Any]) -> FieldDescription:
    return FieldDescription(
        headings=tuple(content["headings"]),
        number=content.get("number", 0),
        first_filled=content.get("first_filled", False),
        optional=content.get("optional", False),
        values={
            fold(word): value
            for value, words in content.get("values", {}).items()
            for word in words
        },
        times=Decimal(str(content.get("times", 1))),
    )


def _layout(content: dict[str, Any]) -> EditionLayout:
    csv = content.get("csv", {})
    return EditionLayout(
        files=tuple(content.get("files", ("*",))),
        sideways=content.get("layout") == "columns",
        heading=content.get("heading", 1),
        csv=CsvDialect(csv.get("encoding", ""), csv.get("delimiter", "")),
    )


def _check(item: Item, register: Register, problems: Problems) -> None:
    content, fields = item.content, register.fields
    known = f"a field of {register.id}"

    def check(name: str, among: Iterable[str], expected: str, *path: str | int) -> None:
        if name not in among:
            item.complain(
                problems, *path, found=f"'{name}'", expected=expected, options=list(among)
            )

    for name, each in content["fields"].items():
        at = ("fields", name)
        check(name, fields, known, *at)
        if name not in fields:
            continue
        if each.get("number") and each.get("first_filled"):
            item.complain(
                problems, *at, found="'number' and 'first_filled'", expected="one of them"
            )
        if "times" in each and fields[name].kind not in _NUMBERS:
            item.complain(
                problems, *at, "times", found=f"'times' for a {fields[name].kind}",
                expected="it only where a number is read",
            )  # fmt: skip
        choices = {
            FieldKind.CHOICE: [*fields[name].choices],
            FieldKind.STAGE: [*register.stages],
        }.get(fields[name].kind)
        for value in each.get("values", {}) if choices is not None else ():
            check(value, choices or (), f"a choice of {name}", *at, "values", value)
    for name in content.get("constants", {}):
        check(name, fields, known, "constants", name)
    described = [*content["fields"], *content.get("constants", {})]
    for index, name in enumerate(content["id_from"]["key"]):
        check(name, described, "a field that is described", "id_from", "key", index)
    if "number" in content["id_from"]:
        number = content["id_from"]["number"]
        check(number, described, "a field that is described", "id_from", "number")
    if "note" in content.get("not_published", {}):
        notes = [f.id for f in fields.values() if f.kind is FieldKind.TEXT and f.many]
        expected = "a field of kind text with many values"
        check(content["not_published"]["note"], notes, expected, "not_published", "note")
    for field in fields.values():
        if field.required and field.id not in described:
            item.complain(
                problems, "fields", found=f"no '{field.id}'", expected="every required field"
            )


def read_register_description(path: FilePath, catalog: Catalog) -> RegisterDescription:
    """A description that lies beside its data; BadRequest tells all that is wrong, by line."""
    return description_from(
        description_text(path),
        path.name,
        KIND,
        lambda item, problems: description_of(item, catalog.registers, problems),
        guide="keep-registers",
    )
