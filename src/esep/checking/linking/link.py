"""Of what is a figure told: topic, indicator, comparison, plan or fact?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from esep.catalog.catalog import Catalog
from esep.checking.linking.bare import (
    ROOM_OR_PEOPLE,
    goes_with_part,
    is_bare,
    is_parallel,
    is_part,
    sort_of_bare,
)
from esep.checking.linking.before import (
    Frame,
    Named,
    head_for,
    heads_of,
    refers_back,
    what_is_before,
)
from esep.checking.linking.cells import HeadReader, Heads, with_unit
from esep.checking.linking.comparison import (
    INDEX_FROM,
    Said,
    back_through_lists,
    comparison_of,
    goes_on,
    is_converted,
    is_planned,
    said_of,
    shares_its_plan,
    unit_of,
)
from esep.checking.linking.indicators import IndicatorRanking
from esep.checking.linking.layout import Layout
from esep.checking.linking.rubric import BY_FIELD, after, announced, speaks_of_field
from esep.checking.linking.sorts import counted, counted_unit, sort_of
from esep.checking.linking.subject import Subjects
from esep.checking.linking.topics import (
    Before,
    Heard,
    Scores,
    ellipses,
    general,
    score_topics,
    takes,
)
from esep.checking.linking.vocabulary import STRONG, Vocabularies
from esep.language.reading.currencies import Currencies
from esep.model.claim import Claim, Quantity, QuantityKind, WrittenPeriod
from esep.model.passage import PassageKind, ReadText, Sentence
from esep.model.topic_words import Sort
from esep.model.unit import UnitKind

_FROM_HEADING, _FROM_EARLIER, _FADING = 0.2, 0.17, 0.7
"""What the words of a heading and of the sentence before lend; those before it fade."""
_NO_TOPIC = "other"
_DONE_OF_PLAN = "plan_execution"
"""How much of a plan was done is no plan."""


def _subject(frames: Sequence[Frame], before: Named) -> Named:
    """What a sentence is about: what it names most plainly, or else what it goes on about."""
    plain = [frame.heard.named for frame in frames if frame.named]
    return max(plain, key=lambda named: max(named.values()), default=before)


def _says_itself(layout: Layout) -> bool:
    """Whether a cell says what it is of beside its figure: the people of 2 million are a unit."""
    return any(
        cue.weight >= STRONG
        for found in layout.cues
        for cue in found.meanings
        if not any(
            each.start <= layout.words[found.first].start < each.end for each in layout.quantities
        )
    )


def _titled(layout: Layout) -> Named:
    """The indicators a heading names: what a sentence under it is about that names none."""
    meanings = [cue for found in layout.cues for cue in found.meanings if cue.indicator]
    return {cue.indicator: cue.weight for cue in meanings}


class Linker:
    """Links the figures of texts to the topics and indicators of one pack."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.vocabularies = Vocabularies(catalog)
        self.money = Currencies.of(catalog.units.values(), catalog.currency)
        self._ranking = IndicatorRanking(catalog)
        self._general = general(catalog.wordbook.topics, 2)
        self._indices = {
            indicator.topic
            for indicator in catalog.indicators.values()
            if catalog.units[indicator.unit.unit_id].kind is UnitKind.INDEX
        }

    def link(
        self,
        read: ReadText,
        text: str,
        sentences: Sequence[Sentence],
        quantities: Sequence[Sequence[Quantity]],
        periods: Sequence[Sequence[WrittenPeriod]] = (),
    ) -> tuple[Claim, ...]:
        """Claims of a text in order; `text` is the evened one, offsets are the same.

        `quantities` and `periods` are those of each sentence; quantities that are no claims
        are left out.
        """
        claims: list[Claim] = []
        reader = HeadReader(self.vocabularies)
        subjects = Subjects(self.catalog.wordbook.topics)
        last: tuple[Frame, ...] = ()
        subject: Named = {}
        heading: Scores = {}
        titled: Named = {}
        passage = -1
        earlier: Scores = {}
        rubric: Scores = {}
        field: Scores = {}
        for number, sentence in enumerate(sentences):
            if sentence.passage != passage:
                earlier, rubric, field = {}, {}, {}
                subjects.enter()
                if read.passages[sentence.passage].kind is not PassageKind.ITEM:
                    last, subject = (), titled
                passage = sentence.passage
            block = read.passages[passage]
            figures = [
                with_unit(each, block.heads, sentence.language, self.money)
                for each in quantities[number]
                if not each.not_claim
            ]
            heads = reader.hear(block.heads, sentence.language)
            layout = Layout(text, sentence, figures, self.vocabularies)
            if _says_itself(layout):
                heads = Heads(said=heads.said)  # the cell says itself what it is of
            if block.kind in (PassageKind.HEADING, PassageKind.TITLE):
                heading = self._context(layout, _FROM_HEADING)
                titled = _titled(layout)
            told = announced(layout)
            rubric = after(layout, rubric, self._general) if told is None else told
            context = heads.scores or {**heading, **earlier}
            known = ((), {}) if heads.scores else (last, subject)
            own = {**rubric, **field} if field and speaks_of_field(layout) else rubric
            frames = self._frames(layout, *known, context, own, heads, subjects)
            field = field or self._field(frames)
            times = periods[number] if periods else ()
            claims += self._claims(layout, frames, number, times, heads)
            last = heads_of(layout, frames) or last
            subject = _subject(frames, subject)
            subjects.leave(layout)
            faded = {topic: score * _FADING for topic, score in earlier.items()}
            earlier = {**faded, **self._context(layout, _FROM_EARLIER)}
        return tuple(claims)

    def _field(self, frames: Sequence[Frame]) -> Scores:
        """What `the sector` will mean: the topic of the first figure, if it sums up a territory."""
        topics = [each.topic for each in frames if each.topic]
        words = self.catalog.wordbook.topics.get(topics[0]) if topics else None
        return {topics[0]: BY_FIELD} if words and words.total else {}

    def _context(self, layout: Layout, share: float) -> Scores:
        scores: Scores = {}
        for found in layout.cues:
            for cue in found.meanings:
                if cue.weight >= STRONG:
                    scores[cue.topic] = max(scores.get(cue.topic, 0.0), cue.weight * share)
        return scores

    def _frames(
        self,
        layout: Layout,
        last: tuple[Frame, ...],
        subject: Named,
        context: Scores,
        rubric: Scores,
        heads: Heads,
        subjects: Subjects,
    ) -> list[Frame]:
        topics = self.catalog.wordbook.topics
        nouns = [counted(layout, at) for at in range(len(layout.quantities))]
        sorts = [
            sort_of(quantity, noun) for quantity, noun in zip(layout.quantities, nouns, strict=True)
        ]
        lists = ellipses(layout, sorts, topics)
        frames: list[Frame] = []
        for at, quantity in enumerate(layout.quantities):
            head = head_for(last, sorts[at])
            before = what_is_before(layout, at, sorts[at], nouns[at], frames, head)

            def score(sort: Sort, at: int = at, before: Before | None = before) -> Heard:
                return score_topics(
                    layout,
                    at,
                    sort,
                    topics,
                    before=before,
                    context=context,
                    rubric=rubric,
                    ellipsis=lists.get(at, {}),
                )

            of_people = bool(frames) and frames[-1].sort in ROOM_OR_PEOPLE
            things = any(each.is_thing for each in frames)
            if of_people and not things and is_part(layout, at, nouns[at]):
                sorts[at] = frames[-1].sort  # `442 doctors, 236 of them to villages`
            heard = score(sorts[at])
            if is_bare(layout, at, nouns[at]):
                measured = [frame.quantity for frame in (*last, *frames)]
                of = topics.get(heard.plainest)
                if frames and takes(of, frames[-1].sort) and is_parallel(layout, at, measured[-1]):
                    quantity = replace(quantity, unit=measured[-1].unit, kind=measured[-1].kind)
                    sorts[at] = frames[-1].sort
                else:
                    quantity, sorts[at] = sort_of_bare(quantity, heard, topics, measured)
                if sorts[at] is not Sort.COUNT:
                    heard = score(sorts[at])
            if maker := subjects.of(layout, at):
                scores = subjects.absorb(heard.scores, maker, sorts[at])
                heard = replace(heard, scores=scores, every={**heard.every, **scores})
            heard.named.update(
                (id, max(score, heard.named.get(id, 0.0))) for id, score in heads.named.items()
            )
            frame = Frame(quantity, sorts[at], nouns[at], heard)
            # Under a heading the first sentence has none before it.
            goes_on = before.anaphor or before.bare if before else refers_back(layout)
            if goes_on and not frame.named:
                # `This is 4 % of the country's total`.
                heard.named.update(frames[-1].heard.named if frames else subject)
            frames.append(frame)
            if (
                at
                and goes_with_part(layout, at - 1)
                and takes(topics.get(frame.topic), sorts[at - 1])
            ):
                frames[-2] = replace(
                    frames[-2], heard=replace(frames[-2].heard, scores=heard.scores)
                )
        return frames

    def _claims(
        self,
        layout: Layout,
        frames: Sequence[Frame],
        number: int,
        periods: Sequence[WrittenPeriod],
        heads: Heads,
    ) -> list[Claim]:
        said = [said_of(layout, at).also(heads.said) for at in range(len(frames))]
        rates = [self._is_rate(frame.topic) for frame in frames]
        comparisons: list[str] = []
        for at in range(len(frames)):
            before = comparisons[-1] if comparisons else ""
            comparisons.append(comparison_of(layout, at, said[at], rates[at], before))
        comparisons = back_through_lists(layout, comparisons, rates)
        claims: list[Claim] = []
        for at, frame in enumerate(frames):
            indices = {each.topic for each in claims if each.quantity.unit == "index_percent"}
            claim = self._claim(
                layout, at, frame, number, said[at], comparisons[at], periods, heads, indices
            )
            if at and claims[-1].planned and goes_on(layout, at, said[at]):
                claim = replace(claim, planned=True)
            if at and is_converted(layout, at):
                told = replace(claims[-1], planned=claims[-1].planned or claim.planned)
                claims[-1] = told
                claim = replace(
                    claim, topic=told.topic, comparison=told.comparison, planned=told.planned
                )
            claims.append(claim)
        for at in range(len(claims) - 2, -1, -1):
            if claims[at + 1].planned and shares_its_plan(layout, at, said[at]):
                claims[at] = replace(claims[at], planned=True)
        return claims

    def _is_rate(self, topic: str) -> bool:
        words = self.catalog.wordbook.topics.get(topic)
        return words is not None and words.rate

    def _claim(
        self,
        layout: Layout,
        at: int,
        frame: Frame,
        sentence: int,
        said: Said,
        comparison: str,
        periods: Sequence[WrittenPeriod],
        heads: Heads,
        indices: set[str],
    ) -> Claim:
        topic, quantity = frame.topic, frame.quantity
        words = self.catalog.wordbook.topics.get(topic)
        unit = unit_of(
            layout,
            at,
            unit=counted_unit(quantity, words, frame.sort, frame.noun),
            comparison=comparison,
            said=said,
            of_index=topic in self._indices,
        )
        alike = unit == "percent" and not comparison and quantity.number >= INDEX_FROM
        if alike and topic in indices:
            unit = "index_percent"  # "107.9%, 5th of 20 regions; the country's was 103.9%"
        if unit == "index_percent":
            comparison = comparison if comparison in ("lowest", "highest") else "yoy"
            quantity = replace(quantity, unit=unit, kind=QuantityKind.INDEX)
        elif unit != quantity.unit:
            quantity = replace(quantity, unit=unit)
        real = {"real": True, "nominal": False}.get(said.first_of("real", "nominal"))
        spoken = layout.clause(at) if quantity.of is None else layout.after(at)

        def linked(quantity: Quantity, comparison: str) -> Claim:
            candidates = self._ranking.rank(
                frame.heard,
                (*spoken, *heads.words),
                layout.sentence.language,
                quantity=quantity,
                sort=frame.sort,
                comparison=comparison,
                topic=topic,
                real=real,
            )
            act = bool(said.first_of("done", "plan", "under_way"))
            return Claim(
                quantity=quantity,
                sentence=sentence,
                language=layout.sentence.language,
                label=" ".join((*(word.text for word in heads.words), layout.label(at))).strip(),
                topic=topic or _NO_TOPIC,
                indicator=self._ranking.sure(candidates, topic, act=act),
                candidates=candidates,
                comparison=comparison,
                planned=comparison != _DONE_OF_PLAN
                and is_planned(said, periods=tuple(periods), layout=layout, at=at),
                real=real,
            )

        claim = linked(quantity, comparison)
        if other := self._in_other_unit(quantity, comparison):
            slip = linked(*other)
            claim = replace(claim, in_other_unit=slip if slip.indicator else None)
        return claim

    def _in_other_unit(self, quantity: Quantity, comparison: str) -> tuple[Quantity, str] | None:
        """The quantity in the unit that may have been meant, and what it is then."""
        if quantity.kind is QuantityKind.MONEY and quantity.unit != self.money.own:
            return replace(quantity, unit=self.money.own), comparison
        if quantity.kind is QuantityKind.POINTS and comparison == "change":
            return replace(quantity, unit="percent", kind=QuantityKind.PERCENT), "yoy"
        return None
