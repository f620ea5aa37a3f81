"""Put a pack together from its files, collecting every error before refusing it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from esep.catalog.catalog import Catalog
from esep.catalog.control import read_calendar, read_control
from esep.catalog.definitions import Ids, check_known, read_indicators, read_topics, read_units
from esep.catalog.demonstration import read_demonstration
from esep.catalog.located import Item
from esep.catalog.meetings import read_meetings
from esep.catalog.outlines import read_outlines, read_wording
from esep.catalog.pack_files import PackFiles
from esep.catalog.publishers import read_providers, read_releases, read_sources
from esep.catalog.regions import read_regions
from esep.catalog.register_descriptions import read_register_descriptions
from esep.catalog.registers import read_registers
from esep.catalog.sdmx_mappings import check_sdmx_mappings
from esep.catalog.search import index_of
from esep.catalog.source_descriptions import Known, read_descriptions
from esep.catalog.wordbook import read_places, read_wordbook
from esep.model.observation import EstimateStage


def read_pack(root: Path) -> Catalog:
    pack = PackFiles(root)
    settings = pack.mapping("pack.yaml", "pack")
    if settings is None:
        pack.problems.refuse(root.name)  # without its languages nothing else can be judged
        raise AssertionError("a pack without settings has a problem")
    content = settings.content
    pack.languages = tuple(content["languages"])

    unit_ids: Ids = {}
    topic_ids: Ids = {}
    provider_ids: Ids = {}
    source_ids: Ids = {}
    indicator_ids: Ids = {}
    units = read_units(pack, unit_ids)
    topics = read_topics(pack, topic_ids)
    providers = read_providers(pack, provider_ids)
    sources = read_sources(pack, source_ids, providers=provider_ids)
    indicators = read_indicators(
        pack, indicator_ids, units=unit_ids, topics=topic_ids, sources=source_ids
    )
    regions = read_regions(pack, root=content["root"])
    releases = read_releases(pack, sources=source_ids)
    outlines = read_outlines(pack, indicators=indicators)
    wordings = read_wording(pack)
    registers = read_registers(pack, units=units, indicators=indicators)
    register_descriptions = read_register_descriptions(pack, registers=registers)
    demonstration = read_demonstration(pack, registers=registers)
    control = read_control(pack, indicators=indicators)
    meetings = read_meetings(pack, regions=regions.by_code, levels=control.levels)
    calendar = read_calendar(pack)
    known = Known.of(sources=source_ids, indicators=indicator_ids, units=unit_ids, regions=regions)
    descriptions = read_descriptions(pack, known=known)
    check_sdmx_mappings(
        pack,
        known={
            "indicator": known.indicators,
            "region": known.regions,
            "unit": known.units,
            "stage": list(EstimateStage),
        },
    )
    wordbook = read_wordbook(pack, topics=topic_ids)
    places = read_places(pack, regions=regions)
    names = pack.in_languages(settings, "names")
    _check_settings(
        pack,
        settings,
        units=unit_ids,
        indicators=indicator_ids,
        countries=regions.codes(0),
        outlines=outlines,
    )
    pack.problems.refuse(content["id"])
    return Catalog(
        id=content["id"],
        names=names,
        languages=pack.languages,
        root=content["root"],
        compare_level=content["compare_level"],
        population=content["population"],
        currency=content["currency"],
        default_outline=content.get("outline", next(iter(outlines), "")),
        rounding=dict(content.get("rounding", {})),
        synthetic=content.get("synthetic", False),
        path=root,
        topics=topics,
        units=units,
        indicators=indicators,
        providers=providers,
        sources=sources,
        regions=regions,
        releases=releases,
        meetings=meetings,
        outlines=outlines,
        wordings=wordings,
        descriptions=descriptions,
        wordbook=wordbook,
        places=places,
        registers=registers,
        register_descriptions=register_descriptions,
        demonstration=demonstration,
        control=control,
        calendar=calendar,
        search_entries=index_of(indicators, regions, topics),
    )


def _check_settings(
    pack: PackFiles,
    settings: Item,
    *,
    units: Iterable[str],
    indicators: Iterable[str],
    countries: Iterable[str],
    outlines: Iterable[str],
) -> None:
    content = settings.content
    expected = "the code of a region of level 0 in regions/*.csv"
    check_known(pack, settings, content["root"], countries, expected, "root")
    known = "an indicator of indicators/*.yaml"
    check_known(pack, settings, content["population"], indicators, known, "population")
    check_known(
        pack, settings, content["currency"], units, "a unit of units/units.yaml", "currency"
    )
    if "outline" in content:
        expected = "an outline of outlines/*.yaml"
        check_known(pack, settings, content["outline"], outlines, expected, "outline")
