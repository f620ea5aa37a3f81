"""How is a checked text kept, so that the next one is held against what it said?"""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from esep.app.workspace import Workspace
from esep.model.claim import Checked

if TYPE_CHECKING:
    from esep.sources.load import LoadResult

SOURCE = "reported-figures"


def remember(workspace: Workspace, checked: Checked, *, address: str = "") -> LoadResult:
    """Append what a text said as a release of reported figures; known bytes are not repeated.

    `address` is where the text was published; without one it is known by its own hash.
    """
    from datetime import date

    from esep.checking.memory import reported_figures, source_of
    from esep.settings import now, read_settings
    from esep.sources.load import load_file

    settings = read_settings()
    content = reported_figures(checked, source=address or source_of(checked.text))
    stem = re.sub(r"\W+", "-", Path(checked.name).stem).strip("-").lower() or "text"
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"said-{checked.day}-{stem}.csv"
        path.write_bytes(content)
        return load_file(
            path,
            catalog=workspace.catalog,
            store=workspace.store,
            now=now(),
            today=settings.today,
            lock_timeout_seconds=settings.lock_timeout_seconds,
            source=SOURCE,
            published=date.fromisoformat(checked.day),
            title=checked.name,
        )
