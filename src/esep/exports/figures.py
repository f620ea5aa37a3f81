"""Which figures leave the store, with what goes along so that another program understands them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from esep.catalog import Catalog
from esep.model.tidy import TIDY_COLUMNS

if TYPE_CHECKING:
    import pyarrow as pa

ABOUT = ("release", "published")
"""What also is known of each figure: the release it came with, and the day of that."""


@dataclass(frozen=True)
class Figures:
    """Rows of text in the ten tidy columns and the two about their release."""

    table: pa.Table
    catalog: Catalog
    releases: Mapping[str, str]
    """Title, day and address of each release that is used, by its id."""

    @property
    def indicators(self) -> list[str]:
        import pyarrow.compute as pc

        return sorted(pc.unique(self.table["indicator"]).to_pylist())

    def about(self) -> dict[str, str]:
        """What the figures are, line by line, for people."""
        told: dict[str, str] = {"pack": self.catalog.id}
        used = self.indicators
        for id in used:
            indicator = self.catalog.indicators[id]
            # Of one indicator nothing needs to say which.
            of = f"{id}: " if len(used) > 1 else ""
            told[f"{of}indicator"] = id
            told[f"{of}topic"] = indicator.topic
            told[f"{of}unit"] = indicator.unit.code
            for language in self.catalog.languages:
                told[f"{of}name ({language})"] = indicator.names.text(language)
                told[f"{of}definition ({language})"] = indicator.definitions.get(language)
        for id, text in self.releases.items():
            told[f"release {id}"] = text
        return told


def figures_of(
    rows: Iterable[Mapping[str, object]], catalog: Catalog, *, releases: Mapping[str, str]
) -> Figures:
    """Of rows that are few, as `show` has them."""
    import pyarrow as pa

    listed = list(rows)
    columns = {
        name: pa.array([str(row.get(name) or "") for row in listed], pa.string())
        for name in (*TIDY_COLUMNS, *ABOUT)
    }
    return Figures(pa.table(columns), catalog, releases)


def texts(table: Any, name: str) -> list[str]:
    return [str(each) for each in table[name].to_pylist()]
