"""What do all our pages share: two sets of colours, numbers that do not break, safe templates?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import jinja2
from markupsafe import Markup

from esep.look.typeface import web_faces

_ENDING = re.compile(r"\d[\d.,]*%?-[^\W\d_]{1,5}\b")
_TURNED = ":root:has(#theme:checked)"
"""The switch turns the system's choice round; it works without a script."""


def page_environment(templates: Path) -> jinja2.Environment:
    """Templates that escape what they are given and stop at a name they do not know."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["held"] = held
    return environment


def held(text: str) -> Markup:
    """Keep a number and its ending on one line: 5-е, 100-ден, 7,9%-ға."""
    return Markup(_ENDING.sub(r'<span class="nb">\g<0></span>', str(Markup.escape(text))))


def colours_sheet(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """The fonts, and the colours of a page as variables by day and by night."""
    day, night = (
        "".join(f"--{name}:{colour};" for name, colour in colours.items())
        for colours in (light, dark)
    )
    return (
        f"{web_faces()}:root{{{day}color-scheme:light}}\n"
        f"@media screen and (prefers-color-scheme:dark){{:root{{{night}color-scheme:dark}}"
        f"{_TURNED}{{{day}color-scheme:light}}}}\n"
        f"@media screen and (prefers-color-scheme:light){{{_TURNED}{{{night}color-scheme:dark}}}}\n"
    )
