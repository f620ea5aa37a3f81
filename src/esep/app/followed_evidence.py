"""What do the registers hold of the instructions, and of the plans, that a claim speaks of?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from esep.app.counted_evidence import AS_THEY_STAND
from esep.app.execution import FollowUp
from esep.app.workspace import Workspace
from esep.language.reading.words import words
from esep.model.claim import Claim, PeriodSource

if TYPE_CHECKING:
    from esep.checking.judge.evidence import Evidence
    from esep.model.execution import Execution, Followed
    from esep.model.fact import Fact

_WORD = re.compile(r"[^\W\d_]+")


class FollowedEvidence:
    """A claim is of a card where it tells the card's own words; the value has no say in it."""

    def __init__(self, workspace: Workspace, day: date) -> None:
        self._catalog = workspace.catalog
        self._day = day
        self._follow_up = FollowUp(workspace)

    def of(self, claim: Claim) -> tuple[Evidence, ...]:
        from esep.checking.judge.evidence import Origin, evidence_of_fact

        if not claim.region or claim.comparison not in AS_THEY_STAND:
            return ()
        execution = self._follow_up.of(claim.region, self._day)
        if execution is None:
            return ()
        indicators = self._catalog.indicators
        return tuple(
            evidence_of_fact(
                fact,
                topic=indicators[fact.indicator].topic if fact.indicator else "",
                origin=Origin.REGISTER,
                source=self._catalog.id,
            )
            for fact in self._told(claim, execution)
        )

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
