"""What does a tidy file of observations look like?"""

from __future__ import annotations

from esep.sources.readers.tidy_csv import Layout, TidyTable, read_tidy

LAYOUT = Layout(
    name="an observations file",
    required=("indicator", "region", "period", "value", "unit"),
    optional=("comparison", "base", "breakdown", "stage", "note"),
)


def read_observations(text: str, *, file: str) -> TidyTable:
    return read_tidy(text, LAYOUT, file=file)
