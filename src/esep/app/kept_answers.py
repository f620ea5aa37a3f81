"""What did the store answer before, while it has not changed since?"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from esep.store.kept import Kept
from esep.store.store import Store

Answer = TypeVar("Answer")


def kept_answer(
    store: Store,
    name: str,
    ask: Callable[[], Answer],
    *,
    told: Callable[[Answer], Any],
    read: Callable[[Any], Answer],
    fields: tuple[str, ...] = (),
) -> Answer:
    """The answer of `ask`, from a small JSON file where one was kept: no table is opened then.

    `told` makes it plain for JSON and `read` takes it back; `fields` are those of the kept class,
    so that an answer of an older version is not read as one of this. A damaged file is made again.
    """
    kept = Kept(store.home / "cache", name, ".json")
    shape = "\0".join((store.state(), ",".join(fields)))
    key = hashlib.sha256(shape.encode()).hexdigest()[:32]
    if (path := kept.find(key)) is not None:
        try:
            return read(json.loads(path.read_text(encoding="utf-8"))[name])
        except (OSError, ValueError, KeyError, TypeError):
            pass  # damaged
    answer = ask()

    def write(path: Path) -> None:
        text = json.dumps({name: told(answer)}, ensure_ascii=False)
        path.write_text(text, encoding="utf-8")

    kept.keep(key, write)
    return answer
