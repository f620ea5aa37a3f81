"""Compose a briefing: one plan, phrased in each language, with its ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from esep.briefings.figures import Figures
from esep.briefings.ledger import build_ledger
from esep.briefings.outline import Outline
from esep.briefings.phrase import Phraser
from esep.briefings.plan import Plan
from esep.briefings.plan_facts import plan_facts
from esep.briefings.planner import make_plan
from esep.briefings.request import Request
from esep.briefings.selection import Selection
from esep.briefings.source_notes import index_sources, source_notes
from esep.briefings.voice import Voice
from esep.briefings.wording import Wording
from esep.catalog import Catalog
from esep.errors import NotFound
from esep.facts.book import FactBook
from esep.facts.counted import CountedFacts
from esep.facts.declared import DeclaredFacts
from esep.language import language
from esep.model.document import Document
from esep.model.execution import Execution
from esep.model.fact import Fact
from esep.model.period import Period
from esep.model.release import Release

FollowUp = Callable[[str, date], "Execution | None"]
"""What became of what was instructed to a region before a day."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """One plan and its documents; the ledger lists every figure of all of them."""

    plan: Plan
    documents: Mapping[str, Document]
    ledger: Mapping[str, Any]

    @property
    def key_figures(self) -> tuple[Fact, ...]:
        return self.plan.key_figures


class Composer:
    """Composes briefings from one collection of facts; the pack's wording is read once."""

    def __init__(
        self,
        catalog: Catalog,
        outline: Outline,
        book: FactBook,
        declared: DeclaredFacts,
        releases: Iterable[Release],
        counted: CountedFacts | None = None,
        follow_up: FollowUp | None = None,
    ) -> None:
        self._catalog = catalog
        self._outline = outline
        self._book = book
        self._declared = declared
        self._counted = counted
        self._follow_up = follow_up
        self._releases = {release.id: release for release in releases}
        self._voices: dict[str, Voice] = {}

    def compose(self, request: Request, languages: Sequence[str]) -> Briefing:
        """The briefing in each language; NotFound where nothing at all can be said."""
        selection = self.selection(request)
        plan = make_plan(self._outline, selection)
        # How many districts there are is known of any day; that alone is no briefing.
        if all(fact.id.startswith("register:") for fact in plan_facts(plan)):
            raise self._nothing(request)
        sources = index_sources(plan_facts(plan), selection.by_id)
        identifier = "-".join(
            (request.region.code, request.period.code.replace("/", "_"), request.on.isoformat())
        )
        documents = {}
        for code in languages:
            voice = self.voice(code)
            notes = source_notes(sources, self._releases, self._catalog, voice)
            phraser = Phraser(
                voice, request, sources, selection.by_id, synthetic=self._catalog.synthetic
            )
            documents[code] = phraser.document(plan, notes=notes, identifier=f"{identifier}-{code}")
        ledger = build_ledger(plan, documents, request, self._releases, selection.by_id)
        return Briefing(plan, documents, ledger)

    def selection(self, request: Request) -> Selection:
        """What may be said, and beside it what could be said at the last meeting."""
        execution = self._follow_up(request.region.code, request.on) if self._follow_up else None
        return Selection(
            self._catalog,
            self._book,
            self._declared,
            request,
            self._counted,
            execution=execution,
            earlier=self._earlier(request, execution),
        )

    def _earlier(self, request: Request, execution: Execution | None) -> Selection | None:
        last = execution.last if execution else None
        if last is None:
            return None
        regions = self._catalog.regions
        try:
            region = regions.at(request.region.code, last.on)
            whole = regions.at(request.whole.code, last.on)
        except NotFound:
            return None  # the region is younger than the meeting
        period = last.period or Period.year(last.on.year)
        then = Request(region, whole, period, last.on, request.as_of)
        return Selection(self._catalog, self._book, self._declared, then)

    def voice(self, code: str) -> Voice:
        if code not in self._voices:
            catalog = self._catalog
            speaking = language(code)
            peer = catalog.units.get("region")
            figures = Figures(speaking, catalog.units, peer.names if peer else None)
            texts = catalog.wording(code)
            wording = Wording(speaking, texts, figures, catalog.indicators)
            self._voices[code] = Voice(speaking, wording, figures, catalog.indicators)
        return self._voices[code]

    def _nothing(self, request: Request) -> NotFound:
        code = request.region.code
        newest = max(
            (
                period
                for indicator in self._book.indicators_with_values
                for period in self._book.periods(indicator, code)
            ),
            key=lambda period: period.end,
            default=None,
        )
        oldest = min(
            (
                period
                for indicator in self._book.indicators_with_values
                for period in self._book.periods(indicator, code)
            ),
            key=lambda period: period.start,
            default=None,
        )
        known = f"figures are known from {oldest} to {newest}" if newest else "no figures are known"
        return NotFound(
            f"nothing can be said of {code} for {request.period} on {request.on}",
            detail=f"for this region {known}; a period enters once it has ended and its "
            "source's usual lag has passed",
            hint="choose another --period or a later --on",
        )
