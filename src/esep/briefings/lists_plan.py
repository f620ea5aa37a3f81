"""Lists that follow from rules, not from single sentences: problems, territory, instructions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from esep.briefings.outline import BlockSpec
from esep.briefings.plan import BlockPlan, ParagraphPlan, PointsPlan, Sentence
from esep.briefings.registers_plan import RegisterPlanner
from esep.briefings.selection import Selection
from esep.model.fact import Comparability, Comparison, Fact
from esep.model.indicator import Direction, IndicatorKind
from esep.model.meeting import Instruction, InstructionKind
from esep.model.region import RegionChange, RegionVersion
from esep.model.text import Names, Text


@dataclass(frozen=True, slots=True)
class _Problem:
    gravity: tuple[int, Decimal, str]
    """Least is gravest: the kind, then the larger distance, then the id."""
    sentence: Sentence


_FALLING, _BELOW, _PLACED, _UNCLEAR = range(4)

_TOP = 3
"""Places in which a falling share is still a lead."""


class ListPlanner:
    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._lists: Mapping[str, Callable[[BlockSpec], Iterator[BlockPlan]]] = {
            "vintage": self._vintage,
            "extremes": self._extremes,
            "low_base": self._low_base,
            "territory": self._territory,
            "discussed": self._discussed,
            "instructions": self._instructions,
            "by_stage": RegisterPlanner(selection).by_stage,
            "against_declared": RegisterPlanner(selection).against_declared,
        }

    def blocks(self, spec: BlockSpec, printed: frozenset[str] = frozenset()) -> Iterator[BlockPlan]:
        """`printed` are the facts that stand in the section already: a short list skips them."""
        if spec.name == "problems":
            yield from self._problems(spec, printed)
        else:
            yield from self._lists[spec.name](spec)

    # -- of what day the figures are ---------------------------------------------------

    def _vintage(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        published = self._selection.request.as_of or self._selection.newest_publication
        sentences = [self._selection.sentence("vintage-note", days={"published": published})]
        if other := self._selection.on_other_borders:
            # Beside figures of today's borders they would be read as of today's, too.
            sentences.append(self._listed("other-borders", "other", other))
        yield ParagraphPlan(tuple(sentences), style="note")

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

    def _problems(self, spec: BlockSpec, printed: frozenset[str]) -> Iterator[BlockPlan]:
        selection = self._selection
        graded = [each for name in spec.indicators for each in self._problem_of(name)]
        found = [each.sentence for each in sorted(graded, key=lambda each: each.gravity)]
        if spec.limit:
            new = [each for each in found if not _first_id(each) & printed]
            if new:
                yield PointsPlan(tuple(new[: spec.limit]))
            return
        looked_at = [name for name in spec.indicators if selection.newest(name)]
        missing = [
            name
            for name in spec.indicators
            if name not in looked_at
            and selection.said(name, selection.request.region.code, Comparison.LEVEL) is None
        ]
        if looked_at and not found:
            # No trouble is a finding too; silence would read as if nobody had looked.
            found.append(self._no_problem(looked_at))
        if missing:
            found.append(self._listed("problem-missing", "missing", missing, caution=True))
        if found:
            yield PointsPlan(tuple(found))

    def _no_problem(self, looked_at: list[str]) -> Sentence:
        """What was compared with what: nothing else was found to be without decline."""
        selection = self._selection
        code, whole = selection.request.region.code, selection.request.whole.code
        over_time, beside = [], []
        for name in looked_at:
            period, indicator = selection.newest(name), selection.indicator(name)
            assert period is not None
            is_index = indicator.kind is IndicatorKind.INDEX
            if is_index or selection.book.get(name, code, period, Comparison.CHANGE):
                over_time.append(indicator.names)
            if indicator.kind in (IndicatorKind.INDEX, IndicatorKind.RATE) and (
                selection.book.get(name, whole, period, Comparison.LEVEL)
            ):
                beside.append(indicator.names)
        if over_time and beside:
            lists = {"over_time": tuple(over_time), "beside": tuple(beside)}
            return selection.sentence("problem-none", lists=lists)
        say = "problem-none-over-time" if over_time else "problem-none-beside"
        if not (over_time or beside):
            return self._listed("problem-not-compared", "those", looked_at)
        return selection.sentence(say, lists={"those": tuple(over_time or beside)})

    def _listed(
        self, say: str, slot: str, indicators: Iterable[str], *, caution: bool = False
    ) -> Sentence:
        names = tuple(self._selection.indicator(name).names for name in indicators)
        return self._selection.sentence(say, lists={slot: names}, caution=caution)

    def _problem_of(self, indicator: str) -> Iterator[_Problem]:
        """Each indicator is told of once, by its gravest side."""
        found = tuple(self._decline_of(indicator))
        yield from found or self._last_per_head(indicator)

    def _decline_of(self, indicator: str) -> Iterator[_Problem]:
        selection = self._selection
        period = selection.newest(indicator)
        if period is None:
            return
        book, region, whole = selection.book, selection.request.region, selection.request.whole
        level = book.get(indicator, region.code, period, Comparison.LEVEL)
        assert level is not None
        country = book.get(indicator, whole.code, period, Comparison.LEVEL)
        kind = selection.indicator(indicator).kind
        if kind is IndicatorKind.INDEX:
            yield from self._slow(indicator, level, country)
            return
        change = book.get(indicator, region.code, period, Comparison.CHANGE)
        if change is not None and selection.is_worse(change, Decimal(0)):
            rank = book.get(indicator, region.code, period, Comparison.RANK)
            # The best of all regions lost a little of its lead: that is no trouble.
            if not (kind is IndicatorKind.RATE and rank is not None and rank.value <= _TOP):
                facts = {"level": level, "change": change}
                yield self._say("problem-worse", indicator, facts, _FALLING, abs(change.value))
        elif level.verdict and level.verdict.comparability is Comparability.NOT_COMPARABLE:
            names, union_change = selection.union(level)
            sentence = selection.sentence(
                "problem-not-comparable",
                of=indicator,
                facts={"level": level, "union": union_change},
                lists={"together": names},
                caution=True,
            )
            yield _Problem((_UNCLEAR, Decimal(0), indicator), sentence)
        elif kind is IndicatorKind.RATE and country and selection.is_worse(level, country.value):
            yield self._beside("problem-beside-whole", level, country)

    def _last_per_head(self, indicator: str) -> Iterator[_Problem]:
        """A place per head in the last quarter of the regions."""
        selection = self._selection
        period = selection.newest(indicator)
        code = selection.request.region.code
        if period is None or selection.indicator(indicator).direction is not Direction.UP:
            return
        per_head, place = (
            selection.book.get(indicator, code, period, each)
            for each in (Comparison.PER_HEAD, Comparison.PER_HEAD_RANK)
        )
        # "Third of three" is last too, but a quarter of three is nobody.
        if per_head is None or place is None or place.ranking is None or place.ranking.of < 4:
            return
        if 4 * place.value > 3 * place.ranking.of:
            facts = {"per_head": per_head, "rank": place}
            distance = place.value / place.ranking.of
            yield self._say("problem-place-per-head", indicator, facts, _PLACED, distance)

    def _beside(self, say: str, level: Fact, whole: Fact) -> _Problem:
        facts = {"level": level, "whole": whole}
        return self._say(say, level.indicator, facts, _BELOW, abs(level.value - whole.value))

    def _slow(self, indicator: str, level: Fact, whole: Fact | None) -> Iterator[_Problem]:
        """Falling is told before being below the country: the graver fact once, not twice."""
        selection = self._selection
        if not selection.more_is_better(level):
            if whole is not None and selection.is_worse(level, whole.value):
                yield self._beside("problem-beside-whole", level, whole)
        elif selection.is_worse(level, Decimal(100)):
            composite = bool(selection.indicator(indicator).components)
            say = "problem-falling-composite" if composite else "problem-falling"
            facts = {"level": level, "whole": whole}
            yield self._say(say, indicator, facts, _FALLING, 100 - level.value)
        elif whole is not None and selection.is_worse(level, whole.value):
            yield self._beside("problem-below-whole", level, whole)

    def _say(
        self,
        say: str,
        indicator: str,
        facts: Mapping[str, Fact | None],
        kind: int,
        size: Decimal,
    ) -> _Problem:
        sentence = self._selection.sentence(say, of=indicator, facts=facts, caution=True)
        return _Problem((kind, -size, indicator), sentence)

    # -- growth from a low base ---------------------------------------------------------

    def _low_base(self, spec: BlockSpec) -> Iterator[BlockPlan]:
        """High indices of a territory that is only a few years old, said with a caution."""
        selection = self._selection
        region = selection.request.region
        since = self._borders_since(region)
        if since is None or (selection.request.on - since).days > spec.years * 366:
            return
        high = []
        for name in spec.indicators:
            period = selection.newest(name)
            level = period and selection.book.get(name, region.code, period, Comparison.LEVEL)
            if level and level.value > spec.above and selection.borders_of(level) is None:
                high.append(self._subject(level))
        if high:
            say = "low-base-new" if self._is_new(region) else "low-base-borders"
            sentence = selection.sentence(
                say, lists={"those": tuple(high)}, days={"since": since}, caution=True
            )
            yield ParagraphPlan((sentence,), style="caution")

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
        sentences += self._recent_changes()
        if sentences:
            yield ParagraphPlan(tuple(sentences))

    def _recent_changes(self) -> Iterator[Sentence]:
        """One sentence a day and kind of change, whatever the number of districts it touched."""
        recent: defaultdict[tuple[date, str], list[Names]] = defaultdict(list)
        for child in self._selection.children:
            since = child.valid_from
            if since is None or child.change is RegionChange.RENAME:
                continue
            if (self._selection.request.on - since).days <= _RECENT_DAYS:
                say = "territory-new" if self._is_new(child) else "territory-borders"
                recent[since, say].append(child.names)
        for (since, say), names in sorted(recent.items(), key=lambda item: item[0]):
            yield self._selection.sentence(
                say, lists={"places": tuple(names)}, days={"since": since}
            )

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


def _first_id(sentence: Sentence) -> set[str]:
    """The fact a problem is about: the first of its sentence."""
    return {fact.id for fact in list(sentence.facts.values())[:1] if fact is not None}


_RECENT_DAYS = 3 * 366
"""A city or district younger than this is still news in a briefing."""
