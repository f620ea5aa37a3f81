"""The numbered list of what stands behind a document's figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from esep.briefings.voice import Voice
from esep.catalog import Catalog
from esep.facts.lineage import Lookup, cells
from esep.model.document import SourceNote
from esep.model.fact import Fact
from esep.model.release import Release


@dataclass(frozen=True, slots=True)
class SourceIndex:
    """Which releases a document rests on, numbered in the order they are first met."""

    numbers: Mapping[str, int]
    """By release id; the register of regions has one of its own."""
    facts: Mapping[str, tuple[str, ...]]

    def of(self, fact: Fact, lookup: Lookup) -> tuple[int, ...]:
        found = {self.numbers[each] for each in releases_behind(fact, lookup)}
        return tuple(sorted(found))


def index_sources(facts: Iterable[Fact], lookup: Lookup) -> SourceIndex:
    numbers: dict[str, int] = {}
    used: dict[str, list[str]] = {}
    for fact in facts:
        for release_id in releases_behind(fact, lookup):
            numbers.setdefault(release_id, len(numbers) + 1)
            used.setdefault(release_id, []).append(fact.id)
    return SourceIndex(numbers, {each: tuple(ids) for each, ids in used.items()})


def releases_behind(fact: Fact, lookup: Lookup) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell.release_id for cell in cells(fact, lookup)))


def source_notes(
    index: SourceIndex, releases: Mapping[str, Release], catalog: Catalog, voice: Voice
) -> tuple[SourceNote, ...]:
    """One note a release: who publishes, what, and when it became known."""
    notes = []
    for release_id, number in index.numbers.items():
        text, address = _told(releases.get(release_id), catalog, voice)
        notes.append(SourceNote(f"[{number}]", text, address, index.facts[release_id]))
    return tuple(notes)


def _told(release: Release | None, catalog: Catalog, voice: Voice) -> tuple[str, str]:
    code, say = voice.language.code, voice.wording.text
    if release is None:
        return say("register-of-regions"), ""
    source = catalog.sources.get(release.source)
    if source is None:
        return release.title, release.address
    provider = catalog.providers[source.provider].names[code]
    table = say("source-table", table=source.table) if source.table else ""
    published = say("source-published", day=voice.language.date(release.published_at))
    parts = (provider, source.names[code], table, published)
    return ". ".join(part for part in parts if part), release.address or source.address
