"""How is a description read that lies beside its data, and how is all told that is wrong in it?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from esep.catalog.located import Item
from esep.catalog.problem import Problems
from esep.catalog.schema import check_shape
from esep.catalog.yaml_file import read_yaml
from esep.errors import BadRequest, NotFound

Description = TypeVar("Description")


def description_text(path: Path) -> str:
    """NotFound for a file that cannot be read, BadRequest for one that is no text."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise NotFound(f"{path} cannot be read", detail=str(error)) from error
    except UnicodeDecodeError as error:
        raise BadRequest(
            f"{path.name} is not a text in UTF-8", hint="save it again with the encoding UTF-8"
        ) from error


def description_from(
    text: str,
    name: str,
    kind: str,
    read: Callable[[Item, Problems], Description | None],
    *,
    guide: str,
) -> Description:
    """What `read` makes of a text that has the shape of the schema `kind`.

    BadRequest tells all that is wrong, by line; `guide` is the page that explains the lines.
    """
    problems = Problems()
    described = None
    located = read_yaml(text, name, problems)
    if located is not None and check_shape(located.whole(), kind, problems):
        described = read(located.whole(), problems)
    if described is None or len(problems):
        lines = [str(problem) for problem in problems]
        raise BadRequest(
            f"the description {name} has {len(lines)} error{'s' if len(lines) > 1 else ''}",
            detail="\n".join(lines[:20]),
            hint=f"correct the lines named above; docs/guides/{guide}.md explains them",
        )
    return described
