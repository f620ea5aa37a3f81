"""Which columns has the observations CSV, by which everything exported can be loaded again?"""

from __future__ import annotations

TIDY_COLUMNS = (
    "indicator",
    "region",
    "period",
    "value",
    "unit",
    "comparison",
    "base",
    "breakdown",
    "stage",
    "note",
)
