"""Which words of a sentence name a place, and which region of the pack is it in?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from esep.catalog.catalog import Catalog
from esep.language.reading.phrases import Found, Phrase, PhraseBook, parts
from esep.language.reading.words import Word, words
from esep.model.claim import WrittenRegion
from esep.model.passage import Sentence

# The word for the kind of a place stands after its name, and before it with these.
_JOINED = {"en": ("=of",), "ru": ()}
_LIST = re.compile(r"\s*,?\s*(?:and|и|мен|және)?\s*")
_NAMES_LANGUAGE = "en"
"""Answers name regions as tables in this language do."""


# A dateline, or where a meeting was held: the figures are of neither.
_VENUE = re.compile(
    r"(?:\s+\w+){0,5}\s+(?:(?:өткен|[óö]tken)\s+(?:\w+\s+){0,2})?"
    r"(?:br[ıi]f[ıi]ng|baspas[óö]z|j[ıi]yn|otyrys|forum|ke[ńñ]es|kezdes[ýu]|брифинг|баспасөз|жиын|отырыс|форум|алаңында|коммуникация|кездесу|кеңес|мәжіліс|конференция)",
    re.IGNORECASE,
)
_VENUE_WITHIN = 90
_AT_A_PLACE = re.compile(r"(?:[дт][ае](?:[гғ][ыі])?|[dt][ae](?:[gǵğ][iyı])?)$", re.IGNORECASE)
# A name that persons bear as well is a person's beside another name, or where a thing bears it.
_BESIDE = 24
_CAPITAL = "[A-ZÁÄĞŃÑÓÖÚÜÝŞА-ЯЁӘҒҚҢӨҰҮҺІ]"
_NAME_BEFORE = re.compile(rf"(?<!\w){_CAPITAL}(?:[^\W\d_]*|\.)\s$|[-«\"]$")
_NAME_AFTER = re.compile(
    rf"\s{_CAPITAL}|[\"»]|-|\s(?:атындағы|атты|көше|даңғыл|мұражай|жолы|ауылы|елді"
    r"|street|avenue|улиц|проспект|музе)"
)
# "Of Kostanay", or who lives there, is written in small letters: костанайский, жамбылдық.
_ADJECTIVE = re.compile(
    r"ск(?:ий|ая|ое|ие|ого|ой|ому|ую|им|ом|их|ими)$|[лдт][ыі][қғк](?!.*ск)[^\W\d_]*$"
)
_OF_A_REGION = "ская"
_INHABITANTS = ("ц*", "сц*")
_QUOTES = frozenset('"«»“”')


def _says_where(text: str, sentence: Sentence, start: int, end: int) -> bool:
    if start == sentence.start and text[end : end + 1] in (".", ",") and text[start:end].isupper():
        return True
    if start and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES:
        return sentence.language == "kk"  # the name of a quarter, of a works
    if sentence.language != "kk" or not _AT_A_PLACE.search(text[start:end]):
        return False
    return _VENUE.match(text, end, min(sentence.end, end + _VENUE_WITHIN)) is not None


@dataclass(frozen=True, slots=True)
class Place:
    """What words for a place stand for."""

    code: str
    """Of the register; empty for a town it does not hold, and for `the region`."""
    name: str
    region: str
    """Code of the region it is or lies in; of the country, its own; empty for `the region`."""
    kind: str
    """`country`, `region`, `city`, `district`."""
    part: bool = False
    """A town or district: a part of a region."""
    bare: bool = False
    """A name without the word for its kind."""
    small: bool = False
    """Written in small letters too: `the capital`, `nationwide`."""
    doubtful: bool = False
    """A person's name too: a region only in a list of regions."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a sentence, by offsets into the text."""

    start: int
    end: int
    place: Place


