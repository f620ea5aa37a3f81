"""What a YAML file says and on which line: plain values only, no key twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from esep.catalog.located import Located, Path, dotted
from esep.catalog.problem import Problems

if TYPE_CHECKING:
    import yaml

# YAML 1.1 would read the key `on` as true, `2024-01-01` as a date and `1:30` as ninety. A pack
# is read by people: only these are not text.
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"[-+]?[0-9]+\.[0-9]+")
# An anchor repeated inside anchors may stand for more than memory holds.
_MOST_VALUES, _DEEPEST = 300_000, 40
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


def read_yaml(text: str, file: str, problems: Problems) -> Located | None:
    """Parse a file; note what is wrong with it and return None if it cannot be read at all."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except RecursionError:
        problems.add(file, 1, found="values nested without end", expected="a few levels")
        return None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        found = getattr(error, "problem", None) or str(error).splitlines()[0]
        problems.add(
            file, mark.line + 1 if mark else 0, found=f"bad YAML: {found}", expected="valid YAML"
        )
        return None
    if root is None:
        problems.add(file, 1, found="an empty file", expected="YAML content")
        return None
    lines: dict[Path, int] = {}
    content = _Reader(file, problems, lines).read(root, ())
    return Located(file, content, lines)


class _Reader:
    def __init__(self, file: str, problems: Problems, lines: dict[Path, int]) -> None:
        self.file, self.problems, self.lines = file, problems, lines
        self.open: set[int] = set()

    def read(self, node: yaml.Node, path: Path) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if not isinstance(node.value, list):
            return _scalar(node)
        if id(node) in self.open:
            self._complain(node, path, "an anchor that contains itself", "a finite value")
            return None
        if len(path) > _DEEPEST or len(self.lines) > _MOST_VALUES:
            self._complain(node, (), "values without end", f"at most {_MOST_VALUES} of them")
            return None
        self.open.add(id(node))
        value = self._mapping(node, path) if node.tag.endswith(":map") else self._list(node, path)
        self.open.remove(id(node))
        return value

    def _list(self, node: yaml.Node, path: Path) -> list[Any]:
        return [self.read(entry, (*path, index)) for index, entry in enumerate(node.value)]

    def _mapping(self, node: yaml.Node, path: Path) -> dict[str, Any]:
        content: dict[str, Any] = {}
        for key, value in node.value:
            if isinstance(key.value, list):
                self._complain(key, path, "a key that is a list or a mapping", "a word as key")
                continue
            name = str(key.value)
            if name in content:
                first = self.lines[(*path, name)]
                self._complain(
                    key, (*path, name), f"'{name}' a second time", f"one '{name}' (line {first})"
                )
                continue
            self.lines[(*path, name)] = key.start_mark.line + 1
            content[name] = self.read(value, (*path, name))
        return content

    def _complain(self, node: yaml.Node, path: Path, found: str, expected: str) -> None:
        line = node.start_mark.line + 1
        self.problems.add(self.file, line, where=dotted(path), found=found, expected=expected)


def _scalar(node: yaml.Node) -> str | int | float | bool | None:
    text = str(node.value)
    if getattr(node, "style", None):
        return text  # quoted or a block: always text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _NUMBER.fullmatch(text):
        return float(text)
    return text
