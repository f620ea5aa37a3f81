"""Which indicators may a figure be of, the likeliest first?"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence

from esep.catalog.catalog import Catalog
from esep.checking.linking.topics import Heard
from esep.language.reading.phrases import parts
from esep.language.reading.stems import keys
from esep.language.reading.words import Word
from esep.model.claim import Candidate, Quantity, QuantityKind
from esep.model.indicator import Indicator, IndicatorKind
from esep.model.topic_words import Sort
from esep.model.unit import UnitKind

Stems = tuple[str, ...]
"""The words of a name, sorted: sums over them must not hang on the order of a set."""

_SHOWN = 5
_TOPICS = 3
_BY_TOPIC, _BY_NAME, _BY_WORDS = 0.7, 0.6, 0.8
_SURE, _MARGIN = 1.0, 0.04
_NO_RATE = 0.3
_VOLUME = 0.1
"""What a volume index is ahead of the value it deflates, for a growth."""
_STATED = 0.15
"""What an official series is ahead of a declared one, where nothing else tells them apart."""

_RATES = (UnitKind.PERCENT, UnitKind.INDEX)
_PEOPLE = frozenset({"person", "passenger", "job"})
_CROWDS = frozenset({"person", "passenger"})
_ROOM = frozenset({"place", "pupil_place", "bed"})


class IndicatorRanking:
    """Ranks the indicators of a pack by the words of a clause; values never enter."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._names: dict[str, dict[str, tuple[Stems, ...]]] = {}
        self._rarity: dict[str, dict[str, float]] = {}
        self._by_topic: dict[str, list[Indicator]] = {}
        for indicator in catalog.indicators.values():
            self._by_topic.setdefault(indicator.topic, []).append(indicator)

    def rank(
        self,
        heard: Heard,
        clause: Iterable[Word],
        language: str,
        *,
        quantity: Quantity,
        sort: Sort,
        comparison: str,
        topic: str,
        real: bool | None,
    ) -> tuple[Candidate, ...]:
        if not topic or not heard.scores:
            return ()
        names = self._named(language)
        spoken = {stem for word in clause for stem in word.stems}
        most = max(heard.scores.values())
        best = sorted(heard.scores, key=lambda each: (-heard.scores[each], each))[:_TOPICS]
        told: dict[str, float] = {}
        for each in dict.fromkeys((topic, *best)):
            share = heard.scores.get(each, 0.0) / most * _BY_TOPIC
            for indicator in self._by_topic.get(each, ()):
                told[indicator.id] = (
                    share
                    + _BY_NAME * min(heard.named.get(indicator.id, 0.0), 1.5)
                    + _BY_WORDS * self._overlap(names.get(indicator.id, ()), spoken, language)
                    + (0.0 if indicator.declared else _STATED)
                )
        if comparison == "yoy" and quantity.kind is not QuantityKind.TIMES:
            self._prefer_volumes(told, real)
        told = {
            id: score
            for id, score in told.items()
            if fits(self.catalog, id, quantity, sort=sort, comparison=comparison)
        }
        if comparison == "share":
            self._prefer_rates(told, topic)
        if sort is Sort.RANK or real is False:
            self._prefer_amounts(told)
        found = [
            Candidate(id, self.catalog.indicators[id].topic, round(score, 3))
            for id, score in told.items()
        ]
        found.sort(key=lambda each: (-each.score, each.indicator))
        return tuple(found[:_SHOWN])

    def _prefer_volumes(self, told: dict[str, float], real: bool | None) -> None:
        """A growth in per cent is that of the volume, unless the words say current prices."""
        for id, score in list(told.items()):
            indicator = self.catalog.indicators[id]
            volume = indicator.real_growth
            # Pay and incomes grow in money, unless the words say `real`.
            flows = indicator.kind is IndicatorKind.FLOW and real is not False
            if volume and (flows or real):
                told[volume] = max(told.get(volume, 0.0), score + _VOLUME)

    def _prefer_amounts(self, told: dict[str, float]) -> None:
        """A place is that of an amount before that of its growth, and so is what prices change."""
        for volume in {self.catalog.indicators[id].real_growth for id in told} & set(told):
            told[volume] -= _VOLUME

    def _prefer_rates(self, told: dict[str, float], topic: str) -> None:
        """A share is first the one that is published as such, where its topic has one."""
        of = {id: self.catalog.indicators[id] for id in told}
        rates = {id for id, each in of.items() if each.kind is IndicatorKind.RATE}
        if any(of[id].topic == topic for id in rates):
            for id in set(told) - rates:
                told[id] -= _NO_RATE

    def sure(self, candidates: Sequence[Candidate], topic: str, *, act: bool) -> str:
        """The best candidate, where the words tell it from the next one.

        `act`: the text tells what was or will be done. Then a count of things built or bought
        is none of what there is.
        """
        own = [each for each in candidates if each.topic == topic]
        if not own or own[0] is not candidates[0] or own[0].score < _SURE:
            return ""
        if len(own) > 1 and own[0].score - own[1].score < _MARGIN:
            return ""
        indicator = self.catalog.indicators[own[0].indicator]
        words = self.catalog.wordbook.topics.get(topic)
        things = words is not None and not words.total
        if act and things and indicator.kind is IndicatorKind.STOCK and not indicator.declared:
            return ""
        return indicator.id

    def _overlap(self, names: Iterable[Stems], spoken: set[str], language: str) -> float:
        """How much of a name is told, its rare words counting more."""
        rarity = self._rarity[language]
        best = 0.0
        for name in names:
            rarest = max(name, key=lambda stem: (rarity[stem], stem), default="")
            if rarest not in spoken:
                continue  # `production` alone is not that of milk
            whole = sum(rarity[stem] for stem in name)
            told = sum(rarity[stem] for stem in name if stem in spoken)
            best = max(best, told / whole * min(1.0, 0.5 + len(name) / 6) if whole else 0.0)
        return best

    def _named(self, language: str) -> dict[str, tuple[Stems, ...]]:
        if language not in self._names:
            names: dict[str, tuple[Stems, ...]] = {}
            count: Counter[str] = Counter()
            for indicator in self.catalog.indicators.values():
                name = indicator.names.by_language.get(language)
                texts = [name.text, name.short] if name else []
                texts += indicator.aliases.get(language, ())
                found = {
                    tuple(
                        sorted(
                            {keys(part.strip("=*"), language)[0] for part in parts(text, language)}
                        )
                    )
                    for text in texts
                    if text
                }
                names[indicator.id] = tuple(sorted(found))
                count.update(sorted(set().union(*found)))
            total = len(names) + 1
            self._rarity[language] = {stem: math.log(total / n) for stem, n in count.items()}
            self._names[language] = names
        return self._names[language]


