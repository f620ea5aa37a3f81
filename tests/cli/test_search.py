"""Does `search` find what words mean, in each of the languages?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., Any]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("grp",), "grp"),
        (("ВРП",), "grp"),
        (("ЖӨӨ",), "grp"),
        (("gross", "regional", "product"), "grp"),
        (("краткосрочный", "экономический", "индикатор"), "stei"),
        (("КЭИ",), "stei"),
        (("Алматинская", "область"), "KZ-19"),
        (("Алматы", "облысы"), "KZ-19"),
        (("Karasai",), "KZ-19-KARASAI"),
    ],
)
def test_the_best_hit_is_first(kazakhstan: Ask, words: tuple[str, ...], expected: str) -> None:
    answer = kazakhstan("search", *words, "--json")
    assert answer.code == 0
    assert answer.json[0]["id"] == expected


def test_a_hit_is_named_in_every_language(threelands: Ask) -> None:
    (first, *_) = threelands("search", "Hill", "Region", "--json").json
    assert (first["kind"], first["id"]) == ("region", "TL-HIL")
    assert (first["en"], first["ru"], first["kk"]) == (
        "Hill Region",
        "Холмская область",
        "Төбе облысы",
    )


def test_csv_and_table_have_the_same_hits(threelands: Ask) -> None:
    hits = [row["id"] for row in threelands("search", "output", "--format", "csv").rows]
    table = threelands("search", "output").out.splitlines()
    assert [line.split()[1] for line in table[2:]] == hits
    assert len(hits) >= 3


def test_no_more_hits_than_asked_for(kazakhstan: Ask) -> None:
    assert len(kazakhstan("search", "output", "--limit", "2", "--json").json) == 2


def test_nothing_found_says_so_with_exit_code_1(threelands: Ask) -> None:
    answer = threelands("search", "zzzzqqqq")
    assert (answer.code, answer.out) == (1, "")
    assert "Nothing in the pack is called 'zzzzqqqq'." in answer.told


@pytest.mark.parametrize("limit", ["0", "-3", "many"])
def test_a_limit_that_is_none_is_misuse(threelands: Ask, limit: str) -> None:
    answer = threelands("search", "product", "--limit", limit)
    assert answer.code == 2


def test_without_words_the_usage_is_told(threelands: Ask) -> None:
    answer = threelands("search")
    assert answer.code == 2
    assert "TEXT" in answer.told


@pytest.mark.parametrize("words", ["", "   ", "?", "*", "%_", "а" * 5000])
def test_odd_words_do_no_harm(threelands: Ask, words: str) -> None:
    assert threelands("search", words).code in (0, 1)
