"""Which colours may a document use, on white paper and on a dark screen?

Charts are drawn once with the light colours; a page redefines them for the dark by the
same hexadecimal value, so every colour of a chart must be one of these.
"""

from __future__ import annotations

from collections.abc import Mapping

PAPER = "#ffffff"
INK = "#1b2732"
MUTED = "#566472"
RULE = "#cdd5dc"
FAINT = "#f2f5f7"
ACCENT = "#0d567a"
ACCENT_SOFT = "#9fc0d1"
ACCENT_FAINT = "#e9f1f5"
WARNING = "#a5450c"
WARNING_SOFT = "#dfb193"
WARNING_FAINT = "#fbf1ea"

BELOW = ("#eda878", "#f4c9a9", "#fae6d7")
"""Three steps below the middle of a diverging scale, the farthest first."""
ABOVE = ("#ddecf3", "#b4d5e5", "#84b9d3")
"""Three steps above it, the nearest first. Ink is readable on all six."""
MISSING = "#ebedef"

DARK: Mapping[str, str] = {
    PAPER: "#12181e",
    INK: "#e8edf1",
    MUTED: "#a3b0bc",
    RULE: "#3a4652",
    FAINT: "#1a222a",
    ACCENT: "#7cc3e6",
    ACCENT_SOFT: "#3d6f89",
    ACCENT_FAINT: "#16303f",
    WARNING: "#f0a06a",
    WARNING_SOFT: "#7d5234",
    WARNING_FAINT: "#33231a",
    BELOW[0]: "#8a4a1f",
    BELOW[1]: "#633a20",
    BELOW[2]: "#43301f",
    ABOVE[0]: "#1d3542",
    ABOVE[1]: "#1f4a61",
    ABOVE[2]: "#1f6283",
    MISSING: "#2a333c",
}
"""What stands for each colour on a dark screen."""
