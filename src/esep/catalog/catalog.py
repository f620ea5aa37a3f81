"""What a country pack knows: its definitions, regions, sources, meetings and wording."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from esep.catalog.fold import fold
from esep.catalog.nearest import nearest
from esep.catalog.register import RegionRegister
from esep.catalog.release import PackRelease
from esep.catalog.search import Entry, Hit, HitKind, find
from esep.errors import BadRequest, NotFound
from esep.model.control import Control, WorkingDays
from esep.model.demonstration import MadeUp
from esep.model.indicator import Indicator, Topic
from esep.model.meeting import Meeting
from esep.model.place_words import PlaceWords
from esep.model.register import Register
from esep.model.register_description import RegisterDescription
from esep.model.release import Provider, Source
from esep.model.source_description import SourceDescription
from esep.model.text import Text
from esep.model.topic_words import Wordbook
from esep.model.unit import Unit

Wording = tuple[tuple[str, str], ...]
"""File names and their Fluent texts."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """A validated pack. Whatever it refers to by id is in it."""

    id: str
    names: Text
    languages: tuple[str, ...]
    root: str
    """The code of the country."""
    compare_level: int
    """The level whose regions are ranked with one another."""
    population: str
    """The indicator that values per head are divided by."""
    currency: str
    default_outline: str
    """The outline used where none is named; empty where the pack has none."""
    rounding: Mapping[str, int]
    """Decimals by comparison, where the pack sets them."""
    synthetic: bool
    """The figures are made up; whatever is printed of them must say so."""
    path: Path
    topics: Mapping[str, Topic]
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    providers: Mapping[str, Provider]
    sources: Mapping[str, Source]
    regions: RegionRegister
    releases: tuple[PackRelease, ...]
    """In the order they became known."""
    meetings: tuple[Meeting, ...]
    outlines: Mapping[str, Mapping[str, Any]]
    wordings: Mapping[str, Wording]
    search_entries: tuple[Entry, ...]
    descriptions: Mapping[str, SourceDescription]
    """How files of providers are laid out, by the description's id."""
    wordbook: Wordbook
    """By which words of a text a figure's topic is known."""
    places: PlaceWords
    """How a text speaks of places."""
    registers: Mapping[str, Register]
    """What is followed over the years: projects, programmes, instructions."""
    register_descriptions: Mapping[str, RegisterDescription]
    """How registers of other publishers are laid out."""
    demonstration: tuple[MadeUp, ...]
    """Which cards are made up to show the registers at work."""
    control: Control
    """How the execution of instructions is watched."""
    calendar: WorkingDays

    def outline(self, id: str = "") -> Mapping[str, Any]:
        """An outline by id, or the pack's default one."""
        wanted = id or self.default_outline
        if wanted in self.outlines:
            return self.outlines[wanted]
        known = ", ".join(self.outlines) or "none"
        raise NotFound(f"There is no outline '{wanted}'", hint=f"The pack has: {known}.")

    def wording(self, language: str) -> Wording:
        """The Fluent files of a language: name and text."""
        if language not in self.languages:
            raise NotFound(
                f"The pack '{self.id}' has no language '{language}'",
                hint="It has: " + ", ".join(self.languages) + ".",
            )
        return self.wordings[language]

    def register(self, text: str) -> Register:
        """The register with this id or this word of the command line."""
        for register in self.registers.values():
            if text in (register.id, register.command):
                return register
        known = ", ".join(self.registers) or "none"
        raise NotFound(f"There is no register '{text}'", hint=f"The pack has: {known}.")

    def meeting(self, id: str) -> Meeting:
        for meeting in self.meetings:
            if meeting.id == id:
                return meeting
        known = ", ".join(meeting.id for meeting in self.meetings) or "none"
        raise NotFound(f"There is no meeting '{id}'", hint=f"The pack has: {known}.")

    def find_indicator(self, text: str) -> Indicator:
        """The indicator with this id, name, abbreviation, case form or alias."""
        if text in self.indicators:
            return self.indicators[text]
        wanted = fold(text)
        worths: dict[str, int] = {}
        for spelling, kind, id, worth in self.search_entries:
            if spelling == wanted and kind == HitKind.INDICATOR:
                worths[id] = max(worth, worths.get(id, 0))
        found = [id for id, worth in worths.items() if worth == max(worths.values())]
        if len(found) == 1:
            return self.indicators[found[0]]
        if found:
            raise BadRequest(
                f"'{text}' may mean several indicators",
                hint="Say which: " + ", ".join(self._named(id) for id in found) + ".",
            )
        hits = [hit for hit in self.search(text) if hit.kind is HitKind.INDICATOR]
        close = [hit.id for hit in hits[:3]] or nearest(text, self.indicators, limit=3)
        offer = "Nearest: " + ", ".join(self._named(id) for id in close) + "." if close else ""
        raise NotFound(f"There is no indicator '{text}'", hint=offer)

    def search(self, text: str, *, limit: int = 20) -> list[Hit]:
        """Indicators, regions and topics the words may mean, the best first."""
        found = find(text, self.search_entries, limit=limit)
        return [Hit(HitKind(kind), id, self._names(kind, id), score) for kind, id, score in found]

    def _names(self, kind: str, id: str) -> Text:
        match HitKind(kind):
            case HitKind.TOPIC:
                return self.topics[id].names
            case HitKind.REGION:
                names = self.regions.latest(id).names
            case HitKind.INDICATOR:
                names = self.indicators[id].names
        return Text({language: names.text(language) for language in names.by_language})

    def _named(self, id: str) -> str:
        return f"{id} ({self.indicators[id].names.text(self.languages[0])})"