class Gazetteer:
    """Knows the places of a pack in the forms of its languages."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self._books: dict[str, PhraseBook[Place]] = {}
        self._plain: dict[str, set[str]] = {}

    def mentions(
        self,
        text: str,
        sentence: Sentence,
        *,
        inside: str = "",
        listed: bool = False,
        doubtful: bool = False,
    ) -> tuple[Mention, ...]:
        """The places of a sentence in order, `the region` and `the city` among them.

        Of two places with one name the one inside a region is meant where that is given. `listed`:
        it is the head of a row, where a name that persons bear too is that of a place. `doubtful`:
        such names are told too, where they stand alone.
        """
        spoken = words(text, sentence.start, sentence.end, sentence.language)
        found = self._book(sentence.language).find(spoken)
        seen = [
            Mention(spoken[each.first].start, spoken[each.last].end, place)
            for each in found
            if (place := _meant(spoken, each, inside, listed=listed))
            and not _is_year(text, spoken[each.first], spoken[each.last])
            and not _says_where(text, sentence, spoken[each.first].start, spoken[each.last].end)
        ]
        kept: list[Mention] = []
        for each in reversed(seen):
            joined = bool(kept) and _LIST.fullmatch(text[each.end : kept[-1].start])
            beside = joined and kept[-1].place.kind == "region"
            if each.place.doubtful and (listed or beside):
                kept.append(replace(each, place=replace(each.place, doubtful=False)))
            elif not each.place.doubtful or (doubtful and _stands_alone(text, each)):
                kept.append(each)
        return tuple(reversed(kept))

    def places(self, text: str, sentence: Sentence) -> tuple[WrittenRegion, ...]:
        """The places a sentence names."""
        return tuple(
            WrittenRegion(
                each.start, each.end, text[each.start : each.end], each.place.code, each.place.name
            )
            for each in self.mentions(text, sentence)
            if each.place.name
        )

    def is_plain(self, words: str, language: str) -> bool:
        """Whether words are a name in the case of a subject, as the pack writes it."""
        if language not in self._plain:
            towns = (town.spellings.get(language, ()) for town in self.catalog.places.towns)
            self._plain[language] = {text for names in towns for text in names}
        return words in self._plain[language]

    def name(self, code: str) -> str:
        """The name of a region as answers give it."""
        if not code:
            return ""
        names = self.catalog.regions.latest(code).names
        first = next(iter(names.by_language))
        return names.short(_NAMES_LANGUAGE if _NAMES_LANGUAGE in names.by_language else first)

    # -- the book of a language -----------------------------------------------------------

    def _book(self, language: str) -> PhraseBook[Place]:
        if language not in self._books:
            hidden: list[Phrase[Place]] = [
                Phrase(found, None)
                for text in self.catalog.places.not_places.get(language, ())
                if (found := parts(text, language))
            ]
            self._books[language] = PhraseBook(language, (*self._phrases(language), *hidden))
        return self._books[language]

    def _phrases(self, language: str) -> Iterator[Phrase[Place]]:
        told = self.catalog.places
        for kind, by_language in told.kinds.items():
            for text in by_language.get(language, ()):
                yield from _phrase(text, language, Place("", "", "", kind, small=True))
        country = Place(
            self.catalog.root, self.name(self.catalog.root), self.catalog.root, "country"
        )
        for text in told.country.get(language, ()):
            yield from _phrase(text, language, replace(country, small=True))
        persons = {parts(text, language) for text in told.with_kind.get(language, ())}
        regions: set[tuple[str, ...]] = set()
        for code in self.catalog.regions.by_code:
            place = self._of_register(code)
            for text in self._spellings(code, language):
                found = parts(text, language)
                if found in persons and not place.part:
                    yield from self._with_kind(text, language, place)
                    yield Phrase(found, replace(place, bare=True, doubtful=True))
                elif found and found not in persons:
                    regions.add(found)
                    bare = len(found) == 1
                    yield Phrase(found, replace(place, bare=bare, small=text.islower()))
                    if language == "ru" and place.kind == "region":
                        for people in _inhabitants(text):
                            yield Phrase((people,), replace(place, small=True, bare=True))
                    if place.kind == "region" and (short := self._without_city(found, language)):
                        regions.add(short)
                        yield Phrase(short, replace(place, bare=True))
        for town in told.towns:
            place = Place("", town.name, town.parent, town.kind, part=True)
            for text in town.spellings.get(language, ()):
                yield from self._with_kind(text, language, place)
                found = parts(text, language)
                if town.kind == "city" and found not in regions and found not in persons:
                    yield Phrase(found, replace(place, bare=True))

    def _of_register(self, code: str) -> Place:
        version = self.catalog.regions.latest(code)
        level = self.catalog.compare_level
        if version.level == 0:
            return Place(code, self.name(code), code, "country")
        if version.level <= level:
            return Place(code, self.name(code), code, "region")
        kind = "city" if "city" in version.kind or "town" in version.kind else "district"
        return Place(code, self.name(code), self._parent(code), kind, part=True)

    def _parent(self, code: str) -> str:
        version = self.catalog.regions.latest(code)
        while version.level > self.catalog.compare_level:
            version = self.catalog.regions.latest(version.parent)
        return version.code

    def _spellings(self, code: str, language: str) -> Iterable[str]:
        """Every name a code ever had in a language, and its aliases."""
        register = self.catalog.regions
        found: dict[str, None] = {}
        for version in register.versions(code):
            name = version.names.by_language.get(language)
            if name:
                for text in (name.text, name.short, *(name.forms or {}).values()):
                    found[text] = None
        for alias in register.aliases.get(code, {}).get(language, ()):
            found[alias] = None
        return [text for text in found if text]

    def _without_city(self, name: tuple[str, ...], language: str) -> tuple[str, ...]:
        """The name of a city that is a region, without the word that says so; else nothing."""
        words = self.catalog.places.kinds.get("city", {}).get(language, ())
        kinds = [part for text in words for part in parts(text, language)]
        begun = tuple(kind[:-1] for kind in kinds if kind.endswith("*"))
        short = tuple(
            part for part in name if part not in kinds and not (begun and part.startswith(begun))
        )
        return short if len(short) < len(name) else ()

    def _with_kind(self, name: str, language: str, place: Place) -> Iterator[Phrase[Place]]:
        named = parts(name, language)
        for text in self.catalog.places.kinds.get(place.kind, {}).get(language, ()):
            kind = parts(text, language)
            if language in _JOINED:
                yield Phrase((*kind, *_JOINED[language], *named), place)
            yield Phrase((*named, *kind), place)


def _inhabitants(text: str) -> tuple[str, ...]:
    """How those who live there are called in Russian: костанайцы, североказахстанцы, шымкентцы."""
    word = text.lower().replace("-", "").removesuffix(_OF_A_REGION)
    return tuple(word + end for end in _INHABITANTS) if word.isalpha() else ()


def _phrase(text: str, language: str, place: Place) -> Iterator[Phrase[Place]]:
    if found := parts(text, language):
        yield Phrase(found, place)


def _meant(
    spoken: Sequence[Word], found: Found[Place], inside: str, *, listed: bool
) -> Place | None:
    """The place words stand for; a name has a capital letter, and is not a person's."""
    named = spoken[found.first : found.last + 1]
    capital = any(word.capital for word in named)
    adjective = found.first == found.last and bool(_ADJECTIVE.search(named[0].text))
    fitting = [
        place
        for place in found.meanings
        if place.small or capital or (adjective and place.kind == "region" and not place.part)
    ]
    if not fitting:
        return None
    place = next((each for each in fitting if inside and each.region == inside), fitting[0])
    if listed and place.part:
        # A table sets regions side by side, seldom a region beside a district of its name.
        place = next((each for each in fitting if each.kind == "region"), place)
    if place.bare and place.part and _follows_a_name(spoken, found.first):
        return None
    return place


def _stands_alone(text: str, name: Mention) -> bool:
    """Whether no other name and no `named after` stands beside a name."""
    ahead = text[max(0, name.start - _BESIDE) : name.start]
    behind = text[name.end : name.end + _BESIDE]
    led = _NAME_BEFORE.search(ahead) and not _AT_A_PLACE.search(text[name.start : name.end])
    return not (led or _NAME_AFTER.match(behind))


def _is_year(text: str, first: Word, last: Word) -> bool:
    """Whether a letter is no `г.` of a city but that of a year: 2024 г."""
    alone = first is last and last.end - first.start == 1
    return alone and first.start > 1 and text[first.start - 2].isdigit()


def _follows_a_name(spoken: Sequence[Word], at: int) -> bool:
    """Whether a name stands after another: `Nurlan Satpayev` is a person."""
    if at < 2:
        return False
    ahead, name = spoken[at - 1], spoken[at]
    return ahead.capital and not ahead.little and ahead.end + 1 == name.start
