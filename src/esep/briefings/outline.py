"""What a briefing says, in order: the pack's outline as values.

An outline names messages of the wording and facts to put into them. A fact reference is
`[indicator.]comparison[@whole]`: `level`, `grp_volume.level`, `level@whole` for the value of the
whole country. Without an indicator it is the one the sentence is `of`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from esep.errors import BadPack
from esep.model.fact import Comparison


@dataclass(frozen=True, slots=True)
class Reference:
    indicator: str
    comparison: Comparison
    of_whole: bool = False

    @classmethod
    def parse(cls, text: str, *, indicator: str) -> Reference:
        body, _, whole = text.partition("@")
        named, dot, comparison = body.rpartition(".")
        if comparison not in set(Comparison) or whole not in ("", "whole"):
            raise BadPack(
                f"'{text}' is not a fact reference",
                hint="write [indicator.]comparison[@whole]; comparisons are: "
                + ", ".join(Comparison),
            )
        return cls(named if dot else indicator, Comparison(comparison), bool(whole))


@dataclass(frozen=True, slots=True)
class SentenceSpec:
    """A message and the facts it needs; `optional` ones may be missing, the others may not."""

    say: str
    of: str
    facts: Mapping[str, Reference]
    optional: Mapping[str, Reference]
    when: str = ""
    """A condition on the first fact: `rising`, `falling`, `below_whole`, `above_whole`."""
    counted: str = ""
    """The message for facts added up from a register, where it must be another one."""


@dataclass(frozen=True, slots=True)
class TileSpec:
    label: str
    figure: SentenceSpec
    below: SentenceSpec | None


@dataclass(frozen=True, slots=True)
class BlockSpec:
    """One block: its kind, what it is about, and for tables and charts the message ids."""

    kind: str
    sentences: tuple[SentenceSpec, ...] = ()
    tiles: tuple[TileSpec, ...] = ()
    name: str = ""
    indicators: tuple[str, ...] = ()
    limit: int = 0
    style: str = "body"
    at_least: int = 0
    """For points: said only as far as the section's points are fewer."""
    above: int = 0
    """For `low-base`: the index from which growth is called high."""
    years: int = 0
    """For `low-base`: how young a territory is called new."""


@dataclass(frozen=True, slots=True)
class SectionSpec:
    id: str
    title: str
    blocks: tuple[BlockSpec, ...]
    page_break: bool = False
    annex: bool = False
    if_any: bool = False
    """Not missed where there is nothing to say: no earlier meeting is no gap in the data."""


@dataclass(frozen=True, slots=True)
class Outline:
    id: str
    sections: tuple[SectionSpec, ...]
    key_figures: tuple[Reference, ...]

    @property
    def indicators(self) -> frozenset[str]:
        """Every indicator the outline names."""
        named = {each.indicator for each in self.key_figures}
        for section in self.sections:
            for block in section.blocks:
                named |= set(block.indicators)
                sentences = [*block.sentences, *(tile.figure for tile in block.tiles)]
                sentences += [tile.below for tile in block.tiles if tile.below]
                for sentence in sentences:
                    named.add(sentence.of)
                    references = [*sentence.facts.values(), *sentence.optional.values()]
                    named |= {each.indicator for each in references}
        return frozenset(named - {""})


def read_outline(content: Mapping[str, Any]) -> Outline:
    """Build the outline from the pack's checked YAML."""
    return Outline(
        id=content["id"],
        sections=tuple(_section(each) for each in content["sections"]),
        key_figures=tuple(
            Reference.parse(text, indicator="") for text in content.get("key_figures", ())
        ),
    )


def _section(content: Mapping[str, Any]) -> SectionSpec:
    return SectionSpec(
        id=content["id"],
        title=content.get("title", f"section-{content['id']}"),
        blocks=tuple(_block(each) for each in content["blocks"]),
        page_break=content.get("page_break", False),
        annex=content.get("annex", False),
        if_any=content.get("if_any", False),
    )


def _block(content: Mapping[str, Any]) -> BlockSpec:
    kind = next(key for key in content if key in BLOCK_KINDS)
    body = content[kind]
    match kind:
        case "paragraph" | "points":
            return BlockSpec(
                kind,
                sentences=tuple(_sentence(each) for each in body),
                limit=content.get("limit", 0),
                style=content.get("style", "body"),
                at_least=content.get("at_least", 0),
            )
        case "tiles":
            return BlockSpec(kind, tiles=tuple(_tile(each) for each in body))
        case _:
            return BlockSpec(
                kind,
                name=body,
                indicators=tuple(content.get("indicators", ())),
                limit=content.get("limit", 0),
                above=content.get("above", 0),
                years=content.get("years", 0),
            )


BLOCK_KINDS = ("paragraph", "points", "tiles", "table", "chart", "list")


def _tile(content: Mapping[str, Any]) -> TileSpec:
    below = content.get("below")
    return TileSpec(
        content["label"],
        _sentence(content),
        _sentence({"of": content["of"], **below}) if below else None,
    )


def _sentence(content: Mapping[str, Any]) -> SentenceSpec:
    of = content.get("of", "")

    def references(key: str) -> dict[str, Reference]:
        return {
            slot: Reference.parse(text, indicator=of) for slot, text in content.get(key, {}).items()
        }

    return SentenceSpec(
        content["say"],
        of,
        references("facts"),
        references("optional"),
        content.get("when", ""),
        content.get("counted", ""),
    )
