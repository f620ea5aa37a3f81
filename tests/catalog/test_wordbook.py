"""What is wrong with the words of a pack is told with its line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Complaints = Callable[[Path], list[str]]

WORDS = """topics:
  work:
    takes: [percent, {sort}]
    words:
      en: [jobless*]
      {language}: [работ*]
    both: [[{other}, work]]
"""


def write(pack: Path, *, sort: str = "person", language: str = "ru", other: str = "shops") -> None:
    text = WORDS.format(sort=sort, language=language, other=other)
    (pack / "topics" / "words.yaml").write_text(text, encoding="utf-8")


def test_the_words_of_topics_are_optional_and_read(pack: Path, complaints: Complaints) -> None:
    write(pack)
    assert complaints(pack) == []


def test_an_unknown_topic_is_told(pack: Path, complaints: Complaints) -> None:
    write(pack, other="shopz")
    (told,) = complaints(pack)
    assert told.startswith("topics/words.yaml, line 7")
    assert "did you mean 'shops'" in told


def test_an_unknown_sort_of_figures_is_told(pack: Path, complaints: Complaints) -> None:
    write(pack, sort="persons")
    (told,) = complaints(pack)
    assert told.startswith("topics/words.yaml, line 3")


def test_a_language_the_pack_has_not_is_told(pack: Path, complaints: Complaints) -> None:
    write(pack, language="de")
    (told,) = complaints(pack)
    assert told.startswith("topics/words.yaml, line 6")


def test_a_town_of_an_unknown_region_is_told(pack: Path, complaints: Complaints) -> None:
    towns = pack / "places" / "towns.csv"
    towns.write_text("parent,kind,name_en,name_ru,name_kk\nTL-RIX,city,Ford,Брод,Өткел\n")
    (told,) = complaints(pack)
    assert told.startswith("places/towns.csv, line 2")
