"""What do the rows of a file say, where the first row names the fields of a register?"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from esep.catalog import Catalog
from esep.catalog.fold import fold
from esep.catalog.nearest import nearest
from esep.errors import BadRequest
from esep.model.observation import Place
from esep.model.register import Register, Value
from esep.sources.readers.grid import Grid, letter_of, shown_cell
from esep.sources.surprise import Surprise, shown
from esep.tracking.cards import SYNTHETIC, Wanted
from esep.tracking.importing import Row
from esep.tracking.values import Reader

ID, ON, WHY = "id", "on", "why"


def plain_rows(
    grid: Grid, register: Register, catalog: Catalog, *, file: str, on: date, why: str = ""
) -> list[Row]:
    """Read every row as what it says of a card.

    The first row names the fields, by id or by their name in any language of the pack. A column
    that is no field is refused: a misspelt name would otherwise lose a year of figures. An empty
    cell leaves a field as it is.
    """
    columns = _columns(grid, register, catalog, file)
    reader = Reader(catalog, register)
    rows = []
    for row in range(2, grid.height + 1):
        if not grid.row_text(row):
            continue
        place = Place(file, sheet=grid.name, row=grid.line(row))
        wanted, surprises = _row(grid, row, columns, register, reader, (on, why, str(place)))
        cells = {
            name: Place(file, sheet=grid.name, row=grid.line(row), column=letter_of(column))
            for name, column in columns.items()
        }
        rows.append(Row(wanted, place, cells, surprises, grid.row_text(row)))
    return rows


def _columns(grid: Grid, register: Register, catalog: Catalog, file: str) -> dict[str, int]:
    names = {fold(each): each for each in (ID, ON, WHY, SYNTHETIC)}
    for each in register.fields.values():
        names[fold(each.id)] = each.id
        for language in catalog.languages:
            names.setdefault(fold(each.names[language]), each.id)
    found: dict[str, int] = {}
    for column in range(1, grid.width + 1):
        text = shown_cell(grid.cell(1, column)).strip()
        if not text:
            continue
        name = names.get(fold(text))
        if name is None:
            close = nearest(text, [*names.values()], limit=1)
            raise BadRequest(
                f"{file}: column {letter_of(column)} is {shown(text)}, no field of {register.id}",
                detail="fields: " + ", ".join([ID, *register.fields, ON, WHY, SYNTHETIC]),
                hint=f"did you mean '{close[0]}'?" if close else "rename it or leave it out",
            )
        if name in found:
            raise BadRequest(
                f"{file}: '{name}' stands in two columns",
                detail=f"{letter_of(found[name])} and {letter_of(column)}",
                hint="leave one of them out",
            )
        found[name] = column
    if ID not in found:
        raise BadRequest(
            f"{file} has no column '{ID}'",
            detail="found: " + (grid.row_text(1)[:300] if grid.height else "an empty sheet"),
            hint="every row needs an id that stays the same from file to file",
        )
    return found


def _row(
    grid: Grid,
    row: int,
    columns: Mapping[str, int],
    register: Register,
    reader: Reader,
    otherwise: tuple[date, str, str],
) -> tuple[Wanted, list[Surprise]]:
    values: dict[str, Value] = {}
    surprises: list[Surprise] = []
    for name, column in columns.items():
        if name not in register.fields:
            continue
        value = reader.read(register.fields[name], grid.cell(row, column))
        if isinstance(value, Surprise):
            surprises.append(value)
        elif value is not None:
            values[name] = value
    on, usual_why, origin = otherwise
    if ON in columns and (text := shown_cell(grid.cell(row, columns[ON])).strip()):
        try:
            on = date.fromisoformat(text)
        except ValueError:
            surprises.append(Surprise("not_a_day", ON, shown(text), "a day: 2024-06-14"))
    if SYNTHETIC in columns:
        text = shown_cell(grid.cell(row, columns[SYNTHETIC])).strip().lower()
        if text in ("true", "1", "yes"):
            values[SYNTHETIC] = True
        elif text not in ("", "false", "0", "no"):
            surprises.append(Surprise("not_a_flag", SYNTHETIC, shown(text), "true or false"))
    why = shown_cell(grid.cell(row, columns[WHY])).strip() if WHY in columns else ""
    id = shown_cell(grid.cell(row, columns[ID])).strip()
    return Wanted(id, values, on, why or usual_why, origin), surprises