def fits(catalog: Catalog, id: str, quantity: Quantity, *, sort: Sort, comparison: str) -> bool:
    """The gate: whether such a figure can be one of the indicator at all."""
    indicator = catalog.indicators[id]
    unit, kind = indicator.unit.unit_id, catalog.units[indicator.unit.unit_id].kind
    if sort is Sort.RANK:
        return True
    if comparison == "plan_execution":
        return kind is UnitKind.MONEY
    if quantity.kind is QuantityKind.POINTS:
        return indicator.additive if comparison == "contribution" else kind in _RATES
    if comparison in ("yoy", "lowest", "highest"):
        return kind is not UnitKind.PERCENT
    match sort:
        case Sort.MONEY:
            return unit == quantity.unit
        case Sort.PERCENT:
            return kind is UnitKind.PERCENT or (comparison == "share" and indicator.additive)
        case Sort.PERSON:
            return unit in _PEOPLE
        case Sort.PLACE:
            return unit in _ROOM
        case Sort.COUNT:
            return kind is UnitKind.COUNT and unit not in _ROOM | _CROWDS
        case Sort.TONNE | Sort.HECTARE | Sort.M2 | Sort.KM:
            return unit == sort.value
        case _:
            return kind is UnitKind.MEASURE and unit == quantity.unit
