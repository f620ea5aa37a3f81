"""Which place is a figure of: the document's region, another one, a town of it?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from esep.checking.linking.vocabulary import frame_book
from esep.checking.places.gazetteer import Gazetteer, Mention, Place
from esep.language.reading.words import words
from esep.model.claim import Claim, Quantity
from esep.model.indicator import IndicatorKind
from esep.model.passage import PassageKind, ReadText, Sentence

_LEAD = 2
"""So many sentences of a text say what it is about."""
_IN_LEAD, _GOVERNED, _ELSEWHERE = 3, 3, 1
_SEVERAL = 3
"""A lead of so many regions is about all of them."""
_BY_GOVERNOR = 30
_AT_ONCE = 20
"""A sentence that begins with a region is about it."""
_JOINED = re.compile(r"\s*(?:(?:in|for|across|в|по)\W+)?(?:the\W+|целом\W+по\W+)?")
"""Between a figure and the place it is of."""
_BROKEN = re.compile(r"[,;:.()\u2013—]|\b(?:and|while|и|а|ал|мен|және)\b")
_LISTED = re.compile(r"[^:\d]{1,120}:")
_OF_IT = re.compile(r"\s(?:of\b|[а-яё]{3,})")
_BESIDE = ("change", "gap", "contribution")
"""Told of a region, beside the country that is named."""
_PLACES = ("rank", "per_head_rank")
_TAKES = re.compile(r"\s*(?:[^\W\d]+\s+)?")
"""At most a verb stands between a region and the place it takes."""
_NOT_MOVED = (*_PLACES, "share", *_BESIDE)
"""Told of a region among the regions of the country, or beside it."""
_OF_THINGS = frozenset({"count", "place", "tonne", "hectare", "km", "other"})
_PART = re.compile(r"(?:%-?|пайыз|paıyz|paiyz)(?:[ыіy]|дан астам[ыіy])н?\b", re.IGNORECASE)
_SIGHT = 500
_CLOSE = 60
"""Letters within which another region takes a figure of a text about one region."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text is about."""

    region: str
    several: bool = False
    """It goes from one region to the next."""
    town: Place | None = None
    """The town or district whose head it tells of."""


def setting_of(
    read: ReadText, text: str, sentences: Sequence[Sentence], gazetteer: Gazetteer
) -> Setting:
    """The region a text is about, by its title, its lead and who speaks."""
    weights: Counter[str] = Counter()
    lead: dict[str, int] = {}
    later: dict[str, None] = {}
    governed: dict[str, None] = {}
    parts: Counter[str] = Counter()
    doubtful: Counter[str] = Counter()
    town: Place | None = None
    part: Place | None = None
    country, central = "", False
    starters: set[str] = set()
    beheld: set[str] = set()
    nationwide = False
    for number, sentence in enumerate(sentences):
        kind = read.passages[sentence.passage].kind
        if kind is PassageKind.CELL:
            continue  # a table sets regions side by side, whatever the text is about
        title = kind in (PassageKind.TITLE, PassageKind.HEADING)
        opens = title or number < _LEAD
        governors = _spoken_of("governs", text, sentence)
        of_region = bool(_spoken_of("governs_region", text, sentence))
        central = central or (opens and bool(_spoken_of("central", text, sentence)))
        for mention in gazetteer.mentions(text, sentence, doubtful=True):
            place = mention.place
            if place.doubtful:
                doubtful[place.region] += _ELSEWHERE + opens
                continue
            if place.kind == "country":
                country = country or place.region
                central = central or (opens and not parts)
                nationwide = nationwide or opens
            where = _is_where(text, mention, sentence.language)
            near = any(abs(mention.start - at) <= _BY_GOVERNOR for at in governors)
            near = near and not (where and not place.part)
            if near and opens and part and not place.region and place.kind == part.kind:
                town = town or part  # of the district above, says "the head of the district"
            if not place.region or place.kind == "country":
                continue
            if place.part:
                parts[place.region] += 1
                part = place if opens else part
                town = town or (place if near and opens and not of_region else None)
                continue
            if mention.start - sentence.start <= _AT_ONCE:
                starters.add(place.region)
            if place.small and not near:
                weights[place.region] += _ELSEWHERE  # told to the press "in the capital"
                continue
            if not where:
                beheld.add(place.region)
            weights[place.region] += _ELSEWHERE + opens * _IN_LEAD + near * _GOVERNED
            if lead.get(place.region, number) != number or not opens:
                later[place.region] = None
            else:
                lead[place.region] = number
            if near:
                governed[place.region] = None
    if central and not governed and not town and (not lead or len(lead) >= _SEVERAL):
        return Setting(gazetteer.catalog.root, several=True)  # a minister tells of the country
    if nationwide and not lead and not governed and len(weights) > 1:
        return Setting(country, several=True)  # of the country, region by region
    others = {
        region: number for region, number in (parts or doubtful).items() if region not in weights
    }
    if others and not beheld:
        weights, lead = Counter(others), {}  # "Zhambyl has built 40 schools, he said in Astana"
    if town and not lead:
        return Setting(town.region, town=town)
    if not weights:
        weights = parts or doubtful
    if not weights:
        return Setting(country)  # a text that names no region may be about them all
    best = max(weights, key=lambda region: weights[region])
    taken_up = len(lead) > 1 and sum(region in later for region in lead) > 1
    several = len(lead) >= _SEVERAL or len(governed) > 1 or taken_up
    several = several or len(starters) >= _SEVERAL
    return Setting(best, several)


