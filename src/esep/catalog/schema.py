"""Whether the content of a pack file has the shape its JSON Schema asks for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from esep.catalog.located import Item, Path
from esep.catalog.problem import Problems

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator, ValidationError

_COMMON = "common.schema.json"
_ABOUT_KEYS = ("required", "additionalProperties")
_TYPES = {
    "string": "text",
    "object": "a mapping",
    "array": "a list",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "null": "nothing (null)",
}


def schema_text(kind: str) -> str:
    """The JSON Schema of a kind of file (`units`, `indicators`, ...), for editors and people."""
    return (files(__package__) / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8")


def check_shape(item: Item, kind: str, problems: Problems) -> bool:
    """Note every breach of the schema with its line; tell whether there was none."""
    if _quick(kind).is_valid(item.content):
        return True  # nearly always; what follows takes thirty times as long
    before = len(problems)
    told: set[Path] = set()
    for error in _validator(kind).iter_errors(item.content):
        path = _path(error)
        if error.validator in _ABOUT_KEYS or path not in told:
            _translate(error, path, item, problems)
        told.add(path)  # one wrong value may break several rules
    return len(problems) == before


@cache
def _quick(kind: str) -> Any:
    """Tells only whether a content is right, by the same schema and the same formats."""
    from jsonschema_rs import Draft202012Validator, Registry

    common = json.loads(schema_text("common"))
    return Draft202012Validator(
        json.loads(schema_text(kind)),
        registry=Registry([(_COMMON, common)]),
        validate_formats=True,
        formats={"date": _is_day, "date-or-empty": _is_day_or_empty},
    )


@cache
def _validator(kind: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator, FormatChecker
    from referencing import Registry, Resource

    common = Resource.from_contents(json.loads(schema_text("common")))
    registry: Registry[Any] = Registry().with_resource(_COMMON, common)
    checker = FormatChecker(formats=())
    checker.checks("date")(_is_day)
    checker.checks("date-or-empty")(_is_day_or_empty)
    return Draft202012Validator(
        json.loads(schema_text(kind)), registry=registry, format_checker=checker
    )


def _is_day(text: object) -> bool:
    if not isinstance(text, str):
        return True  # the type is another rule's business
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == 10


def _is_day_or_empty(text: object) -> bool:
    return text == "" or _is_day(text)


def _path(error: ValidationError) -> Path:
    path: Path = tuple(error.absolute_path)
    if "propertyNames" in error.absolute_schema_path and isinstance(error.instance, str):
        return (*path, error.instance)  # the complaint is about a key: show its line
    return path


def _translate(error: ValidationError, path: Path, item: Item, problems: Problems) -> None:
    schema = _mapping(error.schema)
    rule: Any = error.validator_value
    match error.validator:
        case "required":
            name = _quoted(error.message)
            expected = _about(schema, name) or f"the key '{name}'"
            item.complain(problems, *path, found=f"no '{name}'", expected=expected)
        case "additionalProperties":
            _unknown_keys([*_mapping(error.instance)], path, schema, item, problems)
        case "enum":
            options = [str(option) for option in rule]
            item.complain(
                problems,
                *path,
                found=_shown(error.instance),
                expected="one of " + ", ".join(option or "(empty)" for option in options),
                options=options,
            )
        case "type":
            kinds = [rule] if isinstance(rule, str) else rule
            expected = " or ".join(_TYPES[kind] for kind in kinds)
            item.complain(problems, *path, found=_shown(error.instance), expected=expected)
        case _:
            item.complain(
                problems,
                *path,
                found=_shown(error.instance),
                expected=str(schema.get("description") or error.message),
            )


def _unknown_keys(
    names: Iterable[str], path: Path, schema: dict[str, Any], item: Item, problems: Problems
) -> None:
    known: Iterable[str] = schema.get("properties", {})
    patterns: Iterable[str] = schema.get("patternProperties", {})
    for name in names:
        if name in known or any(re.search(pattern, name) for pattern in patterns):
            continue
        expected = "one of " + ", ".join(known) if known else str(schema.get("description", ""))
        item.complain(
            problems,
            *path,
            name,
            found=f"the unknown key '{name}'",
            expected=expected or "no such key",
            options=[option for option in known if option not in names],
        )


def _mapping(content: Any) -> dict[str, Any]:
    return content if isinstance(content, dict) else {}


def _about(schema: dict[str, Any], name: str) -> str:
    description = schema.get("properties", {}).get(name, {}).get("description", "")
    return f"'{name}': {description}" if description else ""


def _quoted(message: str) -> str:
    """The property in "'unit' is a required property"."""
    return message.split("'")[1] if "'" in message else message


def _shown(value: object) -> str:
    if isinstance(value, str):
        return f"'{value}'"
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return "nothing" if value is None else json.dumps(value)
