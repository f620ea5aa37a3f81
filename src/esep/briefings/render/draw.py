"""How does a chart specification become a picture?"""

from __future__ import annotations

import hashlib
import json
import re
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from esep.briefings.render.locale import DATES, NUMBERS

FONTS = Path(__file__).parent / "fonts"
_KEPT = 512


class ChartDrawer:
    """Draws each specification once in the life of the process.

    The engine behind it starts in most of a second, so it is loaded at the first chart.
    """

    def __init__(self) -> None:
        self._drawn: OrderedDict[str, str] = OrderedDict()
        self._engine: Any = None

    def svg(self, spec: Mapping[str, Any], language: str) -> str:
        key = hashlib.sha256(
            json.dumps([language, spec], sort_keys=True, ensure_ascii=False).encode()
        ).hexdigest()
        if key in self._drawn:
            self._drawn.move_to_end(key)
            return self._drawn[key]
        drawn = self._load().vegalite_to_svg(
            {name: part for name, part in spec.items() if name != "usermeta"},
            vl_version="6.4",
            format_locale=NUMBERS[language],
            time_format_locale=DATES[language],
        )
        self._drawn[key] = drawn
        if len(self._drawn) > _KEPT:
            self._drawn.popitem(last=False)
        return str(drawn)

    def png(self, spec: Mapping[str, Any], language: str, scale: float = 2) -> bytes:
        picture = self.svg(spec, language)
        return bytes(self._load().svg_to_png(picture, scale=scale))

    def _load(self) -> Any:
        if self._engine is None:
            import vl_convert

            vl_convert.register_font_directory(str(FONTS))
            self._engine = vl_convert
        return self._engine


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing in points."""
    found = re.search(r'<svg[^>]*?width="([\d.]+)"[^>]*?height="([\d.]+)"', svg)
    if not found:
        return 453.0, 200.0
    return float(found.group(1)), float(found.group(2))
