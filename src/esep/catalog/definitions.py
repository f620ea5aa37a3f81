"""What is measured in a pack: its units, topics and indicators, and whether they fit together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from esep.catalog.located import Item
from esep.catalog.pack_files import PackFiles, noun
from esep.model.indicator import Direction, Indicator, IndicatorKind, PeriodConvention, Topic
from esep.model.text import Names
from esep.model.unit import ScaledUnit, Unit, UnitKind

Ids = dict[str, str]


def read_units(pack: PackFiles, ids: Ids) -> dict[str, Unit]:
    return {
        item.id: Unit(
            id=item.id,
            kind=UnitKind(item.content["kind"]),
            names=pack.nouns(item, "names"),
            symbol=item.content.get("symbol", ""),
            written=tuple(item.content.get("written", ())),
            before=tuple(item.content.get("before", ())),
        )
        for item in pack.entries(["units/units.yaml"], "units", ids)
    }


def read_topics(pack: PackFiles, ids: Ids) -> dict[str, Topic]:
    items = pack.entries(["topics/topics.yaml"], "topics", ids)
    return {
        item.id: Topic(
            item.id, pack.in_languages(item, "names"), order, item.content.get("listed", "")
        )
        for order, item in enumerate(items)
    }


def read_indicators(
    pack: PackFiles,
    ids: Ids,
    *,
    units: Iterable[str],
    topics: Iterable[str],
    sources: Iterable[str],
) -> dict[str, Indicator]:
    """Read every indicator and check what it refers to."""
    files = pack.found("indicators/*.yaml")
    if not files:
        pack.problems.add("indicators", 0, found="no file", expected="indicators/*.yaml")
    items = list(pack.entries(files, "indicators", ids))
    for item in items:
        _check_references(pack, item, units=units, topics=topics, sources=sources, indicators=ids)
    indicators = {item.id: _indicator(pack, item) for item in items}
    for item in items:
        _check_real_growth(pack, item, indicators)
        _check_weights(pack, item)
        _check_circle(pack, item, indicators)
    return indicators


def _indicator(pack: PackFiles, item: Item) -> Indicator:
    content = item.content
    ratio = content.get("ratio_of")
    aliases = content.get("aliases", {})
    pack.refuse_languages(item, ("aliases",), aliases)
    return Indicator(
        id=item.id,
        topic=content["topic"],
        kind=IndicatorKind(content["kind"]),
        unit=ScaledUnit.parse(content["unit"]),
        convention=PeriodConvention(content["convention"]),
        direction=Direction(content["direction"]),
        additive=content["additive"],
        decimals=content["decimals"],
        prices=content.get("prices", ""),
        base=content.get("base", ""),
        names=pack.nouns(item, "names"),
        definitions=pack.in_languages(item, "definitions"),
        aliases={language: tuple(aliases[language]) for language in pack.known(aliases)},
        source=content.get("source", ""),
        real_growth=content.get("real_growth", ""),
        components=tuple(content.get("components", ())),
        weights=dict(content.get("weights", {})),
        respondents=content.get("respondents", ""),
        largest_share=content.get("largest_share", ""),
        sum_of=tuple(content.get("sum_of", ())),
        ratio_of=(ratio[0], ratio[1]) if ratio else None,
        per_head=content.get("per_head", False),
        subjects=_subjects(pack, content["names"]),
        declared=content.get("declared", False),
        between=_between(content),
    )


def _between(content: dict[str, Any]) -> tuple[Decimal, Decimal] | None:
    if "between" not in content:
        return None
    low, high = content["between"]
    return (Decimal(str(low)), Decimal(str(high)))


def _subjects(pack: PackFiles, names: dict[str, dict[str, object]]) -> Names | None:
    """The nouns that grow; a language without one says it of the name itself."""
    if not any("subject" in name for name in names.values()):
        return None
    return Names(
        {
            language: noun(names[language].get("subject", names[language]))
            for language in pack.known(dict(names))
        }
    )


def _check_references(
    pack: PackFiles,
    item: Item,
    *,
    units: Iterable[str],
    topics: Iterable[str],
    sources: Iterable[str],
    indicators: Iterable[str],
) -> None:
    content = item.content
    check_known(pack, item, content["topic"], topics, "a topic of topics/topics.yaml", "topic")
    unit = ScaledUnit.parse(content["unit"]).unit_id
    check_known(pack, item, unit, units, "a unit of units/units.yaml", "unit")
    source = content.get("source", "")
    if source or not content.get("declared", False):
        expected = "a source of sources/"
        check_known(pack, item, source, sources, expected, "source")
    known = "an indicator of indicators/*.yaml"
    for key in ("real_growth", "respondents", "largest_share"):
        if named := content.get(key):
            check_known(pack, item, named, indicators, known, key)
    for branch, weight in content.get("weights", {}).items():
        check_known(pack, item, weight, indicators, known, "weights", branch)
    for key in ("components", "sum_of", "ratio_of"):
        for index, part in enumerate(content.get(key) or ()):
            check_known(pack, item, part, indicators, known, key, index)


def check_known(
    pack: PackFiles,
    item: Item,
    id: str,
    options: Iterable[str],
    expected: str,
    *path: str | int,
) -> bool:
    """Complain of a reference to something the pack does not define."""
    if id in options:
        return True
    item.complain(pack.problems, *path, found=f"'{id}'", expected=expected, options=options)
    return False


def _check_real_growth(pack: PackFiles, item: Item, indicators: Mapping[str, Indicator]) -> None:
    growth = indicators.get(indicators[item.id].real_growth)
    if growth is not None and growth.kind is not IndicatorKind.INDEX:
        item.complain(
            pack.problems,
            "real_growth",
            found=f"'{growth.id}', a {growth.kind}",
            expected="an indicator of the kind index",
        )


def _check_weights(pack: PackFiles, item: Item) -> None:
    """All branches or none: a composite of some of its branches is another one."""
    weights, components = item.content.get("weights"), item.content.get("components", ())
    if weights is not None and set(weights) != set(components):
        item.complain(
            pack.problems,
            "weights",
            found=f"weights of {', '.join(weights) or 'nothing'}",
            expected=f"one of each of the components: {', '.join(components) or 'there are none'}",
        )


def _check_circle(pack: PackFiles, item: Item, indicators: Mapping[str, Indicator]) -> None:
    """A derived indicator must come to an end: none is made of itself."""
    reached: set[str] = set()
    waiting = list(_parts(indicators[item.id]))
    while waiting:
        part = waiting.pop()
        if part == item.id:
            item.complain(
                pack.problems,
                "id",
                found=f"'{item.id}' made of itself",
                expected="components, sum_of and ratio_of that do not lead back",
            )
            return
        if part in indicators and part not in reached:
            reached.add(part)
            waiting.extend(_parts(indicators[part]))


def _parts(indicator: Indicator) -> tuple[str, ...]:
    return (*indicator.components, *indicator.sum_of, *(indicator.ratio_of or ()))
