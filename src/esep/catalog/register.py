"""Where a region's borders ran on a day, which regions there were, and which one a name means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from esep.catalog.fold import fold
from esep.catalog.nearest import nearest
from esep.catalog.territory import safe_unions
from esep.errors import BadRequest, NotFound
from esep.model.period import Period
from esep.model.region import RegionVersion, SafeUnion, version_for


@dataclass(frozen=True, slots=True)
class RegionRegister:
    by_id: Mapping[str, RegionVersion]
    by_code: Mapping[str, tuple[RegionVersion, ...]]
    """Every version of each code, the earliest first; codes in order."""
    unions: tuple[SafeUnion, ...]
    aliases: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Other names by code and language."""
    source_codes: Mapping[str, tuple[str, ...]]
    """What sources call a region (`bns:ALM`), with the versions it means."""
    spellings: Mapping[str, tuple[str, ...]]
    """Folded names, with the codes they may mean: those in force today if any is."""

    @classmethod
    def build(
        cls,
        versions: Mapping[str, RegionVersion],
        *,
        aliases: Mapping[str, Mapping[str, tuple[str, ...]]],
        source_codes: Mapping[str, tuple[str, ...]],
    ) -> RegionRegister:
        by_code: dict[str, list[RegionVersion]] = {code: [] for code in _codes(versions)}
        for version in versions.values():
            by_code[version.code].append(version)
        histories = {
            code: tuple(sorted(history, key=lambda version: version.valid_from or date.min))
            for code, history in by_code.items()
        }
        return cls(
            by_id=versions,
            by_code=histories,
            unions=safe_unions(versions),
            aliases=aliases,
            source_codes=source_codes,
            spellings=_spellings(histories, aliases),
        )

    # -- versions ----------------------------------------------------------------------

    def versions(self, code: str) -> tuple[RegionVersion, ...]:
        """Every version of a code, the earliest first."""
        if code not in self.by_code:
            raise NotFound(f"There is no region '{code}'", hint=self._offer(code))
        return self.by_code[code]

    def version(self, version_id: str) -> RegionVersion:
        if version_id in self.by_id:
            return self.by_id[version_id]
        code = version_id.partition("@")[0]
        if code not in self.by_code:
            raise NotFound(f"There is no region version '{version_id}'", hint=self._offer(code))
        known = ", ".join(version.id for version in self.by_code[code])
        raise NotFound(f"There is no region version '{version_id}'", hint=f"There is: {known}.")

    def latest(self, code: str) -> RegionVersion:
        return self.versions(code)[-1]

    def at(self, code: str, day: date) -> RegionVersion:
        """The version in force on a day; NotFound says when there was one."""
        for version in self.versions(code):
            if version.covers(day):
                return version
        raise self._absent(code, day.isoformat())

    def for_period(self, code: str, period: Period) -> RegionVersion:
        """The version whose borders a figure of this period is on."""
        version = version_for(self.versions(code), period)
        if version is None:
            raise self._absent(code, f"the period {period}")
        return version

    def level(self, level: int, day: date) -> tuple[RegionVersion, ...]:
        """The regions of a level on a day, by code."""
        return tuple(
            version
            for history in self.by_code.values()
            for version in history
            if version.level == level and version.covers(day)
        )

    def children(self, code: str, day: date) -> tuple[RegionVersion, ...]:
        """The regions that lay in a region on a day, by code."""
        self.versions(code)
        return tuple(
            version
            for history in self.by_code.values()
            for version in history
            if version.parent == code and version.covers(day)
        )

    def codes(self, level: int) -> tuple[str, ...]:
        """Every code that ever stood for a region of this level, in order."""
        return tuple(
            code
            for code, history in self.by_code.items()
            if any(version.level == level for version in history)
        )

    def union(self, territory: str) -> SafeUnion | None:
        """The regions of today that together cover a territory of the past."""
        return next((union for union in self.unions if union.territory == territory), None)

    # -- names -------------------------------------------------------------------------

    def resolve(self, text: str) -> str:
        """The code a code, a name in any language, a case form or an alias stands for."""
        written = text.strip()
        if written in self.by_code:
            return written
        if written in self.by_id:
            return self.by_id[written].code
        codes = self.spellings.get(fold(written), ())
        if len(codes) == 1:
            return codes[0]
        if codes:
            raise BadRequest(
                f"'{written}' may mean several regions",
                hint="Say which: " + ", ".join(self._named(code) for code in codes) + ".",
            )
        raise NotFound(f"There is no region '{written}'", hint=self._offer(written))

    def _named(self, code: str) -> str:
        names = self.by_code[code][-1].names
        return f"{code} ({names.text(next(iter(names.by_language)))})"

    def _offer(self, text: str) -> str:
        close = nearest(text, [*self.by_code, *self.spellings], limit=6)
        codes = {code: None for name in close for code in self.spellings.get(name, (name,))}
        if not codes:
            return "Give a code, or a name in a language of the pack."
        return "Nearest: " + ", ".join(self._named(code) for code in list(codes)[:3]) + "."

    def _absent(self, code: str, when: str) -> NotFound:
        spans = [
            f"{version.valid_from or 'the beginning'} to {version.valid_to or 'today'}"
            for version in self.by_code[code]
        ]
        return NotFound(
            f"There is no region '{code}' for {when}",
            detail=f"It existed from {'; '.join(spans)} (the last day not counted).",
            hint=self._heirs(code),
        )

    def _heirs(self, code: str) -> str:
        own = {version.id for version in self.by_code[code]}
        related = {
            version.code
            for version in self.by_id.values()
            if version.code != code and own.intersection(version.predecessors)
        }
        for version in self.by_code[code]:
            related.update(id.partition("@")[0] for id in version.predecessors)
        related.discard(code)
        if not related:
            return ""
        return "Its land: " + ", ".join(self._named(other) for other in sorted(related)) + "."


def _codes(versions: Mapping[str, RegionVersion]) -> list[str]:
    return sorted({version.code for version in versions.values()})


def _spellings(
    histories: Mapping[str, tuple[RegionVersion, ...]],
    aliases: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for code, history in histories.items():
        found[fold(code)][code] = None
        for version in history:
            for name in version.names.by_language.values():
                for spelling in (name.text, name.short, *(name.forms or {}).values()):
                    found[fold(spelling)][code] = None
        for others in aliases.get(code, {}).values():
            for alias in others:
                found[fold(alias)][code] = None
    found.pop("", None)
    return {spelling: _meant(tuple(codes), histories) for spelling, codes in found.items()}


def _meant(
    codes: tuple[str, ...], histories: Mapping[str, tuple[RegionVersion, ...]]
) -> tuple[str, ...]:
    """Of regions with one name: those there are today, and of them the largest kind."""
    today = tuple(code for code in codes if histories[code][-1].valid_to is None) or codes
    level = min(histories[code][-1].level for code in today)
    return tuple(code for code in today if histories[code][-1].level == level)
