"""How is each kind of comparison drawn? Vega-Lite specifications from plain rows."""

from esep.briefings.charts.bars import bars_from_100, rank_bars
from esep.briefings.charts.history import history_columns, history_line
from esep.briefings.charts.parts import FONT, WIDTH, Spec
from esep.briefings.charts.rows import Compared, Mark, Moment, Ranked, Tile
from esep.briefings.charts.tiles import tile_map

__all__ = [
    "FONT",
    "WIDTH",
    "Compared",
    "Mark",
    "Moment",
    "Ranked",
    "Spec",
    "Tile",
    "bars_from_100",
    "history_columns",
    "history_line",
    "rank_bars",
    "tile_map",
]
