"""What commands, settings, indicators, sources and regions are there? Written as pages.

`make docs` writes docs/reference; a test fails when a page is not what this would write.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from esep.cli.main import COMMANDS, cli
from esep.cli.register import register_group
from esep.settings import SETTINGS

if TYPE_CHECKING:
    from esep.catalog import Catalog
    from esep.model.region import RegionVersion
    from esep.model.register import Field

STARTER_PACK = "kazakhstan"
WRITTEN_BY = "<!-- Written by `make docs`; changes here are lost. -->"


def pages() -> dict[str, str]:
    """Every page of the reference: file name and text."""
    from esep.catalog import load_catalog

    catalog = load_catalog(STARTER_PACK)
    return {
        "README.md": _page("Reference", _contents(catalog)),
        "commands.md": _page("Commands", _commands()),
        "settings.md": _page("Settings", _settings()),
        "topics.md": _page("Topics", _topics(catalog)),
        "indicators.md": _page("Indicators", _indicators(catalog)),
        "sources.md": _page("Sources", _sources(catalog)),
        "regions.md": _page("Regions", _regions(catalog)),
        "registers.md": _page("Registers", _registers(catalog)),
    }


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (folder / name).write_text(text, encoding="utf-8")


def _page(title: str, blocks: Iterable[str]) -> str:
    return "\n\n".join([WRITTEN_BY, f"# {title}", *blocks]) + "\n"


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [_line(header), "|" + "---|" * len(header), *map(_line, rows)]
    return "\n".join(lines)


def _line(cells: Sequence[object]) -> str:
    return "| " + " | ".join(str(cell).replace("|", "\\|") for cell in cells) + " |"


def _contents(catalog: Catalog) -> Iterator[str]:
    yield (
        "What there is, listed. For how to do something, see the [guides](../guides); for why it "
        "is so, the [concepts](../concepts) and [decisions](../decisions/README.md)."
    )
    yield _table(
        ("Page", "Lists"),
        [
            ("[Commands](commands.md)", f"{len(COMMANDS)} commands of `esep` and their options"),
            ("[Settings](settings.md)", f"{len(SETTINGS)} environment variables"),
            ("[Topics](topics.md)", f"{len(catalog.topics)} headings"),
            ("[Indicators](indicators.md)", f"{len(catalog.indicators)} measures"),
            ("[Sources](sources.md)", f"{len(catalog.sources)} datasets and when they come out"),
            ("[Regions](regions.md)", "codes, names, and the versions of their territory"),
            ("[Registers](registers.md)", f"{len(catalog.registers)} registers: commands, fields"),
        ],
    )


def _commands() -> Iterator[str]:
    yield (
        "Results go to stdout, remarks to stderr. Exit codes: 0 fine, 1 findings or a failure "
        "outside, 2 misuse, 70 a defect of esep."
    )
    yield _help_of(cli, "esep")
    for name in COMMANDS:
        command = cli.get_command(click.Context(cli, info_name="esep"), name)
        assert command is not None
        yield f"## esep {name}"
        yield _help_of(command, f"esep {name}")
        if isinstance(command, click.Group):
            for sub in command.commands:
                yield f"### esep {name} {sub}"
                yield _help_of(command.commands[sub], f"esep {name} {sub}")


def _help_of(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, terminal_width=90, max_content_width=90)
    context.help_option_names = ["-h", "--help"]
    lines = command.get_help(context).splitlines()
    return "\n".join(["```", *(line.rstrip() for line in lines), "```"])


def _registers(catalog: Catalog) -> Iterator[str]:
    """What a pack's registers hold, and the commands that all of them share."""
    language = catalog.languages[0]
    yield (
        "Every register has the same commands under a word of its own; `add` and `set` take an "
        "option for each field. A pack defines its registers in `registers/definitions`."
    )
    yield _table(
        ("Command", "Register", *catalog.languages),
        [
            (
                f"`esep {each.command}`",
                f"`{each.id}`",
                *(each.names[of] for of in catalog.languages),
            )
            for each in catalog.registers.values()
        ],
    )
    for register in catalog.registers.values():
        yield f"## {register.id}"
        yield _table(
            ("Field", "Kind", "Name", "Remarks"),
            [
                (f"`{each.id}`", each.kind, each.names[language], _remarks(each))
                for each in register.fields.values()
            ],
        )
        if register.stages:
            stages = (f"`{stage.id}`" for stage in register.stages.values())
            yield f"Stages: {', '.join(stages)}."
    # One register stands for all; only what it does not have is told of another.
    shown: set[str] = set()
    for register in catalog.registers.values():
        group = register_group(register, language)
        for name, command in group.commands.items():
            if name in shown:
                continue
            shown.add(name)
            yield f"## esep {register.command} {name}"
            yield _help_of(command, f"esep {register.command} {name}")


