"""What a file of the pack says, with the line of every key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from esep.catalog.problem import Problems

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """Parsed content. `lines` gives the line of each key and list item by its path."""

    file: str
    content: Any
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path = ()) -> int:
        """The line of the path, or of the nearest thing that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def items(self) -> list[Item]:
        """The entries of a file that is a list."""
        if not isinstance(self.content, list):
            return []
        return [Item(self, (index,), entry) for index, entry in enumerate(self.content)]

    def whole(self) -> Item:
        """The file itself, where it is one mapping."""
        return Item(self, (), self.content)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a file."""

    source: Located
    path: Path
    content: Any

    @property
    def id(self) -> str:
        """The entry's id, or an empty string where it has none; the schema complains then."""
        value = self.content.get("id") if isinstance(self.content, dict) else None
        return value if isinstance(value, str) else ""

    @property
    def file(self) -> str:
        return self.source.file

    def line(self, *path: str | int) -> int:
        return self.source.line((*self.path, *path))

    def where(self, *path: str | int) -> str:
        return dotted((*self.path, *path))

    def complain(
        self,
        problems: Problems,
        *path: str | int,
        found: str,
        expected: str,
        options: Iterable[str] | None = None,
    ) -> None:
        problems.add(
            self.file,
            self.line(*path),
            where=self.where(*path),
            found=found,
            expected=expected,
            options=options,
        )


def dotted(path: Iterable[str | int]) -> str:
    """Write a path as people read it: `[3].names.kk.text`, entries counted from 1."""
    parts = [f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path]
    return "".join(parts).removeprefix(".")
