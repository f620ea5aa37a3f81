"""The numbered list of what stands behind a document's figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from esep.briefings.voice import Voice
from esep.catalog import Catalog
from esep.facts.lineage import Lookup, cells
from esep.model.document import SourceNote
from esep.model.fact import Fact
from esep.model.register import Register
from esep.model.release import Release


@dataclass(frozen=True, slots=True)
class SourceIndex:
    """Which releases a document rests on, numbered in the order they are first met."""

    numbers: Mapping[str, int]
    """By release id, and address where a statement has one; the register has one of its own."""
    facts: Mapping[str, tuple[str, ...]]

    def of(self, fact: Fact, lookup: Lookup) -> tuple[int, ...]:
        found = {self.numbers[each] for each in _origins(fact, lookup)}
        return tuple(sorted(found))


def index_sources(facts: Iterable[Fact], lookup: Lookup) -> SourceIndex:
    numbers: dict[str, int] = {}
    used: dict[str, list[str]] = {}
    for fact in facts:
        for origin in _origins(fact, lookup):
            numbers.setdefault(origin, len(numbers) + 1)
            used.setdefault(origin, []).append(fact.id)
    return SourceIndex(numbers, {each: tuple(ids) for each, ids in used.items()})


def releases_behind(fact: Fact, lookup: Lookup) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell.release_id for cell in cells(fact, lookup)))


def _origins(fact: Fact, lookup: Lookup) -> tuple[str, ...]:
    """Releases; what people said is kept apart by the page on which it stands."""
    page = f"\n{fact.address}" if fact.said_on is not None and "://" in fact.address else ""
    return tuple(each + page for each in releases_behind(fact, lookup))


def source_notes(
    index: SourceIndex, releases: Mapping[str, Release], catalog: Catalog, voice: Voice
) -> tuple[SourceNote, ...]:
    """One note a release: who publishes, what, and when it became known."""
    notes = []
    for origin, number in index.numbers.items():
        release_id, _, page = origin.partition("\n")
        text, address = _told(release_id, releases.get(release_id), catalog, voice)
        notes.append(SourceNote(f"[{number}]", text, page or address, index.facts[origin]))
    return tuple(notes)


def _register(origin: str, catalog: Catalog) -> Register | None:
    """The register whose cards a figure was added up from."""
    word, _, id = origin.partition(" ")
    return catalog.registers.get(id) if word == "register" else None


def _told(origin: str, release: Release | None, catalog: Catalog, voice: Voice) -> tuple[str, str]:
    code, say = voice.language.code, voice.wording.text
    if release is None and (register := _register(origin, catalog)) is not None:
        return say("register-of-cards", register=register.names[code]), ""
    if release is None:
        country = catalog.regions.versions(catalog.root)[-1].names[code]
        return _plain(voice, "register-of-regions", names={"country": country}), ""
    source = catalog.sources.get(release.source)
    if source is None:
        return release.title, release.address
    provider = catalog.providers[source.provider].names[code]
    table = say("source-table", table=source.table) if source.table else ""
    published = _plain(voice, "source-published", days={"day": release.published_at})
    parts = (provider, source.names[code], table, published)
    return ". ".join(part for part in parts if part), release.address or source.address


def _plain(voice: Voice, say: str, **slots: Mapping[str, Any]) -> str:
    slots = {slot: {} for slot in ("facts", "names", "lists", "days", "texts")} | slots
    return "".join(run.text for run in voice.wording.runs(say, **slots))
