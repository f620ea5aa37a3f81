"""Which places does a text name, and which of them is each figure of?"""

from __future__ import annotations

from esep.checking.places.attach import Setting, setting_of, with_regions
from esep.checking.places.gazetteer import Gazetteer, Mention, Place

__all__ = ["Gazetteer", "Mention", "Place", "Setting", "setting_of", "with_regions"]