def _sums_up(claim: Claim) -> bool:
    """Whether it is a statistic of a place: what stands, is made or promised in a town is none."""
    return claim.quantity.unit not in _OF_THINGS and bool(claim.indicator or claim.candidates)


_IN = {"en": re.compile(r"\bin(?: the)? $", re.IGNORECASE), "ru": re.compile(r"\b[вВ]о? $")}
_AT = re.compile(r"[дт][ае](?:[гғ][ыі])?$")


def _is_where(text: str, mention: Mention, language: str) -> bool:
    """Whether a place is where something happens, as it is of every place where people meet."""
    if pattern := _IN.get(language):
        return pattern.search(text[max(0, mention.start - 8) : mention.start]) is not None
    return _AT.search(text[mention.start : mention.end]) is not None


def _spoken_of(what: str, text: str, sentence: Sentence) -> list[int]:
    """Where a sentence says so: who `governs` a region, or the `central` government."""
    spoken = words(text, sentence.start, sentence.end, sentence.language)
    return [
        spoken[found.first].start
        for found in frame_book(sentence.language).find(spoken)
        if what in found.meanings
    ]


def with_regions(
    claims: Sequence[Claim],
    read: ReadText,
    text: str,
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    *,
    region: str = "",
) -> tuple[Claim, ...]:
    """Give each claim its region; `region` is the one the reader says the text is about."""
    setting = Setting(region) if region else setting_of(read, text, sentences, gazetteer)
    mentions = [gazetteer.mentions(text, sentence, inside=setting.region) for sentence in sentences]
    walk = _Walk(gazetteer, setting, text)
    whole = _Heads(gazetteer, setting)
    by_sentence: dict[int, list[Claim]] = {}
    for claim in claims:
        by_sentence.setdefault(claim.sentence, []).append(claim)
    found: list[Claim] = []
    for number, sentence in enumerate(sentences):
        heads = read.passages[sentence.passage].heads
        own = by_sentence.get(number, [])
        walk.enter(
            whole.of(heads, sentence.language),
            sentence,
            mentions[number],
            told=bool(own),
            item=read.passages[sentence.passage].kind is PassageKind.ITEM,
        )
        for at, claim in enumerate(own):
            walk.look(claim, mentions[number])
            since = own[at - 1].quantity.end if at else sentence.start
            until = own[at + 1].quantity.start if at + 1 < len(own) else sentence.end
            place = walk.place_of(claim, since, until)
            found.append(replace(claim, region=place.code, region_name=place.name))
        walk.leave(mentions[number])
    return tuple(found)


class _Heads:
    """Finds the region or country the row, the column or the table of a cell names."""

    def __init__(self, gazetteer: Gazetteer, setting: Setting) -> None:
        self._gazetteer = gazetteer
        self._setting = setting
        self._known: dict[tuple[str, str], str] = {}

    def of(self, heads: Sequence[str], language: str) -> str:
        for head in heads:
            if (head, language) not in self._known:
                self._known[head, language] = self._one(head, language)
            if found := self._known[head, language]:
                return found
        return ""

    def _one(self, head: str, language: str) -> str:
        sentence = Sentence(0, len(head), language, 0)
        inside = self._setting.region
        for mention in self._gazetteer.mentions(head, sentence, inside=inside, listed=True):
            if mention.place.region and not mention.place.part:
                return mention.place.region
        return ""


