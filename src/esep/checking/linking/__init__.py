"""Which topic, indicator and comparison does each figure of a text speak of?"""

from __future__ import annotations

from esep.checking.linking.link import Linker

__all__ = ["Linker"]
