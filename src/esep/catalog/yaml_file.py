"""What a YAML file says and on which line: plain values only, no key twice."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

from esep.catalog.located import Located, Path, dotted
from esep.catalog.problem import Problems

# YAML 1.1 would read the key `on` as true, `2024-01-01` as a date and `1:30` as ninety. A pack
# is read by people: only these are not text.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")  # a longer one is text, and no number meant
_NUMBER = re.compile(r"[-+]?[0-9]{1,30}\.[0-9]{1,30}")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}

_DEEPEST = 40


def read_yaml(text: str, file: str, problems: Problems) -> Located | None:
    """Parse a file; note what is wrong with it and return None if it cannot be read at all."""
    reader = _Reader(file, problems)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            reader.take(event)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        found = getattr(error, "problem", None) or str(error).splitlines()[0]
        problems.add(
            file, mark.line + 1 if mark else 0, found=f"bad YAML: {found}", expected="valid YAML"
        )
        return None
    except _Unreadable:
        return None
    if () not in reader.lines:
        problems.add(file, 1, found="an empty file", expected="YAML content")
        return None
    return Located(file, reader.content, reader.lines)


class _Unreadable(Exception):
    """The problem is noted; what follows in the file cannot be understood."""


@dataclass(slots=True)
class _Open:
    """A mapping or a list whose end has not come yet."""

    path: Path
    values: dict[str, Any] | list[Any]
    key: str | None = None
    repeated: bool = False


class _Reader:
    """Builds values from the parser's events: no recursion, so no depth can exhaust it."""

    def __init__(self, file: str, problems: Problems) -> None:
        self.file, self.problems = file, problems
        self.lines: dict[Path, int] = {}
        self.content: Any = None
        self.open: list[_Open] = []

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent() if self._expects_key():
                self._take_key(event)
            case yaml.ScalarEvent():
                self._place(_scalar(event), event)
            case yaml.MappingStartEvent():
                self._begin({}, event)
            case yaml.SequenceStartEvent():
                self._begin([], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self.open.pop()
            case yaml.AliasEvent():
                # Anchors within anchors may stand for more than memory holds.
                self._refuse(event, f"the alias '*{event.anchor}'", "every value written out")
            case yaml.DocumentStartEvent() if self.lines:
                self._refuse(event, "a second document", "one document a file")

    def _expects_key(self) -> bool:
        holder = self.open[-1] if self.open else None
        return holder is not None and isinstance(holder.values, dict) and holder.key is None

    def _take_key(self, event: yaml.ScalarEvent) -> None:
        holder = self.open[-1]
        name = str(event.value)
        if not name:
            self._refuse(event, "an empty key", "a word as key")
        holder.key, holder.repeated = name, name in holder.values
        path = (*holder.path, name)
        if holder.repeated:
            self._complain(
                event,
                path,
                f"'{name}' a second time",
                f"one '{name}' (line {self.lines[path]})",
            )
        self.lines.setdefault(path, _line(event))

    def _begin(self, values: dict[str, Any] | list[Any], event: yaml.Event) -> None:
        if self._expects_key():
            self._refuse(event, "a key that is a list or a mapping", "a word as key")
        if len(self.open) == _DEEPEST:
            self._refuse(event, "values nested without end", f"at most {_DEEPEST} levels")
        self.open.append(_Open(self._place(values, event), values))

    def _place(self, value: Any, event: yaml.Event) -> Path:
        """Put a value where it belongs and return its path."""
        path: Path = ()
        if not self.open:
            self.content = value
        else:
            holder = self.open[-1]
            if isinstance(holder.values, list):
                path = (*holder.path, len(holder.values))
                holder.values.append(value)
            else:
                assert holder.key is not None
                path = (*holder.path, holder.key)
                if not holder.repeated:
                    holder.values[holder.key] = value
                holder.key = None
        self.lines.setdefault(path, _line(event))
        return path

    def _refuse(self, event: yaml.Event, found: str, expected: str) -> None:
        self._complain(event, self.open[-1].path[:4] if self.open else (), found, expected)
        raise _Unreadable

    def _complain(self, event: yaml.Event, path: Path, found: str, expected: str) -> None:
        line = _line(event)
        self.problems.add(self.file, line, where=dotted(path), found=found, expected=expected)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _scalar(event: yaml.ScalarEvent) -> str | int | float | bool | None:
    text = str(event.value)
    if event.style:
        return text  # quoted or a block: always text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    return text
