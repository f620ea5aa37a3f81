"""Instructions: what may be done to a card, and where it stands on a day."""

from esep.tracking.instructions.acts import Actor, Acts
from esep.tracking.instructions.status import standing, state_of

__all__ = ["Actor", "Acts", "standing", "state_of"]
