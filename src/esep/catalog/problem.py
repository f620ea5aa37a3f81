"""What is wrong in a pack, where, and how it is told to the person who can mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from esep.errors import BadPack

SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One complaint. `line` counts from 1; 0 means the file as a whole."""

    file: str
    line: int
    where: str
    found: str
    expected: str
    nearest: str = ""

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        key = f" ({self.where})" if self.where else ""
        text = f"{place}{key}: found {self.found}; expected {self.expected}"
        return f"{text}; did you mean '{self.nearest}'?" if self.nearest else text


class Problems:
    """Collects every complaint of a pack, so that they are mended in one sitting."""

    def __init__(self) -> None:
        self._all: dict[Problem, None] = {}

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Problem]:
        """In the order of the files and their lines."""
        return iter(sorted(self._all))

    def add(
        self,
        file: str,
        line: int,
        *,
        where: str = "",
        found: str,
        expected: str,
        options: Iterable[str] | None = None,
    ) -> None:
        """Note a problem; `options` are the ids that would have been right."""
        close = ""
        if options is not None:
            from esep.catalog.nearest import nearest

            close = next(iter(nearest(_named(found), options)), "")
        self._all[Problem(file, line, where, found, expected, close)] = None

    def refuse(self, pack: str) -> None:
        """Raise BadPack with all that was noted; do nothing if nothing was."""
        if not self._all:
            return
        found = list(self)
        lines = [str(problem) for problem in found[:SHOWN]]
        if len(found) > SHOWN:
            lines.append(f"... and {len(found) - SHOWN} more")
        count = "1 error" if len(found) == 1 else f"{len(found)} errors"
        raise BadPack(
            f"The pack '{pack}' has {count}",
            detail="\n".join(lines),
            hint="Mend the lines named above; nothing of the pack is used until they are right.",
        )


def _named(found: str) -> str:
    """The word in quotes: what was written where another was meant."""
    return found.split("'")[1] if found.count("'") > 1 else found
