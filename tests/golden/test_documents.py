"""Does the made-up country's briefing still read as it did when somebody last read it?

`make golden` writes the files anew; the difference is read before it is committed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from document_text import document_text

from esep.model.document import Document

BRIEFINGS = {
    # Grows in everything, has a meeting and a split behind it.
    "river": ("TL-RIV", "2024-01/2024-05", date(2024, 6, 14), "tl-2024-06-14"),
    # Falls, lags behind, was cut out of another region; nobody spoke about it.
    "lake": ("TL-LAK", "2024-01/2024-05", date(2024, 6, 14), ""),
    # The year of the split: nothing compares with the year before but the two together.
    "river-2022": ("TL-RIV", "2022", date(2024, 6, 14), ""),
}


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
@pytest.mark.parametrize("name", BRIEFINGS)
def test_the_briefing_reads_as_it_was_read(
    name: str,
    language: str,
    briefed: Callable[..., Mapping[str, Document]],
    compare: Callable[[str, str], None],
) -> None:
    compare(f"{name}.{language}.txt", document_text(briefed(*BRIEFINGS[name])[language]))
