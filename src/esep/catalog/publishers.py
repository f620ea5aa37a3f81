"""Who publishes what in a pack, and which releases it brings along."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from esep.catalog.definitions import Ids, check_known
from esep.catalog.pack_files import PackFiles
from esep.catalog.release import PackRelease
from esep.model.confidentiality import Rules
from esep.model.period import PeriodKind
from esep.model.release import Provider, Source


def read_providers(pack: PackFiles, ids: Ids) -> dict[str, Provider]:
    return {
        item.id: Provider(
            id=item.id,
            names=pack.in_languages(item, "names"),
            short=pack.in_languages(item, "short"),
            address=item.content["address"],
        )
        for item in pack.entries(
            ["sources/providers.yaml", *pack.found("sources/providers-*.yaml")], "providers", ids
        )
    }


def read_sources(pack: PackFiles, ids: Ids, *, providers: Iterable[str]) -> dict[str, Source]:
    sources = {}
    for item in pack.entries(
        ["sources/sources.yaml", *pack.found("sources/sources-*.yaml")], "sources", ids
    ):
        content = item.content
        expected = "a provider of sources/"
        check_known(pack, item, content["provider"], providers, expected, "provider")
        lag_days = content.get("lag_days", {})
        sources[item.id] = Source(
            id=item.id,
            provider=content["provider"],
            names=pack.in_languages(item, "names"),
            table=content.get("table", ""),
            address=content["address"],
            lag_days={PeriodKind(kind): days for kind, days in lag_days.items()},
            default_lag_days=content["default_lag_days"],
            lag_note=content.get("lag_note", ""),
            confidentiality=_rules(content.get("confidentiality")),
        )
    return sources


def _rules(content: dict[str, Any] | None) -> Rules | None:
    if content is None:
        return None
    exact = {"dominating_percent": Decimal(str(content.get("dominating_percent", 75)))}
    return Rules(**(content | exact))


def read_releases(pack: PackFiles, *, sources: Iterable[str]) -> tuple[PackRelease, ...]:
    """The releases in the order they became known."""
    releases = []
    ids: Ids = {}
    for file in pack.found("releases/*.yaml"):
        item = pack.mapping(file, "release")
        if item is None or not pack.is_new(item, ids):
            continue
        content = item.content
        expected = "a source of sources/"
        check_known(pack, item, content["source"], sources, expected, "source")
        path = (pack.root / file).parent / content["file"]
        if not path.is_file():
            item.complain(
                pack.problems,
                "file",
                found=f"'{content['file']}', which is not there",
                expected="a CSV file beside this one",
                options=[Path(name).name for name in pack.found("releases/*.csv")],
            )
        releases.append(
            PackRelease(
                id=item.id,
                source=content["source"],
                title=content["title"],
                kind=content["kind"],
                path=path,
                published=date.fromisoformat(content["published"]),
                published_note=content.get("published_note", ""),
                address=content.get("address", ""),
                stage=content.get("stage", ""),
                note=content.get("note", ""),
            )
        )
    return tuple(sorted(releases, key=lambda release: (release.published, release.id)))
