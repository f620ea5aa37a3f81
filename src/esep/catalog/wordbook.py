"""Which words of a pack lead from a text to topics and to places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from esep.catalog.definitions import check_known
from esep.catalog.located import Item
from esep.catalog.pack_files import PackFiles
from esep.catalog.register import RegionRegister
from esep.model.place_words import PlaceWords, Town
from esep.model.topic_words import Proportion, Sort, TopicWords, Wordbook

WORDS = "topics/words.yaml"
PLACES = "places/words.yaml"
TOWNS = "places/towns.csv"
PROPORTIONS = "topics/proportions.yaml"
_BETWEEN_SPELLINGS = ";"


def read_wordbook(pack: PackFiles, *, topics: Iterable[str]) -> Wordbook:
    """A pack without this file is read by the names and aliases of its indicators alone."""
    item = pack.mapping(WORDS, "wordbook") if pack.found(WORDS) else None
    proportions = tuple(_proportions(pack, topics))
    if item is None:
        return Wordbook(proportions=proportions)
    known = "a topic of topics/topics.yaml"
    for id, content in item.content["topics"].items():
        check_known(pack, item, id, topics, known, "topics", id)
        for number, together in enumerate(content.get("both", ())):
            for place, each in enumerate(together):
                path = ("topics", id, "both", number, place)
                check_known(pack, item, each, topics, known, *path)
        for place, each in enumerate(content.get("absorbs", ())):
            check_known(pack, item, each, topics, known, "topics", id, "absorbs", place)
        if "words_of" in content:
            check_known(pack, item, content["words_of"], topics, known, "topics", id, "words_of")
        for part in ("words", "hints"):
            pack.refuse_languages(item, ("topics", id, part), content.get(part, {}))
    pack.refuse_languages(item, ("silent",), item.content.get("silent", {}))
    return Wordbook(
        topics={id: _topic(id, content) for id, content in item.content["topics"].items()},
        silent=_phrases(item.content, "silent"),
        proportions=proportions,
    )


def _proportions(pack: PackFiles, topics: Iterable[str]) -> Iterator[Proportion]:
    item = pack.mapping(PROPORTIONS, "proportions") if pack.found(PROPORTIONS) else None
    if item is None:
        return
    for place, each in enumerate(item.content["proportions"]):
        for end in ("of", "to"):
            path = ("proportions", place, end)
            check_known(pack, item, each[end], topics, "a topic of topics/topics.yaml", *path)
        least, most = (Decimal(str(each[end])) for end in ("least", "most"))
        yield Proportion(each["of"], each["to"], least, most)


def _topic(id: str, content: Mapping[str, Any]) -> TopicWords:
    return TopicWords(
        topic=id,
        takes=tuple(Sort(sort) for sort in content["takes"]),
        total=content.get("total", False),
        words=_phrases(content, "words"),
        hints=_phrases(content, "hints"),
        rate=content.get("rate", False),
        people=content.get("people", ""),
        words_of=content.get("words_of", ""),
        both=tuple(tuple(together) for together in content.get("both", ())),
        absorbs=tuple(content.get("absorbs", ())),
        yields=content.get("yields", False),
    )


def read_places(pack: PackFiles, *, regions: RegionRegister) -> PlaceWords:
    item = pack.mapping(PLACES, "places") if pack.found(PLACES) else None
    content: Mapping[str, Any] = item.content if item else {"kinds": {}}
    if item:
        for part in ("country", "with_kind", "not_places"):
            pack.refuse_languages(item, (part,), content.get(part, {}))
        for kind, phrases in content["kinds"].items():
            pack.refuse_languages(item, ("kinds", kind), phrases)
    header = ["parent", "kind", *(f"name_{language}" for language in pack.languages)]
    rows = list(pack.rows(TOWNS, "towns", header)) if pack.found(TOWNS) else []
    return PlaceWords(
        towns=tuple(_town(pack, row, regions) for row in rows),
        kinds={kind: _phrases(content["kinds"], kind) for kind in content["kinds"]},
        country=_phrases(content, "country"),
        with_kind=_phrases(content, "with_kind"),
        not_places=_phrases(content, "not_places"),
    )


def _town(pack: PackFiles, item: Item, regions: RegionRegister) -> Town:
    row: dict[str, str] = item.content
    known = "the code of a region in regions/*.csv"
    check_known(pack, item, row["parent"], regions.by_code, known, "parent")
    spellings = {
        language: tuple(
            each.strip() for each in row[f"name_{language}"].split(_BETWEEN_SPELLINGS) if each
        )
        for language in pack.languages
    }
    first = next((names[0] for names in spellings.values() if names), "")
    return Town(row["kind"], row["parent"], f"{first} {row['kind']}", spellings)


def _phrases(content: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {language: tuple(each) for language, each in content.get(key, {}).items()}
