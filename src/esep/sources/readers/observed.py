"""Observations as a message tells them, one by one, gathered into columns in bounded memory."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import Any

from esep.sources.readers.columns import ReadColumns, numbered

_CHUNK_ROWS = 65_536
_MOST_COLUMNS = 200
"""More components than any structure has: the file was made to exhaust the memory."""


class Observed:
    """`add` is called for each observation; whatever its series or the whole says comes along."""

    def __init__(self) -> None:
        self.count = 0
        self._open: dict[str, list[str]] = {}
        self._in_open = 0
        self._chunks: list[tuple[int, dict[str, Any]]] = []
        self._all: dict[str, str] = {}
        self._groups: list[dict[str, str]] = []
        self._series: list[Mapping[str, str]] = [{}]
        self._series_at = 0
        self._series_of = array("i")

    def of_all(self, attributes: Mapping[str, str]) -> None:
        """What the message says of every observation."""
        for name, text in attributes.items():
            if self.count and self._all.get(name, "") != text:
                raise Contradiction(f"parts of which one says {name} {text[:40]}, others not")
        self._all.update(attributes)

    def group(self, attributes: Mapping[str, str]) -> None:
        """A part of a key, and what is said of every series that has it."""
        self._groups.append(dict(attributes))

    def open_series(self, attributes: Mapping[str, str]) -> None:
        self._series_at = len(self._series)
        self._series.append(attributes)

    def close_series(self) -> None:
        self._series_at = 0

    def add(self, attributes: Mapping[str, str]) -> None:
        columns = self._open
        for name, text in attributes.items():
            column = columns.get(name)
            if column is None:
                column = columns[name] = [""] * self._in_open
                _check_width(len(columns))
            column.append(text)
        self._in_open += 1
        if len(attributes) != len(columns):
            for column in columns.values():
                if len(column) < self._in_open:
                    column.append("")
        self._series_of.append(self._series_at)
        self.count += 1
        if self._in_open == _CHUNK_ROWS:
            self._close_chunk()

    def _close_chunk(self) -> None:
        import pyarrow as pa

        chunk = {name: _compact(pa.array(column)) for name, column in self._open.items()}
        self._chunks.append((self._in_open, chunk))
        self._open = {name: [] for name in self._open}
        self._in_open = 0

    def read(self, file: str, structure: str) -> ReadColumns:
        import pyarrow as pa

        if self._in_open:
            self._close_chunk()
        columns = self._of_series()
        for name in dict.fromkeys(name for _, chunk in self._chunks for name in chunk):
            parts = [chunk.get(name, pa.repeat("", rows)) for rows, chunk in self._chunks]
            if len({part.type for part in parts}) > 1:
                parts = [part.cast(pa.string()) for part in parts]
            own = pa.chunked_array(parts)
            columns[name] = _over(columns.get(name), own)
        for name, text in self._all.items():
            said = pa.DictionaryArray.from_arrays(
                pa.repeat(pa.scalar(0, pa.int32()), self.count), pa.array([text])
            )
            columns[name] = _over(said, columns.get(name))
        _check_width(len(columns))
        return ReadColumns(file, pa.table(columns), numbered(self.count), structure=structure)

    def _of_series(self) -> dict[str, Any]:
        import pyarrow as pa

        self._apply_groups()
        names = list(dict.fromkeys(name for each in self._series for name in each))
        _check_width(len(names))
        if not names:
            return {}
        places = pa.array(memoryview(self._series_of), pa.int32())
        columns = {}
        for name in names:
            texts = pa.array([each.get(name, "") for each in self._series]).dictionary_encode()
            columns[name] = texts.take(places)
        return columns

    def _apply_groups(self) -> None:
        """What a group says, each of its series says: its key is what series also have."""
        if not self._groups:
            return
        dimensions = {name for each in self._series for name in each}
        by_key: dict[tuple[str, ...], dict[tuple[str, ...], dict[str, str]]] = {}
        for group in self._groups:
            key = tuple(sorted(group.keys() & dimensions))
            said = {name: text for name, text in group.items() if name not in dimensions}
            by_key.setdefault(key, {}).setdefault(tuple(group[name] for name in key), {}).update(
                said
            )
        for number, series in enumerate(self._series):
            if not series:
                continue
            for key, groups in by_key.items():
                said = groups.get(tuple(series.get(name, "") for name in key), {})
                if said:
                    self._series[number] = series = {**said, **series}


def _check_width(columns: int) -> None:
    if columns > _MOST_COLUMNS:
        raise TooManyColumns(f"more than {_MOST_COLUMNS} components")


class TooManyColumns(ValueError):
    """The message names more components than any structure has."""


class Contradiction(ValueError):
    """Parts of a message say different things of all their observations."""


def _compact(cells: Any) -> Any:
    """A dictionary where texts repeat; values do not."""
    coded = cells.dictionary_encode()
    return coded if len(coded.dictionary) * 4 < max(len(cells), 64) else cells


def _over(below: Any, above: Any) -> Any:
    """What is said more closely holds, where it is said at all."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if below is None or above is None:
        return above if below is None else below
    own = above.cast(pa.string())
    return pc.if_else(pc.equal(own, ""), below.cast(pa.string()), own)
