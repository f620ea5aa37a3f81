"""Which engine sets pages, and with which fonts? The bundled ones only, the same everywhere."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from esep.errors import Defect
from esep.look.typeface import FONTS

TEMPLATES = Path(__file__).parent / "templates"


def typeset(template: str, inputs: dict[str, str], **options: Any) -> bytes:
    """Return the pages of a template; text arrives as values, so nothing in it is markup."""
    compiler, failure = _compiler(template)
    try:
        return bytes(compiler.compile(sys_inputs=inputs, **options))
    except failure as error:
        raise Defect("The pages could not be set.", detail=f"{template}: {error}") from error


@cache
def _compiler(template: str) -> tuple[Any, type[Exception]]:
    """One for the process: it keeps the fonts and what it has learnt of the template."""
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
    )
    compiler = typst.Compiler(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=fonts,
        ignore_system_fonts=True,
    )
    return compiler, typst.TypstError
