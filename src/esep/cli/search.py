"""Which indicator, region or topic do these words mean?"""

from __future__ import annotations

from pathlib import Path

import click

from esep.cli.console import Column, print_rows, say
from esep.cli.options import format_option, home_option


@click.command()
@click.argument("words", metavar="TEXT...", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=12,
    show_default=True,
    help="At most so many.",
)
@format_option()
@home_option
def search(words: tuple[str, ...], limit: int, format: str, home: Path) -> int:
    """Find indicators, regions and topics by name, abbreviation or id, in any language.

    The best comes first. Exit code 1 if nothing is found.
    """
    from esep.app.workspace import open_workspace

    catalog = open_workspace(home).catalog
    text = " ".join(words)
    hits = catalog.search(text, limit=limit)
    languages = catalog.languages
    rows = [
        {"kind": hit.kind.value, "id": hit.id, "score": round(hit.score)}
        | {language: hit.names.get(language) for language in languages}
        for hit in hits
    ]
    columns = [Column("kind", "Kind"), Column("id", "Id")]
    columns += [Column(language, language, wrap=True) for language in languages]
    if format != "table":
        columns.append(Column("score", "Score", right=True))
    print_rows(rows, columns, form=format)
    if not rows:
        say(f"Nothing in the pack is called '{text}'.")
    return 0 if rows else 1
