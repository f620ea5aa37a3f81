"""How do the cards of a register leave as a file that can be imported again?"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from esep.app.registers import cards_of
from esep.app.workspace import Workspace

if TYPE_CHECKING:
    from esep.model.register import Card, Register


def export_cards(
    workspace: Workspace,
    register: Register,
    *,
    out: Path | None,
    form: str,
    on: date | None,
    write: Callable[[str], None],
) -> int:
    """Write the cards, vanished ones left out, as CSV or XLSX; return how many there are."""
    cards = [card for card in cards_of(workspace, register, on=on) if not card.vanished]
    names = ["id", *register.fields]
    if any(card.values.get("synthetic") for card in cards):
        names.append("synthetic")
    rows = [names, *([_cell(card, name) for name in names] for card in cards)]
    write_rows(register, rows, out=out, form=form, write=write)
    return len(cards)


def write_rows(
    register: Register,
    rows: Sequence[Sequence[str]],
    *,
    out: Path | None,
    form: str,
    write: Callable[[str], None],
) -> None:
    """Write rows, the names of the fields first, as a file that `import` takes."""
    if form == "xlsx":
        assert out is not None
        _write_xlsx(register, rows, out)
    elif out is None:
        write(_csv(rows).rstrip("\n"))
    else:
        out.write_text(_csv(rows), encoding="utf-8")


def _cell(card: Card, name: str) -> str:
    if name == "id":
        return card.id
    value = card.values.get(name)
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _csv(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def _write_xlsx(register: Register, rows: Sequence[Sequence[str]], out: Path) -> None:
    """Everything as text: a long id or an exact amount would otherwise lose digits."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = register.id
    for row in rows:
        sheet.append(list(row))
    for cells in sheet.iter_rows():
        for cell in cells:
            # Also what begins with "=": a text is never run as a formula.
            cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "B2"
    book.save(out)
