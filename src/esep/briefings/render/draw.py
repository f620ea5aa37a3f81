"""How does a chart specification become a picture?"""

from __future__ import annotations

import hashlib
import json
import re
from collections import OrderedDict
from collections.abc import Mapping
from functools import cache
from typing import Any, Generic, TypeVar

from esep.briefings.render.locale import DATES, NUMBERS
from esep.briefings.render.typesetter import typeset
from esep.look.typeface import FONTS

_KEPT = 512
_PIXELS_PER_INCH = 96
"""One unit of a drawing is one pixel of the web."""


Picture = TypeVar("Picture", str, bytes)


class _Recent(Generic[Picture]):
    """The pictures drawn last, by what they were drawn from."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Picture] = OrderedDict()

    def find(self, key: str) -> Picture | None:
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def keep(self, key: str, picture: Picture) -> Picture:
        self._kept[key] = picture
        if len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return picture


class ChartDrawer:
    """Draws each specification once in the life of the process.

    The engine behind it starts in most of a second, so it is loaded at the first chart.
    """

    def __init__(self) -> None:
        self._drawn: _Recent[str] = _Recent()
        self._pixels: _Recent[bytes] = _Recent()

    def svg(self, spec: Mapping[str, Any], language: str) -> str:
        key = _digest(json.dumps([language, spec], sort_keys=True, ensure_ascii=False))
        drawn = self._drawn.find(key)
        if drawn is None:
            drawn = self._drawn.keep(key, _draw(spec, language))
        return drawn

    def png(self, spec: Mapping[str, Any], language: str, scale: float = 2) -> bytes:
        """The same drawing as pixels on a clear ground, `scale` to each unit."""
        drawing = self.svg(spec, language)
        key = _digest(f"{scale} {drawing}")
        pixels = self._pixels.find(key)
        if pixels is None:
            # The typesetter does this three times as fast as the chart engine's own way.
            pixels = self._pixels.keep(
                key,
                typeset(
                    "drawing.typ", {"svg": drawing}, format="png", ppi=_PIXELS_PER_INCH * scale
                ),
            )
        return pixels


def size_of(svg: str) -> tuple[float, float]:
    """Width and height of a drawing in its own units."""
    found = re.search(r'<svg[^>]*?\swidth="([\d.]+)"[^>]*?\sheight="([\d.]+)"', svg)
    if not found:
        raise ValueError("a drawing without a size")
    return float(found.group(1)), float(found.group(2))


def _draw(spec: Mapping[str, Any], language: str) -> str:
    return str(
        _engine().vegalite_to_svg(
            {name: part for name, part in spec.items() if name != "usermeta"},
            vl_version="6.4",
            format_locale=NUMBERS[language],
            time_format_locale=DATES[language],
        )
    )


@cache
def _engine() -> Any:
    import vl_convert

    vl_convert.register_font_directory(str(FONTS))
    return vl_convert


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