class _Walk:
    """Goes through a text and knows which place it is speaking of."""

    def __init__(self, gazetteer: Gazetteer, setting: Setting, text: str) -> None:
        self._gazetteer = gazetteer
        self._setting = setting
        self._text = text
        self._heads = ""
        self._region = setting.region
        self._town: Place | None = None
        self._here: tuple[Mention, ...] = ()
        self._in_town: Place | None = None
        self._passage = -1
        self._start = 0
        self._district: Place | None = None

    def enter(
        self,
        heads: str,
        sentence: Sentence,
        mentions: tuple[Mention, ...],
        *,
        told: bool,
        item: bool,
    ) -> None:
        """Come to a sentence; `told` says that it has figures, `item` that it is of a list."""
        self._heads = heads
        self._start = sentence.start
        self._in_town = self._setting.town
        if sentence.passage != self._passage:
            self._passage = sentence.passage
            self._district = self._district if item else None
        for mention in mentions:
            place, at_once = mention.place, mention.start - sentence.start <= _AT_ONCE
            if place.kind == "region" and not place.part:
                self._district = None
            elif place.part and self._is_spoken_of(mention, sentence, at_once, told):
                self._district = place

    def _is_spoken_of(
        self, mention: Mention, sentence: Sentence, at_once: bool, told: bool
    ) -> bool:
        """Whether a sentence is about a part of the region, and the figures that follow with it.

        "Of Kordai district he said that it is calm. 392 projects ..."; a town has to be what the
        sentence begins with: "Конаев прихорошился: дорог отремонтировано 39 км".
        """
        if mention.place.kind == "district":
            return at_once and not told
        first = mention.start == sentence.start
        name = self._text[mention.start : mention.end]
        listed = _LISTED.match(self._text, mention.end, sentence.end)
        return first and listed is not None and self._gazetteer.is_plain(name, sentence.language)

    def look(self, claim: Claim, mentions: tuple[Mention, ...]) -> None:
        """See the places around a figure; what is far off in a long line is not."""
        start = bisect_left(mentions, claim.quantity.start - _SIGHT, key=lambda each: each.start)
        end = bisect_left(mentions, claim.quantity.end + _SIGHT, key=lambda each: each.start)
        self._here = mentions[start:end]

    @property
    def _of_country(self) -> bool:
        return self._setting.region == self._gazetteer.catalog.root

    def leave(self, mentions: tuple[Mention, ...]) -> None:
        if self._of_country:
            named = {each.place.region for each in mentions if each.place.kind != "country"}
            if len(named) > 1:
                self._region = self._setting.region  # of a list none is told of further
            elif "" not in named:
                self._region = next(iter(named), self._setting.region)
            return
        for mention in mentions:
            if mention.place.part:
                self._town = mention.place
            elif mention.place.kind == "region" and mention.place.region and self._setting.several:
                self._region = mention.place.region

    def place_of(self, claim: Claim, since: int, until: int) -> Place:
        region = self._region_of(claim, since, until)
        town = self._town_of(claim, since)
        if self._district and self._district.region == region:
            return self._district
        if town and town is self._setting.town and town.region == region:
            return town
        if town and town.region == region and self._totals(claim) and _sums_up(claim):
            return town
        return Place(region, self._gazetteer.name(region), region, "region")

    def _totals(self, claim: Claim) -> bool:
        words = self._gazetteer.catalog.wordbook.topics.get(claim.topic)
        return words is None or words.total

    def _region_of(self, claim: Claim, since: int, until: int) -> str:
        if self._heads and claim.comparison not in _BESIDE:
            return self._heads
        start = claim.quantity.start
        regions = [
            each
            for each in self._here
            if each.place.region
            and (self._of_country or not each.place.part)
            and each.place.kind != "country"
        ]
        if self._setting.several:
            before = [each for each in regions if each.start < start]
            # The regions a minister names after a figure of the country are examples.
            chosen = before[-1:] or regions[: not self._of_country]
            return chosen[0].place.region if chosen else self._region
        if claim.comparison in _PLACES:
            for each in reversed(regions):
                if each.end <= start and _TAKES.fullmatch(self._text, each.end, start):
                    return each.place.region  # "the region ranks 5th"
        stays = claim.comparison in _NOT_MOVED and not self._is_rate(claim)
        # "Of the coal mined in the country 60 per cent": what the region has of it.
        stays = stays or (claim.language == "kk" and bool(_PART.search(claim.quantity.text)))
        if stays or not self._totals(claim):
            return self._region
        whole = [
            each
            for each in self._here
            if each.place.region
            and not each.place.part
            and (not each.place.small or each.place.kind == "country")
        ]
        for each in whole:
            gap = self._text[claim.quantity.end : each.start]
            if claim.quantity.end <= each.start < until and _JOINED.fullmatch(gap):
                return each.place.region  # 103.9 % in the country
        for each in reversed(whole):
            if since <= each.start < start and not self._of_the_last(since, each, claim.quantity):
                close = start - each.end <= _CLOSE
                return each.place.region if close else self._region
        return self._region

    def _of_the_last(self, since: int, place: Mention, quantity: Quantity) -> bool:
        """Whether a place goes with the figure before: `42% of the country's beet, 18% of its`."""
        if quantity.unit != "percent" or since == self._start:
            return False
        beyond = _BROKEN.search(self._text, place.end, quantity.start)
        of = _OF_IT.match(self._text, quantity.end)
        return bool(beyond and of) and not _BROKEN.search(self._text, since, place.start)

    def _is_rate(self, claim: Claim) -> bool:
        """Whether a share is what an indicator itself tells of a place."""
        indicator = self._gazetteer.catalog.indicators.get(claim.indicator)
        rate = indicator is not None and indicator.kind is IndicatorKind.RATE
        return rate and claim.comparison == "share"

    def _town_of(self, claim: Claim, since: int) -> Place | None:
        """The town the sentence speaks of: named in it, or `the city` that was named before."""
        for each in self._here:
            if each.start > claim.quantity.start and each.start > since:
                break
            place = each.place
            if place.part:
                self._in_town = place
            elif not place.region and place.kind == "city" and self._town:
                self._in_town = self._town
            elif place.kind == "region":
                self._in_town = None
        return self._in_town
