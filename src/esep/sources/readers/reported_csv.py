"""What does a tidy file of reported figures look like?"""

from __future__ import annotations

from esep.sources.readers.tidy_csv import Layout, TidyTable, read_tidy

LAYOUT = Layout(
    name="a file of reported figures",
    required=("id", "said_on", "source", "region", "topic", "label", "period", "value", "unit"),
    optional=("comparison", "planned", "hedge", "direction", "indicator"),
)


def read_reported(text: str, *, file: str) -> TidyTable:
    return read_tidy(text, LAYOUT, file=file)
