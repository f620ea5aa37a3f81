"""Every topic is known by the words of reports in three languages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from esep.model.claim import Claim

Link = Callable[..., tuple[Claim, ...]]

SENTENCES = [
    tuple(line.split(" | ", 2))
    for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "topic", "sentence"), SENTENCES)
def test_a_figure_stands_under_the_topic_its_words_say(
    link: Link, language: str, topic: str, sentence: str
) -> None:
    start = sentence.index("[")
    end = sentence.index("]") - 1
    text = sentence.replace("[", "", 1).replace("]", "", 1)
    told = next(
        claim for claim in link(text) if claim.quantity.start < end and start < claim.quantity.end
    )
    assert (told.language, told.topic) == (language, topic)
