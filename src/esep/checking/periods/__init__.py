"""Of which period is each figure of a text?"""

from esep.checking.periods.conventions import spoken_conventions
from esep.checking.periods.settle import settle_periods

__all__ = ["settle_periods", "spoken_conventions"]
