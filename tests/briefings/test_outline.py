"""Is an outline read into the sections, sentences and facts it names?"""

from __future__ import annotations

import pytest

from esep.briefings.outline import BLOCK_KINDS, Reference, read_outline
from esep.catalog import Catalog
from esep.errors import BadPack
from esep.model.fact import Comparison


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("level", Reference("product", Comparison.LEVEL)),
        ("level@whole", Reference("product", Comparison.LEVEL, of_whole=True)),
        ("pulse.rank", Reference("pulse", Comparison.RANK)),
        ("pulse.per_head_rank@whole", Reference("pulse", Comparison.PER_HEAD_RANK, of_whole=True)),
    ],
)
def test_a_reference_names_indicator_comparison_and_place(text: str, reference: Reference) -> None:
    assert Reference.parse(text, indicator="product") == reference


@pytest.mark.parametrize("text", ["", "best", "pulse.best", "level@country", "a.b.level."])
def test_a_reference_that_names_nothing_is_refused(text: str) -> None:
    with pytest.raises(BadPack, match="not a fact reference") as caught:
        Reference.parse(text, indicator="product")
    assert "per_head_rank" in caught.value.hint


def test_the_made_up_outline_uses_every_kind_of_block(catalog: Catalog) -> None:
    outline = read_outline(catalog.outline("governor"))
    blocks = [block for section in outline.sections for block in section.blocks]
    assert {block.kind for block in blocks} == set(BLOCK_KINDS)
    named = {(block.kind, block.name) for block in blocks if block.name}
    assert {name for kind, name in named if kind == "table"} == {
        "branches",
        "ranking",
        "annex",
        "declared",
    }
    assert {name for kind, name in named if kind == "chart"} == {
        "branches",
        "history",
        "map",
        "ranks",
    }
    assert {name for kind, name in named if kind == "list"} == {
        "vintage",
        "extremes",
        "problems",
        "territory",
        "discussed",
        "instructions",
    }


def test_an_outline_knows_the_indicators_it_names(catalog: Catalog) -> None:
    outline = read_outline(catalog.outline("governor"))
    assert outline.indicators <= set(catalog.indicators)
    assert {"product", "project_cost", "jobless_rate"} <= outline.indicators
    assert "people" not in outline.indicators  # stands in the annex, which names none


def test_titles_styles_and_breaks_are_read() -> None:
    outline = read_outline(
        {
            "id": "short",
            "sections": [
                {"id": "one", "blocks": [{"list": "problems", "limit": 2, "indicators": ["a"]}]},
                {
                    "id": "two",
                    "title": "section-other",
                    "annex": True,
                    "page_break": True,
                    "blocks": [{"paragraph": [], "style": "lead"}],
                },
            ],
        }
    )
    one, two = outline.sections
    assert (one.title, two.title) == ("section-one", "section-other")
    assert (two.annex, two.page_break, two.blocks[0].style) == (True, True, "lead")
    assert (one.blocks[0].limit, one.blocks[0].indicators) == (2, ("a",))
    assert outline.key_figures == ()


def test_what_stands_below_a_tile_is_of_the_same_indicator(catalog: Catalog) -> None:
    outline = read_outline(catalog.outline("governor"))
    tiles = outline.sections[0].blocks[0].tiles
    assert [tile.figure.of for tile in tiles] == ["product", "pulse", "people_average"]
    assert all(tile.below is not None and tile.below.of == tile.figure.of for tile in tiles)
