"""Made-up countries of a few plots of land, whose regions split, merge, shift and are renamed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hypothesis import strategies as st

from esep.catalog.territory import with_territories
from esep.model.region import RegionChange, RegionVersion
from esep.model.text import Name, Names

FIRST, LAST = 2015, 2020
PLOTS = 6


@dataclass
class Country:
    """Regions as sets of plots; what a region is follows from its plots, never from its code."""

    versions: dict[str, RegionVersion] = field(default_factory=dict)
    plots: dict[str, frozenset[int]] = field(default_factory=dict)
    """The plots of each version."""
    now: dict[str, str] = field(default_factory=dict)
    """The version of each code in force."""
    last_code: int = 0

    def add(
        self,
        code: str,
        plots: frozenset[int],
        day: date | None,
        change: RegionChange,
        *predecessors: str,
    ) -> None:
        version = RegionVersion(
            code, day, None, 1, "land", "T", change, predecessors, "", Names({"en": Name(code)}), {}
        )
        self.versions[version.id] = version
        self.plots[version.id] = plots
        self.now[code] = version.id

    def end(self, code: str, day: date) -> str:
        version = self.versions[self.now.pop(code)]
        ended = RegionVersion(
            **{name: getattr(version, name) for name in version.__slots__} | {"valid_to": day}
        )
        self.versions[version.id] = ended
        return version.id

    def fresh(self) -> str:
        self.last_code += 1
        return f"R{self.last_code}"

    def finished(self) -> Country:
        self.versions = with_territories(self.versions)
        return self

    def of_territory(self, territory: str) -> frozenset[int]:
        return self.plots[territory]


@st.composite
def countries(draw: st.DrawFn) -> Country:
    country = Country()
    root = RegionVersion(
        "T", None, None, 0, "country", "", RegionChange.ORIGIN, (), "", Names({"en": Name("T")}), {}
    )
    country.versions[root.id] = root
    country.plots[root.id] = frozenset(range(PLOTS))
    cuts = sorted(draw(st.sets(st.integers(1, PLOTS - 1), min_size=1, max_size=3)))
    for start, stop in zip([0, *cuts], [*cuts, PLOTS], strict=True):
        plots = frozenset(range(start, stop))
        country.add(country.fresh(), plots, None, RegionChange.ORIGIN)
    for year in range(FIRST, LAST + 1):
        if draw(st.booleans()):
            _change(draw, country, date(year, draw(st.sampled_from([1, 6, 12])), 1))
    return country.finished()


def _change(draw: st.DrawFn, country: Country, day: date) -> None:
    code = draw(st.sampled_from(sorted(country.now)))
    plots = country.plots[country.now[code]]
    kind = draw(st.sampled_from(["split", "merge", "rename", "shift", "silent shift"]))
    others = sorted(set(country.now) - {code})
    if kind == "rename":
        country.add(code, plots, day, RegionChange.RENAME, country.end(code, day))
    elif kind == "split" and len(plots) > 1:
        taken = frozenset(draw(st.sets(st.sampled_from(sorted(plots)), min_size=1)))
        if taken == plots:
            return
        before = country.end(code, day)
        country.add(code, plots - taken, day, RegionChange.SPLIT, before)
        country.add(country.fresh(), taken, day, RegionChange.SPLIT, before)
    elif kind == "merge" and others:
        other = draw(st.sampled_from(others))
        whole = plots | country.plots[country.now[other]]
        before = country.end(code, day), country.end(other, day)
        country.add(code, whole, day, RegionChange.MERGE, *before)
    elif "shift" in kind and others and len(plots) > 1:
        other = draw(st.sampled_from(others))
        neighbour = country.plots[country.now[other]]
        plot = draw(st.sampled_from(sorted(plots)))
        before = country.end(code, day), country.end(other, day)
        # A register that is silent about the neighbour names only the region itself.
        named = (before, before) if kind == "shift" else (before[:1], before[1:])
        country.add(code, plots - {plot}, day, RegionChange.BOUNDARY_SHIFT, *named[0])
        country.add(other, neighbour | {plot}, day, RegionChange.BOUNDARY_SHIFT, *named[1])