def _remarks(field: Field) -> str:
    parts = ["required"] if field.required else []
    parts += ["several values"] if field.many else []
    parts += [f"in `{field.unit}`"] if field.unit else []
    parts += ["one of " + ", ".join(f"`{each}`" for each in field.choices)] if field.choices else []
    parts += [f"of `{field.register}`"] if field.register else []
    parts += ["with " + " and ".join(f"`{each}`" for each in field.needs)] if field.needs else []
    parts += [f"not before `{field.after}`"] if field.after else []
    parts += ["first value kept"] if field.baseline else []
    return ", ".join(parts)


def _settings() -> Iterator[str]:
    yield "Environment variables, read once when a command starts. Empty is the same as absent."
    yield _table(
        ("Name", "Default", "Meaning"),
        [
            (f"`{each.name}`", each.default and f"`{each.default}`", each.meaning)
            for each in SETTINGS
        ],
    )


def _topics(catalog: Catalog) -> Iterator[str]:
    yield _table(
        ("Topic", *catalog.languages),
        [
            (f"`{topic.id}`", *(topic.names.get(language) for language in catalog.languages))
            for topic in sorted(catalog.topics.values(), key=lambda topic: topic.order)
        ],
    )


def _indicators(catalog: Catalog) -> Iterator[str]:
    first = catalog.languages[0]
    for topic in sorted(catalog.topics.values(), key=lambda topic: topic.order):
        indicators = [each for each in catalog.indicators.values() if each.topic == topic.id]
        if not indicators:
            continue
        yield f"## {topic.names[first]}"
        for indicator in indicators:
            yield f"### `{indicator.id}`"
            yield "  \n".join(
                f"{language}: {indicator.names.text(language)}" for language in catalog.languages
            )
            if definition := indicator.definitions.get(first):
                yield definition
            facts = [
                f"{indicator.kind.value}, {indicator.convention.value}",
                f"unit `{indicator.unit.code}`",
                f"{indicator.decimals} decimals",
            ]
            if indicator.base:
                facts.append(f"base {indicator.base.replace('_', ' ')}")
            if indicator.source:
                facts.append(f"calendar of [`{indicator.source}`](sources.md)")
            if indicator.declared:
                facts.append("declared only")
            yield "; ".join(facts) + "."


def _sources(catalog: Catalog) -> Iterator[str]:
    first = catalog.languages[0]
    yield (
        "Days after the end of a period until its figures normally come out. A briefing of a day "
        "uses a period only if it would have been out by then."
    )
    for source in catalog.sources.values():
        provider = catalog.providers[source.provider]
        yield f"## `{source.id}`"
        yield f"{source.names[first]}. {provider.names[first]}, {source.table}: {source.address}"
        lags = [(kind.value, days) for kind, days in source.lag_days.items()]
        yield _table(("Period", "Days"), [*lags, ("any other", source.default_lag_days)])
        if source.lag_note:
            yield source.lag_note


def _regions(catalog: Catalog) -> Iterator[str]:
    languages = catalog.languages
    yield (
        "Each row is a version: a code between two days. Versions that differ in name only share "
        "a territory, and only figures of one territory are compared over time."
    )
    titles = {0: "Country", 1: "Regions", 2: "Districts"}
    versions = list(catalog.regions.by_id.values())
    for level in sorted({version.level for version in versions}):
        yield f"## {titles.get(level, f'Level {level}')}"
        yield _table(
            ("Code", *languages, "From", "Until", "Change", "Predecessors"),
            [
                (
                    f"`{version.code}`",
                    *(version.names.text(language) for language in languages),
                    version.valid_from or "",
                    version.valid_to or "",
                    version.change.value,
                    ", ".join(f"`{each}`" for each in version.predecessors),
                )
                for version in sorted(versions, key=_order)
                if version.level == level
            ],
        )


def _order(version: RegionVersion) -> tuple[str, str]:
    return version.code, str(version.valid_from or "")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/reference"))
