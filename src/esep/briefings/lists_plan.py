"""Lists that follow from rules, not from single sentences: problems, territory, instructions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from esep.briefings.outline import BlockSpec
from esep.briefings.plan import BlockPlan, ParagraphPlan, PointsPlan, Sentence
from esep.briefings.selection import Selection
from esep.model.fact import Comparability, Comparison, Fact
from esep.model.indicator import IndicatorKind
from esep.model.meeting import Instruction, InstructionKind
from esep.model.region import RegionChange, RegionVersion
from esep.model.text import Names, Text


class ListPlanner:
    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._lists: Mapping[str, Callable[[BlockSpec], Iterator[BlockPlan]]] = {
            "vintage": self._vintage,
            "extremes": self._extremes,
            "problems": self._problems,
            "territory": self._territory,
            "discussed": self._discussed,
            "instructions": self._instructions,
        }

    def blocks(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        yield from self._lists[spec.name](spec)

    # -- of what day the figures are ---------------------------------------------------

    def _vintage(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        published = self._selection.request.as_of or self._selection.newest_publication
        sentence = self._selection.sentence("vintage-note", days={"published": published})
        yield ParagraphPlan((sentence,), style="note")

    # -- the fastest and the slowest branch --------------------------------------------

    def _extremes(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        selection = self._selection
        code = selection.request.region.code
        facts = [
            fact
            for name in spec.indicators
            if (period := selection.newest(name))
            and (fact := selection.book.get(name, code, period, Comparison.LEVEL))
        ]
        # Branches of different periods have no fastest.
        if len(facts) < len(spec.indicators) or len({fact.period for fact in facts}) != 1:
            return
        ordered = sorted(facts, key=lambda fact: (-fact.value, fact.indicator))
        first, last = ordered[0], ordered[-1]
        names = {"first_name": self._subject(first), "last_name": self._subject(last)}
        sentence = selection.sentence(
            "branches-extremes", facts={"first": first, "last": last}, names=names
        )
        yield PointsPlan((sentence,))

    def _subject(self, fact: Fact) -> Names:
        indicator = self._selection.indicator(fact.indicator)
        return indicator.subjects or indicator.names

    # -- problems: told as plainly as growth -------------------------------------------

    def _problems(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        found = [each for name in spec.indicators for each in self._problem_of(name)]
        missing = tuple(
            self._selection.indicator(name).names
            for name in spec.indicators
            if self._selection.newest(name) is None
        )
        if missing and not spec.limit:
            found.append(
                self._selection.sentence(
                    "problem-missing", lists={"missing": missing}, caution=True
                )
            )
        if spec.limit:
            found = found[: spec.limit]
        if found:
            yield PointsPlan(tuple(found))

    def _problem_of(self, indicator: str) -> Iterator[Sentence]:
        selection = self._selection
        period = selection.newest(indicator)
        if period is None:
            return
        book, region, whole = selection.book, selection.request.region, selection.request.whole
        level = book.get(indicator, region.code, period, Comparison.LEVEL)
        assert level is not None
        if selection.indicator(indicator).kind is IndicatorKind.INDEX:
            yield from self._slow(
                indicator, level, book.get(indicator, whole.code, period, Comparison.LEVEL)
            )
            return
        change = book.get(indicator, region.code, period, Comparison.CHANGE)
        if change is not None and change.value != 0:
            worse = (change.value < 0) == selection.more_is_better(change)
            if worse:
                yield self._say("problem-worse", indicator, {"change": change, "level": level})
        elif level.verdict and level.verdict.comparability is Comparability.NOT_COMPARABLE:
            names, union_change = selection.union(level)
            facts = {"level": level, "union": union_change}
            yield selection.sentence(
                "problem-not-comparable",
                of=indicator,
                facts=facts,
                lists={"together": names},
                caution=True,
            )

    def _slow(self, indicator: str, level: Fact, whole: Fact | None) -> Iterator[Sentence]:
        """Falling is told before being below the country: the graver fact once, not twice."""
        if level.value < 100:
            yield self._say("problem-falling", indicator, {"level": level, "whole": whole})
        elif whole is not None and level.value < whole.value:
            yield self._say("problem-below-whole", indicator, {"level": level, "whole": whole})

    def _say(self, say: str, indicator: str, facts: Mapping[str, Fact | None]) -> Sentence:
        return self._selection.sentence(say, of=indicator, facts=facts, caution=True)

    # -- territory: what the register of regions says ----------------------------------

    def _territory(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        selection = self._selection
        region = selection.request.region
        sentences: list[Sentence] = []
        if (since := self._borders_since(region)) is not None:
            sentences.append(selection.sentence("territory-since", days={"since": since}))
        counted = [fact for _, fact in selection.subdivisions()]
        if counted:
            second = counted[1] if len(counted) > 1 else None
            facts = {"count_a": counted[0], "count_b": second}
            sentences.append(selection.sentence("territory-units", facts=facts))
        sentences += [
            selection.sentence(
                "territory-new" if self._is_new(child) else "territory-borders",
                names={"place": child.names},
                days={"since": child.valid_from},
            )
            for child in selection.children
            if child.valid_from is not None
            and child.change is not RegionChange.RENAME
            and (selection.request.on - child.valid_from).days <= _RECENT_DAYS
        ]
        if sentences:
            yield ParagraphPlan(tuple(sentences))

    def _borders_since(self, region: RegionVersion) -> date | None:
        """The day the present borders began; a new name does not make new ones."""
        versions = self._selection.catalog.regions.versions(region.code)
        return next(each for each in versions if each.territory == region.territory).valid_from

    def _is_new(self, child: RegionVersion) -> bool:
        return self._selection.catalog.regions.versions(child.code)[0].id == child.id

    # -- the meeting -------------------------------------------------------------------

    def _discussed(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        meeting = self._selection.request.meeting
        if meeting and meeting.discussed:
            yield ParagraphPlan((self._selection.sentence("meeting-discussed"),))
            yield PointsPlan(tuple(self._quoted(text) for text in meeting.discussed))

    def _instructions(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        """Instructions by number. What was only stressed is told apart: it orders nothing."""
        meeting = self._selection.request.meeting
        if not meeting:
            return
        given = [each for each in meeting.instructions if each.kind is InstructionKind.INSTRUCTION]
        stressed = [each for each in meeting.instructions if each not in given]
        if given:
            intro = self._selection.sentence("meeting-instructed", days={"meeting": meeting.on})
            yield ParagraphPlan((intro,))
            yield PointsPlan(tuple(self._instruction(each) for each in given), numbered=True)
        if given and all(each.measure is None for each in given):
            sentence = self._selection.sentence("instructions-without-measure", caution=True)
            yield ParagraphPlan((sentence,), style="caution")
        if stressed:
            yield ParagraphPlan((self._selection.sentence("meeting-stressed"),))
            yield PointsPlan(tuple(self._quoted(each.text) for each in stressed))

    def _instruction(self, instruction: Instruction) -> Sentence:
        days = {"deadline": instruction.deadline} if instruction.deadline else {}
        say = f"instruction-{instruction.control.value}"
        return self._quoted(instruction.text, say=say, days=days)

    def _quoted(
        self, text: Text, say: str = "plain", days: Mapping[str, date] | None = None
    ) -> Sentence:
        return replace(self._selection.sentence(say, days=days), texts={"text": text})


_RECENT_DAYS = 3 * 366
"""A city or district younger than this is still news in a briefing."""
