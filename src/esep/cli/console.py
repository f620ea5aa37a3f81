"""How do rows and remarks reach the reader: as a table, CSV or JSON; with or without colour?"""

from __future__ import annotations

import csv
import io
import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import click

from esep.settings import colour_wanted

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a result: `key` names it for machines, `title` for people."""

    key: str
    title: str
    right: bool = False
    wrap: bool = False


def say(text: str = "") -> None:
    """Narrate: a line to stderr, so that stdout holds results only."""
    click.echo(text, err=True)


def counted(number: int, noun: str) -> str:
    """`1 issue`, `2,000 issues`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def write(text: str) -> None:
    """Print a result to stdout."""
    click.echo(text)


def print_rows(rows: Iterable[Row], columns: Sequence[Column], *, form: str) -> None:
    """Print rows as a `table`, `csv` or `json`; a table without rows is nothing at all."""
    match form:
        case "json":
            print_json([{column.key: row.get(column.key) for column in columns} for row in rows])
        case "csv":
            click.echo(csv_text(rows, columns), nl=False)
        case _:
            if listed := list(rows):
                _print_table(listed, columns)


def print_json(answer: object) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2, default=_json_value))


def csv_text(rows: Iterable[Row], columns: Sequence[Column]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.key for column in columns])
    for row in rows:
        writer.writerow([csv_cell(row.get(column.key)) for column in columns])
    return text.getvalue()


_GAP = "   "
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", re.IGNORECASE)


def csv_cell(value: object) -> str:
    """A cell as text; what a spreadsheet would run as a formula gets an apostrophe."""
    text = _plain(value)
    if text and text[0] in "=+-@\t\r" and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


@contextmanager
def progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on stderr while `total` steps pass; silent where stderr is not a terminal."""
    if not sys.stderr.isatty() or total < 2:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        console=Console(stderr=True, no_color=not colour_wanted()),
        transient=True,
    )
    with bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)


def _print_table(rows: Sequence[Row], columns: Sequence[Column]) -> None:
    cells = [[_plain(row.get(column.key)) for column in columns] for row in rows]
    terminal = sys.stdout.isatty()
    # Into a pipe nothing is cut or wrapped: the next program wants whole lines.
    room = shutil.get_terminal_size((100, 24)).columns if terminal else 10_000
    widths = [
        max(len(column.title), *(len(row[number]) for row in cells))
        for number, column in enumerate(columns)
    ]
    if sum(widths) + len(_GAP) * (len(widths) - 1) > room or any(
        not cell.isprintable() for row in cells for cell in row
    ):
        _print_wrapped(cells, columns, room=room, terminal=terminal)
        return

    def line(texts: Sequence[str]) -> str:
        aligned = (
            text.rjust(width) if column.right else text.ljust(width)
            for text, width, column in zip(texts, widths, columns, strict=True)
        )
        return _GAP.join(aligned).rstrip()

    header = line([column.title for column in columns])
    click.echo(click.style(header, bold=True) if terminal and colour_wanted() else header)
    click.echo("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)))
    click.echo("\n".join(line(row) for row in cells))


def _print_wrapped(
    cells: Sequence[Sequence[str]], columns: Sequence[Column], *, room: int, terminal: bool
) -> None:
    """A table too wide for the terminal; importing rich takes longer than most answers."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", show_edge=False)
    for column in columns:
        table.add_column(
            column.title,
            justify="right" if column.right else "left",
            no_wrap=not column.wrap,
            overflow="fold",
        )
    for row in cells:
        table.add_row(*(Text(cell) for cell in row))
    text = io.StringIO()
    console = Console(
        file=text,
        width=room,
        force_terminal=terminal,
        no_color=not colour_wanted(),
    )
    console.print(table)
    click.echo("\n".join(line.rstrip() for line in text.getvalue().splitlines()))


def _plain(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    return str(value)


def _json_value(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)
