"""What do the registers hold of the instructions, and of the plans, that a claim speaks of?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from esep.app.counted_evidence import AS_THEY_STAND
from esep.app.execution import FollowUp
from esep.app.workspace import Workspace
from esep.language.reading.words import words
from esep.model.claim import Claim, PeriodSource, QuantityKind
from esep.tracking.instructions import fields as f

if TYPE_CHECKING:
    from esep.briefings.since_plan import SincePlanner
    from esep.checking.judge.evidence import Evidence
    from esep.model.execution import Execution, Followed
    from esep.model.fact import Fact

_WORD = re.compile(r"[^\W\d_]+")


class FollowedEvidence:
    """A claim is of a card where it tells the card's own words; the value has no say in it."""

    def __init__(self, workspace: Workspace, day: date) -> None:
        self._workspace = workspace
        self._catalog = workspace.catalog
        self._day = day
        self._planner = cache(self._held_against)
        self._heading = cache(self._column)
        self._follow_up = FollowUp(workspace)

    def of(self, claim: Claim) -> tuple[Evidence, ...]:
        from esep.checking.judge.evidence import Origin, evidence_of_fact

        if not claim.region:
            return ()
        execution = self._follow_up.of(claim.region, self._day)
        if execution is None:
            return ()
        indicators = self._catalog.indicators
        return tuple(
            evidence_of_fact(
                fact,
                topic=indicators[fact.indicator].topic if fact.indicator else "",
                origin=Origin.CARDS if fact.is_from_cards else Origin.REGISTER,
                source=f.REGISTER if fact.is_from_cards else self._catalog.id,
            )
            for fact in self._of_claim(claim, execution)
        )

    def _of_claim(self, claim: Claim, execution: Execution) -> Iterator[Fact]:
        if claim.quantity.kind in (QuantityKind.PERCENT, QuantityKind.POINTS):
            heading = self._heading(claim.language) if execution.last else ""
            if heading and _tells(claim, heading):
                yield from self._since(claim)
        elif claim.comparison in AS_THEY_STAND:
            yield from self._told(claim, execution)

    def _told(self, claim: Claim, execution: Execution) -> Iterator[Fact]:
        from esep.checking.judge.statistics import meant

        for indicator in meant(claim, self._catalog.indicators):
            if (total := execution.totals.get(indicator.id)) is not None and self._is_now(claim):
                yield total
        for each in execution.followed:
            if any(_tells(claim, text) for text in each.words.values()):
                yield from self._of_card(claim, each)
        for promise in execution.rebaselined:
            if _tells(claim, promise.title) and _tells(
                claim, promise.field.names.get(claim.language)
            ):
                yield (promise.now if self._is_now(claim) else promise.was).fact
                yield promise.first.fact

    def _since(self, claim: Claim) -> Iterator[Fact]:
        """How an indicator that the claim names changed since the last meeting of its region."""
        for candidate in claim.candidates:
            indicator = self._catalog.indicators[candidate.indicator]
            if _tells(claim, indicator.names.text(claim.language)):
                held = self._planner(claim.region).held(indicator.id)
                if held is not None and held.difference is not None:
                    yield held.difference

    def _held_against(self, region: str) -> SincePlanner:
        from esep.app.briefs import composer
        from esep.briefings.request import Request
        from esep.briefings.since_plan import SincePlanner
        from esep.model.period import Period

        regions, day = self._catalog.regions, self._day
        request = Request(
            region=regions.at(region, day),
            whole=regions.at(self._catalog.root, day),
            period=Period.year(day.year),
            on=day,
            as_of=None,
        )
        return SincePlanner(composer(self._workspace).selection(request))

    def _column(self, code: str) -> str:
        """What our own tables call a difference since the last meeting."""
        from esep.briefings.figures import Figures
        from esep.briefings.wording import Wording
        from esep.language import language

        catalog, spoken = self._catalog, language(code)
        figures = Figures(spoken, catalog.units, None)
        wording = Wording(spoken, catalog.wording(code), figures, catalog.indicators)
        return wording.text("column-difference") if "column-difference" in wording else ""

    def _is_now(self, claim: Claim) -> bool:
        """What stands is of the day of the text, unless its words name another time."""
        if claim.period is None or claim.period_source is not PeriodSource.EXPLICIT:
            return True
        return claim.period.end >= self._day

    def _of_card(self, claim: Claim, each: Followed) -> Iterator[Fact]:
        """Days and reports by their nouns; else what was due, or was reported, by the plan."""
        noun = _plain(claim.quantity.unit_text)
        for fact in (each.overdue, each.missing):
            if fact is not None and noun and noun in self._nouns(fact, claim.language):
                yield fact
        told = each.due if claim.planned else each.actual
        about = {claim.indicator, *(one.indicator for one in claim.candidates)}
        if told is not None and told.indicator in about:
            yield told

    def _nouns(self, fact: Fact, language: str) -> set[str]:
        name = self._catalog.units[fact.unit.unit_id].names[language]
        return {_plain(each) for each in (name.text, *(name.forms or {}).values())}


def _tells(claim: Claim, text: str) -> bool:
    """Whether a claim has these words: as written, or as the heads of a table are read."""
    read = " ".join(word.text for word in words(text, 0, len(text), claim.language))
    spoken = _plain(claim.label)
    return _plain(text) in spoken or _plain(read) in spoken


def _plain(text: str) -> str:
    """The words alone, each between spaces, so that a part of a word is never found."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
